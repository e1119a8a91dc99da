"""Canonical raw fields: what a column of a delivery may be called once its header is understood."""

RECORD_FIELDS: tuple[str, ...] = (
    "application_number", "filing_date", "acceptance_date", "publication_number", "publication_date",
    "first_publication_date", "grant_number", "grant_date", "title", "patent_type", "kind_code", "applicants", "first_applicant",
    "address", "postcode", "province", "city", "county", "uscc", "ipc_main", "ipc_all", "locarno",
    "jurisdiction",
)

ENTERPRISE_FIELDS: tuple[str, ...] = (
    "name", "uscc", "unit", "level", "event", "document_number", "document_date", "notice_date", "scheme",
    "former_name", "list_year",
)

DEDUCTION_FIELDS: tuple[str, ...] = ("application_number", "deduction_reason", "deduction_date")

# Understood, therefore never reported as unknown, but never handed on: a current owner, a serial number or
# an inventor says nothing about the event a row reports.
UNUSED_FIELDS: tuple[str, ...] = (
    "serial_number", "applicant_type", "standard_applicant", "current_assignee", "current_owner_address",
    "current_owner_region", "registered_address", "applicant_country", "organisation_code", "filing_year",
    "certificate_number", "case_number", "cpc", "national_economy_class", "inventors", "agency", "agent",
    "legal_status", "legal_status_date", "priority", "pct", "divisional", "double_filing", "pledge",
    "transfer", "abstract", "url", "image", "citations", "family", "score", "claims", "remark", "contact",
    "ignored",
)

FIELDS_OF_TABLE: dict[str, tuple[str, ...]] = {
    "records": RECORD_FIELDS, "enterprises": ENTERPRISE_FIELDS, "deductions": DEDUCTION_FIELDS,
}
# Published tables have the columns of their layouts instead.
TABLES: tuple[str, ...] = (*FIELDS_OF_TABLE, "official_totals")
ALL_FIELDS: frozenset[str] = frozenset(RECORD_FIELDS + ENTERPRISE_FIELDS + DEDUCTION_FIELDS + UNUSED_FIELDS)

NUMBER_FIELDS: tuple[str, ...] = ("application_number", "publication_number", "grant_number")

BASES: tuple[str, ...] = ("receipt_records", "public_documents", "official_aggregate", "department_report")
EVENTS: tuple[str, ...] = ("application", "publication", "grant")
COVERAGES: tuple[str, ...] = ("increment", "month", "full_list")
RELATIONS: tuple[str, ...] = ("replaces", "adds")

FIELD_LABELS_ZH: dict[str, str] = {
    "application_number": "申请号", "filing_date": "申请日", "acceptance_date": "受理日",
    "publication_number": "公开(公告)号", "publication_date": "公开(公告)日",
    "first_publication_date": "首次公开日", "grant_number": "授权公告号",
    "grant_date": "授权公告日", "title": "名称", "patent_type": "专利类型", "kind_code": "文献种类代码",
    "applicants": "申请人", "first_applicant": "第一申请人", "address": "地址", "postcode": "邮编",
    "province": "省", "city": "市", "county": "县(区)", "uscc": "统一社会信用代码",
    "ipc_main": "主分类号", "ipc_all": "分类号", "locarno": "洛迦诺分类号", "jurisdiction": "受理局",
    "name": "企业名称", "unit": "所在镇街道", "level": "级别", "event": "事项", "document_number": "文号",
    "document_date": "发文日期", "notice_date": "公示日期", "scheme": "类别", "former_name": "原名称",
    "list_year": "年度", "inventors": "发明人", "deduction_reason": "扣减原因", "deduction_date": "通知日期",
}


def field_label(field: str) -> str:
    """Return the Chinese label of a field followed by its name, as officers see it in messages."""
    label = FIELD_LABELS_ZH.get(field, "")
    return f"{label} {field}".strip()
