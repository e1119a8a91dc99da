"""Wrong usage gets a Chinese sentence that says what is possible; the command line is parsed as `main` does it."""

import re
import sys
from pathlib import Path

import pytest

from flows import cli


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("querry x", "没有命令“querry”。是不是 query?可用的命令:demo、run、"),
        ("统计", "没有命令“统计”。可用的命令:demo、run、"),
        ("run --mouth 2013-09", "没有选项 --mouth。是不是 --month?"),
        ("run -x", "没有选项 -x。"),
        ("run --month", "选项 --month 后面缺少它的值:统计月份,如 2013-09;默认上一个整月。"),
        ("backfill 2013-01", "缺少 LAST:结束月份,如 2013-09。"),
        ("trace", "缺少 INDICATOR:指标,如 patent_applications 或 专利申请量。"),
        ("diff 2013-08.1", "缺少 SECOND:另一个发布版,如 2013-09.1。"),
        ("query x --limit 三行", "--limit 应为整数,现为“三行”。"),
        ("query x --timeout 很久", "--timeout 应为数字,现为“很久”。"),
        ("query x --format pdf", "--format 不能是“pdf”,可选:table、csv、json、xlsx、parquet。"),
        ("query x --list=maybe", "--list 是开关,后面不写值。"),
        ("run 2013-09", "多出了 2013-09。"),
        ("query x --limit 1 --limit 2", "--limit 给出了不止一次,只能给一次。"),
    ],
)
def test_usage__mistake_is_a_chinese_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: str, says: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["ipstats", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    written = capsys.readouterr()
    assert written.err.startswith(f"用法有误:{says}")
    assert written.err.endswith("用 ipstats --help 或 ipstats 命令 --help 查看用法。\n")
    assert not re.search(r"[A-Za-z]{3,} [a-z]{2,}", written.err.replace("ipstats", "")), "an English phrase"
    assert written.out == ""


@pytest.mark.parametrize("sql", ["-- 各镇\nSELECT 1", "--各镇\nSELECT 1"])
def test_usage__sql_may_begin_with_a_comment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, sql: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["ipstats", "query", sql, "--home", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert "还没有发布版" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["--port", "--site-port"])
def test_usage__no_such_port(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str) -> None:
    monkeypatch.setattr(sys, "argv", ["ipstats", "serve", name, "65536"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert f"{name} 应为 0 至 65535 的整数" in capsys.readouterr().err
