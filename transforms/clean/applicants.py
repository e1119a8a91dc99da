"""Names of applicants: normal form, several in one cell, and the first of them."""

import polars as pl

from transforms.clean.applicant_kind import applicant_kind, whole_organisation
from transforms.clean.distinct import OnceAText, where_needed
from transforms.clean.reference import CleanReference
from transforms.clean.reference_files import KindStep
from transforms.clean.text import BLANK_SPELLINGS, MIDDLE_DOTS, UNTOUCHED, without_entities

# These separate always; `、` and `,` only where every part is a valid name (method decision 11), and so do slashes, of
# which the decision does not speak.
ALWAYS = r"\s*[;；|｜\r\n\v\f\x{85}\x{2028}\x{2029}][;；|｜\s\x{85}\x{2028}\x{2029}]*"
SOMETIMES = r"[、,，﹐､/／\\＼]"
ANY_SEPARATOR = r"[;；|｜、,，﹐､/／\\＼\r\n\v\f\x{85}\x{2028}\x{2029}]"
PERSON = r"^\p{Han}{2,4}$"
# 平湖市水 of 平湖市水、电安装有限公司: not a person, unless the two in front are a surname (欧阳区明)
PLACE_IN_FRONT = r"^\p{Han}{2}[市县区镇乡]\p{Han}$"
# signs at the ends of names
EDGES = " ?,、"
BLANK_NAMES = tuple(spelling.strip(EDGES) for spelling in BLANK_SPELLINGS)
# Beside a name and no part of it: a label or a number in front, and behind it a share, a code, the country's letters or how many.
IN_FRONT = r"^(?:第一)?(?:申请人|专利权人)(?:名称|姓名)?:|^(?:[(]\d{1,2}[)]|\d{1,2}[.、)])(\p{Han})"
BEHIND = r"[(\[【](?:\d{1,3}(?:\.\d+)?%|\d{3,}[0-9A-Z*-]{5,}|CN)[)\]】]$|等[\d一二三四五六七八九十]{1,2}[人家个名位]$"
MIDDLE_DOT_NAME = r"^[^\s()]+·[^()]+$"


def normalised_name(name: pl.Expr) -> pl.Expr:
    """A name in NFKC: one form of the middle dot, no blanks beside Chinese characters, single ones elsewhere.

    What lists write IN_FRONT or BEHIND goes. Nothing that tells two firms apart is removed: other brackets, branch
    words, place names and case stay.
    """
    plain = name.str.normalize("NFKC").str.replace_all(MIDDLE_DOTS, "·").str.replace_all(r"[\s\p{Cc}\p{Cf}]+", " ")
    plain = plain.str.replace_all(r"(\p{Han}|[()·、]) ", "$1").str.replace_all(r" (\p{Han}|[()·、])", "$1")
    plain = plain.str.replace(IN_FRONT, "$1").str.replace(BEHIND, "")
    return plain.str.replace(r"^([A-Z])\.(\p{Han})", "$1·$2").str.strip_chars(EDGES)


def _normalised(names: pl.Series) -> pl.Series:
    # Names of plain characters only have nothing to normalise, save at their ends.
    needed = ~names.str.contains(UNTOUCHED) | names.str.contains(r"^[?,、A-Z0-9(]|^.{0,8}:|[?,、)\]人家个名位]$")
    return where_needed(names, needed, lambda rows: rows.to_frame("n").select(normalised_name(pl.col("n")))["n"])


def _divided(parts: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Parts that hold `、` or `,`, divided there where every piece is a valid name: columns cell, order, name."""
    pieces = parts.with_columns(piece=pl.col("name").str.replace_all(SOMETIMES, "、").str.split("、")).explode("piece")
    pieces = pieces.with_columns(_normalised(pieces["piece"])).filter(pl.col("piece") != "")
    piece = pl.col("piece")
    dotted, double_surname = piece.str.contains(MIDDLE_DOT_NAME), piece.str.head(2).is_in(reference.surnames)
    surname = piece.str.head(1).is_in(reference.surnames) | double_surname
    short = piece.str.contains(PERSON) & (~piece.str.contains(PLACE_IN_FRONT) | double_surname)
    unit = whole_organisation(piece, reference.applicant_kinds)
    # A list of nothing but short names is one of persons, whatever their surnames.
    valid = short.all() | (unit | dotted | (short & surname)).all()
    judged = pieces.with_columns(valid=valid.over("order"))
    return judged.select("cell", "order", name=pl.when("valid").then("piece").otherwise("name"))


def _several(cells: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    """Columns cell, applicants, first_applicant of the cells that hold a separator."""
    parts = cells.select("cell", name=pl.col("text").str.replace_all(ALWAYS, ";").str.split(";")).explode("name")
    parts = parts.with_columns(_normalised(parts["name"])).filter(pl.col("name") != "").with_row_index("order")
    doubtful = pl.col("name").str.contains(SOMETIMES)
    columns = ["cell", "order", "name"]
    divided = _divided(parts.filter(doubtful), reference)
    parts = pl.concat([parts.filter(~doubtful).select(columns), divided]).sort("order", maintain_order=True)
    parts = parts.unique(["cell", "name"], keep="first", maintain_order=True)
    lists = parts.group_by("cell", maintain_order=True).agg("name")
    return lists.select("cell", applicants=pl.col("name").list.join("; "), first_applicant=pl.col("name").list.first())


@OnceAText
def _kind(names: pl.DataFrame, steps: tuple[KindStep, ...]) -> pl.DataFrame:
    return names.with_columns(applicant_kind=applicant_kind(pl.col("text"), steps))


@OnceAText
def _names(keys: pl.DataFrame, reference: CleanReference) -> pl.DataFrame:
    cells = keys.select(without_entities(keys["text"])).with_row_index("cell")
    blank = cells["text"].str.strip_chars().is_in(BLANK_SPELLINGS)  # some are written with a separator: N/A
    marked = (cells["text"].str.contains(ANY_SEPARATOR) & ~blank).fill_null(False)
    single = cells.filter(~marked)
    name = _normalised(single["text"])
    single = single.select("cell", applicants=name, first_applicant=name).filter(
        ~pl.col("applicants").is_in(BLANK_NAMES)
    )
    named = pl.concat([single, _several(cells.filter(marked), reference)])
    found = keys.with_row_index("cell").join(named, on="cell", how="left", maintain_order="left").drop("cell")
    return found.hstack(_kind(found["first_applicant"], reference.applicant_kinds))


def applicants(text: pl.Series, reference: CleanReference) -> pl.DataFrame:
    """Columns applicants ('; ' between them), first_applicant, applicant_kind of a column of names."""
    return _names(text, reference)
