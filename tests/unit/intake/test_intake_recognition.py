"""Which profile a delivery belongs to, and what is said when none or two match."""

from dataclasses import replace

import pytest
from made_files import HEADER, csv_text, feed, record, sheet, workbook
from taking_in import Intake

from transforms.intake import parse_profile

GRANT = ("序号", "专利号", "授权公告日", "授权公告号", "专利类型", "专利名称", "专利权人", "地址", "邮编", "主分类号")
GAZETTE = (
    "item",
    "name",
    "authorization_notice_id",
    "authorized_announcement_date",
    "filing_id",
    "filing_date",
    "patentee",
    "designer",
    "address",
    "Int.Cl.",
)
INCOPAT = (
    "序号",
    "标题 (中文)",
    "摘要 (中文)",
    "申请人",
    "公开（公告）号",
    "公开（公告）日",
    "申请号",
    "申请日",
    "公开类型",
    "专利类型",
    "公开国别",
    "IPC主分类",
)
PATENTICS = (
    "公开号",
    "申请号",
    "标题",
    "申请日",
    "公开日",
    "授权公告日",
    "国际分类",
    "国际主分类",
    "申请人",
    "本文引用专利数",
)
PATSNAP = (
    "公开(公告)号",
    "标题",
    "[标]原始申请(专利权)人",
    "[标]当前申请(专利权)人",
    "申请号",
    "申请日",
    "公开(公告)日",
    "受理局",
    "简单法律状态",
    "IPC主分类号",
)
GOOGLE = (
    "id",
    "title",
    "assignee",
    "inventor/author",
    "priority date",
    "filing/creation date",
    "publication date",
    "grant date",
    "result link",
    "representative figure link",
)
FIRMS = ("企业名称", "统一社会信用代码", "所在镇街道", "级别", "事项", "认定文号", "发文日期")


@pytest.mark.parametrize(
    ("header", "name", "source", "basis", "table"),
    [
        (HEADER, "受理_201301.csv", "application_detail", "receipt_records", "records"),
        (GRANT, "授权_201301.csv", "grant_detail", "receipt_records", "records"),
        (GAZETTE, "709.csv", "cnipa_gazette", "public_documents", "records"),
        (INCOPAT, "导出.csv", "incopat", "public_documents", "records"),
        (PATENTICS, "导出.csv", "patentics", "public_documents", "records"),
        (PATSNAP, "导出.csv", "patsnap", "public_documents", "records"),
        (GOOGLE, "gp-search.csv", "google_patents", "public_documents", "records"),
        (FIRMS, "专利示范企业名录.csv", "enterprise_list", "department_report", "enterprises"),
    ],
)
def test_profile__exactly_one_fits_each_kind_of_header(
    intake: Intake, header: tuple[str, ...], name: str, source: str, basis: str, table: str
) -> None:
    plan = intake.plan(csv_text([header]), name)
    assert (plan.profile.source, plan.profile.basis, plan.profile.table) == (source, basis, table)


GRANTED = "序号,专利号,授权公告日,专利名称,专利权人,地址\n"
RECEIVED = "序号,申请号,申请日,受理日,发明名称,申请人,地址\n"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (GRANTED, "2013年1月失效专利清单.csv"),
        (GRANTED, "平湖市有效发明专利_201301.csv"),
        (GRANTED, "专利权质押登记_201301.csv"),
        (GRANTED, "专利权转移清单_201301.csv"),
        (GRANTED, "授权专利资助发放表_201301.csv"),
        ("2013年1月年费到期提醒,,,,,\n" + GRANTED, "导出.csv"),
        (RECEIVED, "视为撤回申请清单_201301.csv"),
        (RECEIVED, "非正常申请清单_201301.csv"),
        (RECEIVED, "扣减明细_201301.csv"),
        (RECEIVED, "2013年1月进入实质审查的发明申请清单.csv"),
        (RECEIVED.replace("受理日,", ""), "驳回的专利申请清单_201301.csv"),
        ("2013年1月著录项目变更清单,,,,,,\n" + RECEIVED, "导出.csv"),
        (GRANTED, "平湖市专利申请受理明细_201301.csv"),
        ("2013年1月专利申请清单,,,,,\n" + GRANTED, "导出.csv"),
        (RECEIVED, "平湖市专利授权明细_201301.csv"),
    ],
)
def test_list_of_what_became_of_patents__is_no_feed_of_grants_or_receipts(
    intake: Intake, header: str, name: str
) -> None:
    # Columns alone do not tell it from a month's grants or receipts: it would be counted as such, and the month's own file
    # would be held as the second one.
    source = "grant_detail" if header.endswith(GRANTED) else "application_detail"
    held = intake.held(header, name)
    assert "不能当作按月下发的明细计数" in held.reason
    assert f"source: {source}" in held.remedy and "移出收件文件夹" in held.remedy
    assert intake.plan(header, name, f"source: {source}").profile.source == source


@pytest.mark.parametrize(
    ("header", "name", "source"),
    [
        ("平湖市2013年1月专利申请受理明细,,,,,,\n注:视为撤回的申请另行报送,,,,,,\n" + RECEIVED, "1月.csv", "application_detail"),
        ("专利申请受理明细(不含驳回)_201301,,,,,,\n" + RECEIVED, "受理_201301.csv", "application_detail"),
        ("2013年1月专利申请授权明细,,,,,\n" + GRANTED, "导出.csv", "grant_detail"),
        ("注:受理的申请另行报送,,,,,\n" + GRANTED, "明细_201301.csv", "grant_detail"),
        ("专利申请受理明细(另有授权明细),,,,,,\n" + RECEIVED, "导出_201301.csv", "application_detail"),
        ("填报单位:平湖市专利资助办公室,,,,,\n" + GRANTED, "授权_201301.csv", "grant_detail"),
        (GRANTED, "平湖市有效期内授权明细_201301.csv", "grant_detail"),
    ],
)
def test_feed_with_a_note__is_a_feed(intake: Intake, header: str, name: str, source: str) -> None:
    assert intake.plan(header, name).profile.source == source


def test_owners_and_ends_of_rights__are_no_columns_of_a_feed_of_grants(intake: Intake) -> None:
    held = intake.held(GRANTED.replace("地址", "失效日,地址"), "导出_201301.csv")
    assert "多表头“失效日”" in held.reason


def test_list_of_published_applications__is_no_feed_of_receipts(intake: Intake) -> None:
    # 申请公布号 and 申请公布日 are the gazette's words for the A document
    header = "序号,申请公布号,申请公布日,申请号,申请日,发明名称,申请人,地址\n"
    assert "不符合任何已知来源" in intake.held(header, "发明申请明细_201301.csv").reason
    columns = intake.plan(
        header, "发明申请明细_201301.csv", "source: general\nbasis: public_documents\nevents: [publication]\n"
    ).sheets[0].columns
    assert (columns["publication_number"], columns["publication_date"]) == (1, 2)


def test_grants_with_the_day_of_their_first_publication__are_grants(intake: Intake) -> None:
    header = "序号,申请号,申请公布号,申请公布日,授权公告日,专利名称,专利权人,地址\n"
    assert intake.plan(header, "授权_201301.csv").profile.source == "grant_detail"


def test_number_of_the_announcement__is_read_beside_its_day(intake: Intake) -> None:
    columns = intake.plan("序号,申请号,公告号,公告日期,专利权人,地址\n", "授权_201301.csv").sheets[0].columns
    assert (columns["grant_number"], columns["grant_date"]) == (2, 3)


NO_EVENT = tuple(header for header in FIRMS if header != "事项")


@pytest.mark.parametrize(
    ("name", "sidecar"),
    [
        ("平湖市专利示范企业名录.csv", ""),
        ("浙江省科技厅关于认定2013年度专利示范企业的通知.csv", ""),
        ("平湖市专利示范企业名录.csv", "columns: {所在镇街道: unit}"),
    ],
)
def test_list_without_events__is_one_of_recognitions_by_its_title(intake: Intake, name: str, sidecar: str) -> None:
    assert intake.plan(csv_text([NO_EVENT]), name, sidecar).profile.source == "enterprise_list"


@pytest.mark.parametrize(
    ("name", "sidecar", "said"),
    [
        ("名录.csv", "", "没有写明是示范企业的认定名单"),
        ("名录.csv", "source: enterprise_list", "没有写明是示范企业的认定名单"),
        ("平湖市专利示范企业公示名单.csv", "", "有“公示”"),
        ("拟认定专利示范企业名单.csv", "", "有“拟认定”"),
        ("平湖市专利示范企业复核名单.csv", "", "有“复核”"),
    ],
)
def test_list_without_events__is_held_where_its_title_says_something_else(
    intake: Intake, name: str, sidecar: str, said: str
) -> None:
    held = intake.held(csv_text([NO_EVENT]), name, sidecar)
    assert "没有“事项”" in held.reason
    assert said in held.reason
    assert "加一列“事项”" in held.remedy


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("平湖市专利试点企业名单.csv", "有“试点”"),
        ("国家知识产权示范企业名单.csv", "有“知识产权示范”"),
        ("拟认定专利示范企业公示.csv", "有“拟认定”"),
        ("高新技术企业名单.csv", "没有写明“示范企业”"),
        ("科技型中小企业认定名单.csv", "没有写明“示范企业”"),
    ],
)
def test_list_with_events__is_held_where_its_title_tells_of_another_scheme(intake: Intake, name: str, said: str) -> None:
    held = intake.held(csv_text([FIRMS]), name)
    assert "没有“类别”一列" in held.reason
    assert said in held.reason
    assert intake.plan(csv_text([FIRMS]), name, "source: enterprise_list").profile.source == "enterprise_list"
    assert intake.plan(csv_text([(*FIRMS, "类别")]), name).profile.source == "enterprise_list"


@pytest.mark.parametrize("name", ["专利示范企业认定和公示情况.csv", "专利示范企业复核名单.csv", "示范企业名录(含更名).csv"])
def test_list_with_events__of_the_scheme_says_by_row_what_happened(intake: Intake, name: str) -> None:
    assert intake.plan(csv_text([FIRMS]), name).profile.source == "enterprise_list"


def test_events__a_gazette_reports_no_application(intake: Intake) -> None:
    assert intake.plan(csv_text([GAZETTE]), "709.csv").profile.events == ("publication", "grant")
    assert intake.plan(csv_text([HEADER])).profile.events == ("application",)


def test_feed__is_attributed_and_has_its_month(intake: Intake) -> None:
    plan = intake.plan(csv_text([GRANT]), "平湖市专利授权明细_201302.csv")
    assert (plan.profile.attributed_to, plan.profile.coverage, plan.feed_month) == ("330482", "month", "2013-02")


def test_google__line_above_the_header_and_the_limit_of_1000(intake: Intake) -> None:
    line = "CN-10346{:04d}-B,一种装置,浙江某某大学,张三,2013-01-01,2013-01-01,2015-01-01,2015-01-01,https://example.org/{},\n"
    top = "search URL:,https://patents.google.com/?q=x\n" + csv_text([GOOGLE])
    full = intake.plan(top + "".join(line.format(number, number) for number in range(1000)), "gp.csv")
    short = intake.plan(top + "".join(line.format(number, number) for number in range(999)), "gp.csv")
    assert (full.sheets[0].header_row, full.is_maybe_truncated, short.is_maybe_truncated) == (2, True, False)


def test_no_profile__says_headers_near_misses_and_remedy(intake: Intake) -> None:
    held = intake.held(
        csv_text([("申请号", "发明人", "摘要", "某列"), ("201310017035.1", "张三", "一种", "x")]), "某.csv"
    )
    assert "申请号、发明人、摘要、某列" in held.reason
    assert "最接近的来源" in held.reason
    assert "缺 申请人 applicants" in held.reason
    assert "某.csv.yml" in held.remedy


def test_no_profile__remedy_names_the_columns_that_the_nearest_lacks(intake: Intake) -> None:
    """What the remedy shows works once the header is put in: an application feed stays one, and so does a grant feed."""
    text = csv_text([tuple(cell.replace("申请人", "当事单位") for cell in HEADER), record(1)])
    held = intake.held(text)
    assert "source: application_detail\n  columns: {某列表头: applicants}" in held.remedy
    assert "没有认出的表头:当事单位" in held.remedy
    plan = intake.plan(text, sidecar="source: application_detail\ncolumns: {当事单位: applicants}")
    assert (plan.profile.events, plan.sheets[0].columns["applicants"]) == (("application",), 6)
    grants = csv_text([tuple(cell.replace("专利权人", "当事单位") for cell in GRANT)])
    assert "source: grant_detail\n  columns: {某列表头: applicants}" in intake.held(grants, "授权_201301.csv").remedy


def test_no_profile__remedy_for_any_list_where_all_lack_more(intake: Intake) -> None:
    assert "source: general" in intake.held(csv_text([("发明人", "摘要", "地址"), ("张三", "一种", "平湖")]), "某.csv").remedy


@pytest.mark.parametrize(
    ("above", "column"),
    [
        (["其中:", "发明", "0", "实用新型", "3", "外观设计", "0"], "代理机构"),
        (["当月", "3", "累计", "45"], "代理机构"),
        (["单位:件"], "申请类型"),
    ],
    ids=["types summed up", "periods summed up", "two columns of types"],
)
def test_list_of_patents__is_no_published_table(intake: Intake, above: list[str], column: str) -> None:
    rows = [[*record(number, 专利类型="发明"), "发明专利"] for number in (1, 2, 3)]
    content = workbook(lambda book: sheet(book, [["平湖市专利申请受理明细"], above, [*HEADER, column], *rows]))
    plan = intake.plan(content, "受理_201301.xlsx")
    assert (plan.profile.source, plan.sheets[0].header_row) == ("application_detail", 3)


def test_two_profiles__are_named(intake: Intake) -> None:
    twin = next(profile for profile in intake.profiles if profile.source == "application_detail")
    intake.profiles = [*intake.profiles, replace(twin, source="other_feed", label_zh="另一种")]
    held = intake.held(feed())
    assert "专利申请受理明细(application_detail)" in held.reason
    assert "另一种(other_feed)" in held.reason
    assert "source: application_detail" in held.remedy
    assert intake.plan(feed(), sidecar="source: other_feed").profile.source == "other_feed"


def test_new_source__needs_one_yaml_file(intake: Intake) -> None:
    record_of_agency = ("201310017035.1", "甲公司", "浙江省平湖市新仓镇永兴路1号", "2013-01-05")
    text = csv_text([("案号", "当事人", "住址", "交办日"), record_of_agency])
    assert "没有找到表头" in intake.held(text, "台账.csv").reason
    intake.profiles = [
        *intake.profiles,
        parse_profile(
            "source: agency_ledger\nlabel_zh: 代理机构台账\nprovenance: made up\nbasis: receipt_records\ncoverage: increment\n"
            "table: records\nevents: [application]\nrequires: [application_number, applicants]\n"
            "recognised_by: [{headers: [案号, 当事人]}]\n"
            "headers: {案号: application_number, 当事人: applicants, 住址: address, 交办日: acceptance_date}\n",
            "agency_ledger.yml",
        ),
    ]
    rows = intake.rows(text, "台账.csv")
    assert rows.select("application_number", "applicants", "address", "acceptance_date").row(0) == record_of_agency


def test_general__is_never_taken_on_its_looks(intake: Intake) -> None:
    text = csv_text([("申请号", "专利名称", "申请人", "某列"), ("201310017035.1", "一种装置", "张三", "x")])
    assert "不符合任何已知来源" in intake.held(text, "某.csv").reason
    assert "basis、events" in intake.held(text, "某.csv", "source: general").reason
    plan = intake.plan(text, "某.csv", "source: general\nbasis: public_documents\nevents: [grant]")
    assert (plan.profile.basis, plan.profile.events, plan.sheets[0].unknown_headers) == (
        "public_documents",
        ("grant",),
        ("某列",),
    )


def test_named_source__without_its_columns_is_held(intake: Intake) -> None:
    reason = intake.held(feed(), sidecar="source: cnipa_gazette").reason
    assert "缺少必需的列:公开(公告)号 publication_number" in reason
    assert "没有定义" in intake.held(feed(), sidecar="source: nobody").reason


def test_current_owner__never_stands_in_for_the_applicant(intake: Intake) -> None:
    header = tuple(text.replace("[标]原始申请(专利权)人", "第一申请人") for text in PATSNAP)
    said = "source: general\nbasis: public_documents\nevents: [grant]\ncolumns: {第一申请人: applicants}"
    plan = intake.plan(csv_text([header]), "导出.csv", said)
    assert plan.sheets[0].columns["applicants"] == 2
    assert plan.sheets[0].columns["current_assignee"] == 3


def test_header__is_found_below_a_group_row_and_normalised(intake: Intake) -> None:
    rows = [
        ["专利申请"],
        ["基本信息", "", "申请人信息"],
        ["<申请号>", "受理\n日", "申请（专利权）人", "【标】地 址"],
        ["201310017035.1", "2013-01-05", "张三", "浙江省平湖市新仓镇"],
    ]
    content = workbook(lambda book: sheet(book, rows))
    read = intake.rows(content, "受理_201301.xlsx")
    assert read.select("row_number", "acceptance_date", "applicants", "address").row(0) == (
        4,
        "2013-01-05",
        "张三",
        "浙江省平湖市新仓镇",
    )


def test_header__marked_and_with_hints(intake: Intake) -> None:
    header = ["序号", "*申请号", "申请日(yyyy-mm-dd)", "受理时间(年月日)", *HEADER[4:6], "★申请人(必填)", "申请人详细地址"]
    plan = intake.plan(csv_text([header, record(1)]))
    assert plan.sheets[0].unknown_headers == ()
    assert [plan.sheets[0].columns[field] for field in ("acceptance_date", "applicants", "address")] == [3, 6, 7]


def test_grant__is_its_owners_not_the_applicants(intake: Intake) -> None:
    both = ("专利号", "授权公告日", "申请人", "第一申请人", "申请人地址", "专利权人", "专利权人地址")
    columns = intake.plan(csv_text([both]), "授权_201301.csv").sheets[0].columns
    assert (columns["applicants"], columns["address"], "first_applicant" in columns) == (5, 6, False)
    columns = intake.plan(csv_text([both[:5]]), "授权_201301.csv").sheets[0].columns
    assert (columns["applicants"], columns["address"]) == (2, 4)


def test_synonyms__preference_where_two_columns_mean_the_same(intake: Intake) -> None:
    header = ("公开日期", "公开(公告)日", *INCOPAT[:5])
    columns = intake.plan(csv_text([header]), "导出.csv").sheets[0].columns
    assert columns["publication_date"] == 1


@pytest.mark.parametrize("mark", ["[标]", "【标】"])
@pytest.mark.parametrize("is_marked_first", [True, False])
def test_original_name__comes_before_the_vendors_standardised_one(
    intake: Intake, mark: str, is_marked_first: bool
) -> None:
    names = ["原始申请(专利权)人", f"{mark}原始申请(专利权)人"]
    header = ("公开(公告)号", *(reversed(names) if is_marked_first else names), "申请号", "受理局", "简单法律状态")
    assert intake.plan(csv_text([header]), "导出.csv").sheets[0].columns["applicants"] == 1 + is_marked_first
    only_marked = tuple(text for text in header if text != names[0])
    assert intake.plan(csv_text([only_marked]), "导出.csv").sheets[0].columns["applicants"] == 1


def test_day_of_first_publication__is_no_other_word_for_that_of_the_document(intake: Intake) -> None:
    columns = intake.plan(csv_text([("首次公开日", "公开(公告)日", *INCOPAT[:5])]), "导出.csv").sheets[0].columns
    assert (columns["first_publication_date"], columns["publication_date"]) == (0, 1)


def test_sidecar_columns__by_header_win_and_unknown_ones_are_held(intake: Intake) -> None:
    text = csv_text([[*HEADER, "实际地址"], [*record(1), "浙江省平湖市广陈镇"]])
    said = "columns: {实际地址: address, 地址: ignored}"
    assert intake.rows(text, sidecar=said)["address"].to_list() == ["浙江省平湖市广陈镇"]
    held = intake.held(text, sidecar="columns: {无此列: address}")
    assert "“无此列”不是这个文件的表头" in held.reason
    assert "实际地址" in held.reason


def test_relation__comes_from_the_sidecar(intake: Intake) -> None:
    assert intake.plan(feed(), sidecar="relation: replaces").relation == "replaces"
    assert intake.plan(feed()).relation is None
