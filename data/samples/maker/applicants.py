"""The invented firms, bodies and persons that file: each keeps its address for all the years."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from maker.places import address_in, any_unit

BRANDS = (
    "澜芒", "栩柏", "谷棠", "珂岚", "沐榛", "叙禾", "霁川", "杉禾", "朗砚", "乔榆",
    "屿桐", "苒牧", "筱梧", "衡棠", "漪泊", "榕弈", "牧砚", "聆溪", "桉禾", "岑泊",
)  # fmt: skip
TRADES = ("童车", "箱包", "服装", "洁具", "五金机械", "光机电科技", "新材料", "生物食品")
FIRM_FORMS = (
    "平湖市{}有限公司", "浙江{}股份有限公司", "嘉兴{}有限公司", "浙江{}有限公司", "平湖市{}股份有限公司",
    "平湖市{}厂",
)  # fmt: skip
SURNAMES = "沈陆俞陈金徐朱张王李钱孙周吴郑冯"
STEMS = "甲乙丙丁戊己庚辛"
PARTNERS = ("浙江示例大学", "沪上示例交通大学", "平湖市漪泊洁具有限公司", "沈某壬", "浙江叙禾研究院")

# Every applicant kind and the names that are easily taken for another one.
BODIES = (
    ("示例大学平湖研究生院", "大专院校"), ("嘉兴霁川学院", "大专院校"),
    ("平湖市漪泊职业技术学院", "大专院校"), ("浙江澜芒高等专科学校", "大专院校"),
    ("平湖市霁川光机电技术研究院", "科研单位"),
    ("沪上沐榛材料研究所平湖中心", "科研单位"), ("平湖市杉禾医院", "机关团体"),
    ("示例大学附属平湖医院", "机关团体"), ("平湖市示例局", "机关团体"), ("平湖市谷棠小学", "机关团体"),
    ("平湖市屿桐幼儿园", "机关团体"), ("平湖市岑泊中专", "机关团体"), ("平湖市示例商会", "机关团体"),
    ("平湖市童车示例协会", "机关团体"), ("平湖市示例村村委会", "机关团体"), ("平湖市乔榆卫生院", "机关团体"),
    ("浙江桉禾新材料研究院有限公司", "企业"), ("平湖市衡棠果蔬专业合作社", "企业"),
    ("嘉兴牧砚投资合伙企业(有限合伙)", "企业"), ("平湖市苒牧五金商行", "企业"), ("平湖市筱梧童车店", "企业"),
    ("平湖市聆溪服装经营部", "企业"), ("平湖苒牧创意工作室", "未分类"), ("卡尔·示例", "个人"),
)  # fmt: skip


@dataclass(frozen=True)
class Applicant:
    """One who files: name, the kind it is counted under, where it sits."""

    name: str
    kind: str
    unit: str
    address: str


class Directory:
    """All applicants of the samples, and how often each of them files."""

    def __init__(self) -> None:
        rng = Random("directory")
        firms = [
            (FIRM_FORMS[(3 * i + 5 * j) % len(FIRM_FORMS)].format(brand + trade), "企业")
            for i, brand in enumerate(BRANDS)
            for j, trade in enumerate(TRADES)
        ]
        rng.shuffle(firms)
        persons = [(f"{surname}某{stem}", "个人") for surname in SURNAMES for stem in STEMS]
        self.firms = [self._settled(name, kind, rng) for name, kind in firms]
        self.persons = [self._settled(name, kind, rng) for name, kind in persons]
        self.bodies = [self._settled(name, kind, rng) for name, kind in BODIES]
        self.firm_weights = [1 / (rank + 6) for rank in range(len(self.firms))]

    def _settled(self, name: str, kind: str, rng: Random) -> Applicant:
        unit = any_unit(rng)
        return Applicant(name, kind, unit, address_in(unit, rng))

    def any(self, rng: Random) -> Applicant:
        """Return an applicant: mostly a firm, a few firms very often."""
        pool = rng.choices(("firm", "person", "body"), weights=(62, 25, 13))[0]
        if pool == "firm":
            return rng.choices(self.firms, weights=self.firm_weights)[0]
        return rng.choice(self.persons if pool == "person" else self.bodies)

    def named(self, name: str) -> Applicant:
        """Return the applicant of that name; raises StopIteration if there is none."""
        return next(item for item in (*self.bodies, *self.firms, *self.persons) if item.name == name)

    def other(self, unlike: str, unit: str, rng: Random) -> Applicant:
        """Return an applicant of another name and of another unit."""
        while True:
            found = self.any(rng)
            if found.name != unlike and found.unit != unit:
                return found
