"""`ipstats status`: where things stand, on one screen, without waiting for a running job."""

import sys
from collections import defaultdict
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.alerts.channels import channel_warning
from flows.alerts.waiting import undelivered
from flows.commands.printing import scorecard_lines, usage
from flows.home import Home, data_folder, existing_home
from flows.inbox_files import inbox_files, is_sidecar_name, name_of
from flows.lock import note_of_holder
from flows.months import last_complete_month, today
from flows.notice import notice_of
from flows.publishing.freeze import DATABASE
from flows.publishing.missing import missing_releases, missing_sentence
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases, latest
from flows.serving.outlook import is_overdue, outlook
from flows.store.warehouse import open_read_only
from transforms.strict_yaml import read_yaml

_KNOWN = (Path(__file__).parent / "status.sql").read_text(encoding="utf-8")
_MOST = 5
Rows = dict[str, list[tuple[str, str, str]]]


@usage
def status(*, home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None) -> int:
    """现状一览:本期是否完成、缺什么、哪些文件待确认及怎样处理、下次何时运行、哪些通知没有送达。"""
    place = existing_home(home)
    release = latest(complete_releases(place.published))
    rows = _rows(place, release)
    lines = [notice] if (notice := notice_of(place)) else []
    if missing := missing_releases(place.published):
        lines.append(_red(missing_sentence(place.published, missing)))
    lines += _release(place, release) + _period(place, release, rows)
    lines += _held(_still_there(place, rows["held"])) + (_checked(rows["checked"]) if release else [])
    lines += _next_run(place) + _messages(place)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _release(place: Home, release: Release | None) -> list[str]:
    if release is None:
        return [f"还没有发布过。把文件放入 {place.inbox} 后运行 ipstats run。"]
    folder = place.published / "releases" / release.release_id
    size = sum(file.stat().st_size for file in (place.published / "releases").rglob("*") if file.is_file()) / 1e6
    heading = f"最近发布版 {release.release_id},数据截至 {release.as_of},发布于 {release.published_at}"
    return [f"{heading};各版共占 {size:.1f} MB", *(f"  {line}" for line in scorecard_lines(folder, release.month))]


def _period(place: Home, release: Release | None, rows: Rows) -> list[str]:
    """Whether the last complete month is done, and what is missing for it."""
    due = last_complete_month(today())
    is_done = release is not None and release.month >= due
    missing = [f"{_label(source)}(最新一期 {month})" for source, month, _ in rows["feed"] if month < due]
    state = "已发布" if is_done else _red("尚未发布,已到期") if is_overdue(due) else "尚未发布,还没有到期"
    lines = [f"本期 {due}:{state}"]
    lines += [f"  数据未到:{'、'.join(missing)}"] if missing else []
    known = {name for name, _, _ in rows["file"]}
    if new := [name for name in _inbox_names(place) if name not in known]:
        lines.append(f"  收件文件夹里有 {len(new)} 个文件还没有读入:{_some(new)}(ipstats run)")
    if holder := note_of_holder(place.lock_file):
        lines.append(f"  有任务正在运行({holder})")
    return lines


def _still_there(place: Home, held: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Without what was taken out of the inbox since the release: that is withdrawn. A zip stands for its members."""
    names = set(_inbox_names(place))
    return [row for row in held if row[0].split("/")[0] in names] if place.inbox.is_dir() else held


def _held(rows: list[tuple[str, str, str]]) -> list[str]:
    lines = [f"待确认文件 {len(rows)} 个"]
    for name, reason, remedy in rows[:_MOST]:
        handling = remedy.replace("\n", "\n      ")
        lines += [f"  【待确认文件】{name}:{reason.split('。')[0]}。", f"    处理办法:{handling}"]
    return lines + (
        [f"  其余 {len(rows) - _MOST} 个:ipstats query --name held_deliveries"] if len(rows) > _MOST else []
    )


def _checked(rows: list[tuple[str, str, str]]) -> list[str]:
    warned = [message for name, message, _ in rows if name == "warned"]
    if not rows:
        return ["核验:这一版没有核验记录"]
    more = [f"  其余 {len(warned) - _MOST} 项:ipstats query --name checks_not_passed"] if len(warned) > _MOST else []
    return [
        f"核验:通过 {len(rows) - len(warned)} 项,提示 {len(warned)} 项",
        *(f"  {one}" for one in warned[:_MOST]),
        *more,
    ]


def _next_run(place: Home) -> list[str]:
    view = outlook(place)
    return [f"下次运行:{view.sentence if view.is_certain else _red(view.sentence)}"]


def _messages(place: Home) -> list[str]:
    waiting = undelivered(place)
    lines = [f"通知:{len(waiting)} 条没有送达" if waiting else "通知:没有待送的"]
    lines += [f"  {message.title} → {channel or '无'}:{state}" for message, channel, state in waiting[:_MOST]]
    warning = channel_warning(place)
    return [*lines, *([_red(f"  {warning}")] if warning else [])]


def _rows(place: Home, release: Release | None) -> Rows:
    found: Rows = defaultdict(list)
    if release is not None:
        file = place.published / "releases" / release.release_id / DATABASE
        with open_read_only(place.published, file) as connection:
            for kind, *row in connection.execute(_KNOWN).fetchall():
                found[kind].append((row[0], row[1], row[2]))
    return found


def _inbox_names(place: Home) -> list[str]:
    files = inbox_files(place) if place.inbox.is_dir() else []
    return sorted(name_of(one) for one in files if not is_sidecar_name(one.name))


def _label(source: str) -> str:
    """The source's Chinese name, as its profile says it."""
    file = data_folder() / "sources" / f"{source}.yml"
    return read_yaml(file.read_text(encoding="utf-8"), file.name).entries()["label_zh"].text() if file.exists() else source


def _some(names: list[str]) -> str:
    return "、".join(names[:_MOST]) + (" 等" if len(names) > _MOST else "")


def _red(text: str) -> str:
    return f"\033[31m{text}\033[0m" if sys.stdout.isatty() else text
