"""Whether an applicant is a firm, a university, a research unit, an authority or a person (method decision 11)."""

import polars as pl

from transforms.clean.reference_files import KindStep

UNCLASSIFIED = "未分类"
# `某某厂(普通合伙)`, `中医院(某大学附属医院、某研究所)`: what a name says of itself stands before the bracket.
ENDING = r"(?:\([^()]*\))?$"
# A name of one word that is only a legal form is the tail of a name torn apart at its comma.
LEGAL_FORM_ONLY = r"^(?:股份|有限|责任|普通|特殊|合伙|企业|公司|集团|控股|总|分|株式|会社)+$"


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(pl.escape_regex(word) for word in words)


def _legal_forms(words: tuple[str, ...]) -> str:
    """Latin legal forms, dotted or not: `llc` is found as llc and l.l.c. (to be used with the flag i)."""
    forms = (r"\.?".join(pl.escape_regex(letter) for letter in word) for word in words)
    return rf"(?:{'|'.join(forms)})[.,\s]*"


def _matches(step: KindStep, name: pl.Expr) -> pl.Expr:
    if step.match == "suffix":
        return name.str.contains(f"(?:{_any_of(step.words)}){ENDING}")
    if step.match == "latin_suffix":
        return name.str.contains(rf"(?i)(?:^|[^a-z]){_legal_forms(step.words)}$")
    if step.match == "person_han":
        shortest, longest = step.words[0].split("-", 1)
        return name.str.contains(rf"^\p{{Han}}{{{shortest},{longest}}}$")
    return name.str.contains(_any_of(step.words))


def applicant_kind(name: pl.Expr, steps: tuple[KindStep, ...]) -> pl.Expr:
    """Kind of a normalised name: the first step of the ladder that matches, else 未分类 (null is 未分类 too)."""
    kind = pl.lit(None, dtype=pl.String)
    for step in reversed(steps):
        kind = pl.when(_matches(step, name)).then(pl.lit(step.applicant_kind)).otherwise(kind)
    return kind.fill_null(UNCLASSIFIED)


def whole_organisation(name: pl.Expr, steps: tuple[KindStep, ...]) -> pl.Expr:
    """True where a name is that of a unit by the ladder and more than a legal form, with its brackets closed."""
    units = tuple(step for step in steps if step.applicant_kind != "个人")
    is_unit = applicant_kind(name, units) != UNCLASSIFIED
    latin = tuple(word for step in steps if step.match == "latin_suffix" for word in step.words)
    bare = name.str.contains(LEGAL_FORM_ONLY) | name.str.contains(rf"(?i)^(?:{_legal_forms(latin)})+$")
    closed = name.str.count_matches("(", literal=True) == name.str.count_matches(")", literal=True)
    return is_unit & ~bare & closed & (name.str.len_chars() >= 4)
