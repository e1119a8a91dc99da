"""Which row each correction acted on, noted in the archive: an application number may lead to another row one day."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from flows import archive
from transforms.corrections import Correction
from transforms.errors import Refused

_NOTE = "corrected-"


@dataclass(frozen=True)
class CorrectedRow:
    """A row of an archived file."""

    delivery_id: str
    sheet: str
    row_number: int


def note_corrected_row(home_archive: Path, correction_id: str, row: CorrectedRow) -> None:
    """Write down, once, that a correction was carried out on this row."""
    note = archive.folder(home_archive, row.delivery_id) / f"{_NOTE}{correction_id}.yml"
    if not note.exists():
        archive.write_note(note, asdict(row))


def corrected_rows(home_archive: Path) -> dict[str, CorrectedRow]:
    """The rows of all corrections that were ever carried out, by the correction's id."""
    notes = home_archive.glob(f"*/*/{_NOTE}*.yml")
    return {note.stem.removeprefix(_NOTE): CorrectedRow(**archive.read_note(note)) for note in notes}


def verify_still_written(
    home_archive: Path, acted_on: Mapping[str, CorrectedRow], corrections: Sequence[Correction]
) -> None:
    """Raise Refused where a correction that was carried out is not written any more: its row would change back one day."""
    gone = acted_on.keys() - {correction.correction_id for correction in corrections}
    rows = sorted({(archive.recall_one(home_archive, row.delivery_id).file_name, row.sheet, row.row_number)
                   for row in (acted_on[one] for one in gone)})  # fmt: skip
    if rows:
        named = "、".join(f"{file_name}{f' {sheet}' if sheet else ''} 第{number}行" for file_name, sheet, number in rows)
        raise Refused(
            f"data/corrections 里少了 {len(gone)} 条已经执行的更正({named})。"
            "执行过的更正不能删除或改写(why 除外),否则数字会变回去。请恢复原文;"
            "要撤回或改动,请另加一条更正,expected 写该行现在的内容。"
        )
