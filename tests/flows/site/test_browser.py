"""The site in a real browser without network: every page loads, nothing complains, nothing is wider than the screen."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (Debian package chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_browser__every_link_opens_and_no_page_scrolls_sideways(browser: Any, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith("file:") else None)
    waiting, seen = [(site / "index.html").as_uri()], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        assert page.locator("text=示例数据").first.is_visible(), address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        crossing = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)"
        assert page.eval_on_selector_all(".text td", crossing) == [], address
        targets = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
        waiting += [target for target in targets if target.endswith(".html")]
    context.close()
    assert complaints == []
    names = {Path(address.removeprefix("file://")).name for address in seen}
    assert names >= {"index.html", "data.html", "methods.html", "dictionary.html", "checks.html", "alerts.html", "bulletin.html"}
    assert seen == {path.as_uri() for path in site.rglob("*.html")}


def test_browser__prints_on_a4(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    pages = page.pdf(format="A4").count(b"/Type /Page\n")
    page.close()
    assert 1 <= pages <= 3
