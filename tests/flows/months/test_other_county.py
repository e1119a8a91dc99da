"""Another county adopts the system by files under `data/`: right counts, and no word of Pinghu in what it publishes."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from flows import release_steps
from flows.home import CHECKOUT
from flows.reference import load_reference
from tests.flows.office import Office, application_row, feed
from tests.haiyan import HAIYAN
from transforms.errors import DataError

REPLACED = {f"reference/{name}": text for name, text in HAIYAN.items()} | {
    "bulletin/bulletin.yml": """
title: 专利统计月报
city: 海盐县
issuer: 海盐县科学技术局
reviewer: ""
recipients: [各镇]
mark: 内部资料
prefecture: 嘉兴
counties: [{code: "330424", name: 海盐县}]
""",
    "targets/2013.yml": """
year: 2013
territory: "330424"
source: 海盐县计划
targets:
  patent_applications: {indicator: patent_applications, operator: ">=", value: 900, sentence: 专利申请量达到900件以上}
""",
}
FEEDS = ("sources/application_detail.yml", "sources/grant_detail.yml")
LEVELS = "reference/enterprise_words.csv"
# what worked examples, which are the same everywhere, are made of
EXAMPLES = re.compile(r"method-.*\.html")
PINGHU = re.compile("平湖|330482|3142")


def adopted(data: Path) -> Path:
    """The reference data of Haiyan."""
    for folder in ("bulletin", "checks", "corrections", "notes", "reference", "sources", "targets"):
        shutil.copytree(CHECKOUT / "data" / folder, data / folder)
    for name, text in REPLACED.items():
        (data / name).write_text(text, encoding="utf-8")
    for name in (*FEEDS, LEVELS):
        text = (data / name).read_text(encoding="utf-8")
        (data / name).write_text(text.replace("330482", "330424").replace("平湖市", "海盐县").replace("平湖", "海盐"), "utf-8")
    (data / "sources" / "official_pinghu_towns.yml").unlink()
    return data


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office of Haiyan after its January."""
    data = adopted(tmp_path_factory.mktemp("data"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPSTATS_DATA", str(data))
        office = Office(tmp_path_factory.mktemp("haiyan"), with_bulletins=True)
        office.write(
            "海盐县专利申请受理明细_201301.csv",
            feed(
                application_row("201320000001.7", address="浙江省嘉兴市海盐县武原街道1号"),
                application_row("201320000002.1", address="海盐县1号"),
                application_row("201310000003.0", kind="发明", address="沈荡镇2号"),
                application_row("201310000004.5", kind="发明", address="浙江省杭州市西湖区海盐路1号"),
            )
            .replace("平湖市", "海盐县")
            .replace("314205", "314300"),
        )
        office.run("2013-01", date(2013, 2, 15))
        release_steps.site.fn(office.home.root)
    return office


def test_other_county__is_counted_by_its_own_towns(office: Office) -> None:
    counted = office.rows("SELECT unit_code, unit_name, patent_type, applications FROM monthly_counts ORDER BY ALL")
    assert counted == [
        ("330424000", "未归属", "utility_model", 1),
        ("330424001", "武原街道", "utility_model", 1),
        ("330424100", "沈荡镇", "invention", 1),
    ]
    assert office.rows("SELECT target_id, unit_code, value, target_value FROM scorecard") == [
        ("patent_applications", "330424", 3.0, 900.0)
    ]


def test_other_county__publishes_no_word_of_pinghu(office: Office) -> None:
    said = {
        str(file.relative_to(office.home.published)): found.group()
        for file in _texts(office.home.published)
        if not EXAMPLES.fullmatch(file.name) and (found := PINGHU.search(file.read_text(encoding="utf-8")))
    }
    assert said == {}
    comments = "SELECT comment FROM duckdb_columns() UNION ALL SELECT comment FROM duckdb_tables()"
    assert not [comment for (comment,) in office.rows(comments) if PINGHU.search(comment or "")]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("sources/grant_detail.yml", "330424", "330482", "attributed_to 为 330482,应与 territory.yml 的 330424 一致"),
        ("targets/2013.yml", "330424", "330482", "330482 不是 territory.yml 的 330424,也不在 units.csv 里"),
        ("targets/2013.yml", "value: 900", 'value: 900, units: {"330424999": 5}', "330424999 不是 territory.yml 的"),
        ("bulletin/bulletin.yml", "city: 海盐县", "city: 平湖市", "city 为 平湖市,与 territory.yml 的海盐不是一处"),
    ],
)
def test_word_of_the_county_before__is_named(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    data = adopted(tmp_path)
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=message) as error:
        load_reference(data)
    assert error.value.file == Path(file).name


@pytest.mark.parametrize(
    ("file", "copy", "message"),
    [
        ("sources/grant_detail.yml", "sources/new.yml", "source grant_detail 与 grant_detail.yml 重复"),
        ("targets/2013.yml", "targets/more.yml", "2013 年的目标已经写在 2013.yml 里"),
        ("targets/2013.yml", "targets/2014.yaml", "文件名应以 .yml 结尾"),
    ],
)
def test_thing_said_twice_or_not_at_all__is_named(tmp_path: Path, file: str, copy: str, message: str) -> None:
    data = adopted(tmp_path)
    shutil.copyfile(data / file, data / copy)
    with pytest.raises(DataError, match=message) as error:
        load_reference(data)
    assert error.value.file == Path(copy).name


def _texts(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.suffix in {".csv", ".html", ".json", ".md", ".txt"}]
