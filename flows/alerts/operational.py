"""Messages that belong to no release: held files, refused releases, failed runs. Nothing from a row is in them.

What a held file or a refusal says for the people of the section may quote headers, names and numbers from a file. A
channel may lead outside, so only what stands before anything quoted goes there; the rest is in `ipstats status`.
"""

import hashlib
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import duckdb

from flows.admission import Outcome
from flows.alerts.raising import territory_name
from flows.alerts.receipts import Message, open_receipts
from flows.home import Home, data_folder
from flows.notice import notice_of
from flows.publishing.repair import complete_releases, latest
from flows.reference import load_reference
from transforms.alerts.outward import shown_file_name, shown_sentence
from transforms.alerts.raising import INDICATOR
from transforms.alerts.share import Share
from transforms.alerts.stale import last_known, month_text
from transforms.errors import DataError, Refused

_LAST_KNOWN = (Path(__file__).parent / "last_known.sql").read_text(encoding="utf-8")


def note_held(home: Home, month: str, held: Iterable[tuple[str, str, str]]) -> None:
    """Note 【待确认文件】 for each (file name, reason, remedy); the same file and reason are told once."""
    for file_name, reason, remedy in held:
        said = f"{shown_file_name(file_name, _places())}未能入库:{shown_sentence(reason)}。"
        more = f"处理办法:{shown_sentence(remedy)}(全文见 ipstats status)。其余文件不受影响。"
        _note(home, month, "held", f"{file_name}\n{reason}", f"【待确认文件】{said}", said + more)


def note_held_outcomes(home: Home, month: str, outcomes: Iterable[Outcome]) -> None:
    """Note the files of a run that are held."""
    held = [outcome for outcome in outcomes if outcome.state == "held"]
    said = [outcome.message.removeprefix(f"{outcome.file_name}未能入库:").partition("处理办法:") for outcome in held]
    note_held(home, month, [(outcome.file_name, reason, remedy) for outcome, (reason, _, remedy) in zip(held, said, strict=True)])


def note_refused(home: Home, month: str, error: Refused) -> None:
    """Note 【发布中止】: which checks failed (attribute `labels` of the error) or which reference file is wrong."""
    labels = getattr(error, "labels", ())
    if labels:
        why = f"数据核验未通过:{'、'.join(labels)}"
    elif isinstance(error, DataError):
        why = f"文件 {shown_file_name(error.file, _places())} 第{error.line}行有误"
    else:
        why = f"未能发布:{shown_sentence(str(error)) or '原因见运行窗口'}"
    standing = latest(complete_releases(home.published))
    release = f"现行发布版仍为{standing.release_id}。" if standing else "还没有发布过。"
    said = f"{_territory()}{month_text(month)}{why}。"
    _note(home, month, "refused", str(error), f"【发布中止】{said}", f"{said}{release}{_last_known(home)}")


def note_failed(home: Home, month: str, error: Exception) -> None:
    """Note 【运行失败】: the kind of error only; what it says may hold paths and values."""
    said = f"{_territory()}{month_text(month)}月度统计运行失败({type(error).__name__})。"
    more = "已发布的各版不受影响;原因见运行窗口或 Prefect 的运行记录,处理后请再次运行。"
    _note(home, month, "failed", f"{type(error).__name__}\n{error}", f"【运行失败】{said}", said + more)


def _note(home: Home, month: str, state: str, what: str, title: str, message: str) -> None:
    digest = hashlib.sha256(what.encode()).hexdigest()[:12]
    notice = notice_of(home)
    marked = (f"{title}({notice})", f"{message}{notice}。") if notice else (title, message)
    alert_id = f"{state}-{digest}" if state == "held" else f"{state}-{month}-{digest}"
    with open_receipts(home) as receipts:
        receipts.add(Message(alert_id, month, state, *marked))


def _last_known(home: Home) -> str:
    """While nothing new is published, the last known state is repeated (DECISIONS 21)."""
    release = latest(complete_releases(home.published))
    if release is None:
        return ""
    file = home.published / "releases" / release.release_id / "tables" / "scorecard.parquet"
    with duckdb.connect() as connection:
        row = connection.execute(_LAST_KNOWN, {"file": str(file), "target_id": INDICATOR}).fetchone()
    if row is None:
        return ""
    bound = Fraction(row[3]).limit_denominator(10**6)
    return last_known(Share(row[0], row[1], row[2], (bound.numerator, bound.denominator)))


def _places() -> tuple[str, ...]:
    """Full and short name of the territory; none where the reference data themselves are what is wrong."""
    try:
        territory = load_reference(data_folder()).gazetteer.territory
    except Refused:
        return ()
    return territory_name(territory.county_code), territory.short_name


def _territory() -> str:
    return next(iter(_places()), "")
