"""Release folders: whole, frozen, found again, and never in the way of a reader."""

import errno
import hashlib
import json
import stat
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from flows.publishing.freeze import read_manifest, set_current, write_release
from flows.publishing.release import Release, next_revision
from flows.publishing.repair import complete_releases, damaged_releases, latest, repair
from transforms.errors import Refused

from .small_release import TABLES, applications_in, contracts_of, make_candidate, publish, release


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return tmp_path / "published"


def test_release_folder_is_whole_and_frozen(published: Path, tmp_path: Path) -> None:
    page = tmp_path / "bulletin.html"
    page.write_text("简报", encoding="utf-8")
    candidate = make_candidate(tmp_path / "candidate.duckdb", 5)
    folder = write_release(
        published, candidate, release("2013-01", 1), {"deliveries": {"ab12": "a.csv"}}, contracts_of(*TABLES), lambda: [page]
    )
    assert folder == published / "releases" / "2013-01.1"
    assert not candidate.exists()
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "patents.duckdb", "datapackage.json", "manifest.json", "bulletin.html",
        "tables/monthly_counts.csv", "tables/monthly_counts.parquet", "tables/releases.csv", "tables/releases.parquet",
    }  # fmt: skip
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in names} == {0o444}
    manifest = read_manifest(folder)
    assert manifest["release"] == {
        "release_id": "2013-01.1", "month": "2013-01", "revision": 1, "as_of": "2013-02-15",
        "published_at": "2013-02-15 09:30:00",
    }  # fmt: skip
    assert manifest["rows"] == {"monthly_counts": 1, "releases": 0}
    assert manifest["deliveries"] == {"ab12": "a.csv"}
    assert manifest["files"].keys() == names - {"manifest.json"}
    for name, entry in manifest["files"].items():
        content = (folder / name).read_bytes()
        assert entry == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_release_that_exists_is_refused(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1, applications=5)
    candidate = make_candidate(tmp_path / "candidate.duckdb", 6)
    with pytest.raises(Refused, match=r"2013-01\.1 已经存在"):
        write_release(published, candidate, release("2013-01", 1), {}, contracts_of(*TABLES))
    assert candidate.exists()
    assert applications_in(published / "patents.duckdb") == 5


def test_candidate_with_a_write_ahead_log_is_refused(published: Path, tmp_path: Path) -> None:
    candidate = make_candidate(tmp_path / "candidate.duckdb", 5)
    (tmp_path / "candidate.duckdb.wal").write_bytes(b"x")
    with pytest.raises(Refused, match="没有正常关闭"):
        write_release(published, candidate, release("2013-01", 1), {}, contracts_of(*TABLES))
    assert not (published / "releases").exists()


def test_manifest_parts_cannot_be_forged(published: Path, tmp_path: Path) -> None:
    candidate = make_candidate(tmp_path / "candidate.duckdb", 5)
    with pytest.raises(ValueError, match="files"):
        write_release(published, candidate, release("2013-01", 1), {"files": {}}, contracts_of(*TABLES))
    assert repair(published) == []


def test_current_is_a_hard_link_without_wal(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1)
    current = published / "patents.duckdb"
    assert current.samefile(published / "releases/2013-01.1/patents.duckdb")
    assert applications_in(current) == 5
    assert sorted(path.name for path in published.iterdir()) == ["patents.duckdb", "releases"]


def test_making_the_same_release_current_twice_leaves_nothing_behind(published: Path, tmp_path: Path) -> None:
    made = publish(published, tmp_path, "2013-01", 1)
    set_current(published, made)
    assert sorted(path.name for path in published.iterdir()) == ["patents.duckdb", "releases"]


def no_hard_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no hard links here")


def test_current_is_a_copy_where_there_are_no_hard_links(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", no_hard_links)
    publish(published, tmp_path, "2013-01", 1, applications=5)
    current = published / "patents.duckdb"
    before = current.stat()
    assert stat.S_IMODE(before.st_mode) == 0o444 and before.st_nlink == 1
    repair(published)
    assert current.stat().st_ino == before.st_ino, "an equal copy is not made again"
    publish(published, tmp_path, "2013-01", 2, applications=6)
    assert applications_in(current) == 6


def test_candidate_on_another_file_system_is_copied(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    candidate = make_candidate(tmp_path / "candidate.duckdb", 5)
    rename = Path.rename

    def crossing(path: Path, target: Path) -> Path:
        if path == candidate:
            raise OSError(errno.EXDEV, "other file system")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", crossing)
    write_release(published, candidate, release("2013-01", 1), {}, contracts_of(*TABLES))
    assert not candidate.exists()
    assert applications_in(published / "releases/2013-01.1/patents.duckdb") == 5


def test_next_revision(published: Path, tmp_path: Path) -> None:
    assert next_revision(published, "2013-01") == 1
    for name in ("2013-01.9", "2013-01.10", "2013-02.11", "2013-01.x", ".new-2013-01.12"):
        (published / "releases" / name).mkdir(parents=True)
    assert next_revision(published, "2013-01") == 11


def test_release_id_must_fit_month_and_revision() -> None:
    with pytest.raises(Refused, match="不符"):
        Release("2013-01.2", "2013-01", 1, date(2013, 2, 15), datetime(2013, 2, 15))
    with pytest.raises(Refused, match="不符"):
        Release("2013-13.1", "2013-13", 1, date(2013, 2, 15), datetime(2013, 2, 15))


def test_current_is_the_latest_month_then_revision(published: Path, tmp_path: Path) -> None:
    for month, revision, number in (("2013-10", 1, 10), ("2013-09", 12, 9), ("2013-10", 10, 110), ("2013-10", 9, 109)):
        publish(published, tmp_path, month, revision, number)
    releases = repair(published)
    assert [one.release_id for one in releases] == ["2013-09.12", "2013-10.1", "2013-10.9", "2013-10.10"]
    assert latest(releases) == releases[-1] == release("2013-10", 10)
    assert applications_in(published / "patents.duckdb") == 110


def test_repair_of_nothing(published: Path) -> None:
    assert repair(published) == []
    assert latest([]) is None
    assert damaged_releases(published) == []


def test_repair_restores_a_lost_or_foreign_current_file(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1, applications=5)
    current = published / "patents.duckdb"
    current.unlink()
    repair(published)
    assert applications_in(current) == 5
    current.unlink()
    make_candidate(current, 77)
    repair(published)
    assert applications_in(current) == 5


@pytest.mark.parametrize("name", ["patents.duckdb", "tables/releases.csv", "manifest.json"])
@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_damaged_release_is_named_and_never_current(published: Path, tmp_path: Path, name: str, harm: str) -> None:
    publish(published, tmp_path, "2013-01", 1, applications=5)
    made = publish(published, tmp_path, "2013-02", 1, applications=6)
    file = published / "releases" / made.release_id / name
    content = file.read_bytes()
    file.unlink()
    if harm == "cut":
        file.write_bytes(content[:-10])
    assert [one.release_id for one in repair(published)] == ["2013-01.1"]
    assert damaged_releases(published) == ["2013-02.1"]
    assert applications_in(published / "patents.duckdb") == 5
    assert next_revision(published, "2013-02") == 2
    assert (published / "releases" / "2013-02.1").is_dir(), "nothing of a release is ever thrown away"


@pytest.mark.parametrize("text", ["[]", "{}", '{"release": null, "files": {}}', '{"release": {}, "files": []}', "\x00"])
def test_manifest_that_is_none(published: Path, tmp_path: Path, text: str) -> None:
    publish(published, tmp_path, "2013-01", 1)
    manifest = published / "releases/2013-01.1/manifest.json"
    manifest.unlink()
    manifest.write_text(text, encoding="utf-8")
    assert complete_releases(published) == []


def test_renamed_release_folder_is_damaged(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1)
    (published / "releases/2013-01.1").rename(published / "releases/2013-01.2")
    assert damaged_releases(published) == ["2013-01.2"]


def test_leftovers_of_every_kind_are_removed(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1)
    (published / ".new-patents.duckdb").write_bytes(b"half")
    (published / "releases/.new-2013-02.1/tables").mkdir(parents=True)
    frozen = published / "releases/.new-2013-02.1/tables/a.csv"
    frozen.write_text("x", encoding="utf-8")
    frozen.chmod(0o444)
    repair(published)
    assert sorted(path.name for path in published.rglob(".new-*")) == []
    assert applications_in(published / "patents.duckdb") == 5


def test_leftover_of_the_same_release_is_replaced(published: Path, tmp_path: Path) -> None:
    leftover = published / "releases/.new-2013-01.1"
    leftover.mkdir(parents=True)
    (leftover / "old.txt").write_text("x", encoding="utf-8")
    publish(published, tmp_path, "2013-01", 1)
    assert not (published / "releases/2013-01.1/old.txt").exists()


def test_reader_keeps_its_file_while_the_next_is_published(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1, applications=5)
    with duckdb.connect(str(published / "patents.duckdb"), read_only=True) as reader:
        publish(published, tmp_path, "2013-02", 1, applications=6)
        assert reader.execute("SELECT applications FROM monthly_counts").fetchone() == (5,)
    assert applications_in(published / "patents.duckdb") == 6


def test_published_files_stay_as_they_are(published: Path, tmp_path: Path) -> None:
    publish(published, tmp_path, "2013-01", 1)
    folder = published / "releases/2013-01.1"
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
    publish(published, tmp_path, "2013-01", 2, applications=6)
    repair(published)
    after = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
    assert before == after
    assert json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["version"] == "2013-01.1"


def test_half_made_copy_does_not_stop_the_next_one(published: Path, tmp_path: Path) -> None:
    published.mkdir()
    (published / ".new-patents.duckdb").write_bytes(b"half")
    publish(published, tmp_path, "2013-01", 1, applications=5)
    assert applications_in(published / "patents.duckdb") == 5
    assert sorted(path.name for path in published.iterdir()) == ["patents.duckdb", "releases"]
