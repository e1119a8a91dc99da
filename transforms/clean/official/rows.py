"""Rows of a published table: the region of each, its cells as typed numbers, and the tables that cannot be believed."""

import polars as pl

from transforms.clean.official.figures import CELL, cells_of
from transforms.clean.official.regions import ABOUT_ROWS, TOTAL_NAMES, RegionNames, located, plain_region, with_regions
from transforms.clean.official.shape import check_labels, check_numbers, check_repeats, check_units
from transforms.intake import SheetPlan
from transforms.intake.official.layouts import Layout

_DIMENSIONS = ("patent_type", "applicant_kind")
# A region whose cells are all blank is a row of the table; a long or punctuated text alone in its row is a note.
_NOTE = r"[。:;,]|.{16,}"


def clean_official(raw: pl.DataFrame, sheet: SheetPlan, layout: Layout, month: str | None, names: RegionNames) -> pl.DataFrame:
    """Typed rows, one for one with `raw` (columns region, group, row, figure_0, figure_1, ...).

    Adds region, region_name, part_of, adds_up, month, `cells` (list of structs, one a number: cell, header, reading,
    measure, period, patent_type, applicant_kind, value, printed) and `unreadable`, the cells that hold no number.
    Raises Held, naming the cell, where region names and numbers have come apart.
    """
    layout = located(layout, sheet.place, names)
    labelled = _labelled(raw, sheet)
    in_scope = labelled.filter(pl.col("out_of_scope").is_null())
    check_labels(in_scope, sheet, layout)
    read = _read(in_scope, sheet, layout)
    check_numbers(read, sheet)
    placed = with_regions(read, layout, names).with_columns(
        month=pl.lit(month, pl.String), total_region=pl.lit(layout.total_region))
    check_repeats(placed, sheet)
    if layout.within == names.county_code:
        check_units(placed, sheet)
    added = placed.select(
        "row_number", "region", "region_name", "part_of", "adds_up", "total_region", "month", "cells", "unreadable")
    kept = labelled.select("sheet", "row_number", "out_of_scope", "original")
    return kept.join(added, on="row_number", how="left", maintain_order="left")


def _labelled(raw: pl.DataFrame, sheet: SheetPlan) -> pl.DataFrame:
    """Labels under their own names, merged ones repeated on each of their rows, and notes set out of scope."""
    given = raw.with_columns(pl.lit(None, pl.String).alias(role) for role in ("group", "row") if role not in raw.columns)
    figures = [pl.col(figure.field) for figure in sheet.figures]
    is_alone = pl.all_horizontal(figure.is_null() for figure in figures) & pl.col("row").is_null()
    is_note = is_alone & pl.col("region").str.normalize("NFKC").str.contains(f"{_NOTE}|{ABOUT_ROWS}")
    # a row of totals is a row of the table
    scope = pl.when(pl.col("out_of_scope") != "total_row").then("out_of_scope")
    scoped = given.with_columns(out_of_scope=pl.coalesce(scope, pl.when(is_note).then(pl.lit("note_row"))))
    inside = pl.col("out_of_scope").is_null()
    # a region over several rows (小计, 职务, 非职务) is one merged cell
    region = pl.col("region").forward_fill() if "row" in raw.columns else pl.col("region")
    # 合计 over both label columns stands in the first
    region = region.fill_null(pl.when(plain_region(pl.col("group")).is_in(TOTAL_NAMES)).then("group"))
    return scoped.with_columns(
        group=pl.when(inside).then(pl.col("group").forward_fill()), region_name=pl.when(inside).then(region))


def _read(rows: pl.DataFrame, sheet: SheetPlan, layout: Layout) -> pl.DataFrame:
    """Add `cells` and `unreadable`."""
    words = {name: {word: given.get(name) for word, given in layout.row_words.items()} for name in _DIMENSIONS}
    plain = pl.col("row").str.normalize("NFKC").str.replace_all(r"\s", "")
    worded = rows.with_columns(
        plain.replace_strict(words[name], default=None, return_dtype=pl.String).alias(f"row_{name}") for name in _DIMENSIONS)
    cells = [cell for figure in sheet.figures for cell in cells_of(figure, layout.blanks)]
    listed = worded.with_columns(cells=pl.concat_list(cells).list.drop_nulls().cast(pl.List(pl.Struct(CELL))))
    lost = pl.col("cells").list.eval(
        pl.when(pl.element().struct.field("value").is_null()).then(
            pl.format("“{}”({})不是数字:“{}”", pl.element().struct.field("header"), pl.element().struct.field("cell"),
                      pl.element().struct.field("printed"))))
    joined = lost.list.drop_nulls().list.join("、")
    return listed.with_columns(unreadable=pl.when(joined != "").then(joined))
