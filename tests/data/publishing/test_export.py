"""Exports: bytes of a CSV written by hand, a Parquet read back, and a package description that is true."""

import hashlib
import json
from pathlib import Path

import duckdb
import pytest

from flows.publishing import export
from flows.publishing.datapackage import datapackage
from flows.publishing.describe import create_table
from flows.publishing.export import export_tables

from .small_release import contracts_of

QUARANTINED = [
    ["d2", "b.csv", "b", 7, "applicant_missing", "申请人为空。", '{"名称":"一种\n锁,扣"}'],
    ["d1", "a.xlsx", "明细", 12, "wrong_check_digit", "说“不对”。", "{}"],
    ["d1", "a.xlsx", "明细", 9, "wrong_check_digit", '有"引号"', "{}"],
]
EXPECTED_CSV = (
    "\ufeffdelivery_id,file_name,sheet,row_number,rule,reason,original\n"
    'd1,a.xlsx,明细,9,wrong_check_digit,"有""引号""",{}\n'
    "d1,a.xlsx,明细,12,wrong_check_digit,说“不对”。,{}\n"
    'd2,b.csv,b,7,applicant_missing,申请人为空。,"{""名称"":""一种\n锁,扣""}"\n'
)


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for contract in contracts_of("quarantine", "releases", "deliveries"):
        create_table(connection, contract)
    connection.executemany("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?)", QUARANTINED)
    connection.execute(
        "INSERT INTO releases VALUES ('2013-01.1', '2013-01', 1, '2013-02-15', '2013-02-15 09:30:05.25')"
    )
    return connection


def test_csv_is_what_excel_in_china_reads(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    export_tables(connection, contracts_of("quarantine", "releases"), tmp_path)
    assert (tmp_path / "tables/quarantine.csv").read_bytes().decode() == EXPECTED_CSV
    assert (tmp_path / "tables/releases.csv").read_text(encoding="utf-8-sig").splitlines()[1] == (
        "2013-01.1,2013-01,1,2013-02-15,2013-02-15 09:30:05"
    )


def test_null_is_an_empty_cell_and_an_empty_table_has_a_header(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    connection.execute(
        "INSERT INTO deliveries BY NAME SELECT 'd1' AS delivery_id, 'a.zip/b.csv' AS file_name, 'held' AS state,"
        " DATE '2013-02-15' AS received_on, '没有表头' AS reason"
    )
    export_tables(connection, contracts_of("deliveries"), tmp_path)
    lines = (tmp_path / "tables/deliveries.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "d1,a.zip/b.csv,,,,,,,2013-02-15,,held,没有表头,,,,,,,"
    connection.execute("DELETE FROM deliveries")
    (tmp_path / "again").mkdir()
    export_tables(connection, contracts_of("deliveries"), tmp_path / "again")
    assert (tmp_path / "again/tables/deliveries.csv").read_text(encoding="utf-8-sig") == lines[0] + "\n"


def test_parquet_holds_the_same_rows_and_types(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    export_tables(connection, contracts_of("quarantine"), tmp_path)
    read = duckdb.sql(f"FROM read_parquet('{tmp_path}/tables/quarantine.parquet')")
    assert [list(row) for row in read.fetchall()] == [QUARANTINED[2], QUARANTINED[1], QUARANTINED[0]]
    assert [str(data_type) for data_type in read.types][:4] == ["VARCHAR", "VARCHAR", "VARCHAR", "BIGINT"]


def test_same_table_in_any_stored_order_gives_the_same_bytes(tmp_path: Path) -> None:
    hashes = []
    for name, rows in (("one", QUARANTINED), ("two", QUARANTINED[::-1])):
        (tmp_path / name).mkdir()
        with duckdb.connect() as connection:
            create_table(connection, contracts_of("quarantine")[0])
            connection.executemany("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            hashes.append(
                [file.sha256 for file in export_tables(connection, contracts_of("quarantine"), tmp_path / name)]
            )
    assert hashes[0] == hashes[1]


def test_large_table_is_parquet_only(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert export.CSV_BELOW == 100_000
    for limit, formats in ((3, {"parquet"}), (4, {"csv", "parquet"})):
        folder = tmp_path / str(limit)
        folder.mkdir()
        monkeypatch.setattr(export, "CSV_BELOW", limit)
        assert {file.format for file in export_tables(connection, contracts_of("quarantine"), folder)} == formats


def test_table_too_large_to_sort_keeps_its_rows(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "SORTED_BELOW", 3)
    export_tables(connection, contracts_of("quarantine"), tmp_path)
    read = duckdb.sql(f"FROM read_parquet('{tmp_path}/tables/quarantine.parquet')").fetchall()
    assert [list(row) for row in read] == QUARANTINED


def test_quote_in_the_folder_name(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    folder = tmp_path / "it's 发布"
    folder.mkdir()
    export_tables(connection, contracts_of("quarantine"), folder)
    assert (folder / "tables/quarantine.csv").exists()


def test_datapackage_tells_the_truth(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    contracts = contracts_of("quarantine", "releases", "deliveries")
    files = export_tables(connection, contracts, tmp_path)
    package = json.loads(json.dumps(datapackage("2013-01.1", "2013-02-15T09:30:00+08:00", contracts, files)))
    names = [resource["name"] for resource in package["resources"]]
    assert sorted(names) == sorted(f"{contract.table}{suffix}" for contract in contracts for suffix in ("", "-parquet"))
    for resource in package["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        fields = [field["name"] for field in resource["schema"]["fields"]]
        if resource["format"] == "csv":
            assert content.decode("utf-8-sig").splitlines()[0].split(",") == fields
    by_name = {resource["name"]: resource for resource in package["resources"]}
    assert by_name["quarantine"]["title"] == "待核记录"
    assert by_name["quarantine"]["schema"]["primaryKey"] == ["delivery_id", "sheet", "row_number", "rule"]
    published_at = by_name["releases"]["schema"]["fields"][-1]
    assert published_at == {
        "name": "published_at", "type": "datetime", "title": "发布时间", "description": "发布的时刻,北京时间。",
        "format": "%Y-%m-%d %H:%M:%S", "constraints": {"required": True},
    }  # fmt: skip
