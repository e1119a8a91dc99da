"""Which application and which document a row is about: four columns of numbers, any of which may be blank."""

from dataclasses import dataclass

import polars as pl

from transforms.clean.application_number import application_numbers
from transforms.clean.document_kind import kind_codes
from transforms.clean.publication_number import foreign_documents, publication_numbers
from transforms.clean.reference import CleanReference
from transforms.clean.text import without_space

UNUSABLE = ("missing", "destroyed", "malformed")
GOOD = ("ok", "check_inferred")
TRAILING_KIND = r"[0-9Xx]\s*-?([ABCDSUY][0-9]?)\s*$"


@dataclass(frozen=True)
class _Columns:
    """What the three columns of numbers say, row by row."""

    application: pl.DataFrame
    publication: pl.DataFrame
    grant: pl.DataFrame


def _spread(part: pl.DataFrame, rows: pl.Series, height: int) -> pl.DataFrame:
    """`part`, which holds some rows only, with nulls for the others."""
    index = pl.DataFrame({"row": pl.int_range(height, dtype=pl.UInt32, eager=True)})
    numbered = part.with_columns(rows.cast(pl.UInt32).alias("row"))
    return index.join(numbered, on="row", how="left", maintain_order="left").drop("row")


def _elsewhere(raw: pl.DataFrame, columns: _Columns, received_year: int) -> pl.DataFrame:
    """Application numbers found in the grant or publication column, where their own column gives none."""
    text = pl.coalesce(
        pl.when(pl.lit(columns.grant["is_other"])).then("grant_number"),
        pl.when(pl.lit(columns.publication["is_other"])).then("publication_number"),
    )
    found = raw.select(number_text=text)["number_text"]
    rows = (columns.application["number_state"].is_in(UNUSABLE) & found.is_not_null()).arg_true()
    numbers = application_numbers(found.gather(rows), received_year)
    return _spread(numbers.with_columns(found.gather(rows).alias("number_text")), rows, raw.height)


def _application(raw: pl.DataFrame, columns: _Columns, received_year: int) -> pl.DataFrame:
    own = columns.application.with_columns(raw["application_number"].alias("number_text"))
    if not (columns.grant["is_other"].any() or columns.publication["is_other"].any()):
        return own
    other = _elsewhere(raw, columns, received_year)
    better = other["number_state"].is_in(GOOD).fill_null(False)
    # A blank cell says less than an unusable number, which a rule can show to a person.
    instead = better | ((own["number_state"] == "missing") & other["number_state"].is_not_null())
    return own.select(
        pl.when(pl.lit(instead)).then(pl.lit(other[name])).otherwise(name).alias(name) for name in own.columns
    )


def _document(raw: pl.DataFrame, columns: _Columns) -> pl.DataFrame:
    """The document of the row: that of the publication column, else that of the grant column."""
    publication, grant = columns.publication, columns.grant
    own = publication["publication_number"].is_not_null()
    numbers = publication.select(
        pl.when(pl.lit(own)).then(name).otherwise(pl.lit(grant[name])).alias(name)
        for name in ("publication_number", "publication_stem")
    )
    # `CN201410411150A` in the publication column is an application number, but the A still names the document.
    letter = raw["publication_number"].str.extract(TRAILING_KIND, 1) if publication["is_other"].any() else None
    by_column = kind_codes(raw["kind_code"])
    of_publication = publication.select(
        pl.coalesce("document_kind", pl.when("is_other").then(pl.lit(letter)), pl.lit(by_column))
    )[:, 0]
    has_publication = own | raw["publication_date"].is_not_null() | publication["is_other"]
    of_grant = pl.coalesce(pl.lit(grant["document_kind"]), pl.lit(by_column))
    return numbers.with_columns(
        document_kind=pl.when(pl.lit(own))
        .then(pl.lit(of_publication))
        .otherwise(pl.coalesce(of_grant, pl.lit(of_publication))),
        event_kind=pl.when(pl.lit(has_publication)).then(pl.lit(of_publication)).otherwise(of_grant),
        has_publication=pl.lit(has_publication),
    )


def _foreign(raw: pl.DataFrame, columns: _Columns, reference: CleanReference) -> pl.Series:
    """True for documents of other offices: the publication number says so, else the other numbers or the office's name."""
    blank = pl.Series([False]).new_from_index(0, raw.height)

    def foreign(name: str, suspect: pl.Series) -> pl.Series:
        rows = suspect.arg_true()
        return (
            blank.scatter(rows, foreign_documents(raw[name].gather(rows), reference.foreign_offices))
            if len(rows)
            else blank
        )

    by_publication = foreign("publication_number", columns.publication["is_other"])
    by_number = foreign("application_number", columns.application["number_state"] == "malformed")
    by_grant = foreign("grant_number", columns.grant["is_other"])
    named = (
        raw.select(without_space(pl.col("jurisdiction")).str.to_uppercase())[:, 0]
        if raw["jurisdiction"].null_count() < raw.height
        else None
    )
    abroad = (~named.is_in(reference.home_names)).fill_null(False) if named is not None else blank
    domestic = columns.publication["publication_number"].is_not_null()
    return by_publication | (~domestic & (by_number | by_grant | abroad))


def identity(raw: pl.DataFrame, received_year: int, reference: CleanReference) -> pl.DataFrame:
    """Columns of the application number and of the document of each row, and is_foreign.

    `event_kind` is the kind of the document whose date the publication column holds (of the grant document
    where the row has no publication column); `document_kind` belongs to `publication_number`.
    """
    columns = _Columns(
        application_numbers(raw["application_number"], received_year),
        publication_numbers(raw["publication_number"]),
        publication_numbers(raw["grant_number"]),
    )
    application = _application(raw, columns, received_year)
    document = _document(raw, columns)
    return pl.concat([application, document], how="horizontal").with_columns(
        is_foreign=_foreign(raw, columns, reference)
    )
