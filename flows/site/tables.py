"""Count tables of the site as CSV, with Chinese headings."""

import csv
from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.site.questions import ask_table


@dataclass(frozen=True)
class SiteTable:
    """One file to take away: its query and name, what it is called and what it says."""

    name: str
    title_zh: str
    about_zh: str


@dataclass(frozen=True)
class WrittenTable:
    """A table as written, with the number of its rows."""

    table: SiteTable
    path: str
    rows: int


TABLES = (
    SiteTable("counts_by_unit", "分月统计(按镇、街道)", "各月申请、公布、授权件数,按统计单位和专利类型;“未归属”计入全市。"),
    SiteTable("counts_by_applicant_kind", "分月统计(按申请人类型)", "全市各月申请、公布、授权件数,按申请人类型和专利类型。"),
    SiteTable("scorecard", "目标完成情况", "本年各月累计完成数与年度目标的比较,均按现在所知计算。"),
    SiteTable("official_totals", "上级公布数", "上级统计表中的数,照录不改;合计行的类型为空。"),
    SiteTable("reconciliation", "对账合计", "本系统数与上级公布数的差额。"),
)


def write_tables(connection: duckdb.DuckDBPyConnection, site: Path) -> list[WrittenTable]:
    """Write `tables/*.csv`; a byte order mark lets Excel read the Chinese headings."""
    (site / "tables").mkdir()
    written = []
    for table in TABLES:
        names, rows = ask_table(connection, table.name)
        path = f"tables/{table.name}.csv"
        with (site / path).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(names)
            writer.writerows(rows)
        written.append(WrittenTable(table, path, len(rows)))
    return written
