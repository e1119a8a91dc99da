"""How a sheet looks on paper."""

from typing import Any

from transforms.bulletin.workbook_cells import safe_text

A4 = 9


def on_pages(text: str) -> str:
    """Text for a header or footer, where & begins an instruction and 255 characters are all there is."""
    return safe_text(text)[:40].replace("&", "&&")


def print_on_a4(sheet: Any, last_row: int, last_column: int, *, is_one_page: bool = False) -> None:
    """A4 landscape, all columns on one page, the rows on as many as they take unless `is_one_page`."""
    print_columns_on_a4(sheet)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, int(is_one_page))
    sheet.print_area(0, 0, last_row, last_column)


def print_columns_on_a4(sheet: Any) -> None:
    """A4 landscape, all columns on one page, the rows on as many as they take."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
