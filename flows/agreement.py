"""Files that must agree with one another: whose county they speak for, that each says a thing once and names what there is."""

from collections.abc import Collection, Iterable

import duckdb

from flows.home import CHECKOUT
from flows.query.indicators import TRACES
from transforms.bulletin.imprint import Imprint, parse_imprint
from transforms.errors import DataError
from transforms.intake import Profile, parse_profile
from transforms.out import Indicator, Target, parse_targets

Texts = Iterable[tuple[str, str]]  # file name, text

# What every statement of a trace is given beside what the indicator says.
_GIVEN = {"month", "unit"}


def agreed_profiles(files: Texts, county_code: str) -> list[Profile]:
    """Source profiles of this county's office or of nobody's, each under a name of its own; raises DataError (file)."""
    profiles: dict[str, tuple[str, Profile]] = {}
    for name, text in files:
        profile = parse_profile(text, name)
        if profile.attributed_to not in (None, county_code):
            raise DataError(name, 0, f"attributed_to 为 {profile.attributed_to},应与 territory.yml 的 {county_code} 一致")
        if taken := profiles.get(profile.source):
            raise DataError(name, 0, f"source {profile.source} 与 {taken[0]} 重复,请另取一个名称")
        profiles[profile.source] = (name, profile)
    return [profile for _, profile in profiles.values()]


def agreed_targets(files: Texts, county_code: str, unit_codes: Collection[str]) -> list[Target]:
    """Targets of this county and its units, a year in one file; raises DataError (file)."""
    targets: list[Target] = []
    years: dict[int, str] = {}
    for name, text in files:
        found = parse_targets(text, name)
        for target in found:
            if target.unit_code not in (county_code, *unit_codes):
                raise DataError(name, 0, f"{target.unit_code} 不是 territory.yml 的 {county_code},也不在 units.csv 里")
        for year in {target.year for target in found}:
            if taken := years.get(year):
                raise DataError(name, 0, f"{year} 年的目标已经写在 {taken} 里")
            years[year] = name
        targets += found
    return targets


def agreed_imprint(text: str, file_name: str, home: str) -> Imprint:
    """What stands on the bulletin of this county (`home`, its short name); raises DataError (file)."""
    imprint = parse_imprint(text, file_name)
    if home not in imprint.city:
        raise DataError(file_name, 0, f"city 为 {imprint.city},与 territory.yml 的{home}不是一处")
    return imprint


def verify_indicators(found: Collection[Indicator]) -> None:
    """Raise DataError (file, line) for a header copied and left as it was, and for a page or statement that is not there."""
    _verify_names(found)
    _verify_claims(found)
    for one in found:
        if not (CHECKOUT / one.page).is_file():
            raise one.said["page"].error(f"没有 {one.page} 这一页;可写计数规则相同的指标的一页,或先写好这一页")
        _verify_trace(one)


def _verify_names(found: Collection[Indicator]) -> None:
    named = {one.indicator: one for one in found}
    for one in found:
        for key, words in (("label_zh", (one.label_zh,)), ("aliases", one.aliases)):
            for word in words:
                if (other := named.setdefault(word, one)) is not one:
                    raise one.said[key].error(f"“{word}”已是 {other.indicator}.sql 的名称,每个指标应另有名称")


def _verify_claims(found: Collection[Indicator]) -> None:
    """Published statistics give one total of each kind and one share: two indicators cannot both be that figure."""
    claimed: dict[tuple[str, str], Indicator] = {}
    for one in found:
        if one.official_measure is None:
            continue
        if (other := claimed.setdefault((one.measure, one.official_measure), one)) is not one:
            raise one.said["official_measure"].error(
                f"{other.indicator}.sql 也写了 official_measure: {one.official_measure},一个上级公布数只能归一个指标;"
                "两个文件中,上级没有公布其数的那一个应写 official_measure: null"
            )


def _verify_trace(indicator: Indicator) -> None:
    """Each statement that a trace names is there and asks for just what the trace says."""
    if indicator.trace is None:
        return
    said = indicator.said["trace"]
    given = indicator.trace.keys() - {"rows", "counted"}
    for key in indicator.trace.keys() & {"rows", "counted"}:
        file = TRACES / f"{indicator.trace[key]}.sql"
        if not file.is_file():
            there_are = "、".join(sorted(path.stem for path in TRACES.glob("*.sql")))
            raise said.error(f"trace 的 {key} 应为 flows/query/traces 中一个文件的名称:{there_are}")
        (statement,) = duckdb.extract_statements(file.read_text(encoding="utf-8"))
        if (asked := statement.named_parameters - _GIVEN) != given:
            raise said.error(f"trace 除 rows、counted 外应恰写 {file.name} 所问的:{'、'.join(sorted(asked)) or '无'}")
