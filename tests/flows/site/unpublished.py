"""What may not leave the section, found in any file: titles, numbers, addresses, firms of unpublished applications, persons."""

import html
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.flows.office import Office

# Of every application without publication and grant; names that are public for another reason are not secret.
_UNPUBLISHED = """
WITH unpublished AS (
    SELECT * FROM patents
    WHERE patent_id NOT IN (SELECT patent_id FROM patent_events WHERE event IN ('publication', 'grant'))
)
SELECT {value} FROM unpublished WHERE {value} IS NOT NULL AND {condition}
EXCEPT
SELECT {value} FROM patents WHERE patent_id NOT IN (SELECT patent_id FROM unpublished)
"""
_PUBLIC_FIRMS = "SELECT name FROM demonstration_enterprises UNION SELECT former_name FROM demonstration_enterprises"


def secrets_of(office: Office, release: str) -> dict[str, set[str]]:
    """The secrets as of one release, by kind."""

    def values(sql: str) -> set[str]:
        return {value for (value,) in office.rows(sql, release) if value}

    firms = values(_UNPUBLISHED.format(value="first_applicant", condition="applicant_kind <> '个人'"))
    return {
        # no title has a reason to be there, published or not; the sample's are alike
        "title": values("SELECT title FROM patents"),
        # with or without point and check digit
        "number": values(_UNPUBLISHED.format(value="left(patent_id, 12)", condition="true")),
        "address": values(_UNPUBLISHED.format(value="address", condition="unit_name <> address")),
        "firm": firms - values(_PUBLIC_FIRMS),
        "person": values(
            "SELECT first_applicant FROM patents WHERE applicant_kind = '个人'"
            " UNION SELECT first_applicant FROM patent_events WHERE applicant_kind = '个人'"
        ),
    }


def leaks(site: Path, secrets: dict[str, set[str]]) -> list[tuple[str, str, str]]:
    """(file, kind, secret) for every secret that some file of the site holds, whatever its form."""
    pieces = {path: set(_pieces(path)) for path in sorted(site.rglob("*")) if path.is_file()}
    # the same words stand in many files: search what all of them say once, then name the files
    everything = "\n".join(sorted(set().union(*pieces.values())))
    found = [(kind, secret) for kind, known in secrets.items() for secret in _first_found(known, everything)]
    return [
        (str(path.relative_to(site)), kind, secret)
        for kind, secret in found
        for path, said in pieces.items()
        if any(secret in piece for piece in said)
    ]


def _first_found(known: set[str], text: str) -> list[str]:
    """The first few: where there are thousands, nobody reads them all."""
    return list(islice((secret for secret in sorted(known, reverse=True) if secret in text), 5))


def _pieces(path: Path) -> Iterator[str]:
    """What a file says, without markup, in pieces; files inside workbooks and documents too."""
    yield path.name
    if path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as parts:
            texts = [parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith((".xml", ".rels"))]
    else:
        texts = [path.read_text(encoding="utf-8-sig")]
    for text in texts:
        # runs of a document may cut a word into several elements: the whole text without markup counts too
        for piece in (*re.split(r"[<>\n]", text), *re.sub("<[^>]*>", "", text).split("\n")):
            if re.search(r"[一-鿿]|\d{8}", piece):
                yield html.unescape(piece)
