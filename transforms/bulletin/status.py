"""Verdicts and states of data in the words of officers (DECISIONS 18)."""

from transforms.bulletin.model import Tone

STATUS: dict[str, tuple[str, Tone]] = {
    "met": ("已达标", "good"),
    "on_pace": ("进度正常", "good"),
    "behind": ("进度落后", "warning"),
    "below": ("低于目标", "bad"),
    "missed": ("未达标", "bad"),
    "no_data": ("暂不判断", "warning"),
}
OBS_STATUS: dict[str, str] = {
    "provisional": "初步数",
    "revised": "修订数",
    "final": "终审数",
    "missing": "数据未到",
    "truncated": "部分月份数据未到",
}
BASIS: dict[str, str] = {
    "receipt_records": "受理授权明细",
    "public_documents": "公开文献",
    "official_aggregate": "上级公布数",
    "department_report": "部门报送",
}


def basis_text(basis: str | None) -> str:
    """One basis or several joined by +, in words."""
    return "、".join(BASIS[one] for one in basis.split("+")) if basis else "—"
