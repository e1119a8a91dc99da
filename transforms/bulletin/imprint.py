"""Who issues the bulletin and for whom, from `data/bulletin/bulletin.yml`; another county replaces that file."""

import re
from dataclasses import dataclass

from transforms.errors import DataError
from transforms.strict_yaml import Mapping, parse_mapping

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
    top = parse_mapping(text, file_name)
    top.allow(required=_KEYS)
    counties = tuple(_county(item) for item in top.mappings("counties"))
    if len({county.code for county in counties}) < len(counties):
        raise DataError(file_name, top.lines["counties"], "counties 中有代码重复")
    return Imprint(
        title=top.text("title"),
        city=top.text("city"),
        issuer=top.text("issuer"),
        reviewer=top.optional_text("reviewer"),
        recipients=top.texts("recipients"),
        mark=top.text("mark"),
        prefecture=top.text("prefecture"),
        counties=counties,
    )


def _county(item: Mapping) -> County:
    item.allow(required=("code", "name"))
    if not re.fullmatch("[0-9]{6}", code := item.text("code")):
        raise DataError(item.file, item.lines["code"], 'code 应为加引号的六位行政区划代码,如 "330421"')
    return County(code, item.text("name"))
