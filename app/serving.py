"""The dashboard in this process, until Ctrl-C or SIGTERM."""

from __future__ import annotations

import errno
import logging
import signal
import sys
from types import FrameType

import click

from app.logs import REQUESTS
from app.settings import Settings
from figures.errors import FiguresError
from warehouse.errors import NotPublished
from warehouse.home import Home

THREADS = 8  # enough for one machine's readers; behind more of them stands gunicorn (app.wsgi)


class NoAddress(FiguresError):  # noqa: N818 - reads as what happened
    """The service cannot listen there."""

    def __init__(self, host: str, port: int, problem: str, remedy: str) -> None:
        super().__init__(host, port, problem, remedy)
        self.host = host
        self.port = port
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.host}:{self.port} {self.problem}; {self.remedy}"


def serve(settings: Settings, *, host: str, port: int, log: bool = False) -> None:
    """Serve the published file at *host*:*port* (0: any free one) and print the address; returns when stopped.

    Failures are logged on stderr, with *log* each request too.
    Raises NotPublished before there is anything to show, and NoAddress.
    """
    published = Home(settings.home).published
    if not published.exists():
        raise NotPublished(published)
    from waitress.server import create_server

    from app.server import create_app, warm_up

    app = create_app(settings)
    if not log:
        REQUESTS.setLevel(logging.ERROR)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page asks for many files at once; they wait briefly
    warm_up(app)
    try:
        server = create_server(app.server, host=host, port=port, threads=THREADS, ident=None)
    except (OSError, ValueError) as error:
        raise _no_address(host, port, error) from error
    click.echo(f"Reported figures: http://{_shown(host)}:{server.effective_port}/  (Ctrl-C stops)")
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    server.run()


def _no_address(host: str, port: int, error: OSError | ValueError) -> NoAddress:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        other = f"stop it, or choose another: --port {port + 1}"
        return NoAddress(host, port, "is taken by another program", other)
    if isinstance(error, OSError) and error.errno == errno.EACCES:
        return NoAddress(host, port, "is not open to you", "choose a port above 1023")
    return NoAddress(host, port, "is no address of this machine", "choose --host 127.0.0.1 or 0.0.0.0")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End the server's loop: it lets go of its threads and returns."""
    raise SystemExit(0)


def _shown(host: str) -> str:
    """An address to click on: of all interfaces the machine's own."""
    return "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104 - shown, not bound
