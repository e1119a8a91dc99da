"""Workbooks (.xlsx, .xls): every sheet with content as text cells under the row numbers that Excel shows."""

import zipfile
from pathlib import Path

import fastexcel
import polars as pl

from transforms.errors import Held
from transforms.intake.tables import RawTable, check_width, proved
from transforms.intake.used_range import UsedRange, is_panic, used_ranges

_RESAVE = "请用 Excel 打开核对,另存为新的 .xlsx 后再放入收件箱。"
# The reader prints floats with nine decimals; more significant digits than a float holds are noise.
_PRINTED_FLOAT = r"^-?[0-9]{7,15}[.][0-9]{7,9}$"
_PRINTED_INSTANT = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) [0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?$"


def workbook_tables(path: Path, work_path: Path) -> list[RawTable]:
    """Return the sheets that hold anything, each as a frame beside `work_path`; Held if the workbook is unfit."""
    used = used_ranges(path)
    reader = _opened(path, work_path)
    tables: list[RawTable] = []
    for index, sheet in enumerate(reader.sheet_names):
        cells = _cells(reader, sheet)
        if cells.is_empty():
            continue
        its_range = used.get(sheet, UsedRange())
        target = work_path.with_suffix(f".sheet{index}.arrow")
        frame = _as_table(cells, its_range.first_column)
        frame.write_ipc(target, compression="uncompressed")
        is_formula = pl.exclude("row_number").str.contains('="', literal=True).any()
        has_formula_texts = frame.select(pl.any_horizontal(is_formula)).item() is True
        tables.append(proved(RawTable(
            sheet, target, "frame", frame.width - 1, has_formula_texts=has_formula_texts, merged=its_range.merged)))
    if not tables:
        raise Held("工作簿里没有任何内容(所有工作表都是空的)。", "请重新导出或向来源单位索取完整文件。")
    return tables


def _opened(path: Path, work_path: Path) -> fastexcel.ExcelReader:
    # by a name whose ending fits the content: the reader goes by the ending, and a delivery's may be wrong or absent
    named = work_path.with_suffix(".xlsx" if zipfile.is_zipfile(path) else ".xls")
    named.unlink(missing_ok=True)
    named.symlink_to(path.resolve())
    try:
        return fastexcel.read_excel(named)
    except BaseException as problem:
        raise _unreadable(problem, "工作簿") from problem


def _cells(reader: fastexcel.ExcelReader, sheet: str) -> pl.DataFrame:
    try:
        # header_row=None with skip_rows=0 keeps leading blank rows, so that row numbers are Excel's
        loaded = reader.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
        check_width(sheet, loaded.width)
        return loaded.to_polars() if loaded.height and loaded.width else pl.DataFrame()
    except BaseException as problem:
        raise _unreadable(problem, f"工作表“{sheet}”") from problem


def _as_table(cells: pl.DataFrame, shift: int) -> pl.DataFrame:
    named = cells.rename({old: f"c{index + shift}" for index, old in enumerate(cells.columns)})
    leading = [pl.lit(None, dtype=pl.String).alias(f"c{index}") for index in range(shift)]
    is_filled = pl.any_horizontal(pl.exclude("row_number").is_not_null())
    numbered = named.with_row_index("row_number", offset=1).filter(is_filled)
    return numbered.select(
        pl.col("row_number").cast(pl.Int64), *leading, *[_as_typed(name) for name in named.columns])


def _as_typed(name: str) -> pl.Expr:
    """Give a date without its empty time, and a float with the digits that it holds."""
    text = pl.col(name)
    return (
        pl.when(text.str.contains(_PRINTED_FLOAT))
        .then(text.cast(pl.Float64, strict=False).cast(pl.String))
        .otherwise(text.str.replace(_PRINTED_INSTANT, "$1"))
        .alias(name)
    )


def _unreadable(problem: BaseException, what: str) -> BaseException:
    """Turn the reader's error into Held; anything else is ours and goes on."""
    if not isinstance(problem, fastexcel.FastExcelError | pl.exceptions.PolarsError) and not is_panic(problem):
        return problem
    if "password" in str(problem).lower() or "encrypt" in str(problem).lower():
        return Held("工作簿设有打开密码(已加密),不能读取。", "请在 Excel 中取消打开密码,另存后重新放入收件箱。")
    return Held(f"{what}不能读取,文件不完整或已损坏。", _RESAVE)
