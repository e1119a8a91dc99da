"""A home whose parts were lost, damaged or come from another day: nothing is guessed, the remedy is said."""

import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows import archive
from flows.alerts.receipts import open_receipts
from flows.commands.status import status
from flows.home import data_folder
from flows.rebuild import rebuild
from flows.reference import load_reference
from tests.flows.office import Office, application_row, feed
from transforms.errors import Refused

DAYS = {"2013-01": date(2013, 2, 15), "2013-02": date(2013, 3, 15)}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office after its January."""
    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7"), application_row("201320000002.1")))
    office.run("2013-01", DAYS["2013-01"])
    return office


def test_warehouse_older_than_the_archive__is_made_anew(office: Office, tmp_path: Path) -> None:
    shutil.copytree(office.home.warehouse, tmp_path / "backup")
    office.write("平湖市专利申请受理明细_201302.csv", feed(application_row("201310000003.0", kind="发明", accepted="2013-02-04")))
    assert office.run("2013-02", DAYS["2013-02"]).published.is_new
    known = office.rows("SELECT file_name, known_on FROM deliveries ORDER BY ALL")
    shutil.rmtree(office.home.warehouse)
    shutil.copytree(tmp_path / "backup", office.home.warehouse)
    # on a later day, on which the file of February must not seem new
    assert not office.run("2013-02", date(2013, 4, 15)).published.is_new
    assert office.rows("SELECT file_name, known_on FROM deliveries ORDER BY ALL") == known


@pytest.mark.parametrize("damage", ["cut", "deleted"])
def test_archived_bytes_that_are_not_what_they_were__stop_a_rebuild(office: Office, damage: str) -> None:
    ((delivery_id, file_name),) = office.rows("SELECT delivery_id, file_name FROM deliveries")
    content = archive.content(office.home.archive, delivery_id)
    whole = content.read_bytes()
    content.unlink()
    if damage == "cut":
        content.write_bytes(whole[:-20])
    with pytest.raises(Refused, match=f"归档里的原件缺失或被改动,没有重建仓库:{file_name}"):
        rebuild(office.home, load_reference(data_folder()))
    assert not office.run("2013-01", DAYS["2013-01"]).published.is_new, "the warehouse stands as it was"
    content.unlink(missing_ok=True)
    content.write_bytes(whole)
    assert rebuild(office.home, load_reference(data_folder())) == 1


def test_receipts_that_cannot_be_read__are_a_sentence(office: Office) -> None:
    office.home.receipts_file.write_bytes(b"no database at all" * 100)
    with pytest.raises(Refused, match=r"预警送达记录 .*打不开"), open_receipts(office.home):
        raise AssertionError("opened")


def test_folder_of_the_inbox_that_may_not_be_read__waits_for_a_person(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = office.home.inbox / "新收"
    closed.mkdir()
    scandir = os.scandir

    def only_ours(path: Any = ".") -> Any:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", only_ours)
    ran = office.run("2013-01", DAYS["2013-01"])
    assert ran.state("新收") == "held"
    assert "文件夹不能读取" in ran.message("新收")


def test_inbox_that_may_not_be_read__is_refused(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Any = ".") -> Any:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch, pytest.raises(Refused, match=r"收件文件夹不能读取.*没有权限"):
        patch.setattr(os, "scandir", refuse)
        office.run("2013-01", DAYS["2013-01"])


@pytest.mark.parametrize("gone", ["2013-01.1", "2013-02.1"])
def test_release_folder_that_is_gone__is_said_hinders_nothing_and_its_number_is_kept(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path, gone: str
) -> None:
    office.run("2013-02", DAYS["2013-02"])
    assert "缺失或不完整" not in capsys.readouterr().err
    folder = office.home.published / "releases" / gone
    shutil.copytree(folder, tmp_path / "backup")
    shutil.rmtree(folder)
    assert status(home=office.home.root) == 0
    assert f"发布版 {gone} 的文件夹缺失或不完整" in capsys.readouterr().out
    for revision in (2, 2):
        ran = office.run(gone[:7], DAYS["2013-02"])
        assert ran.published.release.release_id == f"{gone[:7]}.{revision}"
        assert f"发布版 {gone} 的文件夹缺失或不完整" in capsys.readouterr().err
    shutil.copytree(tmp_path / "backup", folder, dirs_exist_ok=True)
    office.run("2013-02", DAYS["2013-02"])
    assert "缺失或不完整" not in capsys.readouterr().err
