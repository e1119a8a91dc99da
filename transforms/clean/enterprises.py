"""Rows of a list of demonstration enterprises to typed columns (method decision 12)."""

import polars as pl

from transforms.clean.applicant_kind import whole_organisation
from transforms.clean.applicants import normalised_name
from transforms.clean.context import RowContext
from transforms.clean.credit_code import credit_code_valid
from transforms.clean.dates import dates, unreadable_dates
from transforms.clean.records import with_fields
from transforms.clean.reference import CleanReference
from transforms.clean.text import code_column, without_space
from transforms.intake.fields import ENTERPRISE_FIELDS

UNRECOGNISED = "未识别"
# 平科技[2013]1号, 平科技(2013)第01号 and 平科技〔2013〕1号 are one document.
DOCUMENT_YEAR = r"[〔\[(【{〈《﹝]([0-9]{4})[〕\])】}〉》﹞]"
# 省级专利示范企业 in the column of levels says the scheme as well.
SCHEME_IN_LEVEL = r"((?:专利|知识产权)(?:示范|试点|优势)(?:企业)?)$"
# 平湖市某某有限公司(原平湖市某某厂): lists without a column for it write the former name behind the name.
FORMER_BEHIND = r"^(.+?)\((?:原名?|曾用名|更名前)(?:为|是)?:?([^()]+(?:\([^()]*\)[^()]*)?)\)$"
DOCUMENT_SERIAL = r"〕第?0*([0-9]+)号?$"


def _looked_up(text: pl.Expr, field: str, reference: CleanReference) -> pl.Expr:
    """The value a word stands for, null for a word that is not in the list."""
    words = reference.enterprise_words.filter(pl.col("field") == field)
    return text.replace_strict(words["word"], words["value"], default=None, return_dtype=pl.String)


def _scheme(reference: CleanReference) -> pl.Expr:
    """The scheme by its column, else by the level's words, else that of the list; a strange word is 未识别."""
    named = _looked_up(pl.col("scheme"), "scheme", reference)
    in_level = _looked_up(pl.col("level_scheme"), "scheme", reference)
    listed = pl.coalesce(in_level, pl.lit(reference.default_scheme))
    return pl.when(pl.col("scheme").is_null()).then(listed).otherwise(named.fill_null(UNRECOGNISED))


def _unrecognised(fields: tuple[str, ...]) -> pl.Expr:
    said = [
        pl.when((pl.col(name) == UNRECOGNISED) & pl.col(f"{name}_text").is_not_null()).then(
            pl.concat_str(pl.lit(f"{name}="), f"{name}_text")
        )
        for name in fields
    ]
    joined = pl.concat_str(said, separator="; ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def _document_number(text: pl.Expr) -> pl.Expr:
    year = without_space(text).str.replace(DOCUMENT_YEAR, "〔$1〕")
    return year.str.replace(DOCUMENT_SERIAL, "〕${1}号")


def _days(raw: pl.DataFrame) -> pl.DataFrame:
    document, notice = dates(raw["document_date"]), dates(raw["notice_date"])
    unreadable = unreadable_dates(raw, {"document_date": document, "notice_date": notice})
    return pl.DataFrame([document["day"].alias("document_on"), notice["day"].alias("notice_on"), unreadable])


def _words(raw: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Columns level, event, scheme and unrecognised (the words behind 未识别)."""
    fields = ("level", "event", "scheme")
    text = raw.select(without_space(pl.col(name)).alias(name) for name in fields)
    text = text.with_columns(
        *(pl.col(name).alias(f"{name}_text") for name in fields),
        level_scheme=pl.col("level").str.extract(SCHEME_IN_LEVEL, 1),
        level_word=pl.col("level").str.replace(SCHEME_IN_LEVEL, ""),
    )
    level = (_looked_up(pl.col(name), "level", reference) for name in ("level", "level_word"))
    return text.with_columns(
        level=pl.coalesce(*level, pl.lit(UNRECOGNISED)),
        event=_looked_up(pl.col("event"), "event", reference).fill_null(UNRECOGNISED),
        scheme=_scheme(reference),
    ).select(*fields, unrecognised=_unrecognised(fields))


def _names(raw: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Columns name and former_name for exact matching; what stands behind a name is the former one only if it is a unit's."""
    names = raw.select(normalised_name(pl.col(name)).alias(name) for name in ("name", "former_name"))
    parts = pl.col("name").str.extract_groups(FORMER_BEHIND)
    names = names.with_columns(now=parts.struct.field("1"), before=parts.struct.field("2"))
    is_former = whole_organisation(pl.col("before"), reference.applicant_kinds).fill_null(False)
    names = names.select(
        name=pl.when(is_former).then("now").otherwise("name"),
        former_name=pl.when(is_former & (pl.col("former_name").fill_null("") == "")).then("before").otherwise("former_name"),
    )
    return names.select(pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in names.columns)


def clean_enterprises(raw: pl.DataFrame, context: RowContext, reference: CleanReference) -> pl.DataFrame:
    """Typed columns of a list's rows: names for exact matching, codes with their check, words, numbers, dates.

    level, event and scheme hold members of their lists or 未识别; `unrecognised` shows the words that were not
    understood. `context` is part of the interface and not used: a list's rows report nothing but what they say.
    """
    raw = with_fields(raw, ENTERPRISE_FIELDS)
    names = _names(raw, reference)
    year = without_space(pl.col("list_year")).str.extract(r"^([0-9]{4})(?:\.0|年度?)?$", 1).cast(pl.Int32)
    typed = raw.select(
        "sheet",
        "row_number",
        "out_of_scope",
        "surplus_cells",
        "original",
        *(pl.lit(names[name]).alias(name) for name in names.columns),
        code_column(raw["uscc"]).alias("uscc"),
        without_space(pl.col("unit")).alias("unit"),
        document_number=_document_number(pl.col("document_number")),
        list_year=year,
    ).with_columns(uscc_valid=credit_code_valid(pl.col("uscc")))
    return pl.concat([typed, _words(raw, reference), _days(raw)], how="horizontal")
