"""The page in a real browser with the network off: screen, phone and paper."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.bulletin.made_bulletin import SCRIPT, make_bulletin
from transforms.bulletin.charts import draw
from transforms.bulletin.page import bulletin_page

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bulletin = make_bulletin()
    file = tmp_path_factory.mktemp("page") / "bulletin.html"
    file.write_text(bulletin_page(bulletin, {chart.key: draw(chart) for chart in bulletin.charts}), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[1280, 768, 360])
def opened(request: pytest.FixtureRequest, browser: Any, page_file: Path) -> Iterator[tuple[Any, list[str]]]:
    """The page at one width, with everything it said on the console or asked for."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, offline=True)
    page, told = context.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("request", lambda asked: told.append(asked.url) if asked.url != page_file.as_uri() else None)
    page.goto(page_file.as_uri())
    yield page, told
    context.close()


def test_browser__no_error_no_request_no_script_runs(opened: tuple[Any, list[str]]) -> None:
    page, told = opened
    assert told == []
    assert SCRIPT in page.locator("section p").first.inner_text()
    assert page.locator("svg").count() == 4


def test_browser__page_never_scrolls_sideways_tables_do(opened: tuple[Any, list[str]]) -> None:
    page, _ = opened
    width, inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= inner
    outside = page.evaluate(
        "[...document.querySelectorAll('main > *, section > *, .drawing, header, footer')]"
        ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert outside == 0


def test_browser__long_firm_breaks_instead_of_widening(opened: tuple[Any, list[str]]) -> None:
    page, _ = opened
    assert page.locator("#towns tbody tr").nth(1).bounding_box()["width"] < 1500


def test_browser__charts_fill_their_place_and_are_legible(opened: tuple[Any, list[str]]) -> None:
    page, _ = opened
    sizes = page.evaluate(
        "[...document.querySelectorAll('svg text')].map(one => one.getBoundingClientRect().height)"
        ".filter(height => height > 0)"
    )
    assert len(sizes) > 20
    assert min(sizes) > 8


def test_browser__status_reads_without_colour(opened: tuple[Any, list[str]]) -> None:
    page, _ = opened
    chip = page.locator(".chip.bad").first
    assert chip.inner_text() == "增长25.0%"
    assert page.evaluate("getComputedStyle(document.querySelector('.chip.bad'), '::before').content") == '"■"'


def test_print__a4_pages_with_marks_numbers_and_repeated_heads(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert content.startswith(b"%PDF")
    boxes = {
        tuple(round(float(part)) for part in box.split()) for box in re.findall(rb"/MediaBox \[([0-9. ]+)\]", content)
    }
    assert boxes == {(0, 0, 595, 842)}
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    pages = _text(content).split("\f")[:-1]
    assert 4 <= len(pages) <= 8
    for number, text in enumerate(pages, start=1):
        assert "示例数据" in text and "内部资料" in text
        assert f"第{number}页共{len(pages)}页" in re.sub(r"\s", "", text)
    of_long_table = [text for text in pages if re.search(r"第\d+行", text)]
    assert len(of_long_table) >= 2
    assert all("镇(街道)" in text and "占比" in text for text in of_long_table)


def _text(pdf: bytes) -> str:
    import subprocess

    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()
