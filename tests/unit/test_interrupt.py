"""What an error comes from: an interruption, or what failed by itself."""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from prefect.exceptions import TerminationSignal

from flows import engine
from flows.alerts.around import noting_trouble
from flows.alerts.receipts import open_receipts
from flows.home import Home
from flows.interrupt import Terminated, code_of, interruption_in
from transforms.errors import Refused


def fail_while(first: BaseException, then: Exception) -> None:
    """Let `then` come while `first` is on its way out."""
    try:
        raise first
    finally:
        raise then


def told_of(first: BaseException, then: Exception) -> None:
    """Let `then` be made of `first`."""
    raise then from first


@pytest.mark.parametrize("come", [fail_while, told_of])
@pytest.mark.parametrize(
    ("interruption", "code"), [(Terminated(), 143), (TerminationSignal(signal=15), 143), (KeyboardInterrupt(), 130)]
)
def test_interruption__is_found_in_what_it_made_fail(
    interruption: BaseException, code: int, come: Callable[[BaseException, Exception], None]
) -> None:
    with pytest.raises(Refused) as caught:
        come(interruption, Refused("仓库文件打不开"))
    found = interruption_in(caught.value)
    assert found is not None and code_of(found) == code


@pytest.mark.parametrize("first", [ValueError(), asyncio.CancelledError(), GeneratorExit()])
def test_other_failures__are_no_interruption(first: BaseException) -> None:
    with pytest.raises(Refused) as caught:
        fail_while(first, Refused("目标文件有误"))
    assert interruption_in(caught.value) is None


@pytest.mark.parametrize("then", [Refused("仓库文件打不开"), OSError(5, "读写出错"), RuntimeError("连接已关闭")])
def test_run__ends_as_interrupted_whatever_fails_on_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: Exception
) -> None:
    monkeypatch.setattr(engine, "raise_when_interrupted", lambda: None)
    try:
        with pytest.raises(Terminated):
            engine.run_flow(Home(tmp_path), lambda: fail_while(Terminated(), then))
    finally:
        gc.unfreeze()
    assert not (tmp_path / "last-error.txt").exists()


@pytest.mark.parametrize("then", [Refused("仓库文件打不开"), RuntimeError("连接已关闭")])
@pytest.mark.parametrize(("first", "told"), [(Terminated(), 0), (ValueError(), 1)])
def test_trouble__nobody_is_told_of_an_interruption(tmp_path: Path, first: BaseException, told: int, then: Exception) -> None:
    with pytest.raises(type(then)), noting_trouble(tmp_path, "2013-01"):
        fail_while(first, then)
    with open_receipts(Home(tmp_path)) as receipts:
        assert len(receipts.operational_messages()) == told
