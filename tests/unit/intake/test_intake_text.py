"""Delimited text: encodings, separators, line ends, quotes, ragged and blank rows."""

import codecs
from pathlib import Path

import pytest
from made_files import HEADER, csv_text, feed, record
from taking_in import Intake

from transforms.intake import raw_batches

NUMBERS = ["201320010001.1", "201320010002.1", "201320010003.1"]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
    ],
)
def test_encoding__is_told_from_the_bytes(intake: Intake, mark: bytes, encoding: str) -> None:
    rows = intake.rows(mark + feed().encode(encoding))
    assert rows["application_number"].to_list() == NUMBERS
    assert rows["address"][0] == "浙江省平湖市新仓镇永兴路1号"


def test_encoding__gb18030_character_that_gbk_lacks(intake: Intake) -> None:
    text = csv_text([HEADER, record(1, 申请人="平湖市㑇𠀀箱包厂")])
    assert intake.rows(text.encode("gb18030"))["applicants"][0] == "平湖市㑇𠀀箱包厂"


def test_encoding__chinese_only_after_the_first_megabyte(intake: Intake) -> None:
    header = "AN,filing/creation date,APPD,PA\n"
    plain = "201320010001.1,2013-01-03,2013-01-08,A Company Ltd\n" * 25_000
    text = header + plain + "201320010002.1,2013-01-03,2013-01-08,平湖市某某箱包有限公司\n"
    said = "source: general\nbasis: receipt_records\nevents: [application]"
    rows = intake.rows(text.encode("gb18030"), "late.csv", said)
    assert rows.height == 25_001
    assert rows["applicants"][-1] == "平湖市某某箱包有限公司"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_end__all_three(intake: Intake, line_end: str) -> None:
    rows = intake.rows(csv_text([HEADER, record(1), record(2)], line_end=line_end))
    assert rows["row_number"].to_list() == [2, 3]
    assert rows["postcode"].to_list() == ["314200", "314200"]


@pytest.mark.parametrize(
    ("separator", "name"), [(",", "受理_201301.CSV"), ("\t", "受理_201301.Txt"), (";", "受理_201301.txt")]
)
def test_separator__comma_tab_semicolon(intake: Intake, separator: str, name: str) -> None:
    assert intake.rows(csv_text([HEADER, record(1)], separator), name)["title"].to_list() == ["一种箱包用连接件"]


def test_separator__other_separators_inside_cells(intake: Intake) -> None:
    several = record(1, 申请人="甲公司,乙公司")
    assert intake.rows(csv_text([HEADER, several], ";"))["applicants"].to_list() == ["甲公司,乙公司"]


GRANT = ("专利号", "授权公告日", "专利名称", "专利权人", "地址", "发明人")


def _grant(inventors: str) -> list[str]:
    return ["ZL201220010001.1", "2013-01-09", "一种箱包", "平湖市某某箱包有限公司", "浙江省平湖市新仓镇1号", inventors]


@pytest.mark.parametrize("count", [3, 150])
def test_separator__more_inventors_than_columns(intake: Intake, count: int) -> None:
    text = csv_text([GRANT, *[_grant("张三;李四;王五;赵六;钱七;孙八;周九")] * count])
    rows = intake.rows(text, "授权明细_201301.csv")
    assert rows["grant_date"].to_list() == ["2013-01-09"] * count


def test_separator__a_note_above_and_inventors_below_with_the_same_sign(intake: Intake) -> None:
    text = csv_text([["说明:快报数;以省局为准"], GRANT, _grant("张三;李四"), _grant("王五;赵六")])
    rows = intake.rows(text, "授权明细_201301.csv")
    assert rows["title"].to_list() == ["一种箱包", "一种箱包"]


def test_separator__more_commas_in_the_address_than_columns(intake: Intake) -> None:
    address = "浙江省,嘉兴市,平湖市,新仓镇,永兴路,1号"
    text = csv_text([HEADER[1:], record(1, 地址=address)[1:], record(2, 地址=address)[1:]], "\t")
    short = csv_text([("申请号", "受理日", "申请人", "地址"), (NUMBERS[0], "2013-01-08", "张三", address)], "\t")
    assert intake.rows(text)["address"].to_list() == [address, address]
    assert intake.rows(short)["address"].to_list() == [address]


@pytest.mark.parametrize("mark", ["{}\t", '"{}\t"'])
@pytest.mark.parametrize("with_header", [True, False])
def test_separator__tab_behind_every_cell(intake: Intake, mark: str, with_header: bool) -> None:
    marked = [[mark.format(cell) for cell in row] for row in (HEADER, record(1), record(2))]
    rows = intake.rows(csv_text(marked if with_header else [HEADER, *marked[1:]]))
    assert rows["application_number"].to_list() == NUMBERS[:2]
    assert rows["postcode"].to_list() == ["314200", "314200"]


def test_separator__tabs_with_blank_cells_and_a_quoted_line_break(intake: Intake) -> None:
    header = csv_text([("序号", '"申请\n号"', *HEADER[2:])], "\t")
    rows = intake.rows(header + csv_text([record(1, 邮编=""), record(2, 发明名称="甲,乙", 邮编="")], "\t"))
    assert rows["application_number"].to_list() == NUMBERS[:2]
    assert rows["postcode"].to_list() == [None, None]


def test_row_number__counts_banner_blank_lines_and_quoted_line_breaks(intake: Intake) -> None:
    text = (
        "平湖市2013年1月专利申请受理明细\n\n"
        + csv_text([HEADER])
        + "\n"
        + csv_text([record(1)])
        + csv_text([record(2, 发明名称='"一种\n""快速"",装置"')])
        + "  \n"
        + ",,,,,,,,\n"
        + csv_text([record(3)])
    )
    rows = intake.rows(text, "受理.csv")
    assert rows["row_number"].to_list() == [5, 6, 9]
    assert rows["title"][1] == '一种\n"快速",装置'


def test_batches__small_ones_join_to_the_whole(intake: Intake) -> None:
    text = feed(250)
    plan = intake.plan(text)
    batches = list(raw_batches(intake.taken[-1], "受理_201301.csv", plan, intake.folder / "work", 100))
    assert [batch.height for batch in batches] == [100, 100, 50]
    assert [number for batch in batches for number in batch["row_number"]] == list(range(2, 252))


def test_cells__outer_whitespace_goes_and_blank_is_null(intake: Intake) -> None:
    rows = intake.rows(csv_text([HEADER, record(1, 申请人=" 张三\u3000", 地址="\u3000 ", 邮编='""')]))
    assert rows.row(0, named=True)["applicants"] == "张三"
    assert rows["address"][0] is None
    assert rows["postcode"][0] is None
    assert rows["original"].struct.field("申请人")[0] == " 张三\u3000"


def test_ragged__short_rows_are_padded_and_extra_cells_kept(intake: Intake) -> None:
    text = csv_text([HEADER, record(1)[:6], [*record(2), "多一格", "多两格"], record(3)])
    rows = intake.rows(text)
    assert rows["applicants"].to_list() == [None, "平湖市某某箱包有限公司", "平湖市某某箱包有限公司"]
    assert rows["original"].struct.field("第10列").to_list() == [None, "多一格", None]
    assert rows["original"].struct.field("第11列").to_list() == [None, "多两格", None]


def test_ragged__wide_row_far_below_the_sample(intake: Intake) -> None:
    text = feed(5000) + csv_text([[*record(7), "多一格"]])
    rows = intake.rows(text)
    assert rows.height == 5001
    assert rows["row_number"][-1] == 5002
    assert rows["original"].struct.field("第10列")[-1] == "多一格"


def test_surplus__unquoted_comma_in_a_title(intake: Intake) -> None:
    torn, quoted = record(2, 发明名称="一种装置,及方法"), record(3, 发明名称='"一种装置,及方法"')
    rows = intake.rows(csv_text([HEADER, record(1), torn, quoted]))
    assert rows["applicants"][1] == "及方法"
    assert rows["surplus_cells"].to_list() == [None, 1, None]


def test_surplus__unquoted_commas_far_below_the_sample(intake: Intake) -> None:
    rows = intake.rows(feed(3000) + csv_text([record(9, 发明名称="一种装置,及,方法")]), batch_rows=1000)
    assert rows["surplus_cells"].to_list() == [*[None] * 3000, 2]


def test_surplus__torn_row_whose_last_column_is_blank(intake: Intake) -> None:
    """The surplus cell is the blank last column, moved: nothing filled lies beyond the header."""
    rows = [[*record(number), ""] for number in range(1, 6)]
    rows[1] = [*record(2, 发明名称="一种A,B组件的装置"), ""]
    rows[2] = [*record(3, 发明名称="一种C,D,E组件的装置"), ""]
    assert intake.rows(csv_text([[*HEADER, "备注"], *rows]))["surplus_cells"].to_list() == [None, 1, 2, None, None]


def test_surplus__torn_row_among_records_with_quotes(intake: Intake) -> None:
    rows = [[*record(number, 发明名称=f'"一种装置{number},及方法"'), ""] for number in range(1, 4)]
    rows[2] = [*record(3, 发明名称="一种A,B组件的装置"), ""]
    assert intake.rows(csv_text([[*HEADER, "备注"], *rows]))["surplus_cells"].to_list() == [None, None, 1]


def test_surplus__separators_behind_a_block_of_rows(intake: Intake) -> None:
    """Excel leaves them behind sixteen rows at a time, wherever a blank cell was once formatted."""
    rows = [[*record(number), *([""] if 16 < number <= 32 else [])] for number in range(1, 41)]
    assert intake.rows(csv_text([HEADER, *rows]))["surplus_cells"].null_count() == 40


def test_surplus__blank_field_at_the_end_of_every_record(intake: Intake) -> None:
    rows = intake.rows(csv_text([HEADER, *([*record(number), " "] for number in range(1, 4))]))
    assert rows["surplus_cells"].null_count() == 3


def test_surplus__remarks_in_a_column_whose_header_is_blank(intake: Intake) -> None:
    rows = intake.rows(csv_text([[*HEADER, ""], [*record(1), ""], [*record(2), "重复"]]))
    assert rows["surplus_cells"].null_count() == 2


def test_surplus__a_column_that_most_rows_fill_and_one_torn_row(intake: Intake) -> None:
    sound = [[*record(number), "有效"] for number in range(1, 13)]
    rows = intake.rows(csv_text([HEADER, *sound, [*record(13, 发明名称="一种装置,及方法"), "有效"]]))
    assert rows["surplus_cells"].to_list() == [*[None] * 12, 1]


def test_headers__repeated_names_and_columns_without_name(intake: Intake) -> None:
    text = csv_text([[*HEADER, "申请人", "", "某列"], [*record(1), "甲", "乙", "丙"]])
    plan = intake.plan(text)
    assert plan.sheets[0].unknown_headers == ("某列", "申请人(第10列,重复)")
    original = next(raw_batches(intake.taken[-1], "受理_201301.csv", plan, intake.folder / "work"))["original"][0]
    assert (original["申请人"], original["申请人_2"], original["第11列"], original["某列"]) == (
        "平湖市某某箱包有限公司",
        "甲",
        "乙",
        "丙",
    )


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ('5" 接头', '5" 接头'),
        ('"快速"接头', '"快速"接头'),
        ('"a,""b"""', 'a,"b"'),
        (' "a,b"', "a,b"),
        ('"a\r\nb"', "a\r\nb"),
    ],
)
def test_quotes__odd_ones_are_read_as_meant(intake: Intake, title: str, read: str) -> None:
    rows = intake.rows(csv_text([HEADER, record(1), record(2, 发明名称=title), record(3)]))
    assert rows["title"].to_list() == ["一种箱包用连接件", read, "一种箱包用连接件"]


def test_quotes__that_do_not_pair_are_held_with_the_record(intake: Intake) -> None:
    text = csv_text([HEADER, record(1, 发明名称='"a,b"'), record(2, 发明名称='"快速"接头'), record(3)])
    assert "第 3 条记录引号不成对" in intake.held(text).reason


@pytest.mark.parametrize("mark", ['="{}"', '"=""{}"""', '="{}" '])
@pytest.mark.parametrize("with_header", [True, False])
def test_formula_text__is_the_text(intake: Intake, mark: str, with_header: bool) -> None:
    marked = [[mark.format(cell) for cell in row] for row in (HEADER, record(1), record(2, 邮编=""))]
    rows = intake.rows(csv_text(marked if with_header else [HEADER, *marked[1:]]))
    assert rows["application_number"].to_list() == NUMBERS[:2]
    assert rows["acceptance_date"].to_list() == ["2013.01.08", "2013.01.08"]
    assert rows["applicants"][0] == "平湖市某某箱包有限公司"
    assert rows["postcode"].to_list() == ["314200", None]


def test_formula_text__other_cells_stay_as_they_are(intake: Intake) -> None:
    number = f'="{NUMBERS[0]}"'
    rows = intake.rows(csv_text([HEADER, record(1, 申请号=number, 发明名称='一种="甲"装置'), record(2, 发明名称='=甲"')]))
    assert rows["application_number"].to_list() == NUMBERS[:2]
    assert rows["title"].to_list() == ['一种="甲"装置', '=甲"']


@pytest.mark.parametrize("end", ["\x1a", "\x1a\x1a\n", "\n\x1a"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_end_mark__of_dos_is_no_record(intake: Intake, end: str, encoding: str) -> None:
    rows = intake.rows((feed(2) + csv_text([record(3)]).rstrip("\n") + end).encode(encoding))
    assert rows["application_number"].to_list() == NUMBERS
    assert rows["postcode"].to_list() == ["314200", "314200", "314200"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "0 字节"),
        (b"\n \r\n\t\n", "只有空白"),
        (b"\n\x1a", "只有空白"),
        (feed().encode() * 20 + b"\xff\n", "按 UTF-8 读到第 "),
        (feed().encode("gb18030") + b"\xff\xff\n", f"按 GB18030 读到第 {len(feed().encode('gb18030')) + 1} 字节"),
        (feed().encode("utf-16") + b"\x01", "按 UTF-16 读到第 "),
        (b"a\0b\0\0\0\0c,d\n" * 5, "第 2 字节是空字符"),
        (csv_text([record(1), record(2)]).encode(), "没有找到表头"),
        (csv_text([HEADER, record(1), record(2)[:5]]).encode().rstrip(b"\n"), "最后一行只有 5 列,表头有 9 列"),
        ((",".join(HEADER) + "," * 2000 + "\n").encode(), "多于可读的 1000 列"),
    ],
    ids=["empty", "blank", "end mark", "bad utf-8", "bad gb18030", "odd utf-16", "binary", "no header", "cut off", "too wide"],
)
def test_unfit_text__is_held_with_what_was_found(intake: Intake, content: bytes, said: str) -> None:
    assert said in intake.held(content).reason


def test_cut_off__a_signature_without_line_end_is_no_break(intake: Intake) -> None:
    rows = intake.rows(feed() + "合计,3件\n填报人:某某")
    assert rows["out_of_scope"].to_list() == [None, None, None, "total_row", "signature_row"]


def test_changed_file__is_held(intake: Intake, tmp_path: Path) -> None:
    plan = intake.plan(feed())
    assert plan.sheets[0].headers == HEADER
    intake.taken[-1].write_text("", encoding="utf-8")
    with pytest.raises(Exception, match="0 字节|变化"):
        list(raw_batches(intake.taken[-1], "受理_201301.csv", plan, tmp_path / "work"))


def test_header_only__is_a_list_without_rows(intake: Intake) -> None:
    plan = intake.plan(csv_text([HEADER]))
    assert plan.profile.source == "application_detail"
    assert list(raw_batches(intake.taken[-1], "受理_201301.csv", plan, intake.folder / "work")) == []
