"""`release_changes` after runs of an office: what changed, and each kind of cause."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.home import CHECKOUT
from flows.reference import load_reference
from tests.flows.office import Office, application_row, feed
from transforms.errors import Refused

JANUARY = "平湖市专利申请受理明细_201301.csv"
FEBRUARY = "平湖市专利申请受理明细_201302.csv"
ROWS = application_row("201320000001.7"), application_row("201310000002.6", kind="发明", address="浙江省平湖市无名路8号")
FIRMS = "企业名称,统一社会信用代码,所属镇街道,类别,级别,事项,文号,发文日期\n"
FIRM = "平湖市戊有限公司,{},新仓镇,专利示范企业,平湖市级,认定,平科〔2013〕1号,2013-01-20\n"
FIRMS_TARGET = "new_demonstration_enterprises"
COUNTED = "2013-01|{unit}|{kind}|企业|receipt_records"


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reference data without corrections and a home after its first release; each test works in a copy."""
    folder = tmp_path_factory.mktemp("january")
    for name in ("reference", "sources", "targets", "checks", "bulletin"):
        shutil.copytree(CHECKOUT / "data" / name, folder / "data" / name)
    (folder / "data" / "corrections").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPSTATS_DATA", str(folder / "data"))
        office = Office(folder / "home")
        office.write(JANUARY, feed(*ROWS))
        office.run("2013-01", date(2013, 2, 15))
    return folder


@pytest.fixture
def office(january: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A copy of the home; the reference data are shared until a test edits them."""
    monkeypatch.setenv("IPSTATS_DATA", str(january / "data"))
    return Office(january / "home").copied(tmp_path / "home")


def changes(office: Office, table: str, release: str | None = None) -> list[tuple[Any, ...]]:
    return office.rows(
        "SELECT key, column_name, before, after, cause FROM release_changes"
        f" WHERE table_name = '{table}' AND column_name <> 'row' ORDER BY ALL",
        release,
    )


def rows_come_or_gone(office: Office, table: str) -> list[tuple[Any, ...]]:
    return office.rows(
        "SELECT key, before IS NOT NULL, after IS NOT NULL, cause FROM release_changes"
        f" WHERE table_name = '{table}' AND column_name = 'row' ORDER BY ALL"
    )


@pytest.fixture
def data(january: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reference data of the test's own, to be edited."""
    shutil.copytree(january / "data", tmp_path / "data")
    monkeypatch.setenv("IPSTATS_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def edit(data: Path, name: str, text: str) -> None:
    (data / name).write_text(text, encoding="utf-8")
    load_reference.cache_clear()


def test_first_release__has_nothing_to_be_compared_with(office: Office) -> None:
    assert office.rows("SELECT * FROM release_changes") == []


def test_grant_known_before_its_month_was_published__changes_the_patent_when_it_is(tmp_path: Path) -> None:
    """Published in January, granted in February from another town: the patent is where its grant is, which leads."""
    office = Office(tmp_path / "home")
    documents = "申请号,公开(公告)号,公开(公告)日,发明名称,申请人,地址\n" + "".join(
        f"201110000001,{number},{day},一种装置,平湖市某某有限公司,浙江省平湖市{town}1号\n"
        for number, day, town in (("CN102000001A", "2013-01-09", "当湖街道"), ("CN102000001B", "2013-02-13", "乍浦镇"))
    )
    office.write("公报.csv", documents)
    office.write("公报.csv.yml", "source: general\nbasis: public_documents\nevents: [publication, grant]\n")
    office.run("2013-01", date(2013, 3, 15))
    office.run("2013-02", date(2013, 3, 15))
    found = office.rows("SELECT column_name, before, after FROM release_changes WHERE table_name = 'patents' ORDER BY ALL")
    assert ("unit_name", "当湖街道", "乍浦镇") in found


def test_late_row__restates_its_month_and_names_the_file(office: Office) -> None:
    late = application_row("201320000003.6", accepted="2013-01-30")
    office.write(FEBRUARY, feed(late, application_row("201320000004.0", accepted="2013-02-08")))
    office.run("2013-02", date(2013, 3, 15))
    cause = f"新到文件:{FEBRUARY}"
    key = COUNTED.format(unit="330482103", kind="utility_model")
    assert changes(office, "monthly_counts") == [(key, "applications", "1", "2", cause)]
    assert rows_come_or_gone(office, "patent_events") == [("201320000003.6|application|receipt_records", False, True, cause)]
    values = [line for line in changes(office, "scorecard") if line[1] in ("value", "numerator", "denominator")]
    assert values == [
        ("2013-01|invention_share|330482", "denominator", "2", "3", cause),
        ("2013-01|invention_share|330482", "value", "0.5", "0.333333333", cause),
        ("2013-01|patent_applications|330482", "numerator", "2", "3", cause),
        ("2013-01|patent_applications|330482", "value", "2.0", "3.0", cause),
    ]


def test_replacement__names_the_new_file_for_what_went_and_what_changed(office: Office) -> None:
    better = "平湖市专利申请受理明细_201301_更正.csv"
    office.write(better, feed(application_row("201320000001.7", address="浙江省平湖市广陈镇测试路1号")))
    office.write(f"{better}.yml", "relation: replaces\n")
    ran = office.run("2013-01", date(2013, 3, 1))
    assert ran.published.release.release_id == "2013-01.2"
    cause = f"替换文件:{better}"
    assert rows_come_or_gone(office, "patents") == [("201310000002.6", True, False, cause)]
    assert ("201320000001.7", "unit_name", "新仓镇", "广陈镇", cause) in changes(office, "patents")
    assert {line[4] for line in changes(office, "monthly_counts")} == {cause}


def test_warning__that_a_replacement_settles_names_the_new_file(office: Office) -> None:
    """February's feed has another address for a row of January, whose mended feed then says the same as February's."""
    moved = application_row("201320000001.7", address="浙江省平湖市广陈镇测试路1号")
    office.write(FEBRUARY, feed(moved))
    office.run("2013-02", date(2013, 3, 15))
    better = "平湖市专利申请受理明细_201301_更正.csv"
    office.write(better, feed(moved, ROWS[1]))
    office.write(f"{better}.yml", "relation: replaces\n")
    office.run("2013-02", date(2013, 3, 20))
    ((key, was, stays, cause),) = rows_come_or_gone(office, "row_warnings")
    assert (key.split("|")[1:], was, stays) == (["", "2", "conflict_with_earlier_record"], True, False)
    assert cause == f"替换文件:{better}"


def test_list_of_firms__without_a_row_of_the_month_is_named_for_what_it_made_known(office: Office) -> None:
    """The list's only firm is of April; February's feed comes on the same day and is no cause of what is known of firms."""
    office.write("专利示范企业名录.csv", FIRMS + FIRM.format("123456788").replace("2013-01-20", "2013-04-02"))
    office.write(FEBRUARY, feed(application_row("201320000004.0", accepted="2013-02-08")))
    office.run("2013-02", date(2013, 4, 15))
    told = [line for line in changes(office, "scorecard") if line[:2] == (f"2013-01|{FIRMS_TARGET}|330482", "value")]
    assert [line[2:] for line in told] == [(None, "0.0", "新到文件:专利示范企业名录.csv")]
    assert {line[4] for line in changes(office, "scorecard") if FIRMS_TARGET in line[0]} == {"新到文件:专利示范企业名录.csv"}


def test_row__that_a_replacement_leaves_out_and_the_next_brings_back_moves_between_its_months(office: Office) -> None:
    """February's feed repeats a row of January with a day of its own: it counts where the first file that stands says."""
    counts = "SELECT month, sum(applications) FROM monthly_counts GROUP BY month HAVING sum(applications) > 0 ORDER BY month"
    office.write(FEBRUARY, feed(application_row("201320000001.7", accepted="2013-02-03")))
    office.run("2013-02", date(2013, 3, 15))
    assert office.rows(counts) == [("2013-01", 2)]
    more = application_row("201320000005.5", accepted="2013-01-31")
    for number, rows in enumerate((ROWS[1:], (*ROWS, more)), start=2):
        name = f"平湖市专利申请受理明细_201301({number}).csv"
        office.write(name, feed(*rows))
        office.write(f"{name}.yml", "relation: replaces\n")
        office.run("2013-02", date(2013, 3, 18 + number))
        assert office.rows(counts) == ([("2013-01", 1), ("2013-02", 1)] if number == 2 else [("2013-01", 3)])


def test_correction__says_which_one(office: Office, data: Path) -> None:
    edit(data, "corrections/2013.yml", """corrections:
  - which: {application_number: "201310000002.6"}
    set: {unit_code: "330482106"}
    expected: {}
    why: 科技办确认该路在广陈镇
    since: 2013-03-01
""")  # fmt: skip
    office.write(FEBRUARY, feed(application_row("201320000004.0", accepted="2013-02-08")))
    office.run("2013-02", date(2013, 3, 15))
    ((*_, cause),) = [line for line in changes(office, "patents") if line[1] == "unit_name"]
    (correction,) = load_reference(data).corrections
    assert cause == f"更正:科技办确认该路在广陈镇(2013.yml,{correction.correction_id[:8]})"
    assert [(*line[1:4], line[4] == cause) for line in changes(office, "monthly_counts")] == [
        ("applications", "1", None, True),
        ("applications", None, "1", True),
    ]
    # the next release has known it: when the row changes again, it is not named again
    better = "平湖市专利申请受理明细_201301_更正.csv"
    office.write(better, feed(ROWS[0], application_row("201310000002.6", kind="发明", address="浙江省平湖市林埭镇8号")))
    office.write(f"{better}.yml", "relation: replaces\n")
    office.run("2013-03", date(2013, 4, 15))
    told = [line[1:] for line in changes(office, "patents") if line[1] == "unit_name"]
    assert told == [("unit_name", "广陈镇", "林埭镇", f"替换文件:{better}")]


def test_reference_data__the_file_is_named_where_nothing_new_came(office: Office, data: Path) -> None:
    aliases = data / "reference" / "town_aliases.csv"
    line = "330482106,无名路,former_name,with_context,,,made for this test,I\n"
    edit(data, "reference/town_aliases.csv", aliases.read_text(encoding="utf-8") + line)
    ran = office.run("2013-01", date(2013, 3, 1))
    assert ran.published.release.release_id == "2013-01.2"
    assert ("201310000002.6", "unit_name", "未归属", "广陈镇", "参考数据变动:reference/town_aliases.csv") in changes(
        office, "patents"
    )
    assert {line[4] for line in changes(office, "monthly_counts")} == {"参考数据变动:reference/town_aliases.csv"}


GAZETTE = """公开(公告)号,公开(公告)日,申请人,名称,地址
{number},2013-01-16,平湖市测试机械有限公司,一种壶,浙江省平湖市新仓镇测试路1号
"""
SIDECAR = "source: general\nbasis: public_documents\nevents: [publication]\n"


def test_firm__whose_code_a_later_list_mends_names_that_list_for_the_line_that_goes(office: Office) -> None:
    office.write("专利示范企业名录_一.csv", FIRMS + FIRM.format("123456781"))
    office.run("2013-01", date(2013, 2, 16))
    office.write("专利示范企业名录_二.csv", FIRMS + FIRM.format("123456788"))
    office.run("2013-01", date(2013, 3, 15))
    lines = rows_come_or_gone(office, "demonstration_enterprises")
    assert {cause for *_, cause in lines} == {"新到文件:专利示范企业名录_二.csv"}
    assert sorted(line[1:3] for line in lines) == [(False, True), (True, False)]


def test_identity__two_that_became_one_are_named_on_both(office: Office) -> None:
    office.write("公报.csv", GAZETTE.format(number="CN103000001A"))
    office.write("公报.csv.yml", SIDECAR)
    office.run("2013-02", date(2013, 3, 1))
    both = GAZETTE.replace("公开(公告)号", "申请号,公开(公告)号", 1).replace("{number}", "201310000002.6,CN103000001A")
    office.write("著录.csv", both)
    office.write("著录.csv.yml", SIDECAR)
    office.run("2013-02", date(2013, 3, 15))
    merged = "案件合并:CN103000001与201310000002.6为同一件"
    assert rows_come_or_gone(office, "patents") == [("CN103000001", True, False, merged)]
    assert ("201310000002.6", "published_on", None, "2013-01-16", merged) in changes(office, "patents")
    assert rows_come_or_gone(office, "patent_events") == [
        ("201310000002.6|publication|public_documents", False, True, merged),
        ("CN103000001|publication|public_documents", True, False, merged),
    ]


def test_set_aside_row__comes_back_when_its_correction_does(office: Office, data: Path) -> None:
    office.write(FEBRUARY, feed(application_row("201320000004.1", accepted="2013-01-20")))
    office.run("2013-02", date(2013, 3, 15))
    edit(data, "corrections/2013.yml", f"""corrections:
  - which: {{file: {FEBRUARY}, row: 2}}
    set: {{application_number: "201320000004.0"}}
    expected: {{application_number: "201320000004.1"}}
    why: 校验位抄错
    since: 2013-03-20
""")  # fmt: skip
    office.run("2013-02", date(2013, 4, 1))
    ((key, was, stays, cause),) = rows_come_or_gone(office, "quarantine")
    assert (key.split("|")[1:], was, stays) == (["", "2", "wrong_check_digit"], True, False)
    assert cause.startswith("更正:校验位抄错(2013.yml,")
    assert [line[3] for line in rows_come_or_gone(office, "patents")] == [cause]


def test_feed_without_rows__is_what_a_missing_month_was_waiting_for(office: Office) -> None:
    office.write("平湖市专利申请受理明细_201303.csv", feed(application_row("201320000005.5", accepted="2013-03-08")))
    office.run("2013-03", date(2013, 4, 15))
    office.write(FEBRUARY, feed())
    office.run("2013-03", date(2013, 4, 20))
    status = [line for line in changes(office, "scorecard") if line[:2] == ("2013-02|patent_applications|330482", "obs_status")]
    assert [(before, cause) for _, _, before, _, cause in status] == [("missing", f"新到文件:{FEBRUARY}")]


def test_release_before__damaged_is_named_with_what_to_do(office: Office) -> None:
    file = office.home.published / "releases" / "2013-01.1" / "patents.duckdb"
    size = file.stat().st_size
    file.chmod(0o644)
    file.write_bytes(bytes(size))
    with pytest.raises(Refused, match="上一发布版 2013-01.1 的文件打不开.*请从备份恢复"):
        office.run("2013-02", date(2013, 3, 15))


def test_same_numbers__no_release_and_no_changes(office: Office) -> None:
    assert not office.run("2013-01", date(2013, 3, 1)).published.is_new
