"""Targets files: what is read, and the file and line named for each mistake."""

from datetime import date
from pathlib import Path

import pytest

from transforms.errors import DataError
from transforms.out import Target, parse_targets

FILE = Path(__file__).parents[3] / "data" / "targets" / "2013.yml"
GOOD = """year: 2013
territory: "330482"
source: 平科技〔2013〕1号
targets:
  invention_share:
    indicator: invention_share
    operator: ">="
    value: 10.5%
    sentence: 其中发明占10.5%以上
  patent_applications:
    indicator: patent_applications
    operator: ">="
    value: 2300
    sentence: 专利申请量达到2300件以上
    units: {"330482101": 200}
"""
PLAN_ITEM_5 = "专利申请量达到2300件以上,其中发明占10%以上,授权专利1600件以上。新增专利示范企业6家以上,其中省级1家以上。"


def test_targets_of_2013__five_with_their_sentences() -> None:
    found = {target.target_id: target for target in parse_targets(FILE.read_text(encoding="utf-8"), "2013.yml")}
    assert {name: target.target_value for name, target in found.items()} == {
        "patent_applications": 2300,
        "invention_share": 0.1,
        "patent_grants": 1600,
        "new_demonstration_enterprises": 6,
        "new_provincial_demonstration_enterprises": 1,
    }
    assert (found["invention_share"].target_numerator, found["invention_share"].target_denominator) == (1, 10)
    assert {(target.unit_code, target.closes_on) for target in found.values()} == {("330482", date(2014, 3, 31))}
    assert [t.sentence_zh for t in sorted(found.values(), key=lambda t: PLAN_ITEM_5.index(t.sentence_zh))] == (
        PLAN_ITEM_5.replace("。", ",").rstrip(",").split(",")
    )


def test_share_and_unit_targets__exact_fraction_default_close() -> None:
    share, city, unit = parse_targets(GOOD, "2013.yml")
    assert (share.target_numerator, share.target_denominator, share.target_value) == (21, 200, 0.105)
    assert city == Target(
        2013,
        "patent_applications",
        "330482",
        "patent_applications",
        ">=",
        2300,
        None,
        None,
        date(2014, 3, 31),
        "专利申请量达到2300件以上",
    )
    assert (unit.unit_code, unit.target_value) == ("330482101", 200)


def test_second_target_of_an_indicator__under_an_id_of_its_own() -> None:
    more = """  aim:
    indicator: invention_share
    operator: ">="
    value: 15%
    sentence: 力争15%
"""
    found = parse_targets(GOOD + more, "2013.yml")
    assert [(one.target_id, one.indicator, one.target_value) for one in found if one.unit_code == "330482"] == [
        ("invention_share", "invention_share", 0.105),
        ("patent_applications", "patent_applications", 2300),
        ("aim", "invention_share", 0.15),
    ]


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("year: 2013\n", "", 1, "缺少项目:year"),
        ("year: 2013", "year: 二〇一三", 1, "数字"),
        ("year: 2013", "year: 213", 1, "年份"),
        ("year: 2013", "year: 2014", 1, "文件名"),
        ('"330482"', "330482", 2, "文字"),
        ('"330482"', '"33048"', 2, "六位"),
        ("source: 平科技〔2013〕1号", "source: ''", 3, "非空"),
        ("source: 平", "sauce: 平", 3, "sauce"),
        ("    value: 2300", "    value: 2300\n    value: 2400", 14, "重复"),
        ("value: 2300", "value: 2,300", 13, "数字"),
        ("value: 2300", "value: 0", 13, "1以上"),
        ("value: 2300", "value: -5", 13, "1以上"),
        ("value: 2300", "value: 02300", 13, "普通整数"),
        ("value: 2300", "value: 38:20", 13, "普通整数"),
        ("value: 2300", "value: true", 13, "数字"),
        ("value: 2300", "value: 2300.5", 13, "整数"),
        ("value: 2300", "value: [2300]", 13, "单个值"),
        ("value: 10.5%", "value: 0.105", 8, "文字"),
        ("value: 10.5%", "value: 百分之十", 8, "百分数"),
        ("value: 10.5%", "value: 0%", 8, "大于0%"),
        ("value: 10.5%", "value: 100%", 8, "小于100%"),
        ("    sentence: 其中发明占10.5%以上\n", "", 6, "缺少项目:sentence"),
        ("sentence: 其中发明占10.5%以上", "sentence: ", 9, "文字"),
        ("indicator: invention_share", "indicator: invention_shares", 6, "没有指标“invention_shares”"),
        ('operator: ">="\n    value: 10', 'operator: "<="\n    value: 10', 7, "含本数"),
        ('"330482101": 200', '"330483101": 200', 15, "330483101"),
        ('"330482101": 200', '"330482": 200', 15, "九位"),
        ('units: {"330482101": 200}', "units: 200", 15, "项目: 值"),
        ("targets:", "closes_on: 2013-12-31\ntargets:", 4, "结束之后"),
        ("targets:", "closes_on: 2014-02-30\ntargets:", 4, "日期"),
        ("targets:", "closes_on: 明年三月\ntargets:", 4, "日期"),
        ("targets:", "closes_on: 2014-03-31 10:00:00\ntargets:", 4, "日期"),
        ("  invention_share:", "\tinvention_share:", 5, "YAML"),
        ("  invention_share:", "  share:", 6, "把它的标识改为 invention_share"),
        ("  invention_share:", "  patent_grants:", 6, "与另一个指标同名"),
        (GOOD, "", 0, "空"),
        (GOOD, "- a", 1, "项目: 值"),
        (GOOD, "a: [", 1, "YAML"),
        (GOOD, "a: \x00", 0, "YAML"),
    ],
)
def test_mistake__named_with_file_and_line(before: str, after: str, line: int, says: str) -> None:
    assert before in GOOD
    with pytest.raises(DataError) as raised:
        parse_targets(GOOD.replace(before, after, 1), "2013.yml")
    assert (raised.value.file, raised.value.line) == ("2013.yml", line)
    assert says in str(raised.value)
