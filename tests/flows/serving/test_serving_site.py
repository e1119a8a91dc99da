"""The published site over HTTP: its files and nothing else."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.serving.api import LOOPBACK
from flows.serving.site import serve_site
from transforms.errors import Refused


@pytest.fixture
def published(tmp_path: Path) -> Path:
    (tmp_path / "patents.duckdb").write_text("secret", encoding="utf-8")
    site = tmp_path / "site"
    (site / "tables").mkdir(parents=True)
    (site / "index.html").write_text("<h1>通报</h1>", encoding="utf-8")
    (site / "tables" / "月度统计.csv").write_text("month\n", encoding="utf-8")
    (site / "way_out").symlink_to(tmp_path / "patents.duckdb")
    return site


@pytest.fixture
def connection(published: Path) -> Iterator[http.client.HTTPConnection]:
    with serve_site(published, LOOPBACK, 0) as url:
        yield http.client.HTTPConnection(url.removeprefix("http://").rstrip("/"), timeout=10)


def ask(connection: http.client.HTTPConnection, path: str, method: str = "GET") -> tuple[int, bytes]:
    connection.request(method, path)
    answer = connection.getresponse()
    return answer.status, answer.read()


@pytest.mark.parametrize("path", ["/", "/index.html", "/tables/%E6%9C%88%E5%BA%A6%E7%BB%9F%E8%AE%A1.csv"])
def test_site__its_files(connection: http.client.HTTPConnection, path: str) -> None:
    status, body = ask(connection, path)
    assert status == 200
    assert body


@pytest.mark.parametrize(
    "path",
    [
        "/../patents.duckdb", "/%2e%2e/patents.duckdb", "/..%2fpatents.duckdb", "/tables/../../patents.duckdb",
        "/way_out", "/tables/", "/nothing.html", "//etc/passwd", "/%00",
    ],
)  # fmt: skip
def test_site__nothing_else(connection: http.client.HTTPConnection, path: str) -> None:
    status, body = ask(connection, path)
    assert status == 404
    assert b"secret" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_site__read_only(connection: http.client.HTTPConnection, method: str) -> None:
    assert ask(connection, "/index.html", method)[0] == 501


def test_site__says_that_nothing_was_published(tmp_path: Path) -> None:
    with serve_site(tmp_path / "site", LOOPBACK, 0) as url:
        status, body = ask(http.client.HTTPConnection(url.removeprefix("http://").rstrip("/"), timeout=10), "/")
    assert status == 404
    assert "还没有发布" in body.decode()


def test_site__a_taken_port_is_named(published: Path) -> None:
    with serve_site(published, LOOPBACK, 0) as url:
        port = int(url.rstrip("/").rsplit(":", 1)[1])
        with pytest.raises(Refused, match=f"{port}.*--site-port"), serve_site(published, LOOPBACK, port):
            pass
