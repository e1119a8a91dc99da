"""The table of figures beside their targets."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.processes import Measured


@dataclass(frozen=True)
class SizeResult:
    """What one size of feed took; patents are those published by the run and those of the bare script."""

    rows: int
    feed_bytes: int
    fixed_seconds: float
    run: Measured
    bare: Measured
    patents: int
    bare_patents: int

    @property
    def ratio(self) -> float:
        """Gives the run's seconds beyond the fixed start, divided by the bare script's seconds."""
        return (self.run.seconds - self.fixed_seconds) / self.bare.seconds


def judged(value: float, target: float, unit: str) -> str:
    """Writes a figure with its upper bound and whether it keeps to it."""
    return f"{value:.2f}{unit} (target <= {target:g}{unit}: {'reached' if value <= target else 'MISSED'})"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Sets cells in columns, flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(lines)


def size_table(results: Sequence[SizeResult], ratio_target: float, peak_target: float) -> str:
    """Writes one row a size, then the targets, which hold for the largest one."""
    header = ("rows", "feed MB", "fixed start s", "run s", "beyond s", "bare s", "ratio", "run CPU s",
              "bare CPU s", "peak GB", "bare GB", "patents", "as bare")  # fmt: skip
    cells = [
        (
            f"{it.rows:,}", f"{it.feed_bytes / 1e6:.0f}", f"{it.fixed_seconds:.1f}", f"{it.run.seconds:.1f}",
            f"{it.run.seconds - it.fixed_seconds:.1f}", f"{it.bare.seconds:.1f}", f"{it.ratio:.2f}",
            f"{it.run.processor_seconds:.1f}", f"{it.bare.processor_seconds:.1f}",
            f"{it.run.peak_bytes / 1e9:.2f}", f"{it.bare.peak_bytes / 1e9:.2f}", f"{it.patents:,}",
            "yes" if it.patents == it.bare_patents else f"NO: {it.bare_patents:,}",
        )
        for it in results
    ]  # fmt: skip
    largest = results[-1]
    return "\n".join((
        aligned([header, *cells]),
        f"at {largest.rows:,} rows: ratio {judged(largest.ratio, ratio_target, '')}, "
        f"peak memory {judged(largest.run.peak_bytes / 1e9, peak_target / 1e9, ' GB')}",
    ))  # fmt: skip
