"""A mail URL with several people in it is one channel a person."""

import pytest

from flows.alerts.recipients import one_each
from flows.alerts.sending import is_usable


@pytest.mark.parametrize(
    ("url", "apart"),
    [
        ("json://host/a/b?to=x@y.cn,z@y.cn", None),
        ("mailto://user:pa55@y.cn", None),
        ("mailto://user:pa55@y.cn?to=one@y.cn", None),
        ("mailtos://user:p%2Fa55@smtp.y.cn:465?from=stat@y.cn&to=one@y.cn,two@y.cn&mode=ssl",
         ["mailtos://user:p%2Fa55@smtp.y.cn:465?from=stat@y.cn&mode=ssl&to=one@y.cn",
          "mailtos://user:p%2Fa55@smtp.y.cn:465?from=stat@y.cn&mode=ssl&to=two@y.cn"]),
        ("mailto://smtp.y.cn/one@y.cn/two@y.cn?from=stat@y.cn",
         ["mailto://smtp.y.cn?from=stat@y.cn&to=one@y.cn", "mailto://smtp.y.cn?from=stat@y.cn&to=two@y.cn"]),
        ("mailto://smtp.y.cn?from=a@y.cn&to=one@y.cn%2Ctwo@y.cn;one@y.cn",
         ["mailto://smtp.y.cn?from=a@y.cn&to=one@y.cn", "mailto://smtp.y.cn?from=a@y.cn&to=two@y.cn"]),
        ("mailto://smtp.y.cn?to=one@y.cn,two@y.cn&cc=boss@y.cn", None),
        ("mailto://[bad?to=one@y.cn,two@y.cn", None),
    ],
)  # fmt: skip
def test_one_each(url: str, apart: list[str] | None) -> None:
    assert one_each(url) == (apart or [url])
    assert apart is None or all(is_usable(one) for one in apart)
