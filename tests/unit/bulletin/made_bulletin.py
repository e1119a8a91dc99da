"""A bulletin with everything a page or document may hold, ugly names among it."""

from datetime import date

from transforms.bulletin.chart_model import Chart, Series
from transforms.bulletin.model import Bulletin, Column, Edition, Masthead, Paragraph, Section, Table

SCRIPT = '<script>alert("1")</script>&amp;一种</style><b>装置'
LONG_FIRM = "平湖市" + "很长名字" * 73 + "有限公司1"
assert len(LONG_FIRM) == 300
COLUMNS = (
    Column("unit", "镇(街道)", "text"),
    Column("now", "本年", "count", "专利申请"),
    Column("share", "占比", "percent", "专利申请"),
    Column("growth", "同比", "growth"),
)
CHARTS = (
    Chart("months", "各月(件)", "bars", ("1月", "2月"), (Series("本年", (3.0, None)), Series("上年", (2.0, 5.0))), "件",
          alt_zh="柱形图"),
    Chart("to_date", "累计(件)", "lines", ("1月", "2月"), (Series("本年", (3.0, 7.0), "7"),), "件", line=9, line_zh="目标9件",
          alt_zh="折线图"),
    Chart("share", f"占比{SCRIPT}", "lines", ("1月", "2月"), (Series("本年", (0.08, 0.09), "9.00%"),), "%", line=0.1,
          line_zh="目标10%", low=(0.05, 0.07), high=(0.12, 0.11), band_zh="偶然波动范围", alt_zh="折线图"),
    Chart("towns", "各镇(件)", "bars", (LONG_FIRM[:20], "未归属"), (Series("本年", (3.0, 4.0)),), "件", alt_zh="横条图"),
)  # fmt: skip
MANY = 60


def make_bulletin(edition: Edition = "internal", notice: str = "示例数据") -> Bulletin:
    rows = ((SCRIPT, 3, 0.0999, 0.25), (LONG_FIRM, None, None, None), ("=1+1 控制\x07符", 12, 0.1, -0.5))
    table = Table(
        "towns", f"各镇{SCRIPT}", "各镇", COLUMNS, rows, frozenset({2}),
        written={(0, "share"): "9.99%", (0, "growth"): "增长25.0%"}, tones={(0, "growth"): "bad"}, note_zh="注脚",
    )  # fmt: skip
    long = Table("long", "长表", "长表", COLUMNS, tuple((f"第{number}行", number, 0.5, None) for number in range(MANY)))
    empty = Table("none", "空表", "空表", COLUMNS, (), empty_zh="本年尚无事项")
    sections = (
        Section("one", "一、情况", (Paragraph(SCRIPT, "bad"), Paragraph("平常"), table, *CHARTS)),
        Section("two", "二、企业", (long, empty), internal=True),
    )
    masthead = Masthead(
        "平湖市专利统计月报", "2013年第9期", "平湖市科学技术局知识产权科", "", ("市委", "各镇"), date(2013, 10, 15),
        "内部资料 注意保存" if edition == "internal" else "",
    )  # fmt: skip
    return Bulletin(
        "2013-09.1",
        "2013-09",
        date(2013, 10, 15),
        edition,
        masthead,
        notice,
        Paragraph("1—9月,全市专利申请量1621件。"),
        sections,
    )
