"""Bytes to rows of text: encodings, banners, ragged rows, row numbers, sheets, totals. Expected rows by hand."""

import zipfile
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from transforms.errors import DataError, Held
from transforms.intake import (
    DeliveryPlan,
    Profile,
    Sidecar,
    Synonyms,
    parse_profile,
    parse_sidecar,
    parse_synonyms,
    plan_delivery,
    raw_batches,
    zip_members,
)

DATA = Path(__file__).parents[3] / "data"
HEADER = "序号,申请号,申请日,受理日,专利类型,发明名称,申请人,地址,邮编,代理机构"
ROW = "1,201320000001.7,2013-01-04,2013-01-08,实用新型,一种锁扣,平湖市某某有限公司,平湖市新仓镇1号,314205,某代理"
NAME = "平湖市专利申请受理明细_201301.csv"


@pytest.fixture(scope="module")
def known() -> tuple[list[Profile], Synonyms]:
    profiles = [
        parse_profile(file.read_text(encoding="utf-8"), file.name) for file in sorted((DATA / "sources").glob("*.yml"))
    ]
    synonyms = (DATA / "reference" / "header_synonyms.yml").read_text(encoding="utf-8")
    return profiles, parse_synonyms(synonyms, "header_synonyms.yml")


class Intake:
    def __init__(self, folder: Path, known: tuple[list[Profile], Synonyms]) -> None:
        self.folder, self.profiles, self.synonyms = folder, *known
        (folder / "work").mkdir()

    def plan(self, content: bytes, name: str = NAME, sidecar: Sidecar | None = None) -> DeliveryPlan:
        self.path = self.folder / "content"
        self.path.write_bytes(content)
        self.name = name
        return plan_delivery(self.path, name, self.profiles, self.synonyms, sidecar, self.folder / "work")

    def rows(self, plan: DeliveryPlan) -> pl.DataFrame:
        return pl.concat(
            [batch.drop("original") for batch in raw_batches(self.path, self.name, plan, self.folder / "work")]
        )


@pytest.fixture
def intake(tmp_path: Path, known: tuple[list[Profile], Synonyms]) -> Intake:
    return Intake(tmp_path, known)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_text__every_encoding_and_line_ending_gives_the_same_row(intake: Intake, encoding: str, ending: str) -> None:
    plan = intake.plan(ending.join([HEADER, ROW, ""]).encode(encoding))
    assert (plan.profile.source, plan.feed_month) == ("application_detail", "2013-01")
    rows = intake.rows(plan)
    assert rows.select("row_number", "application_number", "applicants", "postcode").rows() == [
        (2, "201320000001.7", "平湖市某某有限公司", "314205")
    ]


def test_text__row_numbers_count_banner_blank_and_quoted_lines(intake: Intake) -> None:
    quoted = ROW.replace("一种锁扣", '"一种,锁扣\n第二行"')
    below = [ROW.replace("01.7", "02.1"), "合计,3件", "填报人:某某,审核:某某"]
    text = "\n".join(["2013年1月受理明细", HEADER, ROW, "", quoted, *below])
    rows = intake.rows(intake.plan(text.encode()))
    assert rows["row_number"].to_list() == [3, 5, 6, 7, 8]
    assert rows["title"].to_list()[1] == "一种,锁扣\n第二行"
    assert rows["out_of_scope"].to_list() == [None, None, None, "total_row", "signature_row"]


def test_sheet_total__is_remembered(intake: Intake) -> None:
    plan = intake.plan("\n".join([HEADER, ROW, "合计,1件"]).encode())
    assert [sheet.stated_total for sheet in plan.sheets] == [1]


def test_ragged_rows__short_ones_are_padded(intake: Intake) -> None:
    short = ROW.rsplit(",", 3)[0]
    rows = intake.rows(intake.plan("\n".join([HEADER, ROW, short, ""]).encode()))
    assert rows["address"].to_list() == ["平湖市新仓镇1号", None]
    assert rows["application_number"].null_count() == 0


def test_workbook__sheets_empty_columns_and_row_numbers_as_excel_shows_them(intake: Intake) -> None:
    file = intake.folder / "book.xlsx"
    book = xlsxwriter.Workbook(file)
    for name, start in (("上半月", 0), ("下半月", 3)):
        sheet = book.add_worksheet(name)
        sheet.write_row(start, 1, HEADER.split(","))
        sheet.write_row(start + 2, 1, ROW.split(","))
    book.add_worksheet("空表")
    book.close()
    rows = intake.rows(intake.plan(file.read_bytes(), NAME.replace("csv", "xlsx")))
    assert rows.select("sheet", "row_number").rows() == [("上半月", 3), ("下半月", 6)]


def test_swapped_columns__are_held_and_counted_right_once_the_sidecar_says_so(intake: Intake) -> None:
    header = "item,name,authorization_notice_id,authorized_announcement_date,filing_id,filing_date,patentee,"
    header += "address,designer,Int.Cl."
    lines = [
        f"{n},一种锁扣,CN10{n:07d}B,2019.07.09,2.02E+12,2016.01.02,某某有限公司,"
        f"王小明;李大为,{314200 + n}浙江省平湖市新仓镇{n}号,E05B1/00"
        for n in range(1, 60)
    ]
    content = "\n".join([header, *lines]).encode("gb18030")
    with pytest.raises(Held, match="designer") as held:
        intake.plan(content, "公报.csv")
    assert "address" in held.value.remedy
    sidecar = parse_sidecar("columns: {designer: address, address: inventors}", "公报.csv.yml")
    rows = intake.rows(intake.plan(content, "公报.csv", sidecar))
    assert rows["address"][0] == "314201浙江省平湖市新仓镇1号"


@pytest.mark.parametrize(
    ("text", "line"),
    [("source: a b\n", 1), ("month: 2013-01\nrelatoin: adds\n", 2), ("columns:\n  地址: no_such_field\n", 2)],
)
def test_sidecar__mistake_names_file_and_line(text: str, line: int) -> None:
    with pytest.raises(DataError) as failed:
        parse_sidecar(text, "某.csv.yml")
    assert (failed.value.file, failed.value.line) == ("某.csv.yml", line)


def test_zip_in_a_zip__is_held(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.csv", "1,2\n")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "inner.zip")
    with pytest.raises(Held, match="压缩包"):
        zip_members(outer)


def test_million_blank_rows__are_read_quickly_and_do_not_count(intake: Intake) -> None:
    rows = intake.rows(intake.plan("\n".join([HEADER, ROW, *["," * 9] * 1_000_000]).encode()))
    assert rows.height == 1
