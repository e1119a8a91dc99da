"""The bare script that the pipeline is measured against does its whole job right."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb

from tests.bench import make_feed as feeds
from tests.unit.bench.naive_reading import TYPES, is_right, plain_date, plain_number

BARE_SCRIPT = Path(feeds.__file__).with_name("bare_script.py")
LABELS = {"发明": "invention", "实用新型": "utility_model", "外观设计": "design"}
KINDS = {
    "企业": ("公司", "厂"),
    "机关团体": ("协会", "医院", "中学"),
    "大专院校": ("大学", "学院", "研究生院"),
    "科研单位": ("研究院", "中心"),
}
UNITS = {"黄姑镇": "独山港镇", "全塘镇": "独山港镇", "独山港": "独山港镇", "开发区": "钟埭街道"}
TOWNS = "当湖街道 钟埭街道 曹桥街道 乍浦镇 新埭镇 新仓镇 广陈镇 林埭镇".split()  # noqa: SIM905


def naive_kind(applicants: str) -> str:
    """Names the kind of the first applicant by its ending."""
    first = applicants.replace("；", ";").split(";")[0].strip()
    return next((kind for kind, endings in KINDS.items() if first.endswith(endings)), "个人")


def naive_unit(address: str) -> str:
    """Names the unit by the first town or zone that the address holds."""
    places = UNITS | {town: town for town in TOWNS}
    return next((unit for word, unit in places.items() if word in address), "未归属")


def test_bare_script__equals_a_naive_count(tmp_path: Path) -> None:
    feed = feeds.make_feed(tmp_path, 3_000)
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, str(BARE_SCRIPT), str(feed), str(out)]
    printed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    with feed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first = {plain_number(row["申请号"])[0]: row for row in reversed(rows) if is_right(row)}
    expected = Counter(
        (
            f"{plain_date(row['受理日']):%Y-%m}",
            naive_unit(row["地址"]),
            LABELS[TYPES[base[4]]],
            naive_kind(row["申请人"]),
        )
        for base, row in first.items()
        if "平湖市" in row["地址"] or "平湖经济" in row["地址"]
    )
    wrong = sum(not is_right(row) for row in rows)
    assert wrong > 0
    assert printed["counts"] == {
        "rows": 3_000, "wrong": wrong, "patents": len(first), "applications": expected.total(),
    }  # fmt: skip
    assert (out / "feed.csv").read_bytes() == feed.read_bytes()
    with duckdb.connect(str(out / "bare.duckdb"), read_only=True) as store:
        found = store.execute("FROM monthly_counts").fetchall()
        dates = store.execute("SELECT count(filed_on) FROM records").fetchall()
    assert Counter({tuple(row[:4]): row[4] for row in found}) == expected
    assert dates == [(3_000,)]
    parquet = duckdb.connect().read_parquet(str(out / "patents.parquet"))
    assert parquet.count("*").fetchall() == [(len(first),)]
