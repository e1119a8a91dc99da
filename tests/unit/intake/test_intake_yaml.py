"""Profiles, sidecars and the synonym table are read strictly: file and line of every mistake."""

from datetime import date

import pytest

from transforms.errors import DataError
from transforms.intake import Sidecar, parse_profile, parse_sidecar, parse_synonyms
from transforms.intake.synonyms import normalise_header

PROFILE = """source: some_feed
label_zh: 某明细
provenance: made up
basis: receipt_records
coverage: month
table: records
events: [application]
requires: [application_number]
recognised_by:
  - fields: [application_number]
    text: 受理
month_from: [banner]
"""


def test_profile__as_written() -> None:
    profile = parse_profile(
        PROFILE + "attributed_to: 330482\nheaders: {<案 号>: application_number}\nmax_rows: 1000\n", "a.yml"
    )
    assert (profile.source, profile.attributed_to, profile.max_rows) == ("some_feed", "330482", 1000)
    assert profile.headers == {"案号": "application_number"}
    assert profile.recognised_by[0].text == "受理"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("label_zh: 某明细", "lable_zh: 某明细", 2, "lable_zh"),
        ("basis: receipt_records", "basis: hearsay", 4, "hearsay"),
        ("events: [application]", "events: application", 7, "列表"),
        ("events: [application]", "events: [application, application]", 7, "重复"),
        ("source: some_feed", "source: Some Feed", 1, "来源名称"),
        ("[application_number]\nrec", "[applicaton_number]\nrec", 8, "applicaton_number"),
        ("text: 受理", "text: '[受理'", 11, "正则"),
        ("    text: 受理", "    texts: 受理", 11, "texts"),
        ("table: records", "table: [records]", 6, "文字"),
        ("month_from: [banner]\n", "", 1, "month_from"),
        ("basis: receipt_records\n", "", 1, "basis"),
        ("label_zh: 某明细", "source: twice", 2, "重复"),
        ("label_zh: 某明细", "label_zh: '某明细", 0, "YAML"),
    ],
)
def test_profile__mistake_is_named_by_file_and_line(old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(DataError, match=said) as caught:
        parse_profile(PROFILE.replace(old, new), "some_feed.yml")
    assert caught.value.file == "some_feed.yml"
    assert line in (0, caught.value.line)


def test_sidecar__all_that_it_may_say() -> None:
    text = (
        "source: incopat\nreceived_on: 2013-02-05\ncolumns:\n  designer: address\n  No: serial_number\nrelation: adds\n"
        "month: 2013-01\nbasis: public_documents\nevents: [grant]\nattributed_to: 330482\n"
    )
    assert parse_sidecar(text, "a.yml") == Sidecar(
        source="incopat",
        received_on=date(2013, 2, 5),
        columns=(("designer", "address"), ("No", "serial_number")),
        relation="adds",
        month="2013-01",
        basis="public_documents",
        events=("grant",),
        attributed_to="330482",
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("source: incopat\nfrom: x\n", 2, "from"),
        ("received_on: 2013-02-30\n", 1, "日历"),
        ("received_on: 5.2.2013\n", 1, "日期"),
        ("month: 2013-13\n", 1, "月份"),
        ("month: 201301\n", 1, "月份"),
        ("relation: replace\n", 1, "replace"),
        ("columns:\n  a: address\n  b: adress\n", 3, "adress"),
        ("columns:\n  a: address\n  b: address\n", 2, "两个以上的列"),
        ("columns: [a, b]\n", 1, "项目: 值"),
        ("events: [filing]\n", 1, "filing"),
        ("attributed_to: 平湖\n", 1, "行政区划"),
        ("source: incopat\nsource: patsnap\n", 2, "重复"),
        ("source: ~\n", 1, "来源名称"),
        ("", 0, "空的"),
        ("source incopat\n", 1, "项目: 值"),
        ("source: [a\n", 2, "YAML"),
    ],
)
def test_sidecar__mistake_is_named_by_file_and_line(text: str, line: int, said: str) -> None:
    with pytest.raises(DataError, match=said) as caught:
        parse_sidecar(text, "受理.csv.yml")
    assert (caught.value.file, caught.value.line) == ("受理.csv.yml", line)


def test_synonyms__one_header_may_not_mean_two_fields() -> None:
    text = "provenance: made up\nrecords:\n  title: [名称]\n  applicants:\n    - 名 称\nenterprises: {name: [名称]}\n"
    text += "deductions: {remark: [备注]}\n"
    with pytest.raises(DataError, match="已归入 title") as caught:
        parse_synonyms(text, "s.yml")
    assert caught.value.line == 5


@pytest.mark.parametrize(
    ("header", "normal"),
    [
        ("公开（公告）号", "公开(公告)号"),
        ("[标]原始申请(专利权)人", "原始申请(专利权)人"),
        ("\ufeff<申请号>", "申请号"),
        ("申 请\n日", "申请日"),
        ("ＩＰＣ主分类", "ipc主分类"),
        ("申请日*:", "申请日"),
        ("标题 (中文)", "标题(中文)"),
        ("[标]", "(标)"),
        ("★申请人", "申请人"),
        ("＃地址 ※", "地址"),
        ("*★[标]申请人", "申请人"),
        ("受理日（年月日）", "受理日"),
        ("申请日(YYYY-MM-DD)", "申请日"),
        ("申请日(yyyy/mm/dd)", "申请日"),
        ("受理日(如:2013-01-08)", "受理日"),
        ("申请人【必填】", "申请人"),
        ("地 址\n（详细到门牌号）", "地址"),
        ("专利类型（发明/实用新型/外观设计）", "专利类型"),
        ("数量（件）", "数量"),
        ("公开(公告)号", "公开(公告)号"),
        ("县(市、区)", "县(市、区)"),
        ("发明(设计)人", "发明(设计)人"),
        ("标题(中文)", "标题(中文)"),
        ("(件)", "(件)"),
        ("#", "#"),
    ],
)
def test_normalise_header__variants(header: str, normal: str) -> None:
    assert normalise_header(header) == normal
