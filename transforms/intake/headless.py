"""What people are told of a table in which no header was found."""

from transforms.errors import Held
from transforms.intake.recognition import example_remedy
from transforms.intake.tables import RawTable, place_of

_SHOWN_ROWS = 3


def headless(table: RawTable, file_name: str, is_beside_records: bool) -> Held:
    """Say that a table has no header; beside sheets of records it is mostly an explanation or a pivot table."""
    where = place_of(table.sheet)
    rows = [f"第 {number} 行:{'、'.join(cell[:20] for cell in cells if cell)[:120]}"
            for number, cells in table.top if any(cells)][:_SHOWN_ROWS]
    reason = f"{where}中没有找到表头(前几行里没有认识的列名)。{';'.join(rows)}。"
    if is_beside_records:
        return Held(
            reason,
            f"如果{where}是说明、透视表或汇总,请把工作簿另存一份,删去这张工作表后放入收件箱;如果是专利记录,请补上表头。",
        )
    return Held(
        reason,
        example_remedy(file_name, "source: general\n  basis: public_documents\n  events: [grant]\n"
                                  "  columns: {A: application_number, B: applicants}"),
    )
