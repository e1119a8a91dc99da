"""What one cell of a published table says: a count, a growth rate, a share; blank, or no number at all."""

import polars as pl

from transforms.clean.text import BLANK_WORDS, FORMULA_ERRORS
from transforms.intake import Figure
from transforms.intake.official.layouts import Blanks
from transforms.intake.official.paths import column_letter

# what people write for none, besides the words for a blank cell; a formula that failed says neither none nor 0
_NONE = (*(word for word in BLANK_WORDS if word not in FORMULA_ERRORS), "–", "…", "……", "——", "*")
_COUNT = r"^([+-]?\d+(?:\.\d+)?)(?:件|项|个)?$"
_RATE = r"^([+-]?\d+(?:\.\d+)?)%?(?:/|$)"
# 构成 of the rows 国内 and 国外: the share of the own column before the stroke, that of the grand total behind it
_SHARE_OF_TOTAL = r"^[\d.]+%?/(\d+(?:\.\d+)?)%?$"
CELL = {
    "cell": pl.String, "header": pl.String, "reading": pl.String, "measure": pl.String, "period": pl.String,
    "patent_type": pl.String, "applicant_kind": pl.String, "value": pl.Float64, "printed": pl.String,
}  # fmt: skip


def cells_of(figure: Figure, blanks: Blanks) -> list[pl.Expr]:
    """Return one struct (fields of `CELL`) a reading of a column, null where the cell says nothing of it.

    A blank count is 0 where the layout says so, else nothing; text that is no number keeps a null value. The row's own
    `row_patent_type` and `row_applicant_kind` stand where the column says nothing.
    """
    plain = _plain(figure)
    is_none = plain.is_null() | plain.str.to_uppercase().is_in(_NONE)
    if figure.reading == "count":
        number = plain.str.extract(_COUNT).cast(pl.Float64)
        value = pl.when(is_none).then(pl.lit(0.0)).otherwise(number)
        return [_cell(figure, "count", value, pl.lit(blanks == "zero") | ~is_none)]
    rate = plain.str.extract(_RATE).cast(pl.Float64) / 100
    read = [_cell(figure, figure.reading, rate, ~is_none)]
    if figure.reading == "share":
        of_total = plain.str.extract(_SHARE_OF_TOTAL).cast(pl.Float64) / 100
        read.append(_cell(figure, "share_of_total", of_total, of_total.is_not_null()))
    return read


def _plain(figure: Figure) -> pl.Expr:
    return pl.col(figure.field).str.normalize("NFKC").str.replace_all(r"[\s,↑]", "").str.replace("↓", "-")


def _cell(figure: Figure, reading: str, value: pl.Expr, is_said: pl.Expr) -> pl.Expr:
    kind = pl.coalesce(pl.lit(figure.applicant_kind, pl.String), "row_applicant_kind")
    patent_type = pl.coalesce(pl.lit(figure.patent_type, pl.String), "row_patent_type")
    said = pl.struct(
        cell=pl.format("{}{}", pl.lit(column_letter(figure.column)), "row_number"),
        header=pl.lit(figure.header), reading=pl.lit(reading), measure=pl.lit(figure.measure),
        period=pl.lit(figure.period), patent_type=patent_type, applicant_kind=kind, value=value,
        printed=pl.col(figure.field),
    )  # fmt: skip
    return pl.when(is_said).then(said)
