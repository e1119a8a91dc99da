"""What a delivery is: its profile, its month, and where each sheet holds which field."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from transforms.errors import Held
from transforms.intake.column_check import SAMPLE_ROWS, check_columns, looks_of_records
from transforms.intake.cut_off import check_not_cut_off
from transforms.intake.feed_months import feed_month
from transforms.intake.fields import NUMBER_FIELDS
from transforms.intake.header_rows import (
    Header,
    find_header,
    header_meanings,
    known_headers,
    only_letters,
    sidecar_columns,
)
from transforms.intake.headless import headless
from transforms.intake.official.planning import plan_official
from transforms.intake.plans import DeliveryPlan, SheetPlan
from transforms.intake.profiles import Profile
from transforms.intake.reading import raw_tables
from transforms.intake.recognition import Recognised, example_remedy, named_source, recognise
from transforms.intake.scope import TOTAL_ROW, out_of_scope, stated_total, suspect
from transforms.intake.second_tables import check_single_table
from transforms.intake.sidecars import Sidecar
from transforms.intake.synonyms import Synonyms
from transforms.intake.tables import RawTable
from transforms.intake.unread_columns import check_nothing_unread


@dataclass(frozen=True)
class _Found:
    table: RawTable
    header: Header
    recognised: Recognised


def plan_delivery(
    path: Path, file_name: str, profiles: Sequence[Profile], synonyms: Synonyms, sidecar: Sidecar | None, work_dir: Path
) -> DeliveryPlan:
    """Recognise a delivery and say how to read it; Held with reason and remedy when a person must decide."""
    said = sidecar or Sidecar()
    tables = raw_tables(path, file_name, work_dir)
    if published := plan_official(tables, file_name, profiles, said):
        return published
    sources = [item for item in profiles if item.layout is None]
    known = known_headers(sources, synonyms, [name for name, _ in said.columns])
    found = _recognised_sheets(tables, file_name, sources, synonyms, said, known)
    profile = _one_profile(found, file_name, said)
    sheets = [(item.table.sheet, item.header.banner) for item in found]
    for item in found:
        by_sidecar = frozenset(sidecar_columns(item.header, said.columns))
        check_not_cut_off(item.table, item.header.cells, _number_columns(item))
        columns, sample = item.recognised.columns, _sample(item)
        check_single_table(item.table, item.header, columns.fields, known, sample)
        looks = looks_of_records(sample)
        check_nothing_unread(item.table.sheet, item.header, columns, looks)
        check_columns(item.table.sheet, item.header, columns.fields, by_sidecar, looks)
    rows = sum(item.table.row_count - item.header.row for item in found)
    return DeliveryPlan(
        profile=profile,
        feed_month=feed_month(profile, said.month, file_name, sheets),
        relation=said.relation,
        sheets=tuple(_sheet_plan(item, known, synonyms) for item in found),
        is_maybe_truncated=profile.max_rows is not None and rows >= profile.max_rows,
    )


def _recognised_sheets(
    tables: Sequence[RawTable], file_name: str, profiles: Sequence[Profile], synonyms: Synonyms, said: Sidecar,
    known: frozenset[str],
) -> list[_Found]:
    found: list[_Found] = []
    for table in tables:
        header = find_header(table, known)
        if header is None and only_letters(said.columns):
            header = Header(0, (None,) * table.width, "")
        if header is None:
            is_beside_records = any(find_header(other, known) for other in tables)
            raise headless(table, file_name, is_beside_records)
        if said.source is not None:
            recognised = named_source(said.source, header, table.sheet, profiles, synonyms, said.columns)
        else:
            recognised = recognise(file_name, table.sheet, header, profiles, synonyms, said.columns)
        found.append(_Found(table, header, recognised))
    return found


def _one_profile(found: Sequence[_Found], file_name: str, said: Sidecar) -> Profile:
    by_source = {item.recognised.profile.source: item.recognised.profile for item in found}
    if len(by_source) > 1:
        seen = "、".join(f"“{item.table.sheet}”是{item.recognised.profile.label_zh}" for item in found)
        raise Held(f"一个文件里有几种来源的工作表:{seen}。", "请按来源分成几个文件后再放入收件箱。")
    profile = found[0].recognised.profile
    missing = [key for key in profile.sidecar_must_say if getattr(said, key) is None]
    if missing:
        raise Held(f"来源“{profile.source}”须由旁注文件写明:{'、'.join(missing)}。", example_remedy(
            file_name, "source: general\n  basis: public_documents\n  events: [publication, grant]"))
    return replace(
        profile,
        basis=said.basis or profile.basis,
        events=profile.events if said.events is None else said.events,
        attributed_to=said.attributed_to or profile.attributed_to,
    )


def _sample(item: _Found) -> pl.DataFrame:
    rows = item.table.scan().filter(pl.col("row_number") > item.header.row).head(SAMPLE_ROWS).collect()
    return rows.drop("row_number")


def _sheet_plan(item: _Found, known: frozenset[str], synonyms: Synonyms) -> SheetPlan:
    columns = item.recognised.columns
    return SheetPlan(
        sheet=item.table.sheet, header_row=item.header.row, columns=columns.fields, headers=item.header.cells,
        unknown_headers=columns.unknown, stated_total=_stated_total(item),
        header_words=dict.fromkeys(known) | header_meanings(item.recognised.profile, synonyms), banner=item.header.banner,
    )


def _stated_total(item: _Found) -> int | None:
    cells = item.table.cell_columns
    below = [(number, *row) for number, row in item.table.total_like if number > item.header.row]
    rows = pl.DataFrame(below, schema={"row_number": pl.Int64, **dict.fromkeys(cells, pl.String)}, orient="row")
    rows = rows.filter(suspect(_number_columns(item)))
    return stated_total(rows.filter(out_of_scope(rows, cells, item.header.cells) == TOTAL_ROW), cells)


def _number_columns(item: _Found) -> list[str]:
    fields = item.recognised.columns.fields
    return [f"c{fields[field]}" for field in NUMBER_FIELDS if field in fields]
