"""Raw rows of text to typed records: one function, columns in, columns out, no row lost or added."""

from collections.abc import Iterable

import polars as pl

from transforms.clean.address import addresses, postcodes
from transforms.clean.applicants import applicants
from transforms.clean.classes import classes
from transforms.clean.context import RowContext
from transforms.clean.dates import dates, grant_dates, unreadable_dates
from transforms.clean.document_kind import document_kinds, type_of_digit, types_by_word
from transforms.clean.events import document_days, events, is_correction
from transforms.clean.identity import identity
from transforms.clean.reference import CleanReference
from transforms.clean.text import code_column, one_line
from transforms.intake.fields import RECORD_FIELDS

DATE_COLUMNS = {
    "filing_date": "filed_on",
    "acceptance_date": "accepted_on",
    "publication_date": "publication_column_on",
    "grant_date": "grant_column_on",
}
CLEANED = (
    "sheet", "row_number", "out_of_scope", "surplus_cells", "original",
    "patent_id", "application_number", "number_state", "number_text",
    "publication_number", "publication_stem", "document_kind", "is_correction", "patent_type", "type_by_word",
    "type_conflict", "title", "filed_on", "accepted_on", "published_on", "granted_on", "unreadable_dates",
    "application_on", "application_month", "publication_on", "grant_on", "applicants", "first_applicant",
    "applicant_kind", "address", "postcode", "province", "city", "county", "uscc", "ipc_main", "locarno",
)  # fmt: skip


def with_fields(raw: pl.DataFrame, fields: Iterable[str]) -> pl.DataFrame:
    """`raw` with a null column for every field it lacks."""
    types = {**dict.fromkeys((*fields, "out_of_scope"), pl.String()), "surplus_cells": pl.Int32()}
    missing = [pl.lit(None, dtype=of_type).alias(name) for name, of_type in types.items() if name not in raw.columns]
    return raw.with_columns(missing) if missing else raw


def _with_first_publication(raw: pl.DataFrame, event_kind: pl.Series) -> pl.DataFrame:
    """`raw` with the day of first publication where the day of the document is not given.

    A granted invention (B, before 2010 C) was published long before: its first publication is no day of the grant.
    """
    first = pl.when(pl.lit(event_kind.is_in(["B", "C"]).fill_null(False)).not_()).then("first_publication_date")
    return raw.with_columns(publication_date=pl.coalesce("publication_date", first))


def _days(raw: pl.DataFrame) -> pl.DataFrame:
    """The four dates, and unreadable_dates: what stands in these fields and is no date."""
    read = {name: (grant_dates if name == "grant_date" else dates)(raw[name]) for name in DATE_COLUMNS}
    days = [frame["day"].alias(DATE_COLUMNS[name]) for name, frame in read.items()]
    return pl.DataFrame([*days, unreadable_dates(raw, read)])


def _typed(frame: pl.DataFrame, raw: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Adds what number, document and word say of the type; number and document count, the word does not."""
    document_on = pl.when("has_publication").then("publication_column_on").otherwise("grant_column_on")
    frame = frame.with_columns(document_on=document_on)
    kinds = document_kinds(frame["event_kind"], frame["document_on"], reference.document_kinds)
    stem = pl.col("publication_stem")
    old = stem.str.contains(r"^CN8[0-9]{7}$")
    digit = pl.when(old).then(stem.str.slice(4, 1)).otherwise(stem.str.slice(2, 1)).cast(pl.Int8)
    by_stem, by_number = type_of_digit(digit), type_of_digit(pl.col("number_type"))
    frame = frame.hstack(kinds).with_columns(
        by_stem=by_stem,
        by_number=by_number,
        type_by_word=types_by_word(raw["patent_type"], reference.patent_type_words),
        is_correction=is_correction(),
    )
    document = pl.coalesce("document_type", "by_stem")
    conflict = (pl.col("by_number") != document) | (pl.col("document_type") != pl.col("by_stem"))
    return frame.with_columns(
        patent_type=pl.coalesce("by_number", document, "type_by_word"), type_conflict=conflict.fill_null(False)
    )


def _named(raw: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Applicants; a column of first applicants, where the source has one, decides who is first."""
    everyone = applicants(raw["applicants"], reference)
    if raw["first_applicant"].null_count() == raw.height:
        return everyone
    first = applicants(raw["first_applicant"], reference)
    given = first["first_applicant"].is_not_null()
    return everyone.select(
        pl.coalesce("applicants", pl.lit(first["first_applicant"])).alias("applicants"),
        *(
            pl.when(pl.lit(given)).then(pl.lit(first[name])).otherwise(name).alias(name)
            for name in ("first_applicant", "applicant_kind")
        ),
    )


def clean_records(raw: pl.DataFrame, context: RowContext, reference: CleanReference) -> pl.DataFrame:
    """Typed columns (CLEANED) of a raw batch, its rows in their order; nothing raises on what a cell holds.

    published_on is the day of first publication and granted_on that of grant, as far as the row states them;
    application_on, publication_on and grant_on are only what the source reports as events.
    """
    raw = with_fields(raw, RECORD_FIELDS)
    numbers = identity(raw, context.received_on.year, reference)
    raw = _with_first_publication(raw, numbers["event_kind"])
    frame = _typed(pl.concat([numbers, _days(raw)], how="horizontal"), raw, reference)
    published_on, granted_on = document_days(context)
    frame = frame.with_columns(published_on=published_on, granted_on=granted_on).with_columns(events(context))
    place = addresses(raw["address"])
    described = raw.select(
        "sheet", "row_number", "original", "province", "city", "county", "out_of_scope", "surplus_cells"
    ).with_columns(
        one_line(raw["title"]).alias("title"),
        place["address"],
        pl.Series("postcode", postcodes(raw["postcode"])).fill_null(place["in_front"]),
        code_column(raw["uscc"]).alias("uscc"),
    )
    parts = [frame, described, _named(raw, reference), classes(raw, frame["patent_type"])]
    foreign = pl.when("is_foreign").then(pl.lit("foreign_document"))
    return (
        pl.concat(parts, how="horizontal")
        .with_columns(
            out_of_scope=pl.coalesce("out_of_scope", foreign),
            patent_id=pl.coalesce("application_number", "publication_stem"),
        )
        .select(CLEANED)
    )
