"""Titles and texts, written out by hand from the patterns."""

from dataclasses import replace
from datetime import date

import pytest

from transforms.alerts.decide import Raised, Revision
from transforms.alerts.facts import Facts, Outlook, Town
from transforms.alerts.share import Share
from transforms.alerts.titles import title
from transforms.alerts.words import text

TEN = (1, 10)
NOTHING_KNOWN = Outlook(None, None, None, None)
MAY = Share("2013-05", 78, 831, TEN)


def facts(raised: Raised, outlook: Outlook = NOTHING_KNOWN, *towns: Town, obs_status: str = "provisional") -> Facts:
    return Facts(raised, outlook, towns, "平湖市", date(2013, 6, 15), obs_status, "通报在此。")


def test_first__whole_message() -> None:
    # 2354 expected: ceil(235.4) = 236 inventions, 236 - 78 = 158 of the 1523 to come
    outlook = Outlook(2354.4, 0.11, 158, 158 / 1523)
    said = facts(Raised("first", MAY, months_below=1, spell=1), outlook, Town("新仓镇", 13, 142, 12, 142))
    assert title(said) == "【预警】平湖市2013年1—5月发明专利申请占比9.39%,低于10%(本年首次)"
    assert text(said) == (
        "1—5月专利申请831件,其中发明78件,占9.39%,低于年度目标0.61个百分点。"
        "若其他类型不再增加,至少还需新增发明申请6件;按全年预计2354件测算,年底前还需158件,占后续申请的10.37%。"
        "目前差距在以往正常波动范围之内,但已低于目标,请予关注。"
        "占比下降较多的镇(街道):新仓镇(9.15%→8.45%)。通报在此。数据截至2013年6月15日,初步数。"
    )


def test_first__without_history_and_prior_year_the_clauses_go() -> None:
    said = text(facts(Raised("first", MAY, months_below=1, spell=1)))
    assert "测算" not in said
    assert "镇(街道)" not in said
    assert "至少还需新增发明申请6件。目前差距" in said


def test_first__beyond_chance() -> None:
    said = text(facts(Raised("first", Share("2013-05", 84, 1000, TEN), months_below=1, spell=1)))
    assert "差距已超出以往正常波动范围,建议及早采取措施。" in said


def test_first__within_chance_but_no_earlier_year_ended_so() -> None:
    within_chance = Raised("first", MAY, months_below=1, spell=1)
    assert "已超出" in text(facts(within_chance, Outlook(2300, 0.0999, 152, 0.10)))
    assert "已超出" not in text(facts(within_chance, Outlook(2300, 0.1, 152, 0.10)))


def test_first__few_applications_are_a_hint() -> None:
    few = facts(Raised("first", Share("2013-01", 29, 299, TEN), months_below=1, spell=1))
    assert title(few) == "【提示】平湖市2013年1月发明专利申请占比9.70%,低于10%(本年首次)"
    assert "申请总量不足300件" in text(few)
    enough = facts(Raised("first", Share("2013-01", 29, 300, TEN), months_below=1, spell=1))
    assert title(enough).startswith("【预警】")
    assert "不足300件" not in text(enough)


def test_first__share_is_never_rounded_to_the_bound() -> None:
    said = facts(Raised("first", Share("2013-11", 229, 2291, TEN), months_below=1, spell=1))
    assert "占比9.99%" in title(said)
    assert "占9.99%,低于年度目标0.01个百分点" in text(said)


def test_first__second_spell_and_another_bound() -> None:
    said = facts(Raised("first", Share("2013-08", 120, 1000, (1, 8)), months_below=1, spell=2))
    assert title(said) == "【预警】平湖市2013年1—8月发明专利申请占比12.00%,低于12.5%(本年第2次)"


def test_first__of_a_spell_nobody_was_told_of() -> None:
    assert "按现有数据,已连续3个月低于目标。" in text(facts(Raised("first", MAY, months_below=3, spell=1)))


def test_continuing__counts_the_months() -> None:
    said = facts(Raised("continuing", Share("2013-07", 122, 1224, TEN), months_below=3, spell=1))
    assert title(said) == "【预警续报】平湖市2013年1—7月发明专利申请占比9.97%,已连续3个月低于10%"
    few = facts(Raised("continuing", Share("2013-02", 9, 100, TEN), months_below=2, spell=1))
    assert title(few).startswith("【提示续报】")


def test_rest_of_year__more_than_can_come() -> None:
    said = text(facts(Raised("first", MAY, months_below=1, spell=1), Outlook(840.0, 0.09, 12, 12 / 9)))
    assert "年底前还需12件,已多于后续预计申请的总量。" in said


def test_recovered__exactly_the_bound() -> None:
    said = facts(Raised("recovered", Share("2013-08", 142, 1420, TEN)), NOTHING_KNOWN, Town("新埭镇", 5, 63, 10, 88))
    assert title(said) == "【预警解除】平湖市2013年1—8月发明专利申请占比10.00%,已达到10%的年度目标"
    assert text(said) == (
        "1—8月专利申请1420件,其中发明142件,占10.00%,等于年度目标(10%)。其他类型再增加0件以内,占比仍不低于目标。"
        "目前与目标的差距在正常波动范围之内,请继续关注。占比上升较多的镇(街道):新埭镇(7.94%→11.36%)。"
        "通报在此。数据截至2013年6月15日,初步数。"
    )


def test_recovered__well_above_chance() -> None:
    said = text(facts(Raised("recovered", Share("2013-08", 170, 1420, TEN))))
    assert "其他类型再增加280件以内" in said
    assert "波动" not in said


def test_revised__both_figures() -> None:
    now = Share("2013-05", 84, 838, TEN)
    said = facts(Raised("revised_met", now, before=MAY), obs_status="revised")
    assert title(said) == "【数据修订】平湖市2013年1—5月发明专利申请占比由9.39%(78/831件)修订为10.02%(84/838件)"
    assert text(said).endswith("数据截至2013年6月15日,修订数。")


def test_restated__says_where_the_year_stands_now() -> None:
    before, now = Share("2013-04", 64, 636, TEN), Share("2013-04", 63, 641, TEN)
    raised = Raised("restated_below", now, before=before, standing=Share("2013-05", 84, 831, TEN))
    said = text(facts(raised))
    assert "1—4月专利申请641件,其中发明63件,占9.83%" in said
    assert "目前1—5月占比10.11%(84/831件),不低于年度目标。" in said
    assert "还需" not in said


def test_restated_month_beside_the_ordinary_message() -> None:
    april = Revision(Share("2013-04", 64, 636, TEN), Share("2013-04", 63, 641, TEN))
    said = text(facts(Raised("first", MAY, months_below=1, spell=1, restated=(april,))))
    assert "另,1—4月占比由10.06%(64/636件)修订为9.83%(63/641件),低于目标。" in said


@pytest.mark.parametrize(
    ("state", "k", "expected"),
    [
        ("preliminary_below", 229, "【年度初步】平湖市2013年发明专利申请占比9.99%,低于10%的年度目标"),
        ("preliminary_met", 240, "【年度初步】平湖市2013年发明专利申请占比10.48%,达到10%的年度目标"),
        ("final_met", 240, "【年度终审·达标】平湖市2013年发明专利申请占比10.48%,达到10%的年度目标"),
        ("final_missed", 229, "【年度终审·未达标】平湖市2013年发明专利申请占比9.99%,低于10%的年度目标"),
    ],
)
def test_year_end__titles(state: str, k: int, expected: str) -> None:
    raised = Raised("final_met", Share("2013-12", k, 2291, TEN))
    assert title(facts(replace(raised, state=state))) == expected  # type: ignore[arg-type]


def test_year_end__no_rest_of_the_year() -> None:
    raised = Raised("final_missed", Share("2013-12", 229, 2291, TEN), before=Share("2013-12", 230, 2291, TEN))
    said = text(facts(raised, Outlook(2291, 0.0999, 1, None), obs_status="final"))
    assert said == (
        "2013年1—12月专利申请2291件,其中发明229件,占9.99%,低于年度目标0.01个百分点。"
        "该占比由10.04%(230/2291件)修订为9.99%(229/2291件)。达到目标尚差发明申请1件。"
        "差距已超出以往正常波动范围。通报在此。数据截至2013年6月15日,终审数。"
    )
