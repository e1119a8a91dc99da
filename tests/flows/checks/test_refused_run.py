"""A whole command whose candidate breaks a check: exit 1, the check and its rows named, nothing published."""

import os
import subprocess
import sys
from pathlib import Path

from tests.flows.office import Office, application_row, feed

ROOT = Path(__file__).parents[3]
# The counting goes wrong by one, as a mistake in its code would.
COUNTS_WRONGLY = """
import sys
import duckdb
import flows.candidate as candidate
count_and_score = candidate.count_and_score
def wrong(home, file, month, as_of, reference):
    count_and_score(home, file, month, as_of, reference)
    with duckdb.connect(str(file)) as connection:
        connection.execute("UPDATE scorecard SET numerator = numerator + 1 WHERE target_id = 'patent_applications'")
candidate.count_and_score = wrong
from flows.cli import main
main()
"""


def test_run__with_a_wrong_number_publishes_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path / "home", with_great_expectations=True)
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "IPSTATS_HOME"))}
    done = subprocess.run(
        [sys.executable, "-c", COUNTS_WRONGLY, "run", "--month", "2013-01", "--received-on", "2013-02-15"],
        cwd=ROOT, env=environment | {"IPSTATS_HOME": str(office.home.root)}, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "数据核验未通过,没有发布;还没有发布过。" in done.stderr
    assert "scorecard.scorecard_counted_again 分子分母由专利事件重新计得:1处不符。" in done.stderr
    assert "2013-01 patent_applications 330482 记为 2,重新计得 1。" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (office.home.published / "patents.duckdb").exists()
    assert not list(office.home.published.glob("releases/*"))
