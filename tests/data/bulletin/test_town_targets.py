"""Targets that a plan sets for towns beside those on their applications."""

from tests.data.bulletin.made_release import EAST, WEST, bulletin_of, feed, new_release, printed, score, section, table


def test_share_target_of_a_town__in_a_table_of_its_own() -> None:
    made = new_release()
    feed(made, "application", "2013-01", "2013-02")
    score(made, "2013-02", "patent_applications", 200, unit_code=EAST, value=20, numerator=20, shortfall=180)
    score(
        made, "2013-02", "invention_share", 0.2, unit_code=EAST, value=0.15, numerator=3, denominator=20,
        shortfall=2, status="below",
    )  # fmt: skip
    score(made, "2013-02", "patent_grants", 40, unit_code=WEST, value=10, numerator=10, shortfall=30)
    assert printed(table(bulletin_of(made, "2013-02"), "town_targets")) == [
        ["东镇", "发明专利申请占比", "20%以上", "15.00%", "—", "还需新增发明2件", "低于目标"],
        ["西区(西街道)", "专利授权量", "40件以上", "10件", "25.0%", "30件", "进度正常"],
    ]


def test_targets_on_applications_only__no_further_table() -> None:
    made = new_release()
    feed(made, "application", "2013-01", "2013-02")
    score(made, "2013-02", "patent_applications", 200, unit_code=EAST, value=20, numerator=20, shortfall=180)
    assert "town_targets" not in [getattr(part, "key", "") for part in section(bulletin_of(made, "2013-02"), "towns").parts]
