"""Classes of a patent: the main IPC symbol, or for designs the Locarno class."""

import polars as pl

from transforms.clean.distinct import OnceAText
from transforms.clean.text import without_space

GROUP = r"([A-H][0-9]{2}[A-Z][0-9]{1,4}/[0-9]{2,6})"
SUBCLASS = r"^([A-H][0-9]{2}[A-Z])"
# LOC(9)Cl.12-12, 12-12(9), 12.12; without a hyphen (1212) only where the row is about a design.
LOCARNO = r"^(?:LOC)?(?:\([0-9]+\))?(?:CL\.?)?([0-9]{2})[-.–]([0-9]{2})(?:[^0-9]|$)"
LOCARNO_SOLID = r"^(?:LOC)?(?:\([0-9]+\))?(?:CL\.?)?([0-9]{2})([0-9]{2})(?:[^0-9]|$)"
LAST_LOCARNO_CLASS = 33


def _locarno(code: pl.Expr, form: str) -> pl.Expr:
    parts = code.str.extract_groups(form)
    main, sub = parts.struct.field("1"), parts.struct.field("2")
    possible = main.cast(pl.Int16, strict=False).is_between(1, LAST_LOCARNO_CLASS)
    return pl.when(possible).then(pl.concat_str(main, pl.lit("-"), sub))


@OnceAText
def _read(keys: pl.DataFrame) -> pl.DataFrame:
    code = pl.col("code")
    return keys.with_columns(code=without_space(pl.col("text")).str.to_uppercase()).select(
        "text",
        group=code.str.extract(GROUP, 1),
        subclass=code.str.extract(SUBCLASS, 1),
        locarno=_locarno(code, LOCARNO),
        solid=_locarno(code, LOCARNO_SOLID),
    )


def classes(raw: pl.DataFrame, patent_type: pl.Series) -> pl.DataFrame:
    """Columns ipc_main (`B62B7/06`, no blanks or version) and locarno (`12-12`) from ipc_main, ipc_all, locarno.

    Exports of some databases put the Locarno class of a design into the IPC column; it is found there.
    """
    columns = ("ipc_main", "ipc_all", "locarno")
    read = [_read(raw[name]).select(pl.all().name.suffix(f"_{name}")) for name in columns]
    frame = pl.concat([*read, patent_type.to_frame("patent_type")], how="horizontal")
    symbols = [f"{part}_{name}" for part in ("group", "subclass") for name in ("ipc_main", "ipc_all")]
    hyphened = [f"locarno_{name}" for name in ("locarno", "ipc_main", "ipc_all")]
    solid = [f"solid_{name}" for name in ("locarno", "ipc_main", "ipc_all")]
    of_design = pl.when(pl.col("patent_type") == "design").then(pl.coalesce(solid))
    return frame.select(ipc_main=pl.coalesce(symbols), locarno=pl.coalesce(*hyphened, of_design))
