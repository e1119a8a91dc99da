"""What cell texts look like: addresses, names, numbers, dates. Only for judging whole columns, never one cell."""

from collections.abc import Mapping

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

_TEXT = pl.col("text")

_IS_PERSON = _TEXT.str.contains(rf"^{_PERSON}(?:[;|、,?\s]+{_PERSON})*$") & ~(
    _TEXT.str.contains(_SHORT_PLACE) & (_TEXT.str.len_chars() <= 8) & ~_TEXT.str.contains("[;；·.]")
)

_IS_ORGANISATION = _TEXT.str.contains(_ORGANISATION_END) | _TEXT.str.contains(_LATIN_ORGANISATION)

_IS_PUBLICATION_NUMBER = _TEXT.str.contains(
    r"^(?i)(?:CN[\s\-]?\d{7,9}[\s\-]?[ABCUSY]\d?|\d{9}[ABCUSY]|[A-Z]{2}[\s\-]?\d{5,12}[\s\-]?[ABCEPSTU]\d?)$"
)

_IS_APPLICATION_NUMBER = _TEXT.str.contains(
    r"^(?i)(?:ZL|CN)?[\s.]*(?:(?:19|20)\s*\d{2}\s*[1-389]\s*\d{7}\s*\.?\s*[\dXx]?|[089]\d[1-389]\d{5}\.?[\dXx]?)$"
)

_IS_NUMBER = _TEXT.str.contains(r"\d(?:[\s.\-/]?\d){4}|\d[Ee]\+?\d|^[A-Za-z]{2}[\s\-]?[A-Za-z]?\d{3}")

_IS_DATE = _TEXT.str.contains(r"^(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$") | _TEXT.str.contains(
    r"^(?:18|19|20)?\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$"
)


def _is_address() -> pl.Expr:
    """What has the words of an address, and is no name by the columns person and organisation."""
    placed = _TEXT.str.contains(rf"^\d{{0,6}}\s*(?:{_PLACES}).") | _TEXT.str.contains(
        r"[省市县区镇乡街路道弄巷村][^;]{0,30}(?:号|室|楼|幢|栋|座|层|区|园|村|厦|组|院|路|街)"
    )
    county = _TEXT.str.contains(r"^.{2,12}[省市县区镇乡]") & (_TEXT.str.len_chars() >= 3)
    latin = _TEXT.str.contains(r"^[A-Za-z0-9 .,'#\-/]{8,}$")
    foreign = latin & _TEXT.str.contains(r"\d") & _TEXT.str.contains(r"[A-Za-z]{3}")
    numbered = _TEXT.str.contains(r"^\d{6}\s*\p{Han}")
    is_name = pl.col("person") | (pl.col("organisation") & ~_TEXT.str.contains(r"\d+\s*[号室楼幢栋层]"))
    return (placed | county | foreign | numbered) & ~is_name


LOOKS: tuple[str, ...] = ("address", "organisation", "person", "application_number", "publication_number", "number", "date")

LOOKS_ZH = {
    "address": "地址", "organisation": "单位名称", "person": "人名", "date": "日期", "number": "数字",
    "application_number": "申请号", "publication_number": "公开(公告)号",
}
# column -> look -> share of its filled cells; `filled` counts them
LookShares = Mapping[str, Mapping[str, float]]


def look_shares(sample: pl.DataFrame) -> LookShares:
    """Return for each String column the share of its filled cells with each look, and `filled`: how many there are."""
    text = _TEXT.str.normalize("NFKC").str.strip_chars().str.strip_chars(";,|?")
    # all columns as one: an expression costs more than the few hundred cells it reads
    cells = sample.unpivot(variable_name="column", value_name="text").with_columns(text=text).filter(_TEXT != "")
    looks = cells.with_columns(
        organisation=_IS_ORGANISATION,
        person=_IS_PERSON,
        application_number=_IS_APPLICATION_NUMBER,
        publication_number=_IS_PUBLICATION_NUMBER,
        number=_IS_NUMBER,
        date=_IS_DATE,
    ).with_columns(address=_is_address())
    found = looks.group_by("column").agg(pl.col(LOOKS).mean(), filled=pl.len().cast(pl.Float64))
    shares = {row.pop("column"): row for row in found.to_dicts()}
    return {name: shares.get(name, dict.fromkeys((*LOOKS, "filled"), 0.0)) for name in sample.columns}
