"""Rules and checks as editors of all kinds save them: read the same, or named with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from expectations.checks import load_checks
from expectations.rules import load_rules
from transforms.errors import DataError

RULE = "-- rule: odd\n-- severity: warning\n-- label_zh: 怪\nSELECT row_key, '怪。' AS reason\nFROM {batch}\nWHERE title = ''\n"
CHECK = "-- check: odd\n-- suite: patents\n-- severity: warning\n-- label_zh: 怪\nSELECT title AS message\nFROM main.patents\n"


def checks_of(folder: Path) -> object:
    return load_checks({"patents"}, (), folder)


@pytest.mark.parametrize(("read", "text"), [(load_rules, RULE), (checks_of, CHECK)])
def test_encodings(tmp_path: Path, read: Callable[[Path], object], text: str) -> None:
    file = tmp_path / "odd.sql"
    file.write_text(text, encoding="utf-8")
    plain = read(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read(tmp_path) == plain
    file.write_bytes(text.encode("gbk"))
    with pytest.raises(DataError, match=r"odd\.sql:不是 UTF-8 文本,请另存为 UTF-8"):
        read(tmp_path)


def test_semicolon_at_the_end_of_a_check__is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.sql").write_text(f"{CHECK.rstrip()};\n", encoding="utf-8")
    with pytest.raises(DataError, match="末尾不带分号") as caught:
        checks_of(tmp_path)
    assert (caught.value.file, caught.value.line) == ("odd.sql", 5)
