"""十二、统计说明: how it was counted, and by what day."""

from transforms.bulletin.figures import Figures
from transforms.bulletin.model import Paragraph, Section
from transforms.bulletin.scores import Scores
from transforms.bulletin.source import Source
from transforms.bulletin.status import OBS_STATUS, basis_text
from transforms.bulletin.wording import day_text
from transforms.out.series import counting_rules

_COUNTED = ("applications", "grants")


def method_section(source: Source, figures: Figures, scores: Scores) -> Section:
    """Counting rules, bases, pace, forecast, rounding and the day up to which files are known."""
    given = source.given
    sentences = (
        f"数据截至:{day_text(given.as_of)}已入库的文件;其后到达的计入以后的发布版。发布版{given.release_id}{_state(scores)}。",
        f"数据来源口径:专利申请按{_basis(figures, 'applications')},专利授权按{_basis(figures, 'grants')};"
        "不同口径不相加,没有收到明细的月份记“数据未到”,不等于零。",
        f"计数规则:按件计,一件申请计一次,归第一申请人及其地址所在镇(街道);申请计入受理日所在月份,"
        f"授权计入授权公告日所在月份{_rules(scores)}。地址未写明镇(街道)的列入未归属。",
        "同比:与上年同期按现在所知的数比较,口径、规则、地域相同;基数为零或没有的记“—”,"
        "基数不足10件的列增减件数;占比之差用个百分点。",
        "进度:序时进度为已过月数除以十二;近年同期平均进度为以往完整年份同期累计占全年比重的平均,"
        "完成率不低于近年同期平均进度(历史不足两年时为序时进度)为进度正常。",
        "全年预计:本年累计除以近年同期平均进度,括注的约80%区间由以往各年的波动推算;"
        "历史年份不足时不作预计。占比保留两位小数,四舍五入会达到目标线时按实际一侧取。",
    )
    return Section("method", "统计说明", tuple(Paragraph(sentence) for sentence in sentences))


def _state(scores: Scores) -> str:
    states = list(dict.fromkeys(OBS_STATUS[score.obs_status] for score in scores.city))
    return f",数据状态:{'、'.join(states)}" if states else ""


def _basis(figures: Figures, measure: str) -> str:
    bases = [
        figure.basis
        for (one, year_offset, _), figure in figures.months.items()
        if one == measure and year_offset == 0 and figure.basis
    ]
    return "和".join(basis_text(basis) for basis in dict.fromkeys(bases)) or "—(数据未到)"


def _rules(scores: Scores) -> str:
    used = {score.counting_rule for score in scores.city}
    named = [rule.label_zh for rule in counting_rules() if rule.series in _COUNTED and rule.rule in used]
    return f";规则为{'、'.join(named)}" if named else ""
