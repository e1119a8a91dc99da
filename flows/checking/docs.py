"""Great Expectations' own pages about the last checks of a run: `published/docs/`, for the section only (内部资料)."""

import html
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from flows.home import Home
from flows.notice import notice_of
from flows.publishing.exchange import put_in_place

if TYPE_CHECKING:
    from great_expectations.core import ExpectationSuiteValidationResult

_STYLE = (Path(__file__).parent / "docs.css").read_text(encoding="utf-8")
# Pages load style sheets, scripts and pictures from hosts that an office's network does not reach, and ask the reader
# to subscribe to a newsletter.
_OUTSIDE = re.compile(
    r"<style\b.*?</style>|"
    r"<script\b.*?</script>|<link\b[^>]*>|<img\b[^>]*>|<source\b[^>]*>|<footer>.*?</footer>",
    re.DOTALL | re.IGNORECASE,
)

# Links of a larger site that is not made here lead to our start page; those within the page stay.
_ELSEWHERE = re.compile(r'href="[^#"][^"]*"')


@dataclass(frozen=True)
class _Kept:
    month: str
    as_of: date
    suites: tuple["ExpectationSuiteValidationResult", ...]


# Results of the last checks of this process, by home: pages are made once, at the end of a run or backfill.
_kept: dict[Path, _Kept] = {}


def keep_for_docs(
    home: Home, month: str, as_of: date, suites: Sequence["ExpectationSuiteValidationResult"]
) -> None:
    """Remember what the pages at the end of the run will show, in place of what an earlier month left."""
    _kept[home.root] = _Kept(month, as_of, tuple(suites))


def build_docs(home: Home) -> Path | None:
    """Write the pages and put them in place in one step; returns the start page, None where nothing was checked."""
    kept = _kept.pop(home.root, None)
    if kept is None:
        return None
    target = home.published / "docs"
    unfinished = home.published / ".new-docs"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for suite in kept.suites:
        (unfinished / f"{suite.suite_name}.html").write_text(_page(suite), encoding="utf-8")
    (unfinished / "index.html").write_text(_index(kept, notice_of(home)), encoding="utf-8")
    put_in_place(unfinished, target)
    return target / "index.html"


def _page(suite: "ExpectationSuiteValidationResult") -> str:
    from great_expectations.render.renderer import ValidationResultsPageRenderer
    from great_expectations.render.view import DefaultJinjaPageView

    page = DefaultJinjaPageView().render(ValidationResultsPageRenderer(run_info_at_end=True).render(suite))
    page = _ELSEWHERE.sub('href="index.html"', _OUTSIDE.sub("", page))
    return page.replace("</head>", f"<style>{_STYLE}</style></head>", 1)


def _index(kept: _Kept, notice: str | None) -> str:
    rows = "".join(
        f'<tr><td><a href="{suite.suite_name}.html">{html.escape(suite.suite_name)}</a></td>'
        f"<td>{len(suite.results)}</td><td>{sum(not result.success for result in suite.results)}</td></tr>"
        for suite in kept.suites
    )
    title = f"{kept.month} 发布前核验"
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{f'【{html.escape(notice)}】' if notice else ''}{title}</h1>"
        f"<p>数据截至 {kept.as_of}。内部资料 注意保存。</p>"
        f"<table><tr><th>核验组</th><th>核验项</th><th>未通过</th></tr>{rows}</table></body></html>"
    )
