"""Mistakes in the reference files of the cleaning are named by file and line."""

import pytest

from transforms.clean import CleanReference, parse_clean_reference
from transforms.errors import DataError

MISTAKES = [
    ("document_kinds.csv", "Q,,,trademark,grant,,test,A", "patent_type"),
    ("document_kinds.csv", "Q,,,invention,party,,test,A", "event"),
    ("document_kinds.csv", "Q,2013-13-01,,invention,grant,,test,A", "2013-13-01"),
    ("document_kinds.csv", "Q,2014-01-01,2013-01-01,invention,grant,,test,A", "晚于"),
    ("document_kinds.csv", "B,2012-01-01,,invention,grant,,test,A", "重叠"),
    ("document_kinds.csv", "B,2000-01-01,2001-01-01,design,grant,,test,A", "invention"),
    ("patent_type_words.csv", "发明,invention,test,A", "重复"),
    ("patent_type_words.csv", "商标,trademark,test,A", "patent_type"),
    ("patent_type_words.csv", "商标,invention,,A", "source"),
    ("patent_type_words.csv", "商标,invention,test,E", "可信度"),
    ("patent_type_words.csv", "商标,invention,test", "列"),
    ("applicant_kinds.csv", "一,企业,suffix,行,test,A", "正整数"),
    ("applicant_kinds.csv", "1,公司,suffix,行,test,A", "applicant_kind"),
    ("applicant_kinds.csv", "1,企业,prefix,行,test,A", "match"),
    ("applicant_kinds.csv", "1,个人,suffix,行,test,A", "第1步"),
    ("applicant_kinds.csv", "10,个人,person_han,二,test,A", "2-4"),
    ("surnames.csv", ",test,A", "surname"),
    ("patent_offices.csv", "US,,false,test,A", "重复"),
    ("patent_offices.csv", "QQ,,perhaps,test,A", "is_home"),
    ("enterprise_words.csv", "colour,红,红,test,A", "field"),
    ("enterprise_words.csv", "event,庆祝,庆祝,test,A", "value"),
    ("enterprise_words.csv", "event,认定,认定,test,A", "重复"),
    ("enterprise_words.csv", "default_scheme,另一名录,优势,test,A", "default_scheme"),
    ("deduction_reasons.csv", "驳回,驳回,test,C", "reason"),
    ("deduction_reasons.csv", "未缴费,视为撤回,test,C", "重复"),
]


@pytest.mark.parametrize(("file", "line", "said"), MISTAKES, ids=[f"{file}-{said}" for file, _, said in MISTAKES])
def test_reference_file__mistake(file: str, line: str, said: str, reference_files: dict[str, str]) -> None:
    text = reference_files[file].rstrip("\n")
    with pytest.raises(DataError) as caught:
        parse_clean_reference({**reference_files, file: f"{text}\n{line}\n"})
    assert caught.value.file == file
    assert caught.value.line in (0 if said == "default_scheme" else text.count("\n") + 2,)
    assert said in str(caught.value)


def test_reference_file__missing(reference_files: dict[str, str]) -> None:
    del (files := dict(reference_files))["surnames.csv"]
    with pytest.raises(DataError, match="surnames.csv"):
        parse_clean_reference(files)


@pytest.mark.parametrize("text", ["", "word,type\n", "word,patent_type,source,certainty\n"])
def test_reference_file__header_or_content_missing(text: str, reference_files: dict[str, str]) -> None:
    with pytest.raises(DataError, match="patent_type_words.csv"):
        parse_clean_reference({**reference_files, "patent_type_words.csv": text})


def test_reference_file__every_kind_and_type_has_words(reference: CleanReference) -> None:
    assert {step.applicant_kind for step in reference.applicant_kinds} == {
        "企业",
        "大专院校",
        "科研单位",
        "机关团体",
        "个人",
    }
    assert set(reference.patent_type_words["type_by_word"]) == {"invention", "utility_model", "design"}
    levels = reference.enterprise_words.filter(field="level")["value"]
    assert set(levels) == {"平湖市级", "嘉兴市级", "省级", "国家级"}
