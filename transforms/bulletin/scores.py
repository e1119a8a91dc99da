"""The month's line of each target, read for the bulletin."""

from dataclasses import dataclass, fields
from fractions import Fraction

from transforms.bulletin.source import Source
from transforms.bulletin.wording import Bound
from transforms.out.counting_rules import Indicator, indicators

# Any share of counts up to this many is found again exactly from its decimal value.
_LARGEST_COUNT = 10_000_000


@dataclass(frozen=True)
class Score:
    """One target of the city or of a unit, as in table scorecard; `official_measures` are those of which a figure came."""

    target_id: str
    indicator: str
    unit_code: str
    value: float | None
    numerator: int | None
    denominator: int | None
    titles: int | None
    value_by_reported_month: float | None
    readings_disagree: bool | None
    official_value: float | None
    official_measures: list[str]
    target_value: float
    time_progress: float
    seasonal_progress: float | None
    shortfall: int | None
    forecast_total: float | None
    forecast_low: float | None
    forecast_high: float | None
    forecast_note: str
    history_years: int | None
    rest_required: int | None
    rest_required_share: float | None
    status: str
    obs_status: str
    basis: str | None
    counting_rule: str | None
    target_sentence: str | None

    @property
    def is_share(self) -> bool:
        """Whether the target bounds a share, not a count."""
        return self._counts.measure == "ratio"

    @property
    def official_came(self) -> bool:
        """Whether a published figure of it came, be it doubtful."""
        return self._counts.official_measure in self.official_measures

    @property
    def label_zh(self) -> str:
        """What is aimed at, in the plan's words where its indicator has another target of its name."""
        return self._counts.label_zh if self.target_id == self.indicator else self.target_sentence or self.target_id

    @property
    def unit_zh(self) -> str:
        """件, 家 or %."""
        return self._counts.unit_zh

    @property
    def numerator_zh(self) -> str:
        """What a share counts above the line: 发明."""
        return self._counts.numerator_zh

    @property
    def _counts(self) -> Indicator:
        return indicators()[self.indicator]

    @property
    def bound(self) -> Bound:
        """A share's bound as p/q."""
        exact = Fraction(self.target_value).limit_denominator(_LARGEST_COUNT)
        return exact.numerator, exact.denominator

    @property
    def is_complete(self) -> bool:
        """Whether the year to date has all its months."""
        return self.obs_status not in ("missing", "truncated")


@dataclass(frozen=True)
class Scores:
    """The targets of the year; empty for a year without targets."""

    city: tuple[Score, ...]
    units: tuple[Score, ...]

    def of(self, target_id: str) -> Score | None:
        """The city's line of one target."""
        return next((score for score in self.city if score.target_id == target_id), None)


def read_scores(source: Source) -> Scores:
    """The lines of the bulletin's month, the city's apart from the units'."""
    names = [field.name for field in fields(Score)]
    scores = [Score(**{name: row[name] for name in names}) for row in source.rows("scorecard")]
    city_code = source.given.city_code
    return Scores(
        city=tuple(score for score in scores if score.unit_code == city_code),
        units=tuple(score for score in scores if score.unit_code != city_code),
    )


def exact_share(share: float) -> tuple[int, int]:
    """k and n of a share given as decimal value, in lowest terms."""
    exact = Fraction(share).limit_denominator(_LARGEST_COUNT)
    return exact.numerator, exact.denominator
