"""Regular expressions made of the place names; every one is applied to whole columns.

Addresses are read from the left: [postcode][地址:][中国][province][city][county]. A name of a place counts as such
only where what follows is no word for a road or building (嘉兴路, 平湖大道, 海盐塘路, 上海花园).
"""

import re
from collections.abc import Iterable

GAP = r"[^\p{Han}A-Za-z]*"
LEAD = r"(?:邮编|邮政编码|通讯|通信|联系|注册|单位|申请人|地址|住所|住址|所在地)"
HEAD = rf"^{GAP}(?:{LEAD}+{GAP})?(?:(?:中国|中华人民共和国|(?i:China|CN)){GAP})?"
NOT_ROAD = (
    r"(?:$|[^路街巷弄桥塘湾大东南西北中一二三新花公小广]|塘[^路桥]|湾仔|大[^道街桥厦楼]|[东南西北中一二三][^路街大]"
    r"|新[^村]|花[^园]|公[^路寓园]|小[^区]|广[^场])"
)
NOT_ROAD_OR_VILLAGE = NOT_ROAD.replace("路街巷", "路街巷村", 1)
NOT_STREET = r"(?:$|[^路街]|路[^\d])"  # a country may go on with 路 (德国路德维希堡)
NOT_MARKET = r"(?:$|[^场])"  # 平湖市场 is a market
BUILDING = "(?:花园|新村|小区|公寓|大厦|大楼|商厦|宾馆|饭店|酒店|广场|公园|商会)"
ZONE_WORDS = "市?(?:经济|高新|工业园|开发区)"
VILLAGE_END = "(?:村民委员会|居民委员会|村委会|居委会|社区|集镇|村)(?:[^路街]|$)"
# no road, village or number word between the name and the word for a firm
FIRM_AFTER = "[^路街道号村组弄幢镇区园]*(?:公司|厂|店|商行|合作社|经营部|集团)"
BLANK_WORDS = r"(?i)^[^\p{Han}A-Za-z]*$|^\W*(?:无|不详|不明|未知|未填|空|空白|暂无|null|none|nan|n/?a)\W*$"
# a rank word after a name that no list knows (counties of other times); markets, downtowns and streets left out
UNLISTED = (
    r"(?:\p{Han}{1,2}?[\p{Han}--[超城都夜门菜花集股鱼早上闹书楼街]]市(?:$|[^场民区政内里中心属])"
    r"|\p{Han}{2,3}?县(?:$|[^前后城衙学级道]))"
)
LATIN_RANK = "(?:street|town|township|zone|district|county|city|shi|province)"  # no road: a road is named after any place
AMBIGUOUS_DISTRICT = re.compile("^(?:城.|市.|新[城市]|港.)区$")  # 城关区, 市中区: also words for a part of any town


def any_of(names: Iterable[str]) -> str:
    """A group of literals, the longest first; matches nothing when there is no name."""
    literals = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(re.escape(name) for name in literals)})" if literals else r"(?:[^\s\S])"


def latin_word(names: Iterable[str]) -> str:
    """Whole Latin words in any case; ASCII word borders, because Unicode ones are thirty times slower."""
    return rf"(?i)(?-u:\b){_without_blanks(names)}(?-u:\b)"


def latin_place(names: Iterable[str]) -> str:
    """The same of places, alone or with words of rank; addresses have no blanks (DanghuStreetPinghuCity,CN)."""
    return rf"(?i)(?:(?-u:\b)|{LATIN_RANK}){_without_blanks(names)}(?:{LATIN_RANK}|(?-u:\b))"


def _without_blanks(names: Iterable[str]) -> str:
    return any_of(name.replace(" ", "") for name in names)
