"""Any regular CSV is read as Python's own csv module reads it, by whichever way the intake chooses."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.intake.reading import raw_tables

CELL = st.text(alphabet=["a", "中", '"', ",", "\n", "\r", " ", "5"], max_size=4)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5)


@settings(max_examples=80, deadline=None)
@given(rows=ROWS, line_end=st.sampled_from(["\n", "\r\n"]), quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_cells__as_the_csv_module_reads_them(rows: list[list[str]], line_end: str, quoting: int) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end, quoting=quoting).writerows([["h1", "h2", "h3"], *rows])  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(text.getvalue().encode())
        (table,) = raw_tables(path, "a.csv", Path(folder) / "work")
        read = {number: [cell or "" for cell in cells] for number, cells in table.head(100)}
    expected = list(csv.reader(io.StringIO(text.getvalue(), newline=""), strict=True))
    for number, record in enumerate(expected, start=1):
        cells = [cell.strip() for cell in record]
        got = read.get(number, [])
        assert got[: len(cells)] + [""] * (len(cells) - len(got)) == cells
        assert not any(got[len(cells) :])
