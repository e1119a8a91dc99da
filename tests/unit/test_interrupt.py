"""What an error comes from: an interruption, or what failed by itself."""

import asyncio

import pytest
from prefect.exceptions import TerminationSignal

from flows.interrupt import Terminated, code_of, interruption_in
from transforms.errors import Refused


def raised(first: BaseException, then: Exception, *, told: bool) -> Exception:
    """`then`, as it comes while `first` is on its way out, or as made of it."""
    with pytest.raises(type(then)) as caught:
        try:
            raise first
        except type(first) as error:
            raise then from (error if told else None)
    return caught.value


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(
    ("interruption", "code"), [(Terminated(), 143), (TerminationSignal(signal=15), 143), (KeyboardInterrupt(), 130)]
)
def test_interruption__is_found_in_what_it_made_fail(interruption: BaseException, code: int, told: bool) -> None:
    found = interruption_in(raised(interruption, Refused("仓库文件打不开"), told=told))
    assert found is not None and code_of(found) == code


@pytest.mark.parametrize("first", [ValueError(), asyncio.CancelledError(), GeneratorExit()])
def test_other_failures__are_no_interruption(first: BaseException) -> None:
    assert interruption_in(raised(first, Refused("目标文件有误"), told=False)) is None
