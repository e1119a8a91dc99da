"""Files under `data/` that must agree with one another: whose county they speak for, and that each says a thing once."""

from collections.abc import Collection, Iterable

from transforms.bulletin.imprint import Imprint, parse_imprint
from transforms.errors import DataError
from transforms.intake import Profile, parse_profile
from transforms.out import Target, parse_targets

Texts = Iterable[tuple[str, str]]  # file name, text


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
