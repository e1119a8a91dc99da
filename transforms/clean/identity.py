"""Which application and which document a row is about: three columns of numbers, any of which may be blank."""

import polars as pl

from transforms.clean.application_number import application_numbers
from transforms.clean.distinct import where_needed
from transforms.clean.document_kind import kind_codes
from transforms.clean.publication_number import foreign_documents, publication_numbers
from transforms.clean.reference import CleanReference
from transforms.clean.text import without_space

UNUSABLE = ("missing", "destroyed", "malformed")
GOOD = ("ok", "check_inferred")
NUMBER_COLUMNS = ("application_number", "number_state", "number_type", "number_year", "number_text")
# `CN201410411150A` in the publication column is an application number, but its A still names the document.
APPLICATION_WITH_KIND = r"^(?:CN|ZL)? ?[0-9]{12}(?:\.?[0-9Xx])?([ABCDSUY][0-9]?)$"


def _numbers(text: pl.Series, received_year: int) -> pl.DataFrame:
    return application_numbers(text, received_year).with_columns(text.alias("number_text"))


def _application(raw: pl.DataFrame, own: pl.DataFrame, is_other: pl.DataFrame, received_year: int) -> pl.DataFrame:
    """The application number by its own column; where that gives none, by the grant or publication column."""
    columns = ("grant_number", "publication_number")
    text = pl.coalesce(pl.when(is_other[name]).then(raw[name]) for name in columns)
    found = pl.select(text).to_series() if any(is_other[name].any() for name in columns) else None
    if found is None:
        return own
    rows = (own["number_state"].is_in(UNUSABLE) & found.is_not_null()).arg_true()
    other = _numbers(found.gather(rows), received_year)
    # A blank cell says less than an unusable number, which a rule can show to a person.
    better = other["number_state"].is_in(GOOD) | (own["number_state"].gather(rows) == "missing")
    chosen = own.with_row_index("row").update(
        other.with_columns(rows.cast(pl.UInt32).alias("row")).filter(better), on="row", maintain_order="left"
    )
    return chosen.select(NUMBER_COLUMNS)


def _document(raw: pl.DataFrame, publication: pl.DataFrame, grant: pl.DataFrame) -> pl.DataFrame:
    """The document of the row: that of the publication column, else that of the grant column."""
    by_text = where_needed(
        pl.repeat(None, raw.height, dtype=pl.String, eager=True),
        publication["is_other"],
        lambda _: raw["publication_number"].filter(publication["is_other"]).str.extract(APPLICATION_WITH_KIND, 1),
    )
    frame = pl.concat(
        [
            publication.select(pl.all().name.prefix("p_")),
            grant.select(pl.all().name.prefix("g_")),
            raw.select(dated=pl.col("publication_date").is_not_null()),
            pl.DataFrame({"by_text": by_text, "by_column": kind_codes(raw["kind_code"])}),
        ],
        how="horizontal",
    )
    own = pl.col("p_publication_number").is_not_null()
    has_publication = own | pl.col("dated") | pl.col("p_is_other")
    p_kind = pl.coalesce("p_document_kind", "by_text", "by_column")
    g_kind = pl.coalesce("g_document_kind", "by_column")
    return frame.select(
        *(
            pl.when(own).then(f"p_{name}").otherwise(f"g_{name}").alias(name)
            for name in ("publication_number", "publication_stem")
        ),
        document_kind=pl.when(own).then(p_kind).otherwise(pl.coalesce(g_kind, "by_text")),
        event_kind=pl.when(has_publication).then(p_kind).otherwise(g_kind),
        has_publication=has_publication,
    )


def _foreign(
    raw: pl.DataFrame, suspects: pl.DataFrame, domestic: pl.Series, proved: pl.Series, reference: CleanReference
) -> pl.Series:
    """True for documents of other offices: the publication number decides, else the other numbers or a known office.

    An office that nobody knows (国家知识产权局专利局杭州代办处) is no foreign one, and where the check digit of a Chinese
    application number is right (`proved`), the column of offices says nothing at all.
    """
    none = pl.repeat(False, raw.height, dtype=pl.Boolean, eager=True)

    def foreign(name: str) -> pl.Series:
        """Which numbers of a column are those of other offices."""
        offices = reference.foreign_offices
        return where_needed(
            none, suspects[name], lambda _: foreign_documents(raw[name].filter(suspects[name]), offices)
        )

    abroad = none
    if raw["jurisdiction"].null_count() < raw.height:
        office = without_space(pl.col("jurisdiction")).str.to_uppercase()
        named = raw.select(office.is_in(reference.foreign_office_names)).to_series()
        abroad = named.fill_null(False) & ~proved
    elsewhere = foreign("application_number") | foreign("grant_number") | abroad
    return foreign("publication_number") | (~domestic & elsewhere)


def identity(raw: pl.DataFrame, received_year: int, reference: CleanReference) -> pl.DataFrame:
    """Columns of the application number and of the document of each row, and is_foreign.

    `document_kind` belongs to `publication_number`; `event_kind` is the kind of the document whose date the
    publication column holds (the grant column's, where the row has_publication not).
    """
    own = _numbers(raw["application_number"], received_year)
    publication, grant = publication_numbers(raw["publication_number"]), publication_numbers(raw["grant_number"])
    suspects = pl.DataFrame(
        {
            "application_number": own["number_state"] == "malformed",
            "publication_number": publication["is_other"],
            "grant_number": grant["is_other"],
        }
    )
    application = _application(raw, own, suspects, received_year)
    document = _document(raw, publication, grant)
    domestic = publication["publication_number"].is_not_null()
    proved = application["number_state"] == "ok"
    foreign = _foreign(raw, suspects, domestic, proved, reference).alias("is_foreign")
    return pl.concat([application, document, foreign.to_frame()], how="horizontal")
