"""A list without addresses, and a later one that gives them: it fills what the first left open."""

from datetime import date
from pathlib import Path

from tests.flows.office import Office, application_row, feed

ROWS = {"201320000001.7": "浙江省平湖市新埭镇1号", "201320000002.1": "浙江省海盐县武原街道1号", "201320000003.6": ""}


def test_addresses__fill_what_was_counted_without_them(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(*(application_row(number, address="") for number in ROWS)))
    office.run("2013-01", date(2013, 2, 15))
    units = "SELECT unit_name, sum(applications)::INTEGER FROM monthly_counts WHERE month = '2013-01' GROUP BY 1 ORDER BY 1"
    assert office.rows(units) == [("未归属", 3)]
    later = "平湖市专利申请受理明细_201301_地址.csv"
    office.write(later, feed(*(application_row(number, address=address) for number, address in ROWS.items())))
    office.write(f"{later}.yml", "relation: adds\n")
    office.run("2013-01", date(2013, 3, 15))
    assert office.rows(units) == [("新埭镇", 1), ("未归属", 1)]
    assert office.rows("SELECT file_name, rows_accepted, rows_repeated FROM deliveries ORDER BY 1") == [
        ("平湖市专利申请受理明细_201301.csv", 3, 0), (later, 0, 3),
    ]  # fmt: skip
    assert office.rows("SELECT DISTINCT cause FROM release_changes WHERE table_name = 'patents'") == [(f"新到文件:{later}",)]
    assert office.rows("SELECT count(*) FROM row_warnings WHERE rule = 'conflict_with_earlier_record'") == [(0,)]
