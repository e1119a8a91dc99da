"""Rows of a sheet that are no records: totals, signatures and notes below the table, title and header printed again."""

import unicodedata
from collections.abc import Sequence

import polars as pl

TOTAL_ROW, SIGNATURE_ROW, REPEATED_HEADER = "total_row", "signature_row", "repeated_header"
COLUMN_NUMBERS = "column_numbers"

# An application or document number, also one that a spreadsheet made 2.02E+12; `198件` or a day 2013-02-05 is none.
NUMBER_LIKE = r"\d(?:[\s.．]?[0-9０-９Xx]){6,}|\d[Ee]\+?\d"
# What a signature row may have in the column of numbers: a telephone, a day with dots.
_PHONE_OR_DAY = (
    r"^[\p{Han}\s]*[:：]?\s*"
    r"(?:1[3-9]\d{9}|(?:0\d{2,3}[-—\s]?)?\d{7,8}|(?:19|20)\d\d\s?[.．]\s?\d{1,2}\s?[.．]\s?\d{1,2})\s*$"
)
_COUNT = r"^[共计约]?[+\-]?[\d,]+(?:\.\d+)?%?(?:件|条|项|个|家|份|篇|行|户|人|元)?[。;,]?$|^[-—–/]+$"
_KIND_WORD = r"^(?:其中)?:?(?:发明|实用新型|外观设计|外观)(?:专利)?(?:申请|授权)?:?[\d,]*(?:件|项)?$"
# The whole cell must be such a label: a firm 合计科技有限公司 or a title 合计装置 is a record. 汇总, 计数 and 总计数 are
# what Excel itself writes below a table and below its groups (新埭镇 计数).
_TOTAL_LABEL = (
    r"^[(\[【]?(?:[\p{Han}\d—-]*(?:合计|总计|小计|共计|累计|总合计|总数|合计数|汇总|计数)|(?:本[页表月年]|当[月年]|全[市县区年])?计)"
    r"(?:数|数量|总数|件数)?(?:[(\[【](?:件|项|条|单位.?件)[)\]】])?[)\]】]?"
    r":?共?[\d,]*(?:件|条|项|个|家|份)?[。;,]?$"
    r"|^其中:?\p{Han}*:?[\d,]*(?:件|条|项|个|家|份)?[。;,]?$"
)
_PART_OF_TOTAL = r"^其中"
# 共198件, 本月申请共 198 件: a sentence in one cell that only counts.
_COUNTING_SENTENCE = (
    r"^(?:本[月表页年]|当[月年]|全[市县区年]|以上|累计)?(?:专利)?(?:申请|授权|受理|新增)?(?:专利)?共[计有]?[\d,]+"
    r"(?:件|条|项|个|家|份|行)(?:专利)?[。;,]?$"
)
_SPLIT_LABEL = r"^[合总小共]计$"  # 合 | 计, over two cells
# The whole sheet's: neither a page's or a year's, nor a type's or a town's.
_GRAND_TOTAL = (
    r"(?:^|\|)\d*[(\[【]?(?:本月|当月|全[市县区]|总的|以上|[一二三四五六七八九十\d]+月份?|\d{4}年(?:\d{1,2}月份?)?)?"
    r"(?:专利)?(?:申请|授权|受理|新增)?(?:专利)?(?:合计|总计|共计|总合计|总数|合计数|共有?)"
)
# The words of a type (发明0件) may not stand between; nor is a year the number.
_ITS_NUMBER = r"(?:[^\d\p{Han}]|件|条|项|个|家|单位|数|量|总|为|有|共|申请|授权|受理|专利)*(\d{1,9})(?:[^\d年./-]|$)"
_SIGNATURE = (
    r"^(?:填报|填表|填写|制表|制单|编制|审核|复核|审批|批准|校对|经办|统计|报送|报表|打印|导出|联系|单位|主管|分管|部门|科室"
    r"|科长|局长|处长|主任|数据)?"
    r"(?:人|人员|者|员|单位|部门|日期|时间|电话|负责人|领导|主管|签字|签名|签章|盖章|审核|制表|填报|填表|复核|经办人?|校对|局长|科长|处长"
    r"|主任|来源)"
    r"(?:[(][^)]{1,8}[)])?:"
)
_SIGNATURE_WORD = (
    r"^(?:填报人|填表人|制表人?|制单|审核人?|复核人?|审批人?|经办人|负责人|填报单位|报送单位|联系人|联系电话|填报日期|制表日期)$"
)
# Alone in a row: a day, a page, a note or its second line, a seal, a list that says it is empty, the title again.
_LONE_CELL = (
    r"^(?:\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|第\d+页.*|第?\d+/\d+页?|(?:备?注|说明|附注):.*"
    r"|[(]?(?:\d{1,2}|[一二三四五六七八九十])[.、)]\D.*"
    r"|\p{Han}*[(]?盖章[)]?|\p{Han}\p{Han}+(?:局|办公室|政府)|以下空白|[(]?此页无正文[)]?"
    r"|(?:本[月期]|当月)?(?:暂?无|没有)(?:新增)?(?:数据|记录|专利)?(?:申请|受理|授权)?(?:数据|记录)?[。.]?"
    r"|[^;。]*(?:专利|受理|授权|企业)[^;。]*(?:明细|清单|名单|名录|一览|列|台账|汇总|统计|登记|情况)表?(?:[(][^)]*[)])?)$"
)
_MOST_SIGNATURE_CELLS = 8
_FEWEST_COLUMN_NUMBERS = 3
_COLUMN_NUMBERS = "|".join(str(number) for number in range(1, 1001)) + "|"
_BEFORE_COLUMN_NUMBERS = r"^(?:(?:栏次|列次|列号|[甲乙丙丁])\|)+"
_HEADER_SHARE = 0.6  # of a row's cells that repeat the header above them


def suspect(numbers: Sequence[str]) -> pl.Expr:
    """Say which rows carry nothing like a document's number in the columns `numbers`; only they can be out of scope."""
    if not numbers:
        return pl.lit(True)  # a table without numbers (firms): every row is looked at closely
    return ~pl.any_horizontal(_has_number(pl.col(name)) for name in numbers)


def _has_number(cell: pl.Expr) -> pl.Expr:
    return (cell.str.contains(NUMBER_LIKE) & ~cell.str.contains(_PHONE_OR_DAY)).fill_null(False)


def out_of_scope(rows: pl.DataFrame, cells: Sequence[str], headers: Sequence[str | None]) -> pl.Series:
    """Return for rows without a number why each is none, or null for a record."""
    repeats = [pl.col(name) == "".join(unicodedata.normalize("NFKC", header).split())
               for name, header in zip(cells, headers, strict=False) if header]
    said = _said(rows, cells).with_columns(
        filled=pl.sum_horizontal(pl.col(name).is_not_null() for name in cells),
        repeated=pl.sum_horizontal(pl.lit(False), *repeats),
        first=pl.coalesce(cells),
        sentence=_any_cell(cells, _COUNTING_SENTENCE),
        part_of_total=_any_cell(cells, _PART_OF_TOTAL),
    )
    label, first, words, filled = (pl.col(name) for name in ("label", "first", "words", "filled"))
    is_split = (words == 2) & pl.col("joined").str.contains(_SPLIT_LABEL)
    is_total = (label.str.contains(_TOTAL_LABEL) & (words == 1)) | (pl.col("sentence") & (words <= 1)) | is_split
    is_total |= (words == 0) & pl.col("part_of_total")
    is_signature = label.str.contains(_SIGNATURE) | first.str.contains(_SIGNATURE_WORD)
    return said.select(
        pl.when((pl.col("repeated") >= 2) & (pl.col("repeated") >= filled * _HEADER_SHARE))
        .then(pl.lit(REPEATED_HEADER))
        .when((filled >= _FEWEST_COLUMN_NUMBERS) & _are_column_numbers(cells))
        .then(pl.lit(COLUMN_NUMBERS))
        .when(is_total)
        .then(pl.lit(TOTAL_ROW))
        .when(is_signature & (filled <= _MOST_SIGNATURE_CELLS))
        .then(pl.lit(SIGNATURE_ROW))
        .when((filled == 1) & first.str.contains(_LONE_CELL))
        .then(pl.lit(SIGNATURE_ROW))
        .otherwise(pl.lit(None, dtype=pl.String))
        .alias("out_of_scope")
    ).to_series()


def _said(rows: pl.DataFrame, cells: Sequence[str]) -> pl.DataFrame:
    """Return the cells without blanks, and of those that are neither a count nor a kind the first (label), all and how many."""
    compact = rows.select(
        pl.col(name).str.normalize("NFKC").str.replace_all(r"\s", "").replace("", None) for name in cells)
    # worked out before they are used: an expression is evaluated wherever it stands
    worded = compact.select(
        pl.when(~pl.col(name).str.contains(_COUNT) & ~pl.col(name).str.contains(_KIND_WORD)).then(pl.col(name)) for name in cells)
    return compact.hstack(worded.select(
        label=pl.coalesce(cells),
        joined=pl.concat_str(cells, ignore_nulls=True),
        words=pl.sum_horizontal(pl.col(name).is_not_null() for name in cells),
    ))


def _any_cell(cells: Sequence[str], pattern: str) -> pl.Expr:
    return pl.any_horizontal(pl.col(name).str.contains(pattern).fill_null(False) for name in cells)


def _are_column_numbers(cells: Sequence[str]) -> pl.Expr:
    """Say whether a row counts its columns (1, 2, 3 ...; 栏次, 甲 and the like before them)."""
    counted = pl.concat_str((pl.col(name) for name in cells), separator="|", ignore_nulls=True)
    counted = counted.str.replace_all(r"[()]", "").str.replace(_BEFORE_COLUMN_NUMBERS, "")
    return counted.str.contains("|", literal=True) & pl.lit(_COLUMN_NUMBERS).str.starts_with(counted + "|")


def stated_total(rows: pl.DataFrame, cells: Sequence[str]) -> int | None:
    """Return the number that the last grand total of these total rows states (合计 | 198件), None without one."""
    plain = [pl.col(name).fill_null("").str.normalize("NFKC").str.replace_all(r"[\s,]", "") for name in cells]
    text = pl.concat_str(plain, separator="|")
    stated = rows.select(text.str.extract(_GRAND_TOTAL + _ITS_NUMBER)).to_series().drop_nulls()
    return int(stated[-1]) if len(stated) else None
