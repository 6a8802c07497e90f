"""A real Chromium on a real server on the real seeds, each made once a session.

Without Chromium the browser tests are skipped, loudly; with FIGURES_BROWSER_REQUIRED=1, as in CI, that is a failure.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from app.server import create_app, warm_up
from app.settings import Settings
from warehouse.home import Home
from warehouse.ingesting import ingest

CHROMIUM = Path("/usr/bin/chromium")
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
AREA = "/series/area-of-kursk-held-by-ukraine"
MARKS = ".scatterlayer .point"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


class _Quiet(WSGIRequestHandler):
    """Leaves the log to the app's own lines."""

    def log(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    found = Home(tmp_path_factory.mktemp("home"))
    ingest([SEEDS], found)
    return found


@pytest.fixture(scope="session")
def site(home: Home) -> Iterator[str]:
    """The address of a server on the seeds."""
    app = create_app(Settings(home=home.path))
    warm_up(app)
    server = make_server("127.0.0.1", 0, app.server, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def rows(home: Home) -> Callable[..., list[tuple]]:
    """What a query on the published file answers."""
    database = duckdb.connect(":memory:")
    database.execute(f"attach '{home.published}' as figures (read_only)")
    database.execute("use figures")
    return lambda sql, *parameters: database.cursor().execute(f"use figures; {sql}", parameters or None).fetchall()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        message = f"BROWSER TESTS DID NOT RUN: there is no {CHROMIUM}; apt-get install chromium"
        if os.environ.get("FIGURES_BROWSER_REQUIRED") == "1":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield browser
        browser.close()


class Visitor:
    """A page of the browser that remembers what went wrong on it and where it sent requests."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page: Page = context.new_page()
        self.site = site
        self.complaints: list[str] = []
        self.requested: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requested.append(request.url))

    def open(self, path: str, *, wait: str = "main h1") -> Page:
        self.page.goto(self.site + path)
        self.page.wait_for_selector(wait, state="attached")
        return self.page

    def open_chart(self, path: str) -> Page:
        return self.open(path, wait=MARKS)

    def until(self, expression: str, *, seconds: float = 10) -> None:
        """Wait until a JavaScript expression is true; asked from outside, since the page's policy forbids eval."""
        deadline = time.monotonic() + seconds
        while not self.page.evaluate(f"() => Boolean({expression})"):
            assert time.monotonic() < deadline, f"not true after {seconds} s: {expression}"
            self.page.wait_for_timeout(50)

    def marks(self) -> list[dict]:
        """The traces of the chart at hand that hold figures, as plotly has them."""
        return self.page.evaluate(
            """() => document.querySelector('.js-plotly-plot').data.filter(trace => trace.customdata).map(
                trace => ({x: Array.from(trace.x), y: Array.from(trace.y), ids: trace.customdata, text: trace.text}))"""
        )

    def mark_ids(self) -> list[str]:
        return sorted(figure for trace in self.marks() for figure in trace["ids"])


@pytest.fixture(scope="session")
def contexts(chromium: Browser) -> Callable[..., BrowserContext]:
    """A browser profile for each size and scheme, kept for the session, so that its cache is warm."""
    kept: dict[tuple[object, ...], BrowserContext] = {}

    def profile(width: int, height: int, scheme: str, *, fresh: bool = False) -> BrowserContext:
        key = (width, height, scheme)
        if fresh or key not in kept:
            found = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            found.set_default_timeout(15_000)
            if fresh:
                return found
            kept[key] = found
        return kept[key]

    return profile


@pytest.fixture
def open_visitor(contexts: Callable[..., BrowserContext], site: str) -> Iterator[Callable[..., Visitor]]:
    """Make a visitor; *fresh* gives it a profile of its own. It must have had nothing to complain of at the end."""
    visitors: list[Visitor] = []

    def make(*, width: int = 1280, height: int = 900, scheme: str = "light", fresh: bool = False) -> Visitor:
        visitors.append(Visitor(contexts(width, height, scheme, fresh=fresh), site))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.page.close()
    assert not [complaint for visitor in visitors for complaint in visitor.complaints]


@pytest.fixture
def visitor(open_visitor: Callable[..., Visitor]) -> Visitor:
    return open_visitor()
