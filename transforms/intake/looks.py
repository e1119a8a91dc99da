"""What cell texts look like: addresses, names, numbers, dates. Only for judging whole columns, never one cell."""

import polars as pl

_PLACES = (
    "北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|"
    "陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|中国|美国|日本|德国|法国|英国|韩国|瑞士|瑞典|荷兰|意大利|加拿大|以色列|奥地利|比利时|丹麦|芬兰|"
    "挪威|西班牙|葡萄牙|俄罗斯|印度|新加坡|澳大利亚|新西兰|巴西|墨西哥|卢森堡|列支敦士登|爱尔兰|波兰|捷克|匈牙利|土耳其|泰国|马来西亚|开曼|"
    "维尔京|百慕大|巴巴多斯|毛里求斯|萨摩亚|塞舌尔|沙特|南非|乌克兰|希腊|智利|阿根廷|菲律宾|越南|印尼|印度尼西亚"
)
# where the cell ends or the next of several names begins
_ORGANISATION_END = (
    r"(?:公司|厂|集团|大学|学院|学校|中学|小学|幼儿园|研究[院所]|研究中心|医院|卫生院|合作社|协会|商行|经营部|工作室|银行|农场|[\p{Han}]店|局"
    r"|事务所|中心|委员会|会社|财团|法人)(?:\([^()]*\)|[)])?(?:$|[;,、|\s])"
)
_LATIN_ORGANISATION = (
    r"(?i)\b(?:inc|corp|co|ltd|llc|gmbh|ag|b\.?v|s\.?a|company|corporation|university|technologies|limited)\b"
    r"\.?,?[;\s|]*$"
)
_PERSON = r"(?:[\p{Han}]{2,4}|[\p{Han}A-Za-z.\-]{1,12}[·•・.][\p{Han}A-Za-z·•・.\-\s]{1,24})"
# 平湖市 or 新埭镇 are three characters like a name, but end as places do
_SHORT_PLACE = rf"^(?:{_PLACES})|[省市县区镇乡村州盟旗]$"

LOOKS: tuple[str, ...] = ("address", "organisation", "person", "application_number", "publication_number", "number", "date")


def _text(name: str) -> pl.Expr:
    return pl.col(name).str.strip_chars().str.strip_chars(";,|?")


def _is_person(name: str) -> pl.Expr:
    text = _text(name)
    names = text.str.contains(rf"^{_PERSON}(?:[;|、,?\s]+{_PERSON})*$")
    return names & ~(text.str.contains(_SHORT_PLACE) & (text.str.len_chars() <= 8) & ~text.str.contains("[;；·.]"))


def _is_organisation(name: str) -> pl.Expr:
    return _text(name).str.contains(_ORGANISATION_END) | _text(name).str.contains(_LATIN_ORGANISATION)


def _is_address(name: str) -> pl.Expr:
    text = _text(name)
    placed = text.str.contains(rf"^\d{{0,6}}\s*(?:{_PLACES}).") | text.str.contains(
        r"[省市县区镇乡街路道弄巷村][^;]{0,30}(?:号|室|楼|幢|栋|座|层|区|园|村|厦|组|院|路|街)")
    county = text.str.contains(r"^.{2,12}[省市县区镇乡]") & (text.str.len_chars() >= 3)
    foreign = text.str.contains(r"^[A-Za-z0-9 .,'#\-/]{8,}$") & text.str.contains(r"\d") & text.str.contains(r"[A-Za-z]{3}")
    numbered = text.str.contains(r"^\d{6}\s*\p{Han}")
    is_name = _is_person(name) | (_is_organisation(name) & ~text.str.contains(r"\d+\s*[号室楼幢栋层]"))
    return (placed | county | foreign | numbered) & ~is_name


def _is_date(name: str) -> pl.Expr:
    text = _text(name)
    return text.str.contains(r"^(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$") | text.str.contains(
        r"^(?:18|19|20)?\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$")


def _is_publication_number(name: str) -> pl.Expr:
    return _text(name).str.contains(
        r"^(?i)(?:CN[\s\-]?\d{7,9}[\s\-]?[ABCUSY]\d?|\d{9}[ABCUSY]|[A-Z]{2}[\s\-]?\d{5,12}[\s\-]?[ABCEPSTU]\d?)$")


def _is_application_number(name: str) -> pl.Expr:
    return _text(name).str.contains(
        r"^(?i)(?:ZL|CN)?[\s.]*(?:(?:19|20)\s*\d{2}\s*[1-389]\s*\d{7}\s*\.?\s*[\dXx]?"
        r"|[089]\d[1-389]\d{5}\.?[\dXx]?)$")


def _is_number(name: str) -> pl.Expr:
    return _text(name).str.contains(r"\d(?:[\s.\-/]?\d){4}|\d[Ee]\+?\d|^[A-Za-z]{2}[\s\-]?[A-Za-z]?\d{3}")


_TESTS = {"address": _is_address, "organisation": _is_organisation, "person": _is_person, "number": _is_number,
          "application_number": _is_application_number, "publication_number": _is_publication_number, "date": _is_date}


def look_shares(sample: pl.DataFrame) -> dict[str, dict[str, float]]:
    """Return for each String column the share of its filled cells with each look, and `filled`: how many there are."""
    plain = sample.select(pl.all().str.normalize("NFKC"))
    counts = plain.select((_text(name) != "").sum().alias(name) for name in plain.columns).row(0, named=True)
    shares: dict[str, dict[str, float]] = {}
    for name, count in counts.items():
        if not count:
            shares[name] = {**dict.fromkeys(LOOKS, 0.0), "filled": 0.0}
            continue
        filled = plain.select(name).filter(_text(name) != "")
        values = filled.select(_TESTS[look](name).mean().alias(look) for look in LOOKS).row(0, named=True)
        shares[name] = {**values, "filled": float(count)}
    return shares
