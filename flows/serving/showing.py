"""What operators see of a release on Prefect's page: the scorecard, a short bulletin, an event when the share turns."""

from pathlib import Path
from typing import Any

import duckdb
from prefect import task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.events import emit_event

from flows.bulletins import given_for
from flows.commands.printing import scorecard_lines
from flows.home import Home, data_folder
from flows.publishing.freeze import DATABASE
from flows.reference import load_reference
from flows.release import Published
from flows.store.warehouse import open_read_only
from transforms.bulletin.content import headline_of
from transforms.bulletin.words import add_words

BELOW, RECOVERED = "ipstats.invention-share.below", "ipstats.invention-share.recovered"


@task(name="show", task_run_name="{month} 展示")
def show_release(root: Path, published: Published, month: str, *, with_event: bool) -> None:
    """Artifacts `scorecard` and `bulletin`, each release a version of them, and the event that is due if it is wanted."""
    release = published.release
    heading = f"{release.release_id},数据截至 {release.as_of}"
    with open_read_only(published.folder, published.folder / DATABASE) as connection:
        add_words(connection)
        scorecard, turns = _rows(connection, "scorecard_table", month), _rows(connection, "share_turn", month)
        headline = headline_of(connection, given_for(Home(root), release, load_reference(data_folder())))
    create_table_artifact(table=scorecard, key="scorecard", description=f"目标完成情况 {heading}")
    lines = [f"* {line}" for line in scorecard_lines(published.folder, month)]
    text = "\n".join([f"# {month} 专利统计", "", heading, "", headline, "", *lines, "", f"文件夹:`{published.folder}`"])
    create_markdown_artifact(markdown=text, key="bulletin", description=heading)
    for turn in turns if with_event else []:
        _emit(turn, month, release.release_id)


def _emit(turn: dict[str, Any], month: str, release_id: str) -> None:
    """Below: at every release that says so. Recovered: at the first month that is no longer below."""
    emit_event(
        event=BELOW if turn["is_below"] else RECOVERED,
        resource={
            "prefect.resource.id": f"ipstats.invention-share.{turn['unit_code']}",
            "prefect.resource.name": "发明专利申请占比",
        },
        payload={
            "month": month,
            "release_id": release_id,
            "numerator": turn["numerator"],
            "denominator": turn["denominator"],
        },
    )


def _rows(connection: duckdb.DuckDBPyConnection, query: str, month: str) -> list[dict[str, Any]]:
    sql = (Path(__file__).parent / f"{query}.sql").read_text(encoding="utf-8")
    result = connection.execute(sql, {"month": month})
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
