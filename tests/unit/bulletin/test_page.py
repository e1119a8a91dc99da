"""bulletin.html as text: self-contained, escaped, accessible."""

import re
from html.parser import HTMLParser

import pytest

from tests.unit.bulletin.made_bulletin import LONG_FIRM, SCRIPT, make_bulletin
from transforms.bulletin.charts import draw
from transforms.bulletin.model import Bulletin
from transforms.bulletin.page import bulletin_page


class Reader(HTMLParser):
    """Elements with their attributes, and the text of the body, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_of(bulletin: Bulletin) -> str:
    return bulletin_page(bulletin, {chart.key: draw(chart) for chart in bulletin.charts})


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(make_bulletin())


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_page__markup_in_data_is_text(page: str, read: Reader) -> None:
    assert read.all("script") == [] and read.all("b") == []
    assert "<script" not in page
    assert SCRIPT in read.text


def test_page__long_firm_is_whole(read: Reader) -> None:
    assert LONG_FIRM in read.text


def test_page__asks_for_nothing(page: str, read: Reader) -> None:
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    asked = {"src", "srcset", "data", "poster", "background", "action"}
    assert [attributes for _, attributes in read.elements if asked & attributes.keys()] == []
    assert all((link["href"] or "").startswith("#") for link in read.all("a"))
    assert read.all("link") == [] and "@import" not in page and "url(http" not in page
    policies = [meta["content"] for meta in read.all("meta") if "http-equiv" in meta]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_page__links_lead_to_its_sections_and_ids_are_unique(read: Reader) -> None:
    ids = [attributes["id"] for _, attributes in read.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    assert {(link["href"] or "")[1:] for link in read.all("a")} == {"section-one", "section-two"} <= set(ids)


def test_page__tables_have_captions_and_scoped_headings(read: Reader) -> None:
    assert len(read.all("caption")) == len(read.all("table")) == 3
    assert all(heading.get("scope") in ("col", "colgroup", "row") for heading in read.all("th"))
    groups = [(heading.get("colspan"), heading.get("rowspan")) for heading in read.all("th")][:5]
    assert groups == [(None, "2"), ("2", None), (None, "2"), (None, None), (None, None)]


def test_page__charts_have_words_for_who_cannot_see_them(read: Reader) -> None:
    drawings = [attributes for tag, attributes in read.elements if attributes.get("role") == "img"]
    assert [(one["aria-label"] or "").split("。")[-1] for one in drawings][:2] == ["柱形图", "折线图"]
    assert len(drawings) == 4


def test_page__status_in_words_beside_colour(page: str) -> None:
    assert '<span class="chip bad">增长25.0%</span>' in page
    assert re.search(r'<tr class="total">\s*<th scope="row"', page)


def test_page__notice_and_mark_on_screen_and_in_print(page: str) -> None:
    assert '<strong class="notice">示例数据</strong>' in page
    assert '@top-right{content:"示例数据 内部资料 注意保存"}' in page
    shared = page_of(make_bulletin("shareable", notice=""))
    assert "示例数据" not in shared and "内部资料" not in shared and 'class="stamps"' not in shared


def test_page__notice_cannot_leave_the_style_element() -> None:
    page = page_of(make_bulletin(notice='</style><script>x</script>"};*{'))
    reader = Reader()
    reader.feed(page)
    assert reader.all("script") == []
    assert len(re.findall("</style>", page)) == 1


def test_page__empty_table_says_so(read: Reader) -> None:
    assert "本年尚无事项" in read.text


def test_page__same_content_same_bytes(page: str) -> None:
    assert page_of(make_bulletin()) == page


def test_draw__several_charts_may_stand_on_one_page() -> None:
    drawings = [draw(chart) for chart in make_bulletin().charts]
    # ids would meet: clips and gradients of one chart would be used by another
    assert all(" id=" not in drawing.svg and "url(" not in drawing.svg for drawing in drawings)
    assert all(drawing.png.startswith(b"\x89PNG") for drawing in drawings)


def test_draw__bound_and_newest_value_are_written() -> None:
    share = next(chart for chart in make_bulletin().charts if chart.key == "share")
    svg = draw(share).svg
    assert "目标10%" in svg and "9.00%" in svg and "偶然波动范围" in svg
    assert "<script" not in svg


def test_draw__upright_bars_carry_the_numbers_of_this_year_only() -> None:
    months = next(chart for chart in make_bulletin().charts if chart.key == "months")
    written = re.findall(r"<text[^>]*font-size=\"10px\"[^>]*>([^<]*)</text>", draw(months).svg)
    assert written == ["3"]


def test_page__long_tables_may_break_on_paper_short_words_not(page: str) -> None:
    assert page.count('<div class="block long">') == 1
    assert '<th scope="row" class="text short">第59行</th>' in page
