"""A mail to several people, apart: where one address is refused, the others must not be written to again and again."""

import re
from urllib.parse import unquote, urlsplit

_MAIL = ("mailto", "mailtos")
_BETWEEN = re.compile(r"[\s,;]+")


def one_each(url: str) -> list[str]:
    """A mail URL that names several addresses in `to=` or its path as one URL an address; any other URL as it is.

    With `cc=` or `bcc=` it stays whole: those would get every one of the mails.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return [url]
    pairs = [pair.partition("=")[::2] for pair in parts.query.split("&") if pair]
    if parts.scheme.lower() not in _MAIL or any(name.lower() in ("cc", "bcc") for name, _ in pairs):
        return [url]
    named = [value for name, value in pairs if name.lower() == "to"] + parts.path.split("/")
    people = list(dict.fromkeys(one for text in named for one in _BETWEEN.split(unquote(text)) if one))
    if len(people) < 2:
        return [url]
    rest = [f"{name}={value}" for name, value in pairs if name.lower() != "to"]
    return [parts._replace(path="", query="&".join([*rest, f"to={person}"])).geturl() for person in people]
