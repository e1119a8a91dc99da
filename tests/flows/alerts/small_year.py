"""A year in small: ten to forty applications, below 10 % in February and March, recovered in April."""

from datetime import date
from pathlib import Path

from tests.flows.office import Office, application_row, feed

# month -> (inventions, others) accepted in it; the year to date is 1/10, 2/26, 2/36, 5/39
NEW = {1: (1, 9), 2: (1, 15), 3: (0, 10), 4: (3, 0)}
TITLES = {
    2: "【提示】平湖市2013年1—2月发明专利申请占比7.69%,低于10%(本年首次)",
    3: "【提示续报】平湖市2013年1—3月发明专利申请占比5.56%,已连续2个月低于10%",
    4: "【预警解除】平湖市2013年1—4月发明专利申请占比12.82%,已达到10%的年度目标",
}
HELD = "【待确认文件】专利资助发放表_201303.csv未能入库:文件中没有找到表头。"


def day_of(month: int) -> date:
    return date(2013, month + 1, 15)


def write_feed(office: Office, month: int, inventions: int, others: int, suffix: str = "") -> Path:
    """A month's feed with new numbers."""
    accepted = f"2013-{month:02d}-08"
    rows = [
        application_row(f"2013{kind}0{month:02d}{number:04d}", accepted=accepted, filed=accepted, kind=word)
        for kind, word, count in ((1, "发明", inventions), (2, "实用新型", others))
        for number in range(1, count + 1)
    ]
    return office.write(f"平湖市专利申请受理明细_2013{month:02d}{suffix}.csv", feed(*rows))


def run(office: Office, month: int, *, announce: bool = True) -> None:
    """Receive and publish one month; a file that nobody knows comes in March."""
    write_feed(office, month, *NEW[month])
    if month == 3:
        office.write("专利资助发放表_201303.csv", "姓名,金额\n张三,1000\n李四,2000\n")
    office.run(f"2013-{month:02d}", day_of(month), announce=announce)
