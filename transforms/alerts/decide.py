"""Which message a release raises: at most one, from the share of its months as known now and what was told before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.alerts.share import Share

State = Literal[
    "first", "continuing", "recovered",
    "preliminary_met", "preliminary_below", "final_met", "final_missed",
    "revised_met", "revised_below", "restated_met", "restated_below", "stale",
]  # fmt: skip
FINAL: tuple[State, ...] = ("final_met", "final_missed")
# Messages that say where the month of their release stood; restated and stale ones do not.
_BELOW = ("first", "continuing", "preliminary_below", "final_missed", "revised_below")
_MET = ("recovered", "preliminary_met", "final_met", "revised_met")


@dataclass(frozen=True)
class Told:
    """A message of an earlier release of the year."""

    alert_id: str
    month: str
    state: str


@dataclass(frozen=True)
class Revision:
    """A month whose published share was `before` and is `now`."""

    before: Share
    now: Share


@dataclass(frozen=True)
class Raised:
    """A message to write: about `share`, whose last published figure was `before` where that matters.

    `months_below` counts the months in a row below the bound as they were told, `spell` how many such rows there were.
    `restated` are earlier months that fell on the other side since they were published; where the message is about
    such a month, `standing` is the share of the release's own.
    """

    state: State
    share: Share
    before: Share | None = None
    months_below: int = 0
    spell: int = 0
    restated: tuple[Revision, ...] = ()
    standing: Share | None = None


@dataclass(frozen=True)
class Past:
    """What earlier releases of the year said.

    `issued`: each month's share in the last release of that month itself. `restatable`: each month's share in the last
    release of this very month where it is issued again, else in that of the latest earlier one. `told`: their messages.
    """

    issued: Mapping[str, Share]
    restatable: Mapping[str, Share]
    told: Sequence[Told]


def decide(shares: Sequence[Share], month: str, past: Past, *, is_closed: bool) -> Raised | None:
    """The message of release `month`, None for none (DECISIONS 14, 20, 21); `shares`: the year's valid months, in order."""
    if not shares or shares[-1].month != month:
        return None
    share, before = shares[-1], past.issued.get(month)
    verdicts = [one for one in past.told if one.month == month and one.state in _BELOW + _MET]
    if month.endswith("-12"):
        if is_closed and not any(one.state in FINAL for one in verdicts):
            return _raised("final_missed" if share.is_below else "final_met", shares, past, before)
        if not verdicts:
            return _raised("preliminary_below" if share.is_below else "preliminary_met", shares, past, before)
    if before is not None and before.is_below != share.is_below:
        return _raised("revised_below" if share.is_below else "revised_met", shares, past, before)
    if verdicts:
        return None
    return _ordinary(shares, past)


def _ordinary(shares: Sequence[Share], past: Past) -> Raised | None:
    share = shares[-1]
    standing = [one.state for one in past.told if one.state in _BELOW + _MET]
    was_told_below = bool(standing) and standing[-1] in _BELOW
    if share.is_below:
        was_below = _as_told(shares, past)[:-1][-1:] == [True]
        return _raised("continuing" if was_told_below and was_below else "first", shares, past)
    if was_told_below:
        return _raised("recovered", shares, past)
    if restated := _restated(shares, past):
        last = restated[-1]
        return Raised("restated_below" if last.now.is_below else "restated_met", last.now, last.before, standing=share)
    return None


def _raised(state: State, shares: Sequence[Share], past: Past, before: Share | None = None) -> Raised:
    below = _as_told(shares, past)
    in_a_row = next((back for back, is_below in enumerate(reversed(below)) if not is_below), len(below))
    spells = sum(now and not last for last, now in zip([False, *below], below, strict=False))
    revised = before if before is not None and (before.k, before.n) != (shares[-1].k, shares[-1].n) else None
    return Raised(state, shares[-1], revised, in_a_row, spells, _restated(shares, past))


def _as_told(shares: Sequence[Share], past: Past) -> list[bool]:
    """Which months were below: earlier ones as their own release said, so that one message continues the other."""
    return [*(past.issued.get(share.month, share).is_below for share in shares[:-1]), shares[-1].is_below]


def _restated(shares: Sequence[Share], past: Past) -> tuple[Revision, ...]:
    """Earlier months that stand on the other side of the bound than when last published."""
    return tuple(
        Revision(past.restatable[now.month], now)
        for now in shares[:-1]
        if now.month in past.restatable and past.restatable[now.month].is_below != now.is_below
    )
