"""Which row is the header, and which column holds which canonical field."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.errors import Held
from transforms.intake.profiles import Profile
from transforms.intake.synonyms import Synonyms, is_standardised, known_in, normalise_header
from transforms.intake.tables import Cells, RawTable
from transforms.intake.two_line_headers import in_two_lines

FEWEST_HEADERS = 2  # one known word alone may stand in a title or a data row


@dataclass(frozen=True)
class Header:
    """The header of a sheet: its 1-based row (0: the file has none), its cells and the lines above it."""

    row: int
    cells: Cells
    banner: str

    @property
    def texts(self) -> list[str]:
        """Return the header texts that are not blank, left to right."""
        return [cell for cell in self.cells if cell]


@dataclass(frozen=True)
class Columns:
    """What the columns of a sheet mean under one profile; unknown headers are said, never dropped."""

    fields: dict[str, int]
    unknown: tuple[str, ...]


def known_headers(profiles: Sequence[Profile], synonyms: Synonyms, named: Sequence[str]) -> frozenset[str]:
    """Return every normalised header that some profile, the synonym table or the sidecar (`named`) understands."""
    own = {header for profile in profiles for header in profile.headers}
    general = {header for table in synonyms.of_table.values() for header in table}
    return frozenset(own | general | {normalise_header(header) for header in named})


def header_meanings(profile: Profile, synonyms: Synonyms) -> dict[str, str]:
    """Return normalised header -> canonical field under a profile: its own word first, then the synonym table's."""
    general = {header: field for header, (field, _) in synonyms.fields_of(profile.table).items()}
    return general | dict(profile.headers)


def find_header(table: RawTable, known: frozenset[str]) -> Header | None:
    """Return the row among the first ones with most known headers (the upper one of equals), None without any."""
    rows = table.top
    counts = [len(known_in(cells, known)) for _, cells in rows]
    best = max(counts, default=0)
    if best < FEWEST_HEADERS:
        return None
    place = counts.index(best)
    number, cells = rows[place]
    for upper, lower in ((place, place + 1), (place - 1, place)):
        if upper >= 0 and lower < len(rows) and (joined := in_two_lines(rows[upper][1], rows[lower][1], known)):
            place, number, cells = upper, rows[lower][0], joined
            break
    banner = "\n".join(cell for _, above in rows[:place] for cell in above if cell)
    return Header(number, cells, banner)


def understand_columns(
    header: Header, profile: Profile, synonyms: Synonyms, said: Sequence[tuple[str, str]] = ()
) -> Columns:
    """Map columns to fields: the sidecar's word first, then the profile's, then the synonym table's.

    Of columns with one header the first counts, but what stands in the documents before what a vendor made of it.
    """
    by_sidecar = sidecar_columns(header, said)
    meanings = synonyms.fields_of(profile.table)
    ranked: list[tuple[tuple[int, int, bool, int], str, int]] = []
    unknown: list[str] = []
    for index, cell in enumerate(header.cells):
        key = normalise_header(cell) if cell else ""
        if index in by_sidecar:
            ranked.append(((0, 0, False, index), by_sidecar[index], index))
        elif key in profile.headers:
            ranked.append(((1, 0, is_standardised(cell or ""), index), profile.headers[key], index))
        elif key in meanings:
            ranked.append(((2, meanings[key][1], is_standardised(cell or ""), index), meanings[key][0], index))
        elif cell:
            unknown.append(cell)
    fields: dict[str, int] = {}
    for _, field, index in sorted(ranked):
        fields.setdefault(field, index)
    return Columns(fields, tuple(unknown + _repeated(header.cells)))


def sidecar_columns(header: Header, said: Sequence[tuple[str, str]]) -> dict[int, str]:
    """Return column index -> field as a sidecar says it, by header text or column letter; Held if it names none."""
    places = {normalise_header(cell): index for index, cell in reversed(list(enumerate(header.cells))) if cell}
    found: dict[int, str] = {}
    for name, field in said:
        index = places.get(normalise_header(name))
        if index is None:
            index = _letter_index(name)
        if index is None or index >= len(header.cells):
            raise Held(
                f"旁注文件 columns 中的“{name}”不是这个文件的表头或列号;看到的表头:{'、'.join(header.texts) or '(无)'}。",
                "请按文件中的表头原文(或列号 A、B、C……)改正旁注文件。",
            )
        found[index] = field
    return found


def _letter_index(name: str) -> int | None:
    if not (name.isascii() and name.isalpha() and name.isupper() and len(name) <= 3):
        return None
    value = 0
    for letter in name:
        value = value * 26 + ord(letter) - 64
    return value - 1


def _repeated(cells: Cells) -> list[str]:
    """Name headers that stand a second time: the first column counts, the others only stay in the original."""
    seen: set[str] = set()
    repeated: list[str] = []
    for index, cell in enumerate(cells):
        if cell and cell in seen:
            repeated.append(f"{cell}(第{index + 1}列,重复)")
        seen.add(cell or "")
    return repeated


def unique_names(cells: Cells, width: int) -> list[str]:
    """Return one name a column: the header text, made unique; made-up names where there is no header."""
    names: list[str] = []
    taken: set[str] = set()
    for index in range(width):
        cell = cells[index] if index < len(cells) else None
        base = cell or f"第{index + 1}列"
        name, copy = base, 2
        while name in taken:
            name, copy = f"{base}_{copy}", copy + 1
        taken.add(name)
        names.append(name)
    return names


def only_letters(said: Sequence[tuple[str, str]]) -> bool:
    """Say whether a sidecar names all columns by letter, which serves a file without header."""
    return bool(said) and all(_letter_index(name) is not None for name, _ in said)

