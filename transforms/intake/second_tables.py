"""One sheet, one table: another header above, below or beside the one that was taken holds the delivery.

Else its records would be passed over, or read under headers that are not theirs.
"""

import re
from collections.abc import Mapping, Sequence

import polars as pl

from transforms.errors import Held
from transforms.intake.fields import NUMBER_FIELDS
from transforms.intake.header_rows import Header
from transforms.intake.plans import SheetPlan
from transforms.intake.scope import NUMBER_LIKE
from transforms.intake.synonyms import known_in, normalise_header
from transforms.intake.tables import Cells, RawTable, place_of

# so many known headers in a row that has no number are no coincidence
FEWEST_OF_A_HEADER = 3
_REMEDY = "请把各表分开:一个文件(或工作表)只放一张表,另存后再放入收件文件夹。"


def check_single_table(
    table: RawTable, header: Header, fields: Mapping[str, int], known: frozenset[str], sample: pl.DataFrame
) -> None:
    """Raise Held for records under another header above this one, or for a second list beside it.

    `sample` holds the first rows below the header (c0, c1, ...).
    """
    where = place_of(table.sheet)
    above = [(number, cells) for number, cells in table.top if number < header.row]
    for place, (number, cells) in enumerate(above):
        if len(known_in(cells, known)) >= FEWEST_OF_A_HEADER and any(map(_is_record, (row for _, row in above[place + 1 :]))):
            raise Held(
                f"{where}里有两张表:第 {number} 行和第 {header.row} 行都是表头,第 {header.row} 行以上还有记录。", _REMEDY
            )
    texts = [normalise_header(cell or "") for cell in header.cells]
    twice = {text for text in texts if text and texts.count(text) > 1}
    for index in (fields[field] for field in NUMBER_FIELDS if field in fields):
        for other in (place for place, text in enumerate(texts) if text == texts[index] and place != index):
            if len(twice) >= FEWEST_OF_A_HEADER and _holds_other_numbers(sample, index, other):
                raise Held(
                    f"{where}里有两张并排的表:“{header.cells[index]}”在第 {index + 1} 列和第 {other + 1} 列各有一列号码。",
                    _REMEDY,
                )


def _is_record(cells: Cells) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= FEWEST_OF_A_HEADER and any(re.search(NUMBER_LIKE, cell) for cell in filled)


def _holds_other_numbers(sample: pl.DataFrame, index: int, other: int) -> bool:
    own, beside = pl.col(f"c{index}").fill_null(""), pl.col(f"c{other}")
    differs = beside.str.contains(NUMBER_LIKE) & (beside != own)
    return bool(sample.select(differs.fill_null(False).any()).item())


def check_no_further_header(rows: pl.DataFrame, cells: Sequence[str], sheet: SheetPlan) -> None:
    """Raise Held where a row without number (`rows`: row_number and the columns `cells`) is another table's header.

    The same header printed again, or under it in other words, is none; one with a known header in another's place is.
    """
    words = sheet.header_words
    if not words or rows.is_empty():
        return
    plain = rows.select("row_number", *(_as_header(pl.col(name)).alias(name) for name in cells))
    named = [pl.col(name).is_in(list(words)).fill_null(False) for name in cells]
    own = [[normalise_header(header or "")] for header in sheet.headers]
    for field, index in sheet.columns.items():
        own[index] += [word for word, meant in words.items() if meant == field]
    strange = [is_named & ~pl.col(name).is_in(texts) for is_named, name, texts in zip(named, cells, own, strict=False)]
    found = plain.filter((pl.sum_horizontal(named) >= FEWEST_OF_A_HEADER) & pl.any_horizontal(strange))
    if found.height:
        number = found["row_number"][0]
        shown = "、".join(cell for cell in rows.filter(pl.col("row_number") == number).select(cells).row(0) if cell)
        where = place_of(sheet.sheet)
        raise Held(f"{where}第 {number} 行是另一个表头({shown}),与上面的表头不同:里面有两张表。", _REMEDY)


def _as_header(text: pl.Expr) -> pl.Expr:
    """`normalise_header` for whole columns, as far as headers of one office differ."""
    return text.str.normalize("NFKC").str.replace_all(r"[\s*::]+", "").str.to_lowercase()
