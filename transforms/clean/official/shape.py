"""Tables whose region names and numbers have come apart: held, with the cell named."""

import polars as pl

from transforms.clean.official.regions import ABOUT_ROWS
from transforms.errors import Held
from transforms.intake import SheetPlan
from transforms.intake.official.layouts import Layout
from transforms.intake.official.paths import column_letter

_MEND = "请与原表核对,改正后另存;如果原表如此,请向来源单位核实。"
_NUMBER = r"^[+-]?[\d.,]+%?$"
# More than this share of a row's or column's cells without a number is no slip of the pen.
_MOST_UNREADABLE = 0.5


def check_labels(rows: pl.DataFrame, sheet: SheetPlan, layout: Layout) -> None:
    """Raise Held for a row with numbers and no region, a number where the region should stand, an unknown row word."""
    letter = column_letter(sheet.columns["region"])
    name = pl.col("region_name").str.normalize("NFKC").str.replace_all(r"\s", "")
    if place := _first(rows, pl.col("region_name").is_null()):
        raise Held(f"{_where(sheet)}第{place[0]}行有数字而没有地区名({letter}{place[0]}),可能错行。", _MEND)
    if place := _first(rows, name.str.contains(_NUMBER)):
        raise Held(f"{_where(sheet)}第{place[0]}行的地区名是数字“{place[1]}”({letter}{place[0]}),可能错列。", _MEND)
    if layout.row_words:
        word = pl.col("row").str.normalize("NFKC").str.replace_all(r"\s", "")
        unknown = word.is_null() | ~word.is_in(list(layout.row_words))
        if place := _first(rows, unknown, "row"):
            cell = f"{column_letter(sheet.columns['row'])}{place[0]}"
            raise Held(f"{_where(sheet)}第{place[0]}行的“{place[1] or '(空)'}”({cell})不是这种表的分项,应为"
                       f"{'、'.join(layout.row_words)}之一。", _MEND)


def check_numbers(rows: pl.DataFrame, sheet: SheetPlan) -> None:
    """Raise Held where most cells of a row, or most and at least two of a column, hold text instead of numbers."""
    cells = rows.select("row_number", "unreadable", pl.col("cells")).explode("cells").unnest("cells")
    lost = pl.col("value").is_null() & pl.col("cell").is_not_null()
    for key, fewest in (("row_number", 1), ("header", 2)):
        share = lost.mean().over(key)
        bad = cells.filter(lost & (share > _MOST_UNREADABLE) & (lost.sum().over(key) >= fewest))
        if bad.height:
            first = bad.row(0, named=True)
            raise Held(
                f"{_where(sheet)}第{first['row_number']}行“{first['header']}”({first['cell']})应为数字,却是“{first['printed']}”,"
                f"{'整行' if key == 'row_number' else '整列'}大多如此,可能错行或错列。", _MEND)


def check_repeats(rows: pl.DataFrame, sheet: SheetPlan) -> None:
    """Raise Held where two rows of a sheet are of one region: which of them counts is not ours to say."""
    kept = rows.filter(pl.col("cells").list.len() > 0)
    again = kept.filter(pl.struct("region", "row").is_duplicated()).sort("region", "row_number")
    if again.height:
        first, second = again.head(2).iter_rows(named=True)
        raise Held(
            f"{_where(sheet)}第{first['row_number']}行“{first['region_name']}”和第{second['row_number']}行"
            f"“{second['region_name']}”是同一地区。", _MEND)


def check_units(rows: pl.DataFrame, sheet: SheetPlan) -> None:
    """Raise Held for a row of the own territory that is of no reporting unit: it could not be compared with ours."""
    unknown = ~pl.col("region").str.contains(rf"^\d{{6,9}}$|{ABOUT_ROWS}")
    if place := _first(rows, unknown):
        cell = f"{column_letter(sheet.columns['region'])}{place[0]}"
        raise Held(f"{_where(sheet)}第{place[0]}行的“{place[1]}”({cell})不是本市的镇(街道)或开发区。",
                   "请核对;如果是另一种写法或原镇名,请在该来源说明(data/sources/)的 regions 里写明它是哪个统计单位。")


def _first(rows: pl.DataFrame, condition: pl.Expr, column: str = "region_name") -> tuple[int, str | None] | None:
    found = rows.filter(condition).select("row_number", column)
    return found.row(0) if found.height else None


def _where(sheet: SheetPlan) -> str:
    return f"工作表“{sheet.sheet}”" if sheet.sheet else ""
