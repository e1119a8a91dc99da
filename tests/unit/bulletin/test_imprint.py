"""bulletin.yml read strictly."""

import re

import pytest

from flows.home import CHECKOUT
from transforms.bulletin.imprint import parse_imprint
from transforms.errors import DataError

TEXT = (CHECKOUT / "data/bulletin/bulletin.yml").read_text(encoding="utf-8")


def test_imprint__of_the_checkout() -> None:
    imprint = parse_imprint(TEXT, "bulletin.yml")
    assert (imprint.city, imprint.issuer, imprint.reviewer) == ("平湖市", "平湖市科学技术局知识产权科", "")
    assert len(imprint.counties) == 7 and imprint.counties[3].code == "330482"


@pytest.mark.parametrize(
    ("pattern", "instead", "message"),
    [
        ("issuer: .*", "", "缺少项目:issuer"),
        ("issuer: ", "issued_by: ", "不认识的项目“issued_by”"),
        ('code: "330402"', "code: 330402", "code应为文字(数字须加引号),现为 330402"),
        ('code: "330402"', 'code: "33040"', "六位行政区划代码"),
        ('code: "330402"', 'code: "330411"', "代码重复"),
        ("recipients: .*", "recipients: 市委", "recipients应为列表"),
    ],
)
def test_imprint__mistake_is_named_by_file_and_line(pattern: str, instead: str, message: str) -> None:
    with pytest.raises(DataError, match="bulletin.yml 第[0-9]+行") as caught:
        parse_imprint(re.sub(pattern, instead, TEXT, count=1), "bulletin.yml")
    assert message in str(caught.value)
