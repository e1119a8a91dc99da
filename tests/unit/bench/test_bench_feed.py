"""The made-up feed of the benchmarks is what it says it is."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.bench import make_feed as feeds
from tests.bench.feed_columns import firm_names
from tests.unit.bench.naive_reading import TYPES, check_character, is_right, plain_date, plain_number

HEADER = ["序号", "申请号", "申请日", "受理日", "专利类型", "发明名称", "申请人", "地址", "邮编", "代理机构"]
Row = dict[str, str]


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return feeds.make_feed(tmp_path_factory.mktemp("feed"), 1_000)


@pytest.fixture(scope="module")
def rows(feed: Path) -> list[Row]:
    with feed.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_check_character__published_numbers() -> None:
    published = ("201410411150", "1"), ("200710308494", "X"), ("201230232140", "3"), ("201280017678", "X")
    assert [check_character(base) for base, _ in published] == [check for _, check in published]


def test_feed__shape_of_the_sheet(feed: Path, rows: list[Row]) -> None:
    assert feed.name == "平湖市专利申请受理明细_201309.csv"
    assert list(rows[0]) == HEADER
    assert [row["序号"] for row in rows] == [str(number) for number in range(1, 1_001)]
    assert 230 < feed.stat().st_size / 1_000 < 275


def test_feed__same_bytes_again(feed: Path, tmp_path: Path) -> None:
    assert feeds.make_feed(tmp_path, 1_000).read_bytes() == feed.read_bytes()


def test_feed__same_bytes_whatever_the_blocks(feed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "BLOCK_ROWS", 300)
    assert feeds.make_feed(tmp_path, 1_000).read_bytes() == feed.read_bytes()


def test_feed__few_wrong_check_digits(tmp_path: Path) -> None:
    with feeds.make_feed(tmp_path, 20_000).open(encoding="utf-8", newline="") as file:
        wrong = sum(not is_right(row) for row in csv.DictReader(file))
    assert 8 <= wrong <= 36  # one in a thousand of 20,000, give or take 3.6 standard deviations


def test_feed__numbers_in_every_form(rows: list[Row]) -> None:
    forms = Counter(re.sub(r"[0-9]", "9", row["申请号"]) for row in rows)
    wide = sum(not row["申请号"].isascii() for row in rows)
    dotted = {"999999999999.9", "CN999999999999.9", "ZL999999999999.9", "9999 9 9999999.9", "999999999999.x"}
    assert dotted | {"9" * 12, "9" * 13} <= set(forms)
    assert 20 < wide < 70


def test_feed__every_fiftieth_row_repeats_an_earlier_application(rows: list[Row]) -> None:
    same = ("发明名称", "申请人", "地址", "邮编", "代理机构")
    seen: dict[str, list[str]] = {}
    for place, row in enumerate(rows):
        base = plain_number(row["申请号"])[0]
        assert (base in seen) == (place % 50 == 49)
        assert seen.setdefault(base, [row[name] for name in same]) == [row[name] for name in same]


def test_feed__dates_and_type_agree_with_the_number(rows: list[Row]) -> None:
    for row in rows:
        base, _ = plain_number(row["申请号"])
        filed, accepted = plain_date(row["申请日"]), plain_date(row["受理日"])
        assert accepted.year == int(base[:4])
        assert 0 <= (accepted - filed).days < 25
        assert date(2004, 1, 2) <= accepted <= date(2013, 9, 28)
        assert row["专利类型"] in (TYPES[base[4]], TYPES[base[4]] + "专利")
    forms = {re.sub(r"\d", "9", row["受理日"]) for row in rows}
    assert {"9999-99-99", "9999.99.99", "9999/99/99", "99999999", "9999年9月9日", "9999/9/9"} <= forms


def test_feed__few_addresses_elsewhere(rows: list[Row]) -> None:
    home = ("平湖市", "平湖经济")
    elsewhere = sum(bool(row["地址"]) and not any(word in row["地址"] for word in home) for row in rows)
    assert 15 <= elsewhere <= 50
    assert len({row["地址"] for row in rows}) > 950


def test_feed__firms_are_distinct() -> None:
    names = firm_names()
    assert len(names) == len(set(names)) == 20_000


def test_next_month__new_applications_and_a_few_known_ones(tmp_path: Path, rows: list[Row]) -> None:
    with feeds.make_next_month(tmp_path, 1_000, 1_000).open(encoding="utf-8", newline="") as file:
        month = list(csv.DictReader(file))
    known = {plain_number(row["申请号"])[0] for row in rows}
    place_known = [plain_number(row["申请号"])[0] in known for row in month]
    assert len(month) == 1_000
    assert place_known == [False] * 990 + [True] * 10
    accepted = Counter(plain_date(row["受理日"]).strftime("%Y-%m") for row in month[:990])
    assert set(accepted) == {"2013-09", "2013-10"}
    assert accepted["2013-10"] > 600


def test_title__one_banner_line(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    feeds.write_feed(path, feeds.whole_years(100), 100, title="平湖市2013年9月专利申请受理明细")
    with path.open(encoding="utf-8", newline="") as file:
        banner, header, *body = csv.reader(file)
    assert banner == ["平湖市2013年9月专利申请受理明细", *[""] * 9]
    assert header == HEADER
    assert len(body) == 100
