"""Names of applicants: which words make which kind, what separates several, what stays different."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean import CleanReference
from transforms.clean.applicants import applicants


def read(text: str | None, reference: CleanReference) -> dict[str, object]:
    return applicants(pl.Series([text], dtype=pl.String), reference).row(0, named=True)


KINDS = {
    "企业": [
        "浙江明辉生物食品股份有限公司",
        "平湖市某某服装厂",
        "平湖市当湖街道某某书店",
        "平湖市某某商行",
        "平湖市某某经营部",
        "平湖市某某蔬菜专业合作社",
        "嘉兴某某投资合伙企业(有限合伙)",
        "平湖市某某个体工商户",
        "李四(个体工商户)",
        "某某研究院有限公司",
        "浙江大学平湖科技有限公司",
        "霍尼韦尔国际公司",
        "惠普发展公司，有限责任合伙企业",
        "平湖市某某五金厂(普通合伙)",
        "某某集团",
        "Ford Global Technologies, LLC",
        "Ford Global Technologies,  Llc",
        "Robert Bosch GmbH",
        "Siemens AG",
        "Nestle S.A.",
        "Honda Motor Co., Ltd.",
        "HONDA MOTOR CO.,LTD",
        "Apple Inc.",
        "Intel Corporation",
        "Unilever N.V.",
        "Fiat S.p.A.",
        "株式会社岛津制作所",
        "日立株式会社",
    ],
    "机关团体": [
        "平湖市第一人民医院",
        "平湖市钟埭卫生院",
        "平湖市公安局",
        "平湖市科委",
        "平湖市当湖街道办",
        "平湖中学",
        "平湖市实验小学",
        "平湖市机关幼儿园",
        "平湖职业中专",
        "平湖市童车行业协会",
        "平湖市商会",
        "平湖市曹桥街道马厩村委会",
        "浙江大学附属第一医院",
        "浙江大学医学院附属妇产科医院",
        "平湖市新仓镇三叉河村村民委员会",
        "广东省中医院（广州中医药大学第二附属医院、广东省中医药科学院）",
    ],
    "大专院校": [
        "浙江大学",
        "嘉兴学院",
        "浙江医药高等专科学校",
        "浙江大学平湖研究生院",
        "中国石油大学(北京)",
        "浙江大学 ",
        "Zhejiang University",
    ],
    "科研单位": [
        "平湖市光机电技术研究院",
        "中国科学院宁波材料技术与工程研究所",
        "某某研究所检测中心",
        "浙江省农业科学院",
        "中国科学院",
        "浙江大学台州研究院",
    ],
    "个人": [
        "王芳",
        "欧阳晓东",
        "陆伟",
        "朱 丽",
        "丹尼尔·马修·托恩",
        "U・西格尔",
        "B.唐尼奥",
        "努尔买买提•阿吉木",
        "王㛃",
    ],
    "未分类": ["平湖市某某服务中心", "WILLARD", "某", "阿卜杜艾尼奥斯曼", "6号", None, ""],
}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for kind, names in KINDS.items() for name in names])
def test_applicant_kind__method_decision_11(name: str | None, kind: str, reference: CleanReference) -> None:
    assert read(name, reference)["applicant_kind"] == kind


SEVERAL = [
    ("浙江凯达服装有限公司;平湖市恒洁洁具有限公司", ["浙江凯达服装有限公司", "平湖市恒洁洁具有限公司"]),
    ("浙江凯达服装有限公司； 浙江大学", ["浙江凯达服装有限公司", "浙江大学"]),
    (
        "京东方科技集团股份有限公司 | 北京京东方光电科技有限公司",
        ["京东方科技集团股份有限公司", "北京京东方光电科技有限公司"],
    ),
    ("王芳 |\n朱丽 |\n陆伟", ["王芳", "朱丽", "陆伟"]),
    ("王芳\r\n朱丽", ["王芳", "朱丽"]),
    ("湖南大学; 甲公司;\n乙公司;", ["湖南大学", "甲公司", "乙公司"]),
    ("诺发系统公司;", ["诺发系统公司"]),
    ("U·西格尔;??A·瓦克曼", ["U·西格尔", "A·瓦克曼"]),
    ("王芳、朱丽", ["王芳", "朱丽"]),
    ("王芳,朱丽，陆伟", ["王芳", "朱丽", "陆伟"]),
    ("禤某、仝某某", ["禤某", "仝某某"]),
    ("王芳、平湖市恒洁洁具有限公司", ["王芳", "平湖市恒洁洁具有限公司"]),
    ("浙江大学、平湖市某某服装厂", ["浙江大学", "平湖市某某服装厂"]),
    (
        "温州医科大学附属第二医院、温州医科大学附属育英儿童医院",
        ["温州医科大学附属第二医院", "温州医科大学附属育英儿童医院"],
    ),
    ("Apple Inc., Intel Corporation", ["Apple Inc.", "Intel Corporation"]),
    ("甲某公司;王芳、朱丽", ["甲某公司", "王芳", "朱丽"]),
    ("平湖市恒洁洁具有限公司/浙江大学", ["平湖市恒洁洁具有限公司", "浙江大学"]),
    ("王芳／朱丽", ["王芳", "朱丽"]),
    ("浙江大学\\平湖市某某服装厂", ["浙江大学", "平湖市某某服装厂"]),
    # one name each
    ("惠普发展公司，有限责任合伙企业", ["惠普发展公司,有限责任合伙企业"]),
    ("抗菌技术,生物技术研究与发展股份有限公司", ["抗菌技术,生物技术研究与发展股份有限公司"]),
    ("平湖市五金、塑料制品厂", ["平湖市五金、塑料制品厂"]),
    ("平湖市水、电安装有限公司", ["平湖市水、电安装有限公司"]),
    ("欧阳镇华、王芳", ["欧阳镇华", "王芳"]),
    ("某省中医院（甲大学第二附属医院、某省科学院）", ["某省中医院(甲大学第二附属医院、某省科学院)"]),
    ("Ford Global Technologies,  Llc", ["Ford Global Technologies, Llc"]),
    ("Honda Motor Co.,Ltd", ["Honda Motor Co.,Ltd"]),
    ("Danfoss A/S", ["Danfoss A/S"]),
    ("平湖市五金/塑料制品厂", ["平湖市五金/塑料制品厂"]),
    ("王芳;王芳", ["王芳"]),
    # signs as web pages spell them
    ("平湖市甲&amp;乙服装有限公司", ["平湖市甲&乙服装有限公司"]),
    ("U&#183;西格尔;A&middot;瓦克曼", ["U·西格尔", "A·瓦克曼"]),
    ("浙江大学&nbsp;; 王芳", ["浙江大学", "王芳"]),
    ("甲&AB;王芳", ["甲&AB", "王芳"]),
]


@pytest.mark.parametrize(("text", "names"), SEVERAL, ids=[text[:12] for text, _ in SEVERAL])
def test_applicants__separators(text: str, names: list[str], reference: CleanReference) -> None:
    found = read(text, reference)
    assert found["applicants"] == "; ".join(names)
    assert found["first_applicant"] == names[0]


BESIDE_A_NAME = [
    ("平湖市恒洁洁具有限公司(60%);浙江大学(40%)", "平湖市恒洁洁具有限公司; 浙江大学", "企业"),
    ("平湖市恒洁洁具有限公司【91330482MA8215491A】", "平湖市恒洁洁具有限公司", "企业"),
    ("平湖市恒洁洁具有限公司 [CN]", "平湖市恒洁洁具有限公司", "企业"),
    ("(1)平湖市恒洁洁具有限公司;(2)浙江大学", "平湖市恒洁洁具有限公司; 浙江大学", "企业"),
    ("1、王芳;2、朱丽", "王芳; 朱丽", "个人"),
    ("1.王芳", "王芳", "个人"),
    ("王芳（330482********0021）", "王芳", "个人"),
    ("申请人：王芳", "王芳", "个人"),
    ("平湖市恒洁洁具有限公司等2家", "平湖市恒洁洁具有限公司", "企业"),
    ("王芳等三人", "王芳", "个人"),
    # parts of a name
    ("3M中国有限公司", "3M中国有限公司", "企业"),
    ("58.com有限公司", "58.com有限公司", "企业"),
    ("平湖市恒洁洁具(集团)有限公司(普通合伙)", "平湖市恒洁洁具(集团)有限公司(普通合伙)", "企业"),
    ("平湖市第1二三五七八九厂(1958)", "平湖市第1二三五七八九厂(1958)", "企业"),
]


@pytest.mark.parametrize(("text", "names", "kind"), BESIDE_A_NAME, ids=[text[:12] for text, _, _ in BESIDE_A_NAME])
def test_applicants__what_lists_write_beside_a_name(text: str, names: str, kind: str, reference: CleanReference) -> None:
    found = read(text, reference)
    assert found == {"applicants": names, "first_applicant": names.split("; ")[0], "applicant_kind": kind}


PROGRAMS_BLANKS = ["(Null)", "（NULL）", "nan", "null", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A"]


@pytest.mark.parametrize("text", [";", "；|", " ; \n", "??", "、", "-", "无", "/", *PROGRAMS_BLANKS])
def test_applicants__separators_only(text: str, reference: CleanReference) -> None:
    assert read(text, reference) == {"applicants": None, "first_applicant": None, "applicant_kind": "未分类"}


@pytest.mark.parametrize(
    "text",
    [
        "平湖市 甲乙（上海） 有限公司",
        "平湖市甲乙(上海)有限公司",
        "平湖市甲乙（上海）有限公司\u3000",
        "平湖市甲乙\u00a0(上海)有限公司",
    ],
)
def test_applicants__one_firm_written_differently(text: str, reference: CleanReference) -> None:
    assert read(text, reference)["first_applicant"] == "平湖市甲乙(上海)有限公司"


def test_applicants__different_firms_stay_different(reference: CleanReference) -> None:
    names = [
        "平湖市恒洁洁具有限公司",
        "平湖市恒洁洁具股份有限公司",
        "平湖恒洁洁具有限公司",
        "平湖市恒洁洁具(集团)有限公司",
        "平湖市恒洁洁具有限公司新仓分公司",
        "平湖市恒杰洁具有限公司",
        "嘉兴市恒洁洁具有限公司",
        "Acme Inc",
        "ACME Inc",
        "AC ME Inc",
    ]
    found = applicants(pl.Series(names), reference)["first_applicant"]
    assert found.to_list() == names


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(
        st.one_of(st.none(), st.text(max_size=20), st.text("王芳朱公司厂·.,、;|() \nAB", max_size=20)), max_size=20
    )
)
def test_applicants__never_raise_and_first_is_the_first(texts: list[str | None], reference: CleanReference) -> None:
    found = applicants(pl.Series(texts, dtype=pl.String), reference)
    assert found.height == len(texts)
    for row in found.to_dicts():
        assert (row["applicants"] is None) == (row["first_applicant"] is None)
        assert row["applicants"] is None or row["applicants"].startswith(row["first_applicant"])
        assert row["applicant_kind"] in KINDS
