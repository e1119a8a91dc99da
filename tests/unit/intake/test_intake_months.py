"""The month that a monthly delivery reports."""

import pytest
from made_files import HEADER, csv_text, feed, record, sheet, workbook
from taking_in import Intake
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from transforms.errors import Held
from transforms.intake.feed_months import months_in


@pytest.mark.parametrize(
    ("text", "place", "months"),
    [
        ("平湖市2013年1月专利申请受理明细", "banner", {"2013-01"}),
        ("２０１３年１２月份", "banner", {"2013-12"}),
        ("制表日期 2013年2月5日", "banner", set()),
        ("文号 201301", "banner", set()),
        ("平湖市专利授权明细_201301.csv", "file_name", {"2013-01"}),
        ("明细2013-02(1).xlsx", "file_name", {"2013-02"}),
        ("明细_20130205.csv", "file_name", set()),
        ("明细_201302_2.csv", "file_name", {"2013-02"}),
        ("明细_2013_02_05.csv", "file_name", set()),
        ("明细_201302-04.csv", "file_name", set()),
        ("2013-02-05.csv", "file_name", set()),
        ("明细_201313.csv", "file_name", set()),
        ("2013年9月", "sheet", {"2013-09"}),
        ("平湖市2013年六月专利申请受理明细", "banner", {"2013-06"}),
        ("二○一三年十二月份受理", "banner", {"2013-12"}),
        ("二〇一二年十月二十日制表", "banner", set()),
        ("受理明细2013年十一月.xlsx", "file_name", {"2013-11"}),
    ],
)
def test_months_in__texts_of_each_place(text: str, place: str, months: set[str]) -> None:
    assert months_in(text, place) == months


@pytest.mark.parametrize(
    "text",
    ["2013年1-3月", "2013年1月至3月", "2013年1月—2013年3月", "2013年5月和6月", "2013年5/6月", "2013年一月至三月"],
)
def test_months_in__a_span_is_held(text: str) -> None:
    with pytest.raises(Held, match="合并数据"):
        months_in(text, "banner")


@pytest.mark.parametrize(
    "name", ["受理_201301-201306.xlsx", "受理_201301_201306.xlsx", "受理2013-01~2013-06.csv", "201301至201306.csv"]
)
def test_months_in__a_span_in_the_digits_of_a_name_is_held(name: str) -> None:
    with pytest.raises(Held, match="合并数据"):
        months_in(name, "file_name")


def test_months_in__a_day_behind_the_month_is_no_span() -> None:
    assert months_in("受理_201301_20130205.csv", "file_name") == {"2013-01"}


def test_month__banner_or_file_name_or_sheet(intake: Intake) -> None:
    assert intake.plan("平湖市2013年3月受理\n" + feed(), "受理.csv").feed_month == "2013-03"
    assert intake.plan(feed(), "受理_201304.csv").feed_month == "2013-04"
    content = workbook(lambda book: sheet(book, [HEADER, record(1)], "2013年5月"))
    assert intake.plan(content, "受理.xlsx").feed_month == "2013-05"


def test_month__missing_or_contradictory_is_held_unless_the_sidecar_says_it(intake: Intake) -> None:
    assert "看不出文件属于哪个月份" in intake.held(feed(), "受理.csv").reason
    text = "平湖市2013年2月受理\n" + feed()
    assert "标题:2013-02;文件名:2013-01" in intake.held(text).reason
    assert intake.plan(text, sidecar="month: 2013-02").feed_month == "2013-02"


@pytest.mark.parametrize(
    ("title", "name", "words"),
    [
        ("平湖市2013年第二季度专利申请受理明细\n", "受理.csv", "第二季度"),
        ("平湖市2013年度专利申请受理明细\n", "受理.csv", "2013年度"),
        ("", "2013年上半年受理明细.csv", "上半年"),
    ],
)
def test_month__a_longer_period_is_held_as_what_it_is(intake: Intake, title: str, name: str, words: str) -> None:
    held = intake.held(title + feed(), name)
    assert f"几个月的合并数据(“{words}”)" in held.reason
    assert "按月分成几个文件" in held.remedy


def test_month__the_word_for_a_year_beside_a_month_is_no_period(intake: Intake) -> None:
    assert intake.plan("平湖市2013年度专利申请受理明细\n" + feed(), "受理_201304.csv").feed_month == "2013-04"


def test_month__increments_have_none(intake: Intake) -> None:
    header = ("公开号", "申请号", "申请人", "国际分类", "国际主分类")
    assert intake.plan(csv_text([header]), "导出_201301.csv").feed_month is None


def test_month__a_sheet_for_each_of_several_is_held(intake: Intake) -> None:
    def months(*names: str) -> bytes:
        def fill(book: Workbook) -> None:
            for number, name in enumerate(names, 1):
                sheet(book, [HEADER, record(number)], name)

        return workbook(fill)

    held = intake.held(months("1月", "2月", "３月 "), "受理_201303.xlsx")
    assert "文件里有几个月的工作表(1月、2月、3月)" in held.reason
    assert "按月分成几个文件" in held.remedy
    assert "(1月、12月)" in intake.held(months("一月", "十二月"), "受理_201303.xlsx").reason
    # a sheet that kept last month's name is no second month
    assert intake.plan(months("12月", "补充"), "受理_201301.xlsx").feed_month == "2013-01"
