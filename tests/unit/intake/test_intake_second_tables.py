"""A sheet holds one table; its header may take two lines."""

import pytest
from made_files import HEADER, csv_text, record
from taking_in import Intake

from transforms.errors import Held

TITLE = ["平湖市2013年1月专利申请受理明细", *[""] * 8]
GRANT_HEADER = ("序号", "专利号", "授权公告日", "授权公告号", "专利类型", "专利名称", "专利权人", "地址", "邮编")


def records(first: int, last: int) -> list[list[str]]:
    return [record(number) for number in range(first, last + 1)]


def as_read(intake: Intake, text: str) -> Held:
    """Why a delivery that was recognised is held when its rows are read."""
    with pytest.raises(Held) as caught:
        intake.rows(text)
    return caught.value


def test_records_above_a_richer_header__hold_the_file(intake: Intake) -> None:
    richer = (*HEADER, "代理机构")
    below = [[*record(number), "某某代理"] for number in (5, 6, 7)]
    held = intake.held(csv_text([TITLE, HEADER, *records(1, 4), richer, *below]))
    assert "第 2 行和第 7 行都是表头,第 7 行以上还有记录" in held.reason
    assert "一个文件(或工作表)只放一张表" in held.remedy


def test_grants_below_applications__hold_the_file(intake: Intake) -> None:
    grants = [["1", "201220010001.X", "2013-01-30", "CN202000001U", "实用新型", "一种装置", "某某公司", "平湖市新仓镇1号", ""]]
    held = as_read(intake, csv_text([HEADER, *records(1, 3), GRANT_HEADER, *grants]))
    assert "第 5 行是另一个表头(序号、专利号、授权公告日" in held.reason


def test_same_columns_in_another_order_below__hold_the_file(intake: Intake) -> None:
    exchanged = tuple({"申请日": "受理日", "受理日": "申请日"}.get(text, text) for text in HEADER)
    assert "第 4 行是另一个表头" in as_read(intake, csv_text([HEADER, *records(1, 2), exchanged, *records(3, 4)])).reason


def test_same_header_printed_again__is_no_other(intake: Intake) -> None:
    again = ("序 号", "申请号:", "申请日", "受理日", "专利类型", "发明名称", "申请人", "地址", "邮编")
    rows = intake.rows(csv_text([HEADER, *records(1, 2), again, *records(3, 4)]))
    assert rows["out_of_scope"].to_list() == [None, None, "repeated_header", None, None]


def test_header_repeated_in_other_words__is_no_other_table(intake: Intake) -> None:
    codes = ("No.", "AN", "AD", "受理日期", "类型", "TI", "PA", "通讯地址", "")
    rows = intake.rows(csv_text([HEADER, codes, *records(1, 2)]))
    assert rows["application_number"].to_list() == ["AN", "201320010001.1", "201320010002.1"]


def test_lists_side_by_side__hold_the_file(intake: Intake) -> None:
    narrow = ["申请号", "申请日", "受理日", "专利类型", "申请人", "地址"]
    places = [HEADER.index(name) for name in narrow]
    left, right = ([[record(number)[place] for place in places] for number in pair] for pair in ((1, 2), (3, 4)))
    side_by_side = [[*one, "", *other] for one, other in zip(left, right, strict=True)]
    held = intake.held(csv_text([[*narrow, "", *narrow], *side_by_side]))
    assert "“申请号”在第 1 列和第 8 列各有一列号码" in held.reason


def test_same_column_exported_twice__is_one_list(intake: Intake) -> None:
    twice = [[*one, *one] for one in records(1, 3)]
    assert intake.rows(csv_text([[*HEADER, *HEADER], *twice])).height == 3


def test_header_in_two_lines__names_each_column(intake: Intake) -> None:
    upper = ["序号", "申请号", "日期", "", "专利类型", "发明名称", "申请人(专利权人)", "", "邮编"]
    lower = ["", "", "申请日", "受理日", "", "", "名称", "地址", ""]
    (sheet,) = intake.plan(csv_text([TITLE, upper, lower, *records(1, 2)])).sheets
    assert sheet.header_row == 3
    found = {name: sheet.columns[name] for name in ("filing_date", "acceptance_date", "title", "applicants", "address")}
    assert found == {"filing_date": 2, "acceptance_date": 3, "title": 5, "applicants": 6, "address": 7}


def test_header_in_two_lines__group_and_column_together(intake: Intake) -> None:
    upper = ["序号", "申请号", "申请日", "受理日", "专利类型", "发明名称", "申请人", "", "邮编"]
    lower = ["", "", "", "", "", "", "名称", "地址", ""]
    rows = intake.rows(csv_text([upper, lower, *records(1, 2)]))
    assert rows["applicants"].to_list() == ["平湖市某某箱包有限公司"] * 2
    assert rows["address"].to_list() == ["浙江省平湖市新仓镇永兴路1号", "浙江省平湖市新仓镇永兴路2号"]
    assert rows["title"].to_list() == ["一种箱包用连接件"] * 2


def test_header_in_two_lines__the_lower_names_more(intake: Intake) -> None:
    upper = ["序号", "申请信息", "", "", "", "", "申请人", "", "邮编"]
    lower = ["", "申请号", "申请日", "受理日", "专利类型", "发明名称", "名称", "地址", ""]
    (sheet,) = intake.plan(csv_text([upper, lower, *records(1, 2)])).sheets
    assert sheet.columns["postcode"] == 8
    assert sheet.columns["applicants"] == 6


def test_unknown_header_over_addresses__holds_a_file_without_address(intake: Intake) -> None:
    header = [name if name != "地址" else "申请单位所在地址" for name in HEADER]
    held = intake.held(csv_text([header, *records(1, 3)]))
    assert "没有认出地址 address一列;不认识的表头“申请单位所在地址”下的内容像地址" in held.reason
    rows = intake.rows(csv_text([header, *records(1, 3)]), sidecar="columns: {申请单位所在地址: address}")
    assert rows["address"][0] == "浙江省平湖市新仓镇永兴路1号"
    rows = intake.rows(csv_text([header, *records(1, 3)]), sidecar="columns: {申请单位所在地址: ignored}")
    assert rows["address"].null_count() == 3


@pytest.mark.parametrize("name", ["第一申请人现地址", "申请人所在地", "联系地址及邮编"])
def test_unknown_header_over_addresses__of_a_month_with_one_record(intake: Intake, name: str) -> None:
    header = [name if header == "地址" else header for header in HEADER]
    assert f"不认识的表头“{name}”下的内容像地址" in intake.held(csv_text([header, *records(1, 1)])).reason


def test_unknown_header_over_days_of_acceptance__holds_the_file(intake: Intake) -> None:
    header = [name if name != "受理日" else "受理登记日期" for name in HEADER]
    held = intake.held(csv_text([header, *records(1, 3)]))
    assert "不认识的表头“受理登记日期”下的内容像日期" in held.reason
    assert "columns: {受理登记日期: acceptance_date}" in held.remedy
