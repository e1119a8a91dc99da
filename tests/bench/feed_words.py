"""The words that a made-up record feed is put together from; all firms and persons are invented."""


def split(text: str) -> tuple[str, ...]:
    """Splits words at blanks."""
    return tuple(text.split())



TYPE_DIGITS = (1, 2, 3, 8)  # 8: an invention that came in through the patent treaty
TYPE_SHARES = (0.13, 0.47, 0.397, 0.003)
TYPE_WORDS = ("发明", "发明专利", "实用新型", "实用新型专利", "外观设计", "外观设计专利", "发明", "发明专利")

_TOWNS = split(
    "当湖街道 钟埭街道 曹桥街道 乍浦镇 新埭镇 新仓镇 广陈镇 林埭镇 独山港镇 黄姑镇 全塘镇 独山港区"
)
_PREFIXES = ("浙江省平湖市", "浙江省嘉兴市平湖市", "平湖市")
_NO_TOWN = split("浙江省平湖经济开发区 浙江省嘉兴市平湖经济技术开发区 平湖经济开发区 浙江省平湖市 平湖市")
HOME_PLACES = (*(prefix + town for town in _TOWNS for prefix in _PREFIXES), *_NO_TOWN)
ELSEWHERE_PLACES = (
    "广东省深圳市龙岗区平湖街道",
    "福建省宁德市屏南县平湖镇",
    "安徽省合肥市肥东县新仓镇",
    "浙江省嘉兴市海盐县武原镇",
    "浙江省嘉善县魏塘街道",
    "上海市金山区廊下镇",
)
_ROAD_NAMES = split("兴园 永兴 振兴 创业 朝阳 新开 环城北 平善 东方 昌盛 兴工 富强")
ROADS = tuple(name + ending for name in _ROAD_NAMES for ending in ("路", "大道", "东路", "西路", "街"))
ROOMS = (*(f"{house}幢{room}室" for house in range(1, 10) for room in range(101, 111)), *[""] * 30)

FIRM_PLACES = ("平湖市", "浙江", "嘉兴")
SYLLABLES = "恒宏明天金荣瑞景欧美凯飞远洁泰成丰兴意达马辉一光海东华新利德隆盛佳康力博源安永信"
TRADES = split(
    "箱包 服装 童车 洁具 五金机械 光机电科技 生物食品 新材料 塑料制品 汽车零部件 电子 环保设备 家具 "
    "包装材料 紧固件 纺织"
)
FIRM_ENDINGS = ("有限公司", "股份有限公司", "厂")
INSTITUTIONS = split(
    "平湖市职业技术学院 嘉兴某某大学 浙江某某大学平湖研究生院 平湖市光机电技术研究院 "
    "上海某某研究所平湖中心 平湖市第一人民医院 平湖市某某中学 平湖市童车行业协会"
)
SURNAMES = "王李张陈陆沈徐金俞朱周吴许顾胡方冯姚钱孙马高曹戴屠潘施唐何邵"
GIVEN_NAMES = "伟敏芳丽明军杰强磊洋艳勇娟涛超霞平刚桂英华建国文斌玉兰红春梅林峰"
SEPARATORS = (";", "; ", "；")

QUALITIES = split(
    "新型 可折叠 多功能 高强度 便于拆装的 自动 节能 防水 可调节 带有照明装置的 低噪音 耐磨 快速 双层 "
    "一体成型的"
)
GOODS = split(
    "拉杆箱 童车 坐便器 水龙头 羽绒服 登山包 电动推杆 数控车床 齿轮箱 光学镜片 输送机 注塑模具 紧固件 "
    "复合面料 保温材料 汽车座椅 食品包装机 污水处理设备 LED灯 婴儿推车"
)
PARTS = split(
    "锁扣 连接件 支架 制动装置 密封结构 控制电路 安装座 冷却装置 检测装置 定位机构 导轨 外壳 把手 轮组 "
    '过滤组件 夹具 装置及其制备方法 生产工艺 装置,及其使用方法 （“便携”式）支架 外壳("A"型)'
)
_AGENCY_NAMES = split("平湖某某 嘉兴某某 杭州某某 平湖某某知识产权 嘉兴某某知识产权 杭州某某知识产权")
AGENCIES = (None, *(f"{name}专利代理事务所(普通合伙)" for name in _AGENCY_NAMES))
POSTCODES = ("314200",) * 20 + ("314000",) * 3 + (None,) * 2
