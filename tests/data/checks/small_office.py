"""An office with two earlier years and two months of 2013, and the candidate of its second release with all facts."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from flows import release_steps, steps
from flows.checking.facts import provide_facts
from flows.home import data_folder
from flows.lock import writer_lock
from flows.reference import load_reference
from tests.flows.office import Office

MONTH, DAY = "2013-02", date(2013, 3, 15)
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_UNITS = ("当湖街道", "新埭镇", "乍浦镇", "独山港镇")
_APPLICANTS = ("平湖市测试机械有限公司", "王某", "某某大学", "平湖市第一医院", "某某研究院")
_KINDS = {1: "发明", 2: "实用新型", 3: "外观设计"}
_GRANTED = "序号,专利号,授权公告日,授权公告号,专利类型,专利名称,专利权人,地址,邮编,主分类号"
_ACCEPTED = "序号,申请号,申请日,受理日,专利类型,发明名称,申请人,地址,邮编"
_LIST = "企业名称,统一社会信用代码,所在镇街道,类别,级别,事项,认定文号,发文日期,公示日期,曾用名"


def number(year: int, kind: int, serial: int) -> str:
    """An application number with its check character."""
    base = f"{year}{kind}{serial:07d}"
    remainder = sum(int(digit) * weight for digit, weight in zip(base, _WEIGHTS, strict=True)) % 11
    return f"{base}.{'X' if remainder == 10 else remainder}"


def _rows(year: int, month: int, count: int) -> Iterator[tuple[int, int, str, str, str]]:
    for place in range(count):
        kind = 1 if place % 5 == 0 else 2 if place % 5 < 4 else 3
        address = f"浙江省平湖市{_UNITS[place % 4]}测试路{place}号" if place % 20 else "浙江省平湖市测试路1号"
        applicant = _APPLICANTS[0] if place % 8 else _APPLICANTS[place // 8 % 5]
        yield place + 1, kind, number(year, kind, month * 1000 + place), applicant, address


def applications(year: int, month: int, count: int = 40) -> str:
    lines = [
        f"{place},{one},{year}-{month:02d}-03,{year}-{month:02d}-08,{_KINDS[kind]},一种测试装置,{applicant},{address},314200"
        for place, kind, one, applicant, address in _rows(year, month, count)
    ]
    return "\n".join([_ACCEPTED, *lines]) + "\n"


def grants(year: int, month: int) -> str:
    lines = [
        f"{place},{one},{year}-{month:02d}-20,,{_KINDS[kind]},一种测试装置,{applicant},{address},314200,A47K 3/28"
        for place, kind, one, applicant, address in _rows(year - 1, month + 5, 36)
    ]
    return "\n".join([_GRANTED, *lines]) + "\n"


def enterprises(*names: str) -> str:
    lines = [f"{name},,新仓镇,专利示范企业,平湖市级,认定,平科测〔2013〕1号,2013-01-20,2013-01-05," for name in names]
    return "\n".join([_LIST, *lines]) + "\n"


def small_office(root: Path) -> Office:
    """The office after its January release, with what came in February and March in the inbox."""
    office = Office(root)
    for year, month in [(2011, 1), (2011, 2), (2012, 1), (2012, 2), (2013, 1)]:
        office.write(f"平湖市专利申请受理明细_{year}{month:02d}.csv", applications(year, month))
        office.write(f"平湖市专利授权明细_{year}{month:02d}.csv", grants(year, month))
    office.write("专利示范企业名录_201301.csv", enterprises("平湖市甲有限公司", "平湖市乙有限公司"))
    office.run("2013-01", date(2013, 2, 15))
    office.write("平湖市专利申请受理明细_201301_更正.csv", applications(2013, 1, 39))
    office.write("平湖市专利申请受理明细_201301_更正.csv.yml", "relation: replaces\nmonth: 2013-01\n")
    spoilt = f"41,201320009999.9,2013-02-03,2013-02-08,实用新型,一种装置,{_APPLICANTS[0]},浙江省平湖市新埭镇1号,314200\n"
    office.write("平湖市专利申请受理明细_201302.csv", applications(2013, 2) + spoilt + "合计,41件,,,,,,,\n")
    office.write("平湖市专利授权明细_201302.csv", grants(2013, 2))
    office.write("专利示范企业名录_201302.csv", enterprises("平湖市甲有限公司", "平湖市乙有限公司", "平湖市丙有限公司"))
    deducted = f"1,{number(2013, 2, 1001)},未缴费,2013-02-20\n"
    office.write("平湖市专利申请扣减清单_201302.csv", f"序号,申请号,扣减原因,通知日期\n{deducted}")
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    return office


def good_candidate(root: Path) -> Path:
    """The candidate of the February release as the gate sees it, in a file of its own."""
    office = small_office(root)
    home, reference = office.home, load_reference(data_folder())
    with writer_lock(home.lock_file):
        steps.prepare_store.fn(home.root)
        items = steps.collect_inbox.fn(home.root, MONTH, DAY, {})
        steps.take_in.fn(home.root, MONTH, items, DAY)
        steps.merge.fn(home.root, MONTH, DAY)
        file = release_steps.candidate.fn(home.root, MONTH, DAY)
        release_steps.count.fn(home.root, file, MONTH, DAY)
        provide_facts(home, file, MONTH, DAY, reference)
    kept = root / "good.duckdb"
    shutil.copyfile(file, kept)
    return kept
