"""A column that a delivery seems to lack, and that stands in it under a header nobody knows."""

import re

from transforms.errors import Held
from transforms.intake.column_check import FOREIGN_LOOK_AT_LEAST
from transforms.intake.fields import field_label
from transforms.intake.header_rows import Columns, Header
from transforms.intake.looks import LOOKS_ZH, LookShares
from transforms.intake.tables import place_of

# field -> (its look, words of a header that may be it): without them all rows would count elsewhere or in another month
_UNREAD = {
    "address": ("address", "^(?!.*(?:代理|发明人|设计人|联系人|邮箱)).*(?:地址|住址|住所|所在地)"),
    "acceptance_date": ("date", "受理"),
}


def check_nothing_unread(sheet: str, header: Header, columns: Columns, shares: LookShares) -> None:
    """Raise Held for an unknown header over the very content that the delivery seems to lack."""
    unknown = [(index, cell) for index, cell in enumerate(header.cells) if cell in columns.unknown]
    for field, (look, said) in _UNREAD.items():
        for index, cell in unknown if field not in columns.fields else ():
            share = shares[f"c{index}"]
            # header and content say the same, so that a month of one record is enough
            if re.search(said, cell or "") and share[look] >= FOREIGN_LOOK_AT_LEAST:
                raise Held(
                    f"{place_of(sheet)}没有认出{field_label(field)}一列;不认识的表头“{cell}”下的内容像{LOOKS_ZH[look]}。",
                    f"请在文件旁的旁注文件(.yml)里写 columns: {{{cell}: {field}}};如不是,写 columns: {{{cell}: ignored}}。",
                )
