"""A chart of the bulletin, before it is drawn."""

from dataclasses import dataclass
from typing import Literal

_LONGEST_UPRIGHT = 4


@dataclass(frozen=True)
class Series:
    """A line or set of bars: `values` by the chart's `labels`, None where unknown; `newest_zh` words the last one."""

    label_zh: str
    values: tuple[float | None, ...]
    newest_zh: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart to draw: `line` marks a bound (0.1 for the 10 % line), `low` and `high` a band of what chance explains.

    Shares are fractions (`unit_zh` is %), counts whole; `alt_zh` says in a sentence what the chart shows.
    """

    key: str
    title_zh: str
    form: Literal["bars", "lines"]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit_zh: str
    line: float | None = None
    line_zh: str = ""
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    band_zh: str = ""
    alt_zh: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value is not None for series in self.series for value in series.values)

    @property
    def lies_down(self) -> bool:
        """Whether bars run to the right, because names do not fit below upright ones."""
        return self.form == "bars" and any(len(label) > _LONGEST_UPRIGHT for label in self.labels)

    @property
    def is_wide(self) -> bool:
        """Whether the chart takes a line of its own; two small ones stand side by side."""
        return self.lies_down or bool(self.low)
