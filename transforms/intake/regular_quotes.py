"""Whether all quotes of a delimited text stand where the book (RFC 4180) wants them, so that Polars reads it exactly."""

from pathlib import Path

import polars as pl

_LINES_AT_ONCE = 200_000
# A record of more lines than this is an unclosed quote.
_MOST_LINES_OF_A_RECORD = 10_000


def has_regular_quotes(path: Path, separator: str) -> bool:
    """Say whether every record with quotes in it, line breaks within quotes included, is regular."""
    field = rf'(?:"(?:[^"]|"")*"|[^"{separator}\r\n]*)'
    record = rf"^{field}(?:{separator}{field})*\r?$"
    rest = pl.DataFrame(schema={"line": pl.String})
    for lines in pl.scan_lines(path, name="line").collect_batches(chunk_size=_LINES_AT_ONCE, lazy=True):
        whole, rest = _whole_records(pl.concat([rest, lines]))
        if rest.height > _MOST_LINES_OF_A_RECORD or not _match(whole, record):
            return False
    return rest.is_empty()


def _whole_records(lines: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Mark which lines begin and end inside quotes; the last record, if still open, is returned apart."""
    is_open_after = pl.col("line").str.count_matches('"', literal=True).cum_sum() % 2 == 1
    marked = lines.with_columns(is_open_after.alias("is_open_after"))
    marked = marked.with_columns(pl.col("is_open_after").shift(1, fill_value=False).alias("is_open_before"))
    closed = (~marked["is_open_after"]).arg_true()
    end = int(closed[-1]) + 1 if len(closed) else 0
    return marked.head(end), lines.slice(end)


def _match(marked: pl.DataFrame, record: str) -> bool:
    line, before, after = pl.col("line"), pl.col("is_open_before"), pl.col("is_open_after")
    single = marked.filter(~before & ~after & line.str.contains('"', literal=True)).select(line)
    many = (
        marked.with_columns((~before).cum_sum().alias("record"))
        .filter(before | after)
        .group_by("record")
        .agg(line.str.join("\n"))
        .select(line)
    )
    # scan_lines leaves a byte order mark and carriage returns in place
    plain = line.str.strip_prefix("\ufeff")
    return all(records.select(plain.str.contains(record).all()).item() for records in (single, many))
