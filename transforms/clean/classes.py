"""Classes of a patent: the main IPC symbol, or for designs the Locarno class."""

import polars as pl

from transforms.clean.distinct import by_distinct
from transforms.clean.text import without_space

GROUP = r"([A-H][0-9]{2}[A-Z][0-9]{1,4}/[0-9]{2,6})"
SUBCLASS = r"^([A-H][0-9]{2}[A-Z])"
# LOC(9)Cl.12-12, 12-12(9), 12.12; without a hyphen (1212) only in a column or row that is about designs.
LOCARNO = r"^(?:LOC)?(?:\([0-9]+\))?(?:CL\.?)?([0-9]{2})[-.–]([0-9]{2})(?:[^0-9]|$)"
LOCARNO_SOLID = r"^([0-9]{2})-?([0-9]{2})(?:\(|;|,|$)"
LAST_LOCARNO_CLASS = 33


def _locarno(code: pl.Expr, form: str) -> pl.Expr:
    parts = code.str.extract_groups(form)
    main, sub = parts.struct.field("1"), parts.struct.field("2")
    possible = main.cast(pl.Int16, strict=False).is_between(1, LAST_LOCARNO_CLASS)
    return pl.when(possible).then(pl.concat_str(main, pl.lit("-"), sub))


def _derive(keys: pl.DataFrame) -> pl.DataFrame:
    main, every, own = (without_space(pl.col(name)).str.to_uppercase() for name in ("ipc_main", "ipc_all", "locarno"))
    design = pl.col("is_design")
    codes = keys.with_columns(main=main, every=every, own=own)
    locarno = pl.coalesce(
        _locarno(pl.col("own"), LOCARNO),
        _locarno(pl.col("own"), LOCARNO_SOLID),
        *(_locarno(pl.col(name), LOCARNO) for name in ("main", "every")),
        *(pl.when(design).then(_locarno(pl.col(name), LOCARNO_SOLID)) for name in ("main", "every")),
    )
    symbol = pl.coalesce(
        pl.col("main").str.extract(GROUP, 1),
        pl.col("every").str.extract(GROUP, 1),
        pl.col("main").str.extract(SUBCLASS, 1),
        pl.col("every").str.extract(SUBCLASS, 1),
    )
    return codes.select(*keys.columns, symbol=symbol, found=locarno)


def classes(raw: pl.DataFrame, patent_type: pl.Series) -> pl.DataFrame:
    """Columns ipc_main (`B62B7/06`, no blanks or version) and locarno (`12-12`) from ipc_main, ipc_all, locarno.

    Exports of some databases put the Locarno class of a design into the IPC column; it is found there.
    """
    keys = raw.select("ipc_main", "ipc_all", "locarno", is_design=(patent_type == "design").fill_null(False))
    derived = by_distinct(keys, _derive)
    return derived.select(ipc_main="symbol", locarno="found")
