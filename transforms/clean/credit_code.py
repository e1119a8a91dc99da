"""Check digits of the unified social credit code (GB 32100-2015) and of the organisation code (GB 11714-1997)."""

import polars as pl

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def _weighted(code: pl.Expr, alphabet: str, weights: tuple[int, ...]) -> pl.Expr:
    values = {sign: value for value, sign in enumerate(alphabet)}
    places = (
        code.str.slice(place, 1).replace_strict(values, default=None, return_dtype=pl.Int32) * weight
        for place, weight in enumerate(weights)
    )
    return pl.sum_horizontal(*places, ignore_nulls=False)


def credit_code_valid(code: pl.Expr) -> pl.Expr:
    """True for 18 signs whose check sign holds (mod 31), or 9 of an organisation code (mod 11); null for null."""
    uscc = (31 - _weighted(code, USCC_ALPHABET, USCC_WEIGHTS) % 31) % 31
    uscc_sign = uscc.replace_strict(dict(enumerate(USCC_ALPHABET)), default=None, return_dtype=pl.String)
    organisation = 11 - _weighted(code, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11
    signs = {11: "0", 10: "X", **{value: str(value) for value in range(1, 10)}}
    organisation_sign = organisation.replace_strict(signs, default=None, return_dtype=pl.String)
    length = code.str.len_chars()
    right = (
        pl.when(length == 18)
        .then(code.str.slice(17, 1) == uscc_sign)
        .when(length == 9)
        .then(code.str.slice(8, 1) == organisation_sign)
        .otherwise(pl.lit(False))
    )
    return pl.when(code.is_not_null()).then(right.fill_null(False))
