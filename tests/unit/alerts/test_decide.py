"""Which message each release of a year raises, release by release; the shares of every release are written out."""

from transforms.alerts.decide import Past, Raised, Told, decide
from transforms.alerts.share import Share

TEN = (1, 10)


class Year:
    """Releases of one year; each `release` gives the inventions of 100 applications, month by month, as known then."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.said: dict[tuple[str, int], dict[str, Share]] = {}

    def release(self, inventions: dict[int, int], month: int, *, is_closed: bool = False) -> str | None:
        raised = self.raised(inventions, month, is_closed=is_closed)
        return raised.state if raised else None

    def raised(self, inventions: dict[int, int], month: int, *, is_closed: bool = False) -> Raised | None:
        name = f"2013-{month:02d}"
        shares = [Share(f"2013-{one:02d}", k, 100, TEN) for one, k in inventions.items()]
        issued = {of: said[of] for (of, _), said in sorted(self.said.items()) if of in said}
        last = max((key for key in self.said if key[0] <= name), default=None)
        raised = decide(shares, name, Past(issued, self.said[last] if last else {}, self.told), is_closed=is_closed)
        if raised:
            self.told.append(Told(f"{len(self.told)}", raised.share.month, raised.state))
            self.told.sort(key=lambda one: one.month)
        revision = 1 + sum(of == name for of, _ in self.said)
        self.said[name, revision] = {share.month: share for share in shares}
        return raised


def test_year__falls_stays_recovers_falls_again() -> None:
    year = Year()
    assert year.release({1: 12}, 1) is None
    assert year.release({1: 12, 2: 9}, 2) == "first"
    third = year.raised({1: 12, 2: 9, 3: 8}, 3)
    assert third is not None and (third.state, third.months_below) == ("continuing", 2)
    assert year.release({1: 12, 2: 9, 3: 8, 4: 10}, 4) == "recovered"
    assert year.release({1: 12, 2: 9, 3: 8, 4: 10, 5: 11}, 5) is None
    again = year.raised({1: 12, 2: 9, 3: 8, 4: 10, 5: 11, 6: 9}, 6)
    assert again is not None and (again.state, again.months_below, again.spell) == ("first", 1, 2)


def test_january_below__first() -> None:
    assert Year().release({1: 9}, 1) == "first"


def test_same_state_again__nothing_even_with_other_numbers() -> None:
    year = Year()
    assert year.release({1: 9}, 1) == "first"
    assert year.release({1: 8}, 1) is None
    assert year.release({1: 8, 2: 12}, 2) == "recovered"
    assert year.release({1: 8, 2: 13}, 2) is None


def test_other_state_when_issued_again__revised_with_both_figures() -> None:
    year = Year()
    assert year.release({1: 9}, 1) == "first"
    revised = year.raised({1: 11}, 1)
    assert revised is not None and revised.state == "revised_met"
    assert revised.before == Share("2013-01", 9, 100, TEN)
    assert year.release({1: 9}, 1) == "revised_below"
    assert year.release({1: 8}, 1) is None
    assert year.release({1: 8, 2: 8}, 2) == "continuing"


def test_healthy_month_issued_again_below__revised() -> None:
    year = Year()
    assert year.release({1: 11}, 1) is None
    assert year.release({1: 9}, 1) == "revised_below"


def test_no_share__nothing_and_later_the_ordinary_message() -> None:
    year = Year()
    assert year.release({}, 1) is None
    assert year.release({1: 9}, 2) is None
    assert year.release({1: 9, 2: 9}, 2) == "first"


def test_gap__the_series_goes_on_where_it_stood() -> None:
    year = Year()
    assert year.release({1: 9}, 1) == "first"
    assert year.release({1: 9}, 2) is None
    third = year.raised({1: 9, 2: 9, 3: 9}, 3)
    assert third is not None and (third.state, third.months_below) == ("continuing", 3)


def test_unpublished_month_between__a_new_spell_where_it_was_met() -> None:
    year = Year()
    assert year.release({1: 9}, 1) == "first"
    third = year.raised({1: 9, 2: 11, 3: 9}, 3)
    assert third is not None and (third.state, third.months_below, third.spell) == ("first", 1, 2)


def test_healthy_month_issued_again__recovers_from_what_an_earlier_one_said_meanwhile() -> None:
    year = Year()
    assert year.release({1: 10}, 1) is None
    assert year.release({1: 10, 2: 11}, 2) is None
    assert year.release({1: 9}, 1) == "revised_below"
    assert year.release({1: 9, 2: 12}, 2) == "recovered"


def test_earlier_month_restated_below__said_with_the_ordinary_message() -> None:
    year = Year()
    assert year.release({1: 10}, 1) is None
    second = year.raised({1: 9, 2: 9}, 2)
    assert second is not None and (second.state, second.months_below) == ("first", 1)
    assert [(one.before.k, one.now.k) for one in second.restated] == [(10, 9)]
    third = year.raised({1: 9, 2: 9, 3: 9}, 3)
    assert third is not None and (third.state, third.months_below, third.restated) == ("continuing", 2, ())


def test_earlier_month_restated__told_by_itself_when_nothing_else_is() -> None:
    year = Year()
    assert year.release({1: 10}, 1) is None
    second = year.raised({1: 9, 2: 10}, 2)
    assert second is not None and (second.state, second.share.month) == ("restated_below", "2013-01")
    assert second.standing == Share("2013-02", 10, 100, TEN)
    # it was no breach of the release's own month: nothing to recover from
    assert year.release({1: 9, 2: 10, 3: 10}, 3) is None


def test_told_below_then_restated_met__recovered() -> None:
    year = Year()
    assert year.release({1: 9}, 1) == "first"
    second = year.raised({1: 10, 2: 10}, 2)
    assert second is not None and second.state == "recovered"
    assert [one.now.k for one in second.restated] == [10]


def full(december: int, others: int = 11) -> dict[int, int]:
    return {**dict.fromkeys(range(1, 12), others), 12: december}


def test_year_end__preliminary_then_final_once() -> None:
    year = Year()
    assert year.release(full(9), 12) == "preliminary_below"
    assert year.release(full(8), 12) is None
    assert year.release(full(8), 12, is_closed=True) == "final_missed"
    assert year.release(full(7), 12, is_closed=True) is None


def test_year_end__healthy_year_has_its_verdicts_too() -> None:
    year = Year()
    assert year.release(full(10), 12) == "preliminary_met"
    assert year.release(full(10), 12, is_closed=True) == "final_met"


def test_year_end__verdict_turns_before_and_at_the_close() -> None:
    year = Year()
    assert year.release(full(9), 12) == "preliminary_below"
    assert year.release(full(10), 12) == "revised_met"
    final = year.raised(full(9), 12, is_closed=True)
    assert final is not None and final.state == "final_missed"
    assert final.before == Share("2013-12", 10, 100, TEN)
    assert year.release(full(10), 12, is_closed=True) == "revised_met"


def test_year_end__first_issue_after_the_close_is_final() -> None:
    assert Year().release(full(9), 12, is_closed=True) == "final_missed"


def test_closed_year__earlier_months_are_ordinary() -> None:
    assert Year().release({1: 9}, 1, is_closed=True) == "first"


def test_first_release_in_midyear__first_however_long_it_lasts() -> None:
    july = Year().raised(dict.fromkeys(range(1, 8), 9), 7)
    assert july is not None and (july.state, july.months_below, july.spell) == ("first", 7, 1)
