"""How far a share may stray by chance alone."""

from math import sqrt

# Normal quantile of a one-sided 95 % bound (DECISIONS 20).
_Z = 1.6448536269514722


def wilson_bounds(k: int, n: int) -> tuple[float, float]:
    """Lower and upper Wilson bound, each one-sided 95 %, of a share of k in n; n must be positive."""
    share = k / n
    spread = _Z * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    middle = share + _Z * _Z / (2 * n)
    scale = 1 + _Z * _Z / n
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
