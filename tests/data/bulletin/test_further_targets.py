"""Targets beside the one that bears their indicator's name: the plan's words, and the indicator's units."""

from tests.data.bulletin.made_release import bulletin_of, feed, new_release, printed, score, table


def test_further_targets__in_the_words_of_the_plan_and_the_units_of_their_indicators() -> None:
    made = new_release()
    feed(made, "application", "2013-01", "2013-02")
    score(
        made, "2013-02", "higher_share", 0.15, indicator="invention_share", target_sentence="力争15%",
        value=0.1, numerator=2, denominator=20, shortfall=2, status="below",
    )  # fmt: skip
    score(
        made, "2013-02", "more_enterprises", 8, indicator="new_demonstration_enterprises", target_sentence="力争8家",
        value=5, numerator=5, shortfall=3,
    )  # fmt: skip
    lines = [[text for text in line if text] for line in printed(table(bulletin_of(made, "2013-02"), "scorecard"))]
    share, enterprises = (next(line for line in lines if line[0] == words) for words in ("力争15%", "力争8家"))
    assert {"15%以上", "10.00%", "还需新增发明2件"} <= set(share)
    assert {"8家以上", "5家", "3家"} <= set(enterprises)
