"""`ipstats status`: where things stand, without waiting for a running job."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.commands.printing import scorecard_lines, usage
from flows.home import Home, resolve_home
from flows.months import last_complete_month, today
from flows.notice import notice_of
from flows.publishing.freeze import DATABASE
from flows.publishing.repair import complete_releases, latest
from flows.store.warehouse import attach_read_only, connect

_DELIVERIES = (Path(__file__).parent / "status.sql").read_text(encoding="utf-8")


@usage
def status(*, home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None) -> int:
    """现状:最近发布版及其目标完成情况、待确认文件及处理办法、数据新旧、发布版占用空间。"""
    place = resolve_home(home)
    release = latest(complete_releases(place.published))
    if release is None:
        sys.stdout.write(f"{place.root}:还没有发布过。把文件放入 {place.inbox} 后运行 ipstats run。\n")
        return 0
    folder = place.published / "releases" / release.release_id
    notice = notice_of(place)
    lines = [notice] if notice else []
    lines += [f"最近发布版 {release.release_id},数据截至 {release.as_of},发布于 {release.published_at}"]
    lines += [f"  {line}" for line in scorecard_lines(folder, release.month)]
    due = last_complete_month(today())
    lines.append(f"上一个整月 {due}:" + ("已发布" if release.month >= due else "尚未发布(ipstats run)"))
    lines += _received(place, folder)
    lines.append(f"发布版占用空间 {_megabytes(place.published / 'releases'):.1f} MB")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _received(place: Home, folder: Path) -> list[str]:
    with connect(place.published) as connection:
        attach_read_only(connection, folder / DATABASE, "released")
        connection.execute("USE released")
        rows = connection.execute(_DELIVERIES).fetchall()
    held = [f"  【待确认文件】{name}:{reason}处理办法:{remedy}" for kind, name, reason, remedy in rows if kind == "held"]
    feeds = [f"  {name}:最新一期 {reason},收到于 {remedy}" for kind, name, reason, remedy in rows if kind == "feed"]
    return ["按月下发的数据:", *(feeds or ["  没有收到过"]), f"待确认文件 {len(held)} 个", *held]


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
