"""States that tell a refusal (our rules said no) from a failure (something broke)."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from prefect.states import Failed

from transforms.errors import Refused

REFUSED = "Refused"
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def named_refusal(work: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The body of a flow whose Refused ends it in a state of type failed named `Refused`; the caller still gets Refused."""

    @wraps(work)
    def told(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        """The body, its refusal given back as a state."""
        try:
            return work(*args, **kwargs)
        except Refused as refusal:
            # Prefect takes a returned state as the flow's own and raises its exception in the caller's process.
            return cast(Result, Failed(name=REFUSED, message=str(refusal), data=refusal))

    return told
