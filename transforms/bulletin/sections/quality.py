"""十一、数据质量: what was received, set aside, held and doubted; counts for everybody, details for the section."""

from transforms.bulletin.cells import Cell, count_cell, table
from transforms.bulletin.figures import Figures
from transforms.bulletin.gaps import MEASURE_ZH, missing_months
from transforms.bulletin.model import Column, Paragraph, Part, Section, Table
from transforms.bulletin.source import Row, Source
from transforms.bulletin.status import basis_text


def quality_sections(source: Source, figures: Figures) -> tuple[Section, ...]:
    """Counts by fate and rule, checks and reconciliation; then held files and failed checks in full."""
    held = source.rows("held")
    parts: list[Part] = [*missing_months(figures)]
    if held:
        parts.append(Paragraph(f"待确认文件{len(held)}个,尚未入库,不计入本报。", "warning"))
    parts += [_rows_by_fate(source), _rows_by_rule(source), *_checks(source), _reconciliation(source)]
    sections = [Section("quality", "数据质量", tuple(parts))]
    details = [*_held(held), *_failed_checks(source), *_reconciliation_notes(source)]
    if details:
        sections.append(Section("quality_details", "待确认、核验与对账说明", tuple(details), internal=True))
    return tuple(sections)


def _rows_by_fate(source: Source) -> Table:
    columns = (
        Column("basis", "数据来源口径", "text"),
        Column("accepted_files", "已入库", "count", "文件(个)"),
        Column("held_files", "待确认", "count", "文件(个)"),
        Column("rows_read", "读入", "count", "记录(行)"),
        Column("rows_accepted", "入库", "count", "记录(行)"),
        Column("rows_repeated", "重复", "count", "记录(行)"),
        Column("rows_quarantined", "待核", "count", "记录(行)"),
        Column("rows_out_of_scope", "不属统计范围", "count", "记录(行)"),
    )
    rows = source.rows("rows_by_fate")
    lines = [[_basis(row), *(row[column.name] for column in columns[1:])] for row in rows]
    for line in lines[-1:]:
        line[0] = "合计"
    note = "读入行数等于入库、重复、待核、不属统计范围四项之和;合计行、签名行和外国文献不属统计范围。"
    return table(
        "rows_by_fate", "收到的文件与记录去向", "文件与记录", columns, lines, emphasised=(len(lines) - 1,), note_zh=note
    )


def _basis(row: Row) -> str:
    return basis_text(row["basis"]) if row["basis"] else "未识别"


def _rows_by_rule(source: Source) -> Table:
    columns = (
        Column("rule", "事项", "text"),
        Column("set_aside", "待核记录(行)", "count"),
        Column("warned", "提示(行)", "count"),
    )
    labels = source.given.rule_labels
    lines = [
        [labels.get(row["rule"], row["rule"]), row["set_aside"], row["warned"]] for row in source.rows("rows_by_rule")
    ]
    note = "待核记录未计入统计;提示的行已计入,是否更正由人判断。一行可涉及几个事项。"
    return table("rows_by_rule", "待核记录与提示", "待核与提示", columns, lines, note_zh=note)


def _checks(source: Source) -> list[Part]:
    (row,) = source.rows("checks_counted")
    if not row["made"]:
        return []
    failed = row["made"] - row["passed"]
    sentence = f"发布前核验{row['made']}项,通过{row['passed']}项" + (f",提示{failed}项。" if failed else "。")
    return [Paragraph(sentence, "warning" if failed else "plain")]


def _reconciliation(source: Source) -> Part:
    columns = (
        Column("measure", "指标", "text"),
        Column("ours", "本报数", "count"),
        Column("official", "上级公布数", "count"),
        Column("difference", "差额", "count"),
        Column("unexplained", "未能解释", "count"),
    )
    lines: list[list[Cell | str]] = [
        [
            _measure(row),
            count_cell(row["ours"]),
            *(_whole(row[name]) for name in ("official", "difference", "unexplained")),
        ]
        for row in source.rows("reconciliation")
    ]
    if not lines:
        return Paragraph("本月没有收到上级公布数,未作对账。")
    return table("reconciliation", "累计数与上级公布数对账", "对账", columns, lines)


def _reconciliation_notes(source: Source) -> list[Part]:
    """What the differences are made of: the sentences name files, and a file's name may hold anything (DECISIONS 22)."""
    columns = (Column("measure", "指标", "text"), Column("explanation", "说明", "text"))
    lines = [[_measure(row), row["explanation"]] for row in source.rows("reconciliation") if row["explanation"]]
    return [table("reconciliation_notes", "对账说明", "对账说明", columns, lines)] if lines else []


def _measure(row: Row) -> str:
    return MEASURE_ZH[row["measure"]] + ("(其中发明)" if row["patent_type"] else "")


def _whole(value: float | None) -> Cell:
    """A count or a difference, with the minus sign of print."""
    return Cell(None) if value is None else Cell(int(value), f"{int(value)}".replace("-", "−"))


def _held(held: list[Row]) -> list[Part]:
    columns = (
        Column("file_name", "文件", "text"),
        Column("received_on", "收到日期", "date"),
        Column("reason", "原因", "text"),
        Column("remedy", "处理办法", "text"),
    )
    lines = [[row["file_name"], row["received_on"], Cell(row["reason"]), Cell(row["remedy"])] for row in held]
    return [table("held", "待确认文件", "待确认文件", columns, lines)] if held else []


def _failed_checks(source: Source) -> list[Part]:
    columns = (
        Column("suite", "核验组", "text"),
        Column("expectation", "核验项", "text"),
        Column("message", "说明", "text"),
        Column("failing_rows", "不符行数", "count"),
    )
    rows = source.rows("checks_warned")
    lines = [[row["suite"], row["expectation"], Cell(row["message"]), Cell(row["failing_rows"])] for row in rows]
    return [table("checks_warned", "未通过的核验", "核验提示", columns, lines)] if lines else []
