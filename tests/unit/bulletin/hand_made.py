"""A bulletin made by hand, with everything that is awkward in a workbook; expected values stand in the tests."""

from datetime import date

from transforms.bulletin.chart_model import Chart, Series
from transforms.bulletin.model import Bulletin, Column, Edition, Masthead, Paragraph, Section, Table

LONG_NAME = "平湖市" + "极长名称" * 74 + "公司"  # 3 + 296 + 2 = 301 characters
UNITS = Table(
    key="units",
    title_zh="各镇(街道)专利申请情况",
    sheet_zh="各镇(街道)",
    columns=(
        Column("unit", "统计单位", "text"),
        Column("applications", "申请量", "count", "1—9月累计"),
        Column("inventions", "其中发明", "count", "1—9月累计"),
        Column("share", "发明占比", "percent", "1—9月累计"),
        Column("growth", "申请量同比", "growth"),
        Column("points", "占比同比增减(个百分点)", "points"),
        Column("rank", "位次", "rank"),
        Column("last_on", "最近一件", "date"),
    ),
    rows=(
        ("当湖街道", 2291, 229, 229 / 2291, 0.1234, 0.52, 1, date(2013, 9, 30)),
        ("新埭镇", 9, 1, 1 / 9, 0.5, -1.31, 2, None),
        ("广陈镇", 0, 0, None, None, None, None, None),
        ("全市", 2300, 230, 0.1, -0.0521, 0.0, None, date(2013, 9, 30)),
    ),
    emphasised=frozenset({3}),
    written={(0, "share"): "9.99%", (1, "growth"): "增加3件", (2, "applications"): "数据未到", (3, "growth"): "下降5.2%"},
    tones={(0, "share"): "bad"},
    note_zh="未归属:地址未写明镇(街道)。",
    unit_zh="件、%",
)
AWKWARD = ("=1+2", "+1", "-1", "@SUM(A1)", "http://example.org/", "<script>alert(1)</script>", "坏\x00字\x0b符", "_x0041_",
           LONG_NAME, "长" * 40_000, "𠮷" * 20_000)  # fmt: skip
NAMES = Table(
    key="names",
    title_zh="=企业",
    sheet_zh="企业/名单[2013]:*?",
    columns=(Column("name", "=名称", "text"), Column("count", "件数", "count")),
    rows=tuple((name, 1) for name in AWKWARD),
)
EMPTY = Table("empty", "首次申请专利的企业", "首次申请", (Column("name", "名称", "text"), Column("count", "件数", "count")), ())
SECRET = Table("secret", "未公布", "内部明细", (Column("name", "名称", "text"),), (("未公布的某件",),))
MONTHS = Chart(
    key="months",
    title_zh="各月申请量",
    form="bars",
    labels=("1月", "2月", "3月"),
    series=(Series("2013年", (178.0, None, 240.0)), Series("2012年", (150.0, 160.0, 170.0))),
    unit_zh="件",
)
SHARE = Chart(
    key="share",
    title_zh="发明占比",
    form="lines",
    labels=("1月", "2月", "3月"),
    series=(Series("累计占比", (0.129, 0.11, 0.0999)),),
    unit_zh="%",
    line=0.1,
    line_zh="目标10%",
    band_zh="正常波动",
    alt_zh="累计占比自1月的12.9%降到3月的9.99%。",
    low=(0.06, 0.07, 0.08),
    high=(0.14, 0.13, 0.12),
)
SECTIONS = (
    Section("units", "各镇(街道)", (Paragraph("当湖街道最多。", "warning"), UNITS, MONTHS)),
    Section("names", "企业", (NAMES, EMPTY)),
    Section("share", "发明占比", (SHARE,)),
    Section("inside", "内部", (Paragraph("仅供科内。"), SECRET), internal=True),
    Section("method", "计数说明", (Paragraph("按受理日计数。\n数据截至2013年10月15日。"),)),
)


def bulletin(edition: Edition) -> Bulletin:
    """The bulletin in one edition; leaving internal sections out is left to what writes it."""
    masthead = Masthead(
        title_zh="平湖市专利统计月报(2013年9月)",
        issue_zh="第9期",
        issuer_zh="平湖市科学技术局R&D科",
        reviewer_zh="",
        recipients_zh=("市政府办公室",),
        made_on=date(2013, 10, 20),
        mark_zh="内部资料 注意保存" if edition == "internal" else "",
    )
    headline = Paragraph("1—9月,全市专利申请量2300件,占申请总量的10.00%。")
    return Bulletin("2013-09.1", "2013-09", date(2013, 10, 15), edition, masthead, "示例数据", headline, SECTIONS)
