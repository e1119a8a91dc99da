"""What a row reports: its application, publication and grant, each with its own day (method decision 1)."""

import polars as pl

from transforms.clean.context import RowContext
from transforms.clean.document_kind import CORRECTIONS

# Numbers of PCT cases entering the national phase (8, 9) carry the international filing date.
DOMESTIC_TYPES = (1, 2, 3)


def _application_month(context: RowContext) -> pl.Expr:
    accepted = pl.col("accepted_on").dt.strftime("%Y-%m")
    if context.feed_month is not None:
        filed = pl.when(pl.col("filed_on").is_not_null()).then(pl.lit(context.feed_month))
    else:
        same_year = pl.col("number_year") == pl.col("filed_on").dt.year()
        filed = pl.when(pl.col("number_type").is_in(DOMESTIC_TYPES) & same_year).then(
            pl.col("filed_on").dt.strftime("%Y-%m")
        )
    return pl.coalesce(accepted, filed)


def _document_event(context: RowContext) -> pl.Expr:
    """The event of the document in the publication column; where its kind is not said, what else tells it.

    A utility model or design is published by its grant. An invention's document before the grant date is its
    publication; else it is what the source reports, if that is one of the two.
    """
    known = [event for event in ("publication", "grant") if event in context.events]
    only = pl.lit(known[0]) if len(known) == 1 else pl.lit(None, dtype=pl.String)
    untold = (
        pl.when(pl.col("patent_type").is_in(["utility_model", "design"]))
        .then(pl.lit("grant"))
        .when(pl.col("document_on") < pl.col("grant_column_on"))
        .then(pl.lit("publication"))
        .otherwise(only)
    )
    return pl.when(pl.col("event_kind").is_null()).then(untold).otherwise("document_event")


def document_days(context: RowContext) -> tuple[pl.Expr, pl.Expr]:
    """The day of first publication and that of grant as the row states them, whatever it is allowed to report.

    The grant column is authoritative; without it a granting document's own date is that of the grant.
    The grant of a utility model or design is its first publication as well.
    """
    event, document_on = _document_event(context), pl.col("document_on")
    granted_on = pl.coalesce("grant_column_on", pl.when(event == "grant").then(document_on))
    at_grant = pl.col("patent_type").is_in(["utility_model", "design"]) & event.ne_missing("publication")
    published_on = (
        pl.when(event.is_in(["publication", "announcement"]) & pl.col("has_publication"))
        .then(document_on)
        .when(at_grant & pl.col("is_correction").not_())
        .then(granted_on)
    )
    return published_on, granted_on


def events(context: RowContext) -> list[pl.Expr]:
    """Columns application_on, application_month, publication_on, grant_on; null for what is not reported.

    Only events of the source profile are reported. A correction of a document (A8, U9, C1 ...) reports none;
    an invention application's publication is that of its A document.
    """
    silent = pl.col("is_correction")
    reports = {name: pl.lit(name in context.events) & ~silent for name in ("application", "publication", "grant")}
    is_publication = (_document_event(context) == "publication") & pl.col("has_publication")
    return [
        pl.when(reports["application"]).then(pl.coalesce("accepted_on", "filed_on")).alias("application_on"),
        pl.when(reports["application"]).then(_application_month(context)).alias("application_month"),
        pl.when(reports["publication"] & is_publication).then("document_on").alias("publication_on"),
        pl.when(reports["grant"]).then("granted_on").alias("grant_on"),
    ]


def is_correction() -> pl.Expr:
    """True for a document that only corrects or partly invalidates an earlier one."""
    return pl.col("document_event").is_in(CORRECTIONS).fill_null(False)
