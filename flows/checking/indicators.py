"""Indicators' files compared with one another and with the pages and statements that they name."""

from collections.abc import Collection

import duckdb

from flows.home import CHECKOUT
from flows.query.indicators import TRACES
from transforms.out import Indicator

# What every statement of a trace is given beside what the indicator says.
_GIVEN = {"month", "unit"}


def verify_indicators(found: Collection[Indicator]) -> None:
    """Raise DataError (file, line) for a header copied and left as it was, and for a page or statement that is not there."""
    _verify_names(found)
    _verify_claims(found)
    for one in found:
        if not (CHECKOUT / one.page).is_file():
            raise one.said["page"].error(f"没有 {one.page} 这一页;可写计数规则相同的指标的一页,或先写好这一页")
        _verify_trace(one)


def _verify_names(found: Collection[Indicator]) -> None:
    named = {one.indicator: one for one in found}
    for one in found:
        for key, words in (("label_zh", (one.label_zh,)), ("aliases", one.aliases)):
            for word in words:
                if (other := named.setdefault(word, one)) is not one:
                    raise one.said[key].error(f"“{word}”已是 {other.indicator}.sql 的名称,每个指标应另有名称")


def _verify_claims(found: Collection[Indicator]) -> None:
    """Published statistics give one total of each kind and one share: two indicators cannot both be that figure."""
    claimed: dict[tuple[str, str], Indicator] = {}
    for one in found:
        if one.official_measure is None:
            continue
        if (other := claimed.setdefault((one.measure, one.official_measure), one)) is not one:
            raise one.said["official_measure"].error(
                f"{other.indicator}.sql 也写了 official_measure: {one.official_measure},一个上级公布数只能归一个指标;"
                "两个文件中,上级没有公布其数的那一个应写 official_measure: null"
            )


def _verify_trace(indicator: Indicator) -> None:
    """Each statement that a trace names is there and asks for just what the trace says."""
    if indicator.trace is None:
        return
    said = indicator.said["trace"]
    given = indicator.trace.keys() - {"rows", "counted"}
    for key in indicator.trace.keys() & {"rows", "counted"}:
        file = TRACES / f"{indicator.trace[key]}.sql"
        if not file.is_file():
            there_are = "、".join(sorted(path.stem for path in TRACES.glob("*.sql")))
            raise said.error(f"trace 的 {key} 应为 flows/query/traces 中一个文件的名称:{there_are}")
        (statement,) = duckdb.extract_statements(file.read_text(encoding="utf-8"))
        if (asked := statement.named_parameters - _GIVEN) != given:
            raise said.error(f"trace 除 rows、counted 外应恰写 {file.name} 所问的:{'、'.join(sorted(asked)) or '无'}")
