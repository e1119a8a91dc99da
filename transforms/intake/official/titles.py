"""What the lines above a published table say: its month or year, its unit, and what all its numbers are."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from transforms.errors import Held
from transforms.intake.feed_months import feed_month
from transforms.intake.official.layouts import Layout
from transforms.intake.profiles import Profile
from transforms.intake.tables import place_of

_SPAN = re.compile(r"((?:19|20)\d\d)\s*年\s*(?:度)?\s*(\d{1,2})\s*月?\s*[-—–~至到]+\s*(?:\1\s*年)?\s*(\d{1,2})\s*月")
_HALF_YEAR = re.compile(r"((?:19|20)\d\d)\s*年\s*上半年")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年(?:度)?(?!\s*\d{1,2}\s*月)")
# 填报单位:某某局 is no unit
_UNIT = re.compile(r"单位\s*:\s*([十百千万亿]*[件项个宗家户人元%])|[(]([十百千万亿]*[件项个])[)]")
_COUNTED = ("件", "项", "个")
_DATE = re.compile(r"(?:19|20)\d\d\s*年度?|(?:\d{1,2}\s*月?份?\s*[-—–~至到]+\s*)?\d{1,2}\s*月份?")
_DIMENSION_ZH = {"measure": "申请还是授权", "patent_type": "哪一种专利", "period": "当月还是累计", "applicant_kind": "哪类申请人"}


def table_month(profile: Profile, layout: Layout, said: str | None, file_name: str,
                sheets: Sequence[tuple[str, str]]) -> str | None:
    """Return the month the table reports, the last one where it runs from January; Held where that cannot be told.

    A sidecar's word wins. A table of a year belongs to its December.
    """
    named = [(_ending_month(name, layout), _ending_month(banner, layout)) for name, banner in sheets]
    return feed_month(profile, said, _ending_month(file_name, layout), named)


def check_unit(sheet: str, banner: str, paths: Sequence[str], layout: Layout) -> None:
    """Raise Held where a table that always prints its unit does not, or prints another than pieces."""
    text = unicodedata.normalize("NFKC", "\n".join((banner, *paths)))
    stated = {first or second for first, second in _UNIT.findall(text)}
    where = place_of(sheet)
    if others := sorted(stated - set(_COUNTED)):
        raise Held(f"{where}的计量单位是“{others[0]}”,不是件。", "请换算成件后另存,或向来源单位索取以件为单位的表。")
    if layout.is_unit_stated and not stated:
        raise Held(f"{where}没有写明计量单位(这种表在表头上方写“单位:件”)。", "请核对原表,在标题下补上“单位:件”后另存。")


def title_dimensions(sheet: str, banner: str, file_name: str, layout: Layout) -> Mapping[str, str]:
    """Return what the title says of all numbers; Held where it says nothing or two things of one dimension.

    The lines above the header are asked first, then the sheet's name, then the file's.
    """
    found: dict[str, str] = {}
    for name in sorted({name for _, given in layout.from_title for name in given}):
        rules = [(pattern, given[name]) for pattern, given in layout.from_title if name in given]
        for text in (banner, sheet, file_name):
            values = {value for pattern, value in rules if re.search(pattern, text)}
            if values:
                break
        if len(values) != 1:
            raise Held(
                f"{place_of(sheet)}的标题看不出是{_DIMENSION_ZH.get(name, name)}。",
                f"请核对标题,应{'只' if values else ''}含下列字样之一:{'、'.join(pattern for pattern, _ in rules)}。",
            )
        found[name] = values.pop()
    return found


def title_place(sheet: str, banner: str, file_name: str, layout: Layout) -> str:
    """Return the name of the region that the title speaks of, asked like `title_dimensions`; Held without one."""
    for text in (banner, sheet, file_name):
        found = re.search(layout.title, _DATE.sub("|", unicodedata.normalize("NFKC", text)))
        if found and found["place"]:
            return found["place"]
    raise Held(f"{place_of(sheet)}的标题看不出是哪个地区的表。",
               "请核对标题,应写明省、市名称,例如“吉林省各县(区)……”。")


def _ending_month(text: str, layout: Layout) -> str:
    """Write a span from January as its last month, a year as its December, where the layout counts so."""
    plain = unicodedata.normalize("NFKC", text)
    plain = _SPAN.sub(lambda span: f"{span[1]}年{span[3]}月" if int(span[2]) == 1 else span[0], plain)
    plain = _HALF_YEAR.sub(r"\1年6月", plain)
    return _YEAR.sub(r"\1年12月", plain) if layout.covers_year else plain
