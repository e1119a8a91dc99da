"""A column must look like what its header says; otherwise the delivery is held and the right column named."""

from collections.abc import Mapping

import polars as pl

from transforms.errors import Held
from transforms.intake.fields import field_label
from transforms.intake.header_rows import Header
from transforms.intake.looks import LOOKS_ZH, LookShares, look_shares

SAMPLE_ROWS = 2000
# Real columns show their own look in 54 to 100 % of their cells and a foreign one in at most 6 % (short titles
# and names aside); between the two bounds lies nothing that was ever seen.
OWN_LOOK_AT_MOST = 0.2
FOREIGN_LOOK_AT_LEAST = 0.6
# Three cells that all say the same are enough where another column shows what is missing here (columns
# exchanged); without that second witness ten are asked for, so that odd small files pass.
FEWEST_WITH_WITNESS = 3
FEWEST_ALONE = 10
# A row with so few cells is a total, a signature or a note.
FEWEST_CELLS_OF_A_RECORD = 3

_NUMBERS = ("application_number", "publication_number")
# field -> (its own looks, looks it must not have)
_EXPECTED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "address": (("address",), ("person", "organisation", "date", "number", *_NUMBERS)),
    "applicants": (("organisation", "person"), ("address", "date", *_NUMBERS)),
    "first_applicant": (("organisation", "person"), ("address", "date", *_NUMBERS)),
    "application_number": (("application_number",), ("publication_number", "date", "person", "organisation", "address")),
    "publication_number": (("publication_number",), ("application_number", "date", "person", "organisation", "address")),
    **{
        field: (("date",), (*_NUMBERS, "person", "organisation", "address"))
        for field in ("filing_date", "acceptance_date", "publication_date", "first_publication_date", "grant_date")
    },
    "title": ((), ("address", "organisation", "date", *_NUMBERS)),
    "inventors": (("person",), ()),
    "name": (("organisation",), ("address", "date", *_NUMBERS)),
}
# Besides the fields above only these may turn out to be the missing column: others (agency, province, legal
# status ...) rightly look like firms, places or two-character names.
_UNJUDGED_WITNESSES = frozenset(("", "ignored", "remark", "serial_number"))


def looks_of_records(sample: pl.DataFrame) -> LookShares:
    """Return what the columns of `sample` look like (blank rows and rows of a few cells aside)."""
    filled = pl.sum_horizontal(pl.all().is_not_null())
    return look_shares(sample.filter(filled >= FEWEST_CELLS_OF_A_RECORD))


def check_columns(
    sheet: str, header: Header, fields: Mapping[str, int], by_sidecar: frozenset[int], shares: LookShares
) -> None:
    """Raise Held when a column (c0, c1, ...) contradicts its field by what its cells look like (`looks_of_records`).

    Columns that a sidecar named are taken on its word.
    """
    field_of = {index: field for field, index in fields.items()}
    for field, index in ((field, fields[field]) for field in _EXPECTED if field in fields):
        if index in by_sidecar or not _EXPECTED[field][1]:
            continue
        witness = _witness(field, index, field_of, shares)
        if witness is None:
            witness = _robbed(field, index, fields, shares)
        if _contradicts(field, shares[f"c{index}"], witness is not None):
            raise _held(sheet, header, field, index, witness, field_of, shares)


def _contradicts(field: str, share: Mapping[str, float], has_witness: bool) -> bool:
    own, foreign = _EXPECTED[field]
    if sum(share[look] for look in own) >= OWN_LOOK_AT_MOST:
        return False
    is_foreign = max(share[look] for look in foreign) >= FOREIGN_LOOK_AT_LEAST
    if field == "address" and has_witness and share["filled"] >= FEWEST_ALONE:
        return True
    return is_foreign and share["filled"] >= (FEWEST_WITH_WITNESS if has_witness else FEWEST_ALONE)


def _witness(
    field: str, index: int, field_of: Mapping[int, str], shares: LookShares
) -> int | None:
    """Return the other column that looks most like `field`, if one clearly does and is not that by right."""
    own, _ = _EXPECTED[field]
    candidates: list[tuple[float, int]] = []
    for name, share in shares.items():
        other = int(name[1:])
        its_field = field_of.get(other, "")
        if other == index or its_field not in (*_EXPECTED, *_UNJUDGED_WITNESSES):
            continue
        by_right = _EXPECTED[its_field][0] if its_field in _EXPECTED else ()
        alike = sum(share[look] for look in own)
        if not set(own) & set(by_right) and alike >= FOREIGN_LOOK_AT_LEAST:
            candidates.append((alike, -other))
    return -max(candidates)[1] if candidates else None


def _robbed(
    field: str, index: int, fields: Mapping[str, int], shares: LookShares
) -> int | None:
    """Return the column that lacks the very look which `field` wrongly has: its content stands under `field`."""
    share = shares[f"c{index}"]
    wrong = [look for look in _EXPECTED[field][1] if share[look] >= FOREIGN_LOOK_AT_LEAST]
    for other, (own, _) in _EXPECTED.items():
        if other in fields and fields[other] != index and set(own) & set(wrong):
            lacking = shares[f"c{fields[other]}"]
            if lacking["filled"] and sum(lacking[look] for look in own) < OWN_LOOK_AT_MOST:
                return fields[other]
    return None


def _held(
    sheet: str, header: Header, field: str, index: int, witness: int | None, field_of: Mapping[int, str],
    shares: LookShares,
) -> Held:
    name = _name(header, index)
    share = shares[f"c{index}"]
    looks = max(_EXPECTED[field][1], key=lambda look: share[look])
    is_foreign = share[looks] >= FOREIGN_LOOK_AT_LEAST
    seen = f"{share[looks]:.0%} 像{LOOKS_ZH[looks]}" if is_foreign else f"几乎没有像{LOOKS_ZH[_EXPECTED[field][0][0]]}的"
    where = f"工作表“{sheet}”" if sheet else ""
    reason = f"{where}表头“{name}”应是{field_label(field)},但这一列的内容{seen}"
    keep = f"如确认无误,写 columns: {{{name}: {field}}}。"
    if witness is None:
        return Held(f"{reason}。", f"请核对各列与表头是否错位;在文件旁的旁注文件(.yml)里用 columns 写明各列的含义。{keep}")
    other = _name(header, witness)
    its_field = field_of.get(witness, "ignored")
    return Held(
        f"{reason};{field_label(field)}更像是“{other}”列。两列的表头可能互换了。",
        f"请核对;如确实互换,在文件旁的旁注文件(.yml)里写 columns: {{{other}: {field}, {name}: {its_field}}}。{keep}",
    )


def _name(header: Header, index: int) -> str:
    cell = header.cells[index] if index < len(header.cells) else None
    return cell or _letters(index)


def _letters(index: int) -> str:
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
