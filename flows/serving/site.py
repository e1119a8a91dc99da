"""The published site over HTTP: files of one folder, read-only; imports no prefect."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

from flows.serving.api import address
from transforms.errors import Refused

_NOTHING_YET = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>还没有发布</title><p>还没有发布。"


class _SiteHandler(SimpleHTTPRequestHandler):
    """GET and HEAD of files below the folder; no listing of folders, no way out through links."""

    server_version, sys_version = "ipstats", ""

    def send_head(self) -> Any:
        """Answer 404 for what does not lie below the folder."""
        if self._is_inside():
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _is_inside(self) -> bool:
        try:
            return Path(self.translate_path(self.path)).resolve().is_relative_to(Path(self.directory).resolve())
        except (OSError, ValueError):
            return False

    def list_directory(self, path: Any) -> BytesIO | None:
        """A folder without index.html shows nothing of what is in it."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The folder does not exist before the first release: say so."""
        if code == HTTPStatus.NOT_FOUND and not Path(self.directory).is_dir():
            body = _NOTHING_YET.encode()
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Pages are replaced as a whole at each release: nobody keeps an old one, nothing is taken for a script."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """No line a request on the terminal."""


class _SiteServer(ThreadingHTTPServer):
    daemon_threads = True


@contextmanager
def serve_site(folder: Path, host: str, port: int) -> Iterator[str]:
    """Serve the folder in the background and yield its address; raises Refused when the port is taken."""
    try:
        server = _SiteServer((host, port), partial(_SiteHandler, directory=str(folder)))
    except (OSError, OverflowError) as error:
        raise Refused(f"不能在 {host}:{port} 上提供发布页面:{error}。请用 --site-port 换一个端口。") from error
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield address(host, server.server_port)
        finally:
            server.shutdown()
