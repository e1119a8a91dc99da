"""The officer's paragraph: found by its month, whatever the editor; a file under another name is spoken of."""

from pathlib import Path

import pytest

from flows.home import Home
from flows.notes import misnamed_notes, note_of


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "notes").mkdir()
    return Home(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_note__in_the_encodings_of_editors(home: Home, encoding: str) -> None:
    (home.root / "notes" / "2013-03.md").write_text("本月举办培训1期。", encoding=encoding)
    assert (note_of(home, "2013-03"), note_of(home, "2013-04")) == ("本月举办培训1期。", "")


def test_note_under_another_name__is_named(home: Home) -> None:
    for name in ("2013-03.md", "2013-3.md", "2013-04.txt", "2013-13.md", "README.md", ".DS_Store"):
        (home.root / "notes" / name).write_text("本月举办培训1期。", encoding="utf-8")
    said = misnamed_notes(home)
    assert [sentence.split("/notes/")[1].split(" ")[0] for sentence in said] == ["2013-04.txt", "2013-13.md", "2013-3.md"]
    assert all("如 2013-09.md" in sentence for sentence in said)


def test_home_without_notes__says_nothing(tmp_path: Path) -> None:
    assert misnamed_notes(Home(tmp_path)) == []
