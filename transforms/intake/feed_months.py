"""The month a monthly delivery reports: from the sidecar, the lines above the header, the sheet's or file's name."""

import re
import unicodedata
from collections.abc import Sequence

from transforms.errors import Held
from transforms.intake.profiles import Profile

_SPAN = re.compile(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月?\s*[-—–~至到、和及与/]+\s*(?:(?:19|20)\d\d\s*年)?\s*\d{1,2}\s*月")
_PERIOD = re.compile(r"第?\s*[一二三四1-4]\s*季度|[上下]半年|全年|(?:19|20)\d\d\s*年度")
_WORDS = re.compile(r"((?:19|20)\d\d)\s*年\s*(1[0-2]|0?[1-9])\s*月(?:份)?(?!\s*[\d一二三四五六七八九十]{1,3}\s*日)")
# no day behind it; the number of a copy (201301_2) is none
_YEAR_MONTH = r"(?<!\d)((?:19|20)\d\d)[-_.]?(1[0-2]|0[1-9])"
_DIGITS = re.compile(rf"{_YEAR_MONTH}(?![-.]?\d|_\d\d(?!\d))")
_DIGIT_SPAN = re.compile(rf"{_YEAR_MONTH}\s*[-—–~_至到]+\s*(?:19|20)\d\d[-_.]?(?:1[0-2]|0[1-9])(?!\d)")
_MONTH_ALONE = re.compile(r"^\s*(1[0-2]|0?[1-9])\s*月")
_NUMERALS = "〇一二三四五六七八九十"
_WRITTEN_YEAR = re.compile(r"[〇一二三四五六七八九]{4}(?=\s*年)")
_WRITTEN_MONTH = re.compile(r"(?:十[一二]?|[一二三四五六七八九])(?=\s*月)")
_PLACES_ZH = {"banner": "表头上方的标题", "sheet": "工作表名", "file_name": "文件名"}


def months_in(text: str, place: str) -> set[str]:
    """Return the months ('2013-01') a text names; digits alone (201301) count in names, not in titles. Held for a span."""
    plain = _in_digits(text)
    if span := _SPAN.search(plain) or (place != "banner" and _DIGIT_SPAN.search(plain)):
        raise _several_months(place, span[0])
    found = {f"{year}-{int(month):02d}" for year, month in _WORDS.findall(plain)}
    if not found and place != "banner":
        found = {f"{year}-{month}" for year, month in _DIGITS.findall(plain)}
    return found


def in_order_of_months(file_name: str) -> tuple[str, str]:
    """By which names sort in the order of their months: the month that a file's own name tells, and it with digits for months."""
    name = file_name.rsplit("/", 1)[-1]
    try:
        months = months_in(name, "file_name")
    except Held:
        months = set()
    return min(months, default=""), _in_digits(file_name)


def _in_digits(text: str) -> str:
    """Return a text in NFKC with the years and months that are written out (二〇一三年十二月) in digits."""
    plain = unicodedata.normalize("NFKC", text).replace("○", "〇").replace("零", "〇")
    plain = _WRITTEN_YEAR.sub(lambda year: "".join(str(_NUMERALS.index(sign)) for sign in year[0]), plain)
    return _WRITTEN_MONTH.sub(lambda month: str(sum(_NUMERALS.index(sign) for sign in month[0])), plain)


def feed_month(profile: Profile, said: str | None, file_name: str, sheets: Sequence[tuple[str, str]]) -> str | None:
    """Return the month of a delivery from its sheets' (name, banner); None where the profile has no months.

    The sidecar wins. Held where the places name no month, or different ones, or where each sheet is one of a month.
    """
    if said is not None or profile.coverage != "month":
        return said
    alone = {int(match[1]) for name, _ in sheets if (match := _MONTH_ALONE.match(_in_digits(name)))}
    if len(alone) > 1:
        raise Held(f"文件里有几个月的工作表({'、'.join(f'{month}月' for month in sorted(alone))}),不能归入一个月。",
                   "请按月分成几个文件后再放入收件文件夹。")
    texts = {"banner": [banner for _, banner in sheets], "sheet": [name for name, _ in sheets],
             "file_name": [file_name.rsplit("/", 1)[-1]]}
    found = {
        place: set().union(*(months_in(text, place) for text in texts[place])) for place in profile.month_from
    }
    months = set().union(*found.values())
    if len(months) == 1:
        return months.pop()
    if not months:
        for place in profile.month_from:
            for text in texts[place]:
                if period := _PERIOD.search(_in_digits(text)):
                    raise _several_months(place, period[0])
        raise Held("看不出文件属于哪个月份(标题、工作表名和文件名里都没有年月)。",
                   "请在文件旁放一个旁注文件,写明 month,例如 month: 2013-09。")
    seen = ";".join(f"{_PLACES_ZH[place]}:{'、'.join(sorted(values))}" for place, values in found.items() if values)
    raise Held(f"文件所属月份前后不一({seen})。", "请核对后在旁注文件里写明 month;几个月的数据请按月分成几个文件。")


def _several_months(place: str, words: str) -> Held:
    return Held(f"{_PLACES_ZH[place]}写的是几个月的合并数据(“{words}”),不能归入一个月。",
                "请按月分成几个文件,或在旁注文件里写明 month。")
