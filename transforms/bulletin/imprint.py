"""Who issues the bulletin and for whom, from `data/bulletin/bulletin.yml`; another county replaces that file."""

import re
from dataclasses import dataclass

from transforms.strict_yaml import YamlValue, read_yaml

_KEYS = ("title", "city", "issuer", "reviewer", "recipients", "mark", "prefecture", "counties")


@dataclass(frozen=True)
class County:
    """A county of the same prefecture; published tables name it by code or name."""

    code: str
    name: str


@dataclass(frozen=True)
class Imprint:
    """The fixed words of a bulletin; `reviewer` may be blank, `mark` stands on what is for the section only."""

    title: str
    city: str
    issuer: str
    reviewer: str
    recipients: tuple[str, ...]
    mark: str
    prefecture: str
    counties: tuple[County, ...]


def parse_imprint(text: str, file_name: str) -> Imprint:
    """The imprint from the text of bulletin.yml; raises DataError with file and line of a mistake."""
    top = read_yaml(text, file_name).mapping(_KEYS, _KEYS)
    counties = tuple(_county(item) for item in top["counties"].items())
    if len({county.code for county in counties}) < len(counties):
        raise top["counties"].error("counties 中有代码重复")
    return Imprint(
        title=top["title"].quoted(),
        city=top["city"].quoted(),
        issuer=top["issuer"].quoted(),
        reviewer=top["reviewer"].quoted_or_empty(),
        recipients=top["recipients"].quoted_texts(),
        mark=top["mark"].quoted(),
        prefecture=top["prefecture"].quoted(),
        counties=counties,
    )


def _county(item: YamlValue) -> County:
    said = item.mapping(("code", "name"), ("code", "name"))
    if not re.fullmatch("[0-9]{6}", code := said["code"].quoted()):
        raise said["code"].error('code 应为加引号的六位行政区划代码,如 "330421"')
    return County(code, said["name"].quoted())
