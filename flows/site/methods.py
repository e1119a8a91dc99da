"""The pages on method: markdown files of `docs/` as HTML."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from flows.home import CHECKOUT

_DOCS = CHECKOUT / "docs"
_CHINESE = ".zh-CN.md"
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_OWN_LINK = re.compile(r"(?:counting/)?(\w+)\.md(#.*)?")


@dataclass(frozen=True)
class MethodPage:
    """One page: its file name on the site, its title, its body as HTML."""

    name: str
    title: str
    body: Markup


@cache
def methods() -> tuple[MethodPage, ...]:
    """The overview, then one page a counting rule with its worked example, all in their Chinese edition."""
    return _page(_DOCS / "methods.zh-CN.md", "methods.html"), *(
        _page(file, page_name(file.name.removesuffix(_CHINESE))) for file in sorted((_DOCS / "counting").glob(f"*{_CHINESE}"))
    )


def page_name(stem: str) -> str:
    """invention_share.md is method-invention_share.html."""
    return f"method-{stem}.html"


def _page(file: Path, name: str) -> MethodPage:
    text = file.read_text(encoding="utf-8")
    heading = _HEADING.search(text)
    # raw HTML in the text is shown as text; addresses are not made links
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    for token in (child for one in tokens for child in one.children or ()):
        if token.type == "softbreak":
            token.type, token.content = "text", ""  # a line's end is no space in Chinese
        target = token.attrGet("href")
        if isinstance(target, str) and (match := _OWN_LINK.fullmatch(target)):
            token.attrSet("href", page_name(match[1]))
    body = Markup(parser.renderer.render(tokens, parser.options, {}))
    return MethodPage(name, heading[1] if heading else file.stem, body)
