"""What the checks compare a candidate with, put into its schema `inputs`: it goes when the candidate is closed."""

from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from flows.candidate.build import open_candidate
from flows.home import Home, data_folder
from flows.publishing.freeze import DATABASE, read_manifest
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases
from flows.reference import Reference, code_version
from flows.store.warehouse import attach_read_only

_FOLDER = Path(__file__).parent


def provide_facts(home: Home, file: Path, month: str, as_of: date, reference: Reference) -> None:
    """Bounds, look-alike places, what the store and the releases so far say; nothing in schema `main` is touched."""
    releases = complete_releases(home.published)
    with open_candidate(home, file) as connection:
        write_facts(connection, month, as_of, reference, releases)
        if releases:
            _compare_with(connection, home, max(releases, key=lambda one: (one.as_of, one.published_at)), reference)
        connection.execute("CHECKPOINT candidate")


def write_facts(
    connection: duckdb.DuckDBPyConnection, month: str, as_of: date, reference: Reference, releases: list[Release]
) -> None:
    """The same in the connection's current database, without what the releases so far published."""
    connection.execute("SET VARIABLE as_of = ?::DATE", [as_of])
    connection.execute("SET VARIABLE month = ?", [month])
    _register(connection, reference, releases)
    connection.execute(_sql("facts"))


def _register(connection: duckdb.DuckDBPyConnection, reference: Reference, releases: list[Release]) -> None:
    bounds = [(bound.name, float(bound.value)) for bound in reference.bounds.values()]
    connection.register("bound_rows", pl.DataFrame(bounds, schema={"name": pl.String, "value": pl.Float64}, orient="row"))
    known = [(release.month, release.as_of) for release in releases]
    connection.register(
        "earlier_releases", pl.DataFrame(known, schema={"month": pl.String, "as_of": pl.Date}, orient="row")
    )
    connection.register("location_rules", reference.gazetteer.rules.select("rule", "in_territory", "label_zh"))
    setting_aside = [rule.rule for rule in reference.rules if rule.severity == "set_aside"]
    connection.register("set_aside_rules", pl.DataFrame({"rule": setting_aside}, schema={"rule": pl.String}))
    territory = reference.gazetteer.territory
    connection.execute("SET VARIABLE home_word = ?", [f"{territory.short_name}市"])
    connection.execute("SET VARIABLE lookalikes = ?", [str(data_folder() / "reference" / "lookalike_places.csv")])


def _compare_with(
    connection: duckdb.DuckDBPyConnection, home: Home, release: Release, reference: Reference
) -> None:
    """What the release known last counted; where a count is lower now, which events are gone and why."""
    folder = home.published / "releases" / release.release_id
    manifest = read_manifest(folder)
    is_changed = manifest.get("reference_data") != reference.file_hashes or manifest.get("code") != code_version(reference)
    connection.execute("SET VARIABLE reference_changed = ?", [is_changed])
    connection.execute("SET VARIABLE known_last_as_of = ?::DATE", [release.as_of])
    attach_read_only(connection, folder / DATABASE, "known_last")
    connection.execute(_sql("published_counts"))
    if connection.execute("SELECT 1 FROM inputs.fallen_counts LIMIT 1").fetchone():
        connection.execute(_sql("gone_events"))
    connection.execute("DETACH known_last")


def _sql(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
