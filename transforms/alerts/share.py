"""The cumulative share of a month against its bound: exact comparison, and what chance alone can explain."""

from dataclasses import dataclass
from math import sqrt

# One-sided 95 % of the normal distribution.
_Z = 1.6448536269514722
# Below this a share is judged with reserve: 提示 instead of 预警 (DECISIONS 20).
FEW_APPLICATIONS = 300


@dataclass(frozen=True)
class Share:
    """k inventions of n > 0 applications from January to the end of `month`, against the bound p/q."""

    month: str
    k: int
    n: int
    bound: tuple[int, int]

    @property
    def is_below(self) -> bool:
        """Compared as integers: exactly p/q is not below."""
        p, q = self.bound
        return q * self.k < p * self.n

    @property
    def value(self) -> float:
        """The share as a fraction, unrounded."""
        return self.k / self.n

    @property
    def shortfall(self) -> int:
        """How many further inventions, with nothing else added, bring the share to the bound (DECISIONS 8)."""
        p, q = self.bound
        return max(0, -((q * self.k - p * self.n) // (q - p)))

    @property
    def spare(self) -> int:
        """How many applications of other types may be added before the share falls below the bound; 0 when below."""
        p, q = self.bound
        return max(0, (q * self.k - p * self.n) // p)

    @property
    def is_chance(self) -> bool:
        """Whether the true share may lie on the other side of the bound (one-sided Wilson bound, 95 %)."""
        p, q = self.bound
        lower, upper = wilson_bounds(self.k, self.n)
        return upper >= p / q if self.is_below else lower <= p / q


def wilson_bounds(k: int, n: int) -> tuple[float, float]:
    """Lower and upper one-sided 95 % Wilson bounds of k of n > 0, as fractions."""
    middle, spread = k + _Z**2 / 2, _Z * sqrt(k * (n - k) / n + _Z**2 / 4)
    return (middle - spread) / (n + _Z**2), (middle + spread) / (n + _Z**2)
