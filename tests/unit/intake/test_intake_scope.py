"""Totals, signatures and repeated headers below a table are out of scope; records that resemble them are not."""

import pytest
from made_files import HEADER, csv_text, feed, record
from taking_in import Intake


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("合计,198件,,,,,,,", "total_row"),
        ("合 计：,,,,198,,,,", "total_row"),
        (",,总计（件）,,,3,,,", "total_row"),
        ("4,小计,3,,,,,,", "total_row"),
        ("总计,3,,发明1件,实用新型2件,外观设计,0,,", "total_row"),
        ("填报人:某某  审核:某某", "signature_row"),
        ("填报人：,某某,,审核：,某某,,填报日期：,2013-02-05,", "signature_row"),
        (",,,,,制表人：某某,,,", "signature_row"),
        ("审核,某某,,,,,,,", "signature_row"),
        ("填报单位（盖章）：某某局,,,,,,,,", "signature_row"),
        (",,,,,,,2013年2月5日,", "signature_row"),
        ("注：本表为快报数,,,,,,,,", "signature_row"),
        ("第1页 共3页", "signature_row"),
        ("共198件", "total_row"),
        (",本月申请共 198 件,,,,,,,", "total_row"),
        ("以上共198件。,,发明1件,,,,,,", "total_row"),
        ("合,计,,198,,,,,", "total_row"),
        ("汇总,,,,,,,,3", "total_row"),
        (",,,,发明 汇总,2,,,", "total_row"),
        (",,,,新埭镇 计数,2,,,", "total_row"),
        (",,,,总计数,3,,,", "total_row"),
        ("科长：张三,,,,局长签字：,,,,", "signature_row"),
        ("平湖市科学技术局（盖章）", "signature_row"),
        ("数据来源：省局,,,,,,,,", "signature_row"),
        (",".join(HEADER), "repeated_header"),
        ("填表人:张三,联系电话:85012345,,,,,,,", "signature_row"),
        ("填报人,13812345678,,,,,,,", "signature_row"),
        ("单位:某某局,0573-85012345,,,,,,,", "signature_row"),
        ("制表日期:,2013.04.05,,,,,,,", "signature_row"),
        ("发明专利小计,1件,,,,,,,", "total_row"),
        ("当湖街道小计,,,,,,,1,", "total_row"),
        ("其中:发明,,1,,,,,,", "total_row"),
        ("其中,发明,1,,,,,,", "total_row"),
        ("其中:当湖街道5件,,,,,,,,", "total_row"),
        ("本年累计合计,57,,,,,,,", "total_row"),
        ("2013年1-9月累计,57,,,,,,,", "total_row"),
        ("2.数据由省知识产权局提供,如有出入以省局公布为准。".replace(",", "，") + ",,,,,,,,", "signature_row"),
        (",,,,,平湖市科技局,,,", "signature_row"),
        ("（此页无正文）,,,,,,,,", "signature_row"),
        ("本月无,,,,,,,,", "signature_row"),
        ("本月无专利申请,,,,,,,,", "signature_row"),
        ("平湖市2013年1月专利申请受理明细,,,,,,,,", "signature_row"),
        ("1,2,3,4,5,6,7,8,9", "column_numbers"),
        ("栏次,甲,1,2,3,4,5,6,7", "column_numbers"),
        ("(1),(2),(3),(4),(5),(6),(7),(8),(9)", "column_numbers"),
        ("4,,,,实用新型,,,,", None),
        ("4,,,,,,平湖市某某有限公司,浙江省平湖市新仓镇1号,", None),
        (",,,,,,浙江大学,,", None),
        (",,,,,一种工业设计,,,", None),
        ("4,,,,发明,费用的小计,平湖市某某有限公司,,", None),
        ("4,,,,发明,专利信息的汇总,平湖市某某局,,", None),
        ("4,,,,发明,一种计数,平湖市某某计数器厂,,", None),
        ("4,85012345,,,发明,单位,平湖市某某有限公司,,", None),
        ("4,2013.04.05,,,发明,一种装置,平湖市某某有限公司,,", None),
        ("1,2,,2013-01-03,发明,,,,", None),
        ("4,,,,实用新型,共享单车锁,共享科技有限公司,浙江省平湖市,", None),
        ("4,,,,实用新型,盖章,平湖市盖章(盖章)厂,浙江省平湖市,", None),
        ("合计科技有限公司,,,,,,,,", None),
        ("4,,,,实用新型,合计装置,合计科技有限公司,浙江省平湖市,", None),
        ("4,,,,实用新型,合计,平湖市某某有限公司,浙江省平湖市,", None),
        ("合计,201320010009.1,,,,,,,", None),
        ("4,2.02E+12,,,,审核装置,张三,,", None),
        ("审核:一种装置,201320010009.1,,,,,,,", None),
    ],
)
def test_row__below_the_records(intake: Intake, line: str, verdict: str | None) -> None:
    rows = intake.rows(feed() + line + "\n")
    assert rows["out_of_scope"].to_list() == [None, None, None, verdict]


def test_records__after_a_subtotal_stay_records(intake: Intake) -> None:
    text = feed(2) + "小计,2件\n" + csv_text([record(3)]) + "合计,3件\n"
    rows = intake.rows(text)
    assert rows["out_of_scope"].to_list() == [None, None, "total_row", None, "total_row"]
    assert rows["row_number"].to_list() == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        ("合计,198件\n", 198),
        ("合 计：198\n", 198),
        ("小计,2件\n", None),
        ("共198件\n", 198),
        ("本月申请共 198 件\n", 198),
        ("小计,2件\n总计,,3,发明198件\n", 3),
        ("合计,201320010009.1\n", None),
        ("", None),
        ("合计,,,,3件,,,,\n", 3),
        ('总计,"1,198件"\n', 1198),
        ("合计,发明0件,实用新型3件,外观设计0件\n", None),
        ("合计(件),,,,,,,,3\n", 3),
        ("合计,2013年1月,3件\n", None),
        ("本页合计,2\n本页合计,1\n", None),
        ("合计,3\n本年累计合计,57\n", 3),
        ("发明专利合计,1\n当湖街道合计,2\n", None),
        ("本表合计,3\n", None),
    ],
)
def test_stated_total__is_the_grand_total(intake: Intake, lines: str, total: int | None) -> None:
    assert intake.plan(feed() + lines).sheets[0].stated_total == total


def test_enterprises__totals_and_signatures(intake: Intake) -> None:
    header = ("企业名称", "级别", "事项", "发文日期")
    firm = ("平湖市某某有限公司", "省级", "认定", "2012-09-15")
    text = csv_text([header, firm, ("合计", "1家", "", ""), ("填表人:某某", "", "", "")])
    rows = intake.rows(text, "专利示范企业名录.csv")
    assert rows["out_of_scope"].to_list() == [None, "total_row", "signature_row"]
    assert rows["name"][0] == "平湖市某某有限公司"


def test_form__rows_with_nothing_but_their_serial_number_are_blank(intake: Intake) -> None:
    rows = intake.rows(feed(2) + "3,,,,,,,,\n4.0\n５,,,,,,,,\n合计,2件\n")
    assert rows["row_number"].to_list() == [2, 3, 7]
    assert rows["out_of_scope"].to_list() == [None, None, "total_row"]


def test_form__a_number_in_another_column_than_that_of_serial_numbers_is_a_row(intake: Intake) -> None:
    assert intake.rows(feed(1) + ",,,,,,,,314200\n").height == 2


def test_blank__rows_of_signs_that_nobody_sees(intake: Intake) -> None:
    rows = intake.rows(feed(2) + "\ufeff\n3,\u200b,,,\u3000,,\u00a0,,\n\u200b,,,,,,,,314200\n")
    assert rows["row_number"].to_list() == [2, 3, 6]
