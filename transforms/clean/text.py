"""Normal forms of text: what two ways of writing the same thing have in common."""

import polars as pl

from transforms.clean.distinct import OnceAText, where_needed

# Characters NFKC leaves alone (printable ASCII, the main CJK block, common Chinese punctuation): nearly
# all of a feed. Text of these only needs no normalising, which costs five times this test.
UNTOUCHED = r"^[\x21-\x7E\x{4E00}-\x{9FFF}·、。—–〇《》“”‘’]*$"
SPACE = r"[\s\p{Cc}\p{Cf}]+"
MIDDLE_DOTS = r"[・•‧∙⋅･]"
# Signs typed for the dot and the check character X of a number, after NFKC.
LOOK_ALIKES = {**dict.fromkeys("·。・•‧∙⋅", "."), **dict.fromkeys("×ХΧ", "X")}
# What a spreadsheet shows where a formula failed.
FORMULA_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")
# What people and programs write into a cell that has nothing to say, in upper case.
BLANK_WORDS = (
    "", "-", "--", "—", "——", "/", "\\", "无", "暂无", "NAN", "NAT", "NULL", "(NULL)", "NONE", "N/A", *FORMULA_ERRORS
)  # fmt: skip
# The same as they are spelt: changing the case of a whole column costs more than looking for three spellings.
BLANK_SPELLINGS = tuple(
    dict.fromkeys(
        ["NaN", "NaT", *(spelling for word in BLANK_WORDS for spelling in (word, word.lower(), word.title()))]
    )
)

# Signs as web pages and the exports of databases spell them; the `;` behind is no separator.
ENTITIES = {
    "&amp;": "&", "&#38;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&apos;": "'", "&#39;": "'",
    "&nbsp;": " ", "&#160;": " ", "&middot;": "·", "&#183;": "·", "&bull;": "•", "&#8226;": "•", "&#8231;": "‧",
}  # fmt: skip


def without_entities(text: pl.Series) -> pl.Series:
    """Text with the signs that its ENTITIES spell."""
    needed = text.str.contains("&#?[0-9a-z]{2,6};")
    return where_needed(text, needed, lambda rows: rows.str.replace_many(ENTITIES))


def without_space(text: pl.Expr) -> pl.Expr:
    """NFKC with all white space and invisible characters removed; blank becomes null."""
    bare = text.str.normalize("NFKC").str.replace_all(SPACE, "")
    return pl.when(bare != "").then(bare)


def compact(text: pl.Series) -> pl.Series:
    """`without_space` of a whole column, paying only for the rows that need it."""
    needed = ~text.str.contains(UNTOUCHED) | (text == "")
    return where_needed(text, needed, lambda rows: rows.to_frame("text").select(without_space(pl.col("text")))["text"])


def code_text(normalised: pl.Expr) -> pl.Expr:
    """Letters, digits and inner marks of a number in NFKC, upper case: no spaces, hyphens, quotes or labels.

    A label (`专利号:`) and whatever else is neither letter nor digit is cut off at both ends.
    """
    bare = normalised.str.replace_many(LOOK_ALIKES)
    bare = bare.str.replace_all(r"""[\s\p{Cc}\p{Cf}\p{Pd}'"`=]+""", "")
    return bare.str.replace(r"^[^0-9A-Z#]+", "").str.replace(r"[^0-9A-Z#]+$", "")


def code_column(text: pl.Series) -> pl.Series:
    """`code_text` of a column of codes (USCC), once a distinct value; blank becomes null."""
    return _code(text)["code"]


@OnceAText
def _code(keys: pl.DataFrame) -> pl.DataFrame:
    code = code_text(pl.col("text").str.normalize("NFKC").str.to_uppercase())
    return keys.with_columns(code=pl.when(code != "").then(code))


def one_line(text: pl.Series) -> pl.Series:
    """Text with line breaks, tabs and runs of blanks as single blanks; nothing else is changed."""
    needed = text.str.contains(r"[\x00-\x1F\x7F\x{85}\x{2028}\x{3000}\x{FEFF}]|  ")
    return where_needed(text, needed, lambda rows: rows.str.replace_all(r"[\s\p{Cc}\x{FEFF}]+", " ").str.strip_chars())
