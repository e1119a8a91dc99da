"""Names of applicants: normal form, several in one cell, and the first of them."""

import polars as pl

from transforms.clean.applicant_kind import applicant_kind, whole_organisation
from transforms.clean.distinct import by_distinct
from transforms.clean.reference import CleanReference
from transforms.clean.text import MIDDLE_DOTS, UNTOUCHED

# These separate always; `、` and `,` only where every part is a valid name (method decision 11).
ALWAYS = r"[;|\r\n\v\f\x{85}\x{2028}\x{2029}]+"
SOMETIMES = r"[、,]"
PERSON = r"^\p{Han}{2,4}$"
MIDDLE_DOT_NAME = r"^[^\s()]+·[^()]+$"


def normalised_name(name: pl.Expr) -> pl.Expr:
    """A name in NFKC: one form of the middle dot, no blanks beside Chinese characters, single ones elsewhere.

    Nothing that tells two firms apart is removed: brackets, branch words, place names and case stay.
    """
    plain = name.str.normalize("NFKC").str.replace_all(MIDDLE_DOTS, "·").str.replace_all(r"[\p{Cc}\p{Cf}]+", " ")
    plain = plain.str.replace_all(r"\s+", " ").str.replace_all(r"(\p{Han}|[()·、]) ", "$1")
    plain = plain.str.replace_all(r" (\p{Han}|[()·、])", "$1")
    return plain.str.replace(r"^([A-Z])\.(\p{Han})", "$1·$2").str.strip_chars(" ?,、.")


def _parts_of(cell: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Cells that hold `、` or `,` split there where every part is a valid name: columns cell, order, name."""
    pieces = (
        cell.with_columns(piece=pl.col("name").str.replace_all(SOMETIMES, "、").str.split("、"))
        .explode("piece")
        .with_columns(piece=normalised_name(pl.col("piece")))
        .filter(pl.col("piece") != "")
    )
    short = pl.col("piece").str.contains(PERSON)
    surname = pl.col("piece").str.head(1).is_in(reference.surnames) | pl.col("piece").str.head(2).is_in(
        reference.surnames
    )
    unit = whole_organisation(pl.col("piece"), reference.applicant_kinds)
    dotted = pl.col("piece").str.contains(MIDDLE_DOT_NAME)
    part = ["cell", "order"]
    # A list of nothing but short names is one of persons, whatever their surnames.
    valid = (short.all() | (unit | dotted | (short & surname)).all()).over(part)
    return pieces.with_columns(valid=valid).with_columns(name=pl.when("valid").then("piece").otherwise("name"))


def _several(cells: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Columns cell, applicants, first_applicant of the cells that hold a separator."""
    parts = cells.with_columns(name=pl.col("text").str.replace_all(r"[；｜]", ";").str.replace_all(ALWAYS, ";").str.split(";"))
    parts = parts.explode("name").with_columns(name=normalised_name(pl.col("name"))).filter(pl.col("name") != "")
    parts = parts.select("cell", "name").with_row_index("order")
    doubtful = pl.col("name").str.contains(SOMETIMES)
    split = _parts_of(parts.filter(doubtful), reference).select("order", "cell", "name")
    parts = pl.concat([parts.filter(~doubtful), split.unique(maintain_order=True)]).sort("order", maintain_order=True)
    return parts.group_by("cell", maintain_order=True).agg(
        applicants=pl.col("name").unique(maintain_order=True).str.join("; "), first_applicant=pl.col("name").first()
    )


def _derive(keys: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    cells = keys.with_row_index("cell")
    mark = pl.col("text").str.contains(r"[;；|｜、,，﹐､\r\n\v\f\x{85}\x{2028}\x{2029}]")
    several = _several(cells.filter(mark), reference)
    name = pl.when(pl.col("text").str.contains(UNTOUCHED)).then("text").otherwise(normalised_name(pl.col("text")))
    single = cells.filter(mark.not_().fill_null(False)).select("cell", applicants=name, first_applicant=name)
    named = pl.concat([single.filter(pl.col("first_applicant") != ""), several])
    kind = applicant_kind(pl.col("first_applicant"), reference.applicant_kinds)
    return cells.join(named, on="cell", how="left").drop("cell").with_columns(applicant_kind=kind)


def applicants(text: pl.Series, reference: CleanReference) -> pl.DataFrame:
    """Columns applicants ('; ' between them), first_applicant, applicant_kind of a column of names."""
    return by_distinct(text.to_frame("text"), lambda keys: _derive(keys, reference))
