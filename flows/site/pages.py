"""Pages of the site: no script, no request to anywhere, relative links only, one style with the bulletin."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from transforms.bulletin import wording
from transforms.bulletin.page import print_marks, stylesheet, template_environment

_TEMPLATES = Path(__file__).parent / "templates"
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
    style = Markup(_style() + print_marks(above=facts["notice"], below=facts["site_title"]))
    return found.render(page=page, navigation=NAVIGATION, style=style, day=wording.day_text, **facts)


@cache
def _environment() -> Environment:
    return template_environment(_TEMPLATES)


@cache
def _style() -> str:
    """The bulletin's stylesheet and what only the site needs."""
    return stylesheet() + (_TEMPLATES / "site.css").read_text(encoding="utf-8")
