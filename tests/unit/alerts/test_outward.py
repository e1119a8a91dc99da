"""Nothing of a firm, a person or an application number leaves with a file's name or the sentence about it."""

import pytest

from transforms.alerts.outward import shown_file_name, shown_sentence

PLACES = ("平湖市", "平湖")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("平湖市专利申请受理明细_201305.xlsx", "平湖市专利申请受理明细_201305.xlsx"),
        ("专利资助发放表_201306.xlsx", "专利资助发放表_201306.xlsx"),
        ("incoPat导出_平湖_示例数据_20130708.xlsx", "incoPat导出_平湖_示例数据_20130708.xlsx"),
        ("平湖市测试机械有限公司专利清单.xlsx", "平湖市…专利清单.xlsx"),
        ("张月专利申请.csv", "…专利申请.csv"),
        ("201310699744.2.xls", "…2.xls"),
        ("201310 699744.xls", "201310 ….xls"),
        ("201310699744.xls", "….xls"),
        ("2013年5月 各县市专利统计(更正).xls", "2013年5月 各县市专利统计(更正).xls"),
        ("王五.zip/平湖市专利授权明细.张三", "….zip/平湖市专利授权明细…"),
        ("一种水泵", "…"),
    ],
)
def test_shown_file_name(name: str, shown: str) -> None:
    assert shown_file_name(name, PLACES) == shown


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("文件是空的(0 字节)。", "文件是空的"),
        (
            "工作表“张三”不符合任何已知来源。看到的表头(第 3 行):李四、平湖市某某公司。最接近的来源:受理明细(x,缺地址)。",
            "工作表“…”不符合任何已知来源",
        ),
        (
            "表头“王五”应是地址,但这一列的内容97% 像人名;申请人更像是“赵六”列。两列的表头可能互换了。",
            "表头“…”应是地址,但这一列的内容97% 像人名;申请人更像是“…”列。两列的表头可能互换了",
        ),
        ("表头“某”司”应是地址(甲)。", "表头"),
        ("2013-04 的明细已经收到过(某公司(1).xlsx),这是内容不同的又一个文件。", "2013-04 的明细已经收到过"),
        ("文件中没有找到表头。第 1 行:张三、某公司。", "文件中没有找到表头"),
        ("旁注里的“甲”不是表头;看到的表头:张三、李四。", "旁注里的“…”不是表头"),
        ("压缩包内有同名文件:张三.xlsx。", "压缩包内有同名文件"),
        ("旁注文件有误:某公司.yml 第2行:x 应为文字,现为 '李四'。", "旁注文件有误"),
        ("文件类型 .平湖某公司 不在可读之列(.xlsx、.csv),内容为文本。", "文件类型 .… 不在可读之列,内容为文本"),
        ("请在文件旁放一个同名的旁注文件,写明 month,例如 month: 2013-06。", "请在文件旁放一个同名的旁注文件,写明 month"),
        ("如用它替换原文件,请在旁注文件里写 relation: replaces。", "如用它替换原文件,请在旁注文件里写 relation"),
    ],
)  # fmt: skip
def test_shown_sentence(sentence: str, shown: str) -> None:
    assert shown_sentence(sentence) == shown
