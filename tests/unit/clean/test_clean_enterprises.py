"""Rows of a list of demonstration enterprises, and the check digits of their codes."""

from datetime import date

import polars as pl
import pytest
from conftest import CleanOne

from transforms.clean.credit_code import credit_code_valid

UNTYPED = ("sheet", "row_number", "out_of_scope", "surplus_cells", "original")


@pytest.mark.parametrize(
    ("code", "valid"),
    [
        # published codes of large firms
        ("91440300708461136T", True),
        ("91110000802100433B", True),
        ("91440300708461136A", False),
        ("91440300708461163T", False),
        ("9144030070846113IT", False),
        # the organisation code inside the first of them
        ("708461136", True),
        ("708461137", False),
        ("330482", False),
        (None, None),
    ],
)
def test_credit_code__check_sign(code: str | None, valid: bool | None) -> None:
    assert pl.select(credit_code_valid(pl.lit(code, dtype=pl.String))).item() is valid


def test_enterprise__plain_row(clean_enterprise: CleanOne) -> None:
    row = clean_enterprise(
        {
            "name": "平湖市 宏远（上海）有限公司",
            "uscc": "91440300708461136t",
            "unit": "林埭 镇",
            "level": "省级",
            "event": "认定",
            "document_number": "浙知发〔2012〕20号",
            "document_date": "2012-09-15",
            "notice_date": "2012.8.1",
            "list_year": "2012年度",
        }
    )
    assert {name: row[name] for name in row if name not in UNTYPED} == {
        "name": "平湖市宏远(上海)有限公司",
        "former_name": None,
        "uscc": "91440300708461136T",
        "uscc_valid": True,
        "unit": "林埭镇",
        "level": "省级",
        "event": "认定",
        "scheme": "专利示范",
        "unrecognised": None,
        "document_number": "浙知发〔2012〕20号",
        "document_on": date(2012, 9, 15),
        "notice_on": date(2012, 8, 1),
        "unreadable_dates": None,
        "list_year": 2012,
    }


@pytest.mark.parametrize(
    "text",
    [
        "平科技[2013]1号",
        "平科技（2013）1号",
        "平科技【2013】第1号",
        "平科技﹝2013﹞01号",
        "平科技〔2013〕 1 号",
        "平科技〔２０１３〕１号",
    ],
)
def test_enterprise__one_document_number(clean_enterprise: CleanOne, text: str) -> None:
    assert clean_enterprise({"document_number": text})["document_number"] == "平科技〔2013〕1号"


@pytest.mark.parametrize(
    ("level", "event", "scheme", "expected"),
    [
        ("平湖市级", "复核", None, ("平湖市级", "复核通过", "专利示范", None)),
        ("浙江省级", "取消称号", "知识产权示范企业", ("省级", "撤销", "知识产权示范", None)),
        ("省级专利示范企业", "认定", None, ("省级", "认定", "专利示范", None)),
        ("嘉兴市专利试点企业", "公示", None, ("嘉兴市级", "公示", "专利试点", None)),
        ("国家级", "重新认定", "优势", ("国家级", "重新认定", "优势", None)),
        ("平湖市本级", "认定", None, ("平湖市级", "认定", "专利示范", None)),
        ("地级市", "认定", None, ("嘉兴市级", "认定", "专利示范", None)),
        ("市级", "认定", None, ("未识别", "认定", "专利示范", "level=市级")),
        ("省级", "暂停", "绿色企业", ("省级", "未识别", "未识别", "event=暂停; scheme=绿色企业")),
        (None, None, None, ("未识别", "未识别", "专利示范", None)),
    ],
)
def test_enterprise__words(
    clean_enterprise: CleanOne,
    level: str | None,
    event: str | None,
    scheme: str | None,
    expected: tuple[str | None, ...],
) -> None:
    row = clean_enterprise({"level": level, "event": event, "scheme": scheme})
    assert (row["level"], row["event"], row["scheme"], row["unrecognised"]) == expected


@pytest.mark.parametrize(
    ("text", "name", "former_name"),
    [
        ("平湖市己有限公司(原平湖市己厂)", "平湖市己有限公司", "平湖市己厂"),
        ("平湖市己有限公司\n（原名：平湖市己（平湖）机械厂）", "平湖市己有限公司", "平湖市己(平湖)机械厂"),
        ("己(平湖)有限公司(曾用名平湖市己机械厂)", "己(平湖)有限公司", "平湖市己机械厂"),
        # no unit's name
        ("平湖市己有限公司(原种场)", "平湖市己有限公司(原种场)", None),
        ("平湖市己有限公司(平湖)", "平湖市己有限公司(平湖)", None),
    ],
)
def test_enterprise__former_name_behind_the_name(
    clean_enterprise: CleanOne, text: str, name: str, former_name: str | None
) -> None:
    row = clean_enterprise({"name": text})
    assert (row["name"], row["former_name"]) == (name, former_name)
    own_column = clean_enterprise({"name": text, "former_name": "平湖市庚厂"})
    assert (own_column["name"], own_column["former_name"]) == (name, "平湖市庚厂")


def test_enterprise__unreadable_date_is_named(clean_enterprise: CleanOne) -> None:
    row = clean_enterprise({"document_date": "2013年", "notice_date": "2013-02-01"})
    assert (row["document_on"], row["notice_on"]) == (None, date(2013, 2, 1))
    assert row["unreadable_dates"] == "document_date写作“2013年”"
