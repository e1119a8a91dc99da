"""A column must look like what its header says, and odd but right columns must pass."""

import pytest
from made_files import HEADER, csv_text, record
from taking_in import Intake

SWAPPED = tuple({"申请人": "地址", "地址": "申请人"}.get(text, text) for text in HEADER)


def test_swapped__names_the_other_column_and_prints_the_sidecar(intake: Intake) -> None:
    text = csv_text([SWAPPED, *(record(number) for number in range(1, 21))])
    held = intake.held(text)
    assert "表头“地址”应是地址 address,但这一列的内容100% 像单位名称" in held.reason
    assert "地址 address更像是“申请人”列" in held.reason
    said = "columns: {申请人: address, 地址: applicants}"
    assert said in held.remedy
    rows = intake.rows(text, sidecar=said)
    assert rows["address"][0] == "浙江省平湖市新仓镇永兴路1号"
    assert rows["applicants"][0] == "平湖市某某箱包有限公司"


def test_swapped__three_rows_are_enough(intake: Intake) -> None:
    people = ["张三", "李四;王五", "赵六"]
    text = csv_text([SWAPPED, *(record(number, 申请人=person) for number, person in enumerate(people, 1))])
    assert "像人名" in intake.held(text).reason


def test_swapped__a_person_may_insist(intake: Intake) -> None:
    text = csv_text([SWAPPED, *(record(number) for number in range(1, 21))])
    said = "columns: {地址: address, 申请人: applicants}"
    assert intake.rows(text, sidecar=said)["address"][0] == "平湖市某某箱包有限公司"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("申请号", "受理日", "像日期"),
        ("发明名称", "地址", "几乎没有像地址的"),
        ("发明名称", "申请人", "像单位名称"),
        ("受理日", "申请人", "像日期"),
    ],
)
def test_exchanged__other_columns(intake: Intake, one: str, other: str, said: str) -> None:
    header = tuple({one: other, other: one}.get(text, text) for text in HEADER)
    reason = intake.held(csv_text([header, *(record(number) for number in range(1, 21))])).reason
    assert said in reason
    assert one in reason
    assert other in reason


@pytest.mark.parametrize(
    "changed",
    [
        {
            "地址": [
                "以色列特尔蒙德",
                "美国新泽西州",
                "法国巴黎",
                "日本东京",
                "德国慕尼黑",
                "瑞士伯尔尼",
                "123 Main St, Dearborn, MI",
                "韩国首尔",
                "荷兰艾恩德霍芬",
                "英国伦敦",
                "新加坡",
                "Seoul",
            ]
        },
        {
            "申请人": [
                "张三",
                "李四",
                "王五;赵六",
                "买买提·艾山",
                "J·史密斯",
                "John Smith",
                "欧阳修",
                "司马光",
                "山本太郎",
                "金某",
                "安某",
                "路遥",
            ]
        },
        {"申请人": ["平湖市甲鼎有限公司;张三", "平湖市丰鼎五金厂(普通合伙) | 李四", "平湖市城建局、王五"] * 4},
        {"申请人": ["平湖市新仓镇人民政府", "平湖市公安局", "平湖市第一人民医院", "浙江大学", "张三", "李四"] * 2},
        {"地址": [""] * 12, "邮编": [""] * 12},
        {"申请号": ["2.02E+12", "2.0131E+12", "2.02E+12", "", "201310017035X", "2.02E+12"] * 2},
        {
            "申请号": [
                "CN 2013 1 0017035.1",
                "ZL201310017035.1",
                "２０１３１００１７０３５.１",
                "85100001",
                "98810123.X",
                "201310017035",
            ]
            * 2
        },
        {"受理日": ["1", "", "2013年1月5日", "20130105", "41279", "2013/1/5"] * 2},
        {"发明名称": ["榨汁机", "茶杯", "加工中心", "手机", "门", "2013款轿车"] * 2},
        {"地址": ["平湖", "平湖市", "新埭镇", "当湖街道", "浙江平湖", "广陈"] * 2},
    ],
    ids=[
        "foreign addresses",
        "individuals",
        "firms with a person behind",
        "bodies",
        "blank",
        "destroyed",
        "written numbers",
        "dates",
        "titles",
        "short",
    ],
)
def test_right_columns__raise_no_alarm(intake: Intake, changed: dict[str, list[str]]) -> None:
    rows = [record(number, **{name: f'"{values[number]}"' for name, values in changed.items()}) for number in range(12)]
    assert intake.rows(csv_text([HEADER, *rows])).height == 12


def test_few_rows__raise_no_alarm(intake: Intake) -> None:
    assert intake.rows(csv_text([HEADER, record(1, 地址="张三")])).height == 1
