"""A workbook like an export of incoPat: true dates, foreign documents, a column of today's owner."""

from __future__ import annotations

from datetime import date
from random import Random

from maker.containers import workbook
from maker.documents import Document, from_elsewhere, names_the_county, of_application, of_grant, publishable
from maker.feed import Memory, Sheet
from maker.layouts import Page
from maker.numbers import complete
from maker.world import Cell, Delivery, Row

HEADERS = (
    "序号", "标题 (中文)", "摘要 (中文)", "申请人", "第一申请人", "公开（公告）号", "公开（公告）日",
    "申请号", "申请日", "公开类型", "专利类型", "公开国别", "IPC主分类", "洛迦诺分类号", "申请人地址",
    "当前权利人", "链接到incoPat",
)  # fmt: skip
CAME = date(2013, 7, 8)
WORDS = {"A": "发明申请", "B": "发明授权", "U": "实用新型", "S": "外观设计"}
FOREIGN = (
    ("US9999001B2", "US13/999001", "美国"), ("US2013999002A1", "US13/999002", "美国"),
    ("JP2013999003A", "JP2012999003", "日本"),
    ("EP9999004A1", "EP12999004", "欧洲专利局(EPO)"), ("WO2013999005A1", "WOCN12999005", "世界知识产权组织"),
    ("TW999006B", "TW101999006", "中国台湾"),
)  # fmt: skip


def _line(document: Document, rng: Random) -> dict[str, Cell]:
    word = WORDS[document.publication[-1]]
    design = document.patent_type == "design"
    return {
        "标题 (中文)": document.title,
        "摘要 (中文)": f"示例数据。本案提供{document.title},结构简单。",
        "申请人": "; ".join(document.applicants),
        "第一申请人": document.applicants[0],
        "公开（公告）号": document.publication,
        "公开（公告）日": document.published,
        "申请号": f"CN{complete(document.base)}",
        "申请日": document.filed,
        "公开类型": word,
        "专利类型": word,
        "公开国别": "中国",
        "IPC主分类": None if design else document.classification.replace(" ", ""),
        "洛迦诺分类号": document.classification if design else None,
        "申请人地址": document.address,
        "当前权利人": rng.choice((document.applicants[0], "深圳外地壬示例科技有限公司")),
        "链接到incoPat": f"到incoPat中查看\r\n{document.publication}",
    }


def _foreign(number: str, application: str, country: str, rng: Random) -> Row:
    blank: dict[str, Cell] = dict.fromkeys(HEADERS)
    cells: dict[str, Cell] = {
        "标题 (中文)": "一种示例装置", "申请人": "EXAMPLE CORP", "第一申请人": "EXAMPLE CORP",
        "公开（公告）号": number,
        "公开（公告）日": date(2013, rng.randint(1, 6), rng.randint(1, 28)), "申请号": application,
        "申请日": date(2012, rng.randint(1, 12), 3), "公开类型": "发明申请",
        "专利类型": "发明申请", "公开国别": country,
        "IPC主分类": "B62B7/06",
    }  # fmt: skip
    return Row(blank | cells, "out_of_scope", case="foreign_document")


def incopat_export(memory: Memory) -> Delivery:
    """Return an export of 2013-07-08 with documents of the first half year."""
    sheet = Sheet("2013-06", Random("incopat"), memory)
    granted = [
        item
        for item in memory.grants
        if date(2013, 1, 1) <= item.announced <= date(2013, 6, 30)
        and item.unit and names_the_county(item.address) and item.base.isdigit()
    ]  # fmt: skip
    documents = [of_grant(item, sheet.rng) for item in sheet.rng.sample(granted, 18)]
    day = date(2013, 6, 26)
    documents += [of_application(sheet, item, day) for item in publishable(memory, day)[:6]]
    documents += from_elsewhere(sheet, day, 30, look_alikes=10)
    rows = [Row(_line(item, sheet.rng), "accepted", item.event) for item in documents]
    rows += [_foreign(*one, sheet.rng) for one in FOREIGN]
    sheet.rng.shuffle(rows)
    again = next(row for row in rows if row.event and row.event.unit)
    rows.append(Row(again.cells, "repeated", None, "exported twice"))
    lines: list[tuple[Cell, ...]] = [HEADERS]
    lines += [
        (serial, *(row.cells[name] for name in HEADERS[1:])) for serial, row in enumerate(rows, start=1)
    ]
    content = workbook([Page("下载的著录项1", tuple(lines), tuple(rows))], banner_rows=0)
    return Delivery(
        "incoPat导出_平湖_示例数据_20130708.xlsx", content, CAME, "incopat", rows=tuple(rows),
        note="with foreign documents and a column of today's owner that must not count",
    )  # fmt: skip
