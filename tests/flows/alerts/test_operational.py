"""Held files, refused releases and failed runs: one message each, in the patterns, without anything from a row."""

from flows.admission import Outcome
from flows.alerts.operational import note_failed, note_held_outcomes, note_refused
from flows.alerts.receipts import Message, open_receipts
from flows.home import Home
from flows.notice import notice_file
from transforms.errors import DataError, Refused


def noted(home: Home) -> list[Message]:
    with open_receipts(home) as receipts:
        return receipts.operational_messages()


def held(name: str, reason: str, remedy: str = "请核对。") -> Outcome:
    return Outcome(name, "held", f"{name}未能入库:{reason}处理办法:{remedy}")


def test_held__pattern_and_once_for_each_reason(home: Home) -> None:
    one = held("专利资助发放表_201306.xlsx", "文件是空的(0 字节)。", "请重新导出或向来源单位索取完整文件。")
    for _ in range(2):
        note_held_outcomes(home, "2013-06", [one, Outcome("别的.xlsx", "seen")])
    (message,) = noted(home)
    assert message.title == "【待确认文件】专利资助发放表_201306.xlsx未能入库:文件是空的。"
    assert message.message == (
        "专利资助发放表_201306.xlsx未能入库:文件是空的。"
        "处理办法:请重新导出或向来源单位索取完整文件(全文见 ipstats status)。其余文件不受影响。"
    )
    note_held_outcomes(home, "2013-07", [held("专利资助发放表_201306.xlsx", "工作簿里没有任何内容。")])
    assert len(noted(home)) == 2


def test_held__no_firm_no_person_no_number(home: Home) -> None:
    secret = ("张三", "某某机械", "201310699744")
    reason = "文件不符合任何已知来源。看到的表头(第 1 行):张三、平湖市某某机械有限公司、201310699744.2。"
    note_held_outcomes(home, "2013-06", [held("平湖市某某机械有限公司_张三_201310699744.xlsx", reason)])
    (message,) = noted(home)
    assert message.title == "【待确认文件】平湖市…_…_….xlsx未能入库:文件不符合任何已知来源。"
    assert not [word for word in secret if word in message.title + message.message + message.alert_id]


def test_refused__wrong_reference_file_by_line(home: Home) -> None:
    note_refused(home, "2013-06", DataError("201306.yml", 7, "更正 201310699744.2 没有匹配:张三"))
    (message,) = noted(home)
    assert message.title == "【发布中止】平湖市2013年6月文件 201306.yml 第7行有误。"
    assert message.message == "平湖市2013年6月文件 201306.yml 第7行有误。还没有发布过。"


def test_refused__other_reason_up_to_what_it_quotes(home: Home) -> None:
    note_refused(home, "2013-06", Refused("磁盘已满:/home/zhangsan。"))
    assert noted(home)[0].title == "【发布中止】平湖市2013年6月未能发布:磁盘已满。"


def test_failed__kind_of_error_only_and_notice(home: Home) -> None:
    notice_file(home).parent.mkdir(parents=True)
    notice_file(home).write_text("示例数据", encoding="utf-8")
    note_failed(home, "2013-06", ValueError("张三"))
    (message,) = noted(home)
    assert message.title == "【运行失败】平湖市2013年6月月度统计运行失败(ValueError)。(示例数据)"
    assert message.message.endswith("示例数据。")
    assert "张三" not in message.message
