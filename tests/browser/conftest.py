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
from playwright.sync_api import Browser, Page, sync_playwright
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


# Walk to an address as a link of the site does, and say when the new page has taken the place of the old one.
WALK = """address => {
    document.querySelector('#page').firstElementChild.dataset.left = 'yes';
    history.pushState({}, '', address);
    window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
}"""
HERE = "#page > :not([data-left])"


class Visitor:
    """A reader with a tab of the browser, who remembers what went wrong and where requests were sent.

    Most visits walk from the page at hand as a link does, which costs a fifth of loading everything anew.
    """

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []
        self.requested: list[str] = []
        self._heard: list[tuple[str, Callable[..., None]]] = [
            ("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None),
            ("pageerror", lambda error: self.complaints.append(str(error))),
            ("request", lambda request: self._ask(request.url)),
            ("requestfinished", lambda _: self._answer()),
            ("requestfailed", lambda _: self._answer()),
        ]
        self._waiting = 0
        for event, listener in self._heard:
            page.on(event, listener)

    def _ask(self, url: str) -> None:
        self.requested.append(url)
        self._waiting += 1

    def _answer(self) -> None:
        self._waiting -= 1

    def rest(self) -> None:
        """Wait until everything that was asked for is here and drawn."""
        quiet = 0
        while quiet < 3:
            self.page.wait_for_timeout(25)
            busy = self._waiting > 0 or self.page.query_selector("[data-dash-is-loading]") is not None
            quiet = 0 if busy else quiet + 1

    def leave(self) -> None:
        """Stop listening."""
        for event, listener in self._heard:
            self.page.remove_listener(event, listener)

    def open(self, path: str, *, wait: str = "main h1") -> Page:
        """Go to *path*: on foot from another page of the site, else by its address."""
        here = self.page.url.partition("#")[0].partition("?")[0]
        there = (self.site + path).partition("#")[0].partition("?")[0]
        if here.startswith(self.site) and self.page.query_selector(HERE) is not None:
            if here == there:  # no link leads from a page to itself, so go around
                self._walk("/nowhere")
            self._walk(path)
        else:
            self.page.goto(self.site + path)
        self.page.wait_for_selector(wait, state="attached")
        return self.page

    def _walk(self, path: str) -> None:
        self.page.evaluate(WALK, path)
        self.page.wait_for_selector(HERE, state="attached")

    def load(self, path: str, *, wait: str = "main h1") -> Page:
        """Load *path* and everything that it needs."""
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
            self.page.wait_for_timeout(20)

    def marks(self) -> list[dict]:
        """The traces of the chart at hand that hold figures, as plotly has them."""
        return self.page.evaluate(
            """() => document.querySelector('.js-plotly-plot').data.filter(trace => trace.customdata).map(
                trace => ({x: Array.from(trace.x), y: Array.from(trace.y), ids: trace.customdata, text: trace.text}))"""
        )

    def mark_ids(self) -> list[str]:
        return sorted(figure for trace in self.marks() for figure in trace["ids"])


class Tabs:
    """Tabs of the browser by size and scheme, kept for the session and lent to one visitor at a time."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._idle: dict[tuple[int, int, str], list[Page]] = {}

    def lend(self, width: int, height: int, scheme: str, *, fresh: bool = False) -> Page:
        """A tab at rest, or a new one; *fresh* always gives a new one, which knows nothing."""
        idle = self._idle.setdefault((width, height, scheme), [])
        if idle and not fresh:
            return idle.pop()
        context = self._chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        context.set_default_timeout(15_000)
        return context.new_page()

    def take_back(self, page: Page, width: int, height: int, scheme: str, *, fresh: bool) -> None:
        """Keep a tab for the next visitor; close one that a test had for itself."""
        if fresh:
            page.context.close()
        else:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="no-preference")
            self._idle[width, height, scheme].append(page)


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
def open_visitor(tabs: Tabs, site: str) -> Iterator[Callable[..., Visitor]]:
    """Make a visitor; *fresh* gives it a profile of its own. It must have had nothing to complain of at the end."""
    visitors: list[tuple[Visitor, dict]] = []

    def make(*, width: int = 1280, height: int = 900, scheme: str = "light", fresh: bool = False) -> Visitor:
        profile = {"width": width, "height": height, "scheme": scheme, "fresh": fresh}
        visitors.append((Visitor(tabs.lend(**profile), site), profile))
        return visitors[-1][0]

    yield make
    for visitor, profile in visitors:
        visitor.leave()
        tabs.take_back(visitor.page, **profile)
    assert not [complaint for visitor, _ in visitors for complaint in visitor.complaints]


@pytest.fixture
def visitor(open_visitor: Callable[..., Visitor]) -> Visitor:
    return open_visitor()
