"""Prefect's server as a child process: serves on a socket it inherits, ends when its standard input closes.

Run as `python -m flows.serving.api_process FD`. A parent that is killed leaves no server behind: the pipe closes by itself.
"""

import gc
import socket
import sys

from flows.processes import when_parent_is_gone


def main() -> None:
    """Serve Prefect's application on the listening socket with the given file descriptor."""
    gc.disable()  # nothing of what the imports make can be freed; collecting it costs a tenth of the start
    import uvicorn
    from prefect.server.api.server import create_app

    application = create_app(final=True)
    gc.freeze()
    gc.enable()
    listener = socket.socket(fileno=int(sys.argv[1]))
    server = uvicorn.Server(uvicorn.Config(application, log_level="error", timeout_graceful_shutdown=3))

    def stop() -> None:
        """Let the server finish what it answers."""
        server.should_exit = True

    when_parent_is_gone(stop)
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
