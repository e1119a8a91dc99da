"""`bulletin.html`: one self-contained page that asks for nothing and needs no script."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from transforms.bulletin import wording
from transforms.bulletin.chart_model import Chart
from transforms.bulletin.charts import Drawing
from transforms.bulletin.model import Bulletin, Paragraph, Table
from transforms.bulletin.texts import cell_text, headings

_FOLDER = Path(__file__).parent


def bulletin_page(bulletin: Bulletin, drawings: Mapping[str, Drawing]) -> str:
    """The page as HTML text; `drawings` are its charts by key."""
    masthead = bulletin.masthead
    above = " ".join(words for words in (bulletin.notice, masthead.mark_zh) if words)
    margins = print_marks(above=above, below=f"{masthead.title_zh} {masthead.issue_zh}")
    return _template().render(
        bulletin=bulletin,
        made_on=wording.day_text(masthead.made_on),
        as_of=wording.day_text(bulletin.as_of),
        style=Markup(stylesheet() + margins),
        drawings={key: Markup(drawing.svg) for key, drawing in drawings.items()},
    )


def template_environment(*folders: Path) -> Environment:
    """Templates of these folders and of the bulletin, which know its tables; all values are escaped."""
    environment = Environment(
        loader=FileSystemLoader([*folders, _FOLDER]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["a_paragraph"] = lambda part: isinstance(part, Paragraph)
    environment.tests["a_table"] = lambda part: isinstance(part, Table)
    environment.tests["a_chart"] = lambda part: isinstance(part, Chart)
    environment.globals.update(cell_text=cell_text, headings=headings)
    return environment


@cache
def _template() -> Template:
    return template_environment().get_template("page.html.j2")


@cache
def stylesheet() -> str:
    """The bulletin's stylesheet."""
    return (_FOLDER / "page.css").read_text(encoding="utf-8")


def print_marks(*, above: str, below: str) -> str:
    """Style rules for what stands in the margins of every printed page."""
    return f"@page{{@top-right{{content:{_css_string(above)}}}@bottom-left{{content:{_css_string(below)}}}}}"


def _css_string(text: str) -> str:
    """A CSS string that neither ends early nor closes the style element."""
    return '"' + "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text) + '"'
