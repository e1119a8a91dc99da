"""Pages of the site: no script, no request to anywhere, relative links only, one style with the bulletin."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import transforms.bulletin
from transforms.bulletin import wording

_TEMPLATES = Path(__file__).parent / "templates"
_BULLETIN = Path(transforms.bulletin.__file__).parent
NAVIGATION = (
    ("index.html", "首页"),
    ("data.html", "数据表"),
    ("methods.html", "计数方法"),
    ("dictionary.html", "数据字典"),
    ("checks.html", "核验"),
    ("alerts.html", "预警"),
)


def render(template: str, page: str, **facts: Any) -> str:
    """A page as HTML text; everything in `facts` is text and escaped, markup excepted."""
    found = _environment().get_template(f"{template}.html.j2")
    return found.render(page=page, navigation=NAVIGATION, style=_style(), day=wording.day_text, **facts)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> Markup:
    """The bulletin's stylesheet and what only the site needs."""
    return Markup((_BULLETIN / "page.css").read_text(encoding="utf-8") + (_TEMPLATES / "site.css").read_text(encoding="utf-8"))
