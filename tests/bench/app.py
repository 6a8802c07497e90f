"""The dashboard beside default Dash on the same figures, under the same server, in one run.

    python -m tests.bench.app [--figures 1000000] [--folder DIR]

Callbacks at the median and the 95th of a hundred, requests a second with eight clients on gunicorn 2x4, bytes of a
page over the wire and seconds until its marks are drawn (Chromium, empty cache), memory a process, hover and pan on
a series of 5,000; ours alone: the front page, and a CSV of everything. With --folder the warehouses are made once
and kept. Run it on idle cores.
"""

from __future__ import annotations

import argparse
import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from figures.names import packaged_names
from tests.bench.synthetic import rows
from warehouse.connection import Snapshot, open_work, transaction
from warehouse.home import Home
from warehouse.loading import load
from warehouse.naming import record_names
from warehouse.publishing import publish
from warehouse.rows import Rows

NOW = datetime(2026, 11, 22)  # noqa: DTZ001 the database keeps UTC without a zone
CALLS = 100
CLIENTS = 8
EACH = 15
CROWD = 5_000
MARKS = ".scatterlayer .point, path.crowd, .gl-canvas"
SERIES_PAGE = "/series/{slug}"
OURS, PEER = "tests.bench.served:server", "tests.bench.default_dash:server"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@dataclass(frozen=True, slots=True)
class Call:
    """A callback as a browser sent it."""

    path: str
    body: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A page: bytes over the wire, seconds to its marks, the callback its first control sends."""

    bytes: int
    seconds: float
    call: Call


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the warehouses are made, or are already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home, crowd = Home(given.folder or Path(folder)), Home((given.folder or Path(folder)) / "crowd")
        if not home.published.exists():
            _make(home, rows(given.figures))
        if not crowd.published.exists():
            _make(crowd, rows(CROWD, of_series=1))
        for line in measure(home, crowd):
            print(line, flush=True)


def _make(home: Home, figures: Rows) -> None:
    with open_work(home) as work:
        with transaction(work):
            record_names(work, packaged_names())
        work.execute("insert into run values ('run', '0', '1', '1', '{}', ?, ?, null)", [NOW, NOW]).fetchall()
        work.execute("insert into warehouse_meta values (0, ?, 1, '1', '1')", [NOW]).fetchall()
        load(work, figures, run_id="run", now=NOW)
        publish(work, home, now=NOW)


def measure(home: Home, crowd: Home) -> Iterator[str]:
    """A line for each thing measured, ours beside the peer's; then what only ours has."""
    middling, figures = _middling(home)
    yield f"{figures:,} figures; the page of a series of {_size(home, middling)}; a crowd of {CROWD:,} marks"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        ours = {**_measured(browser, OURS, home, middling), **_felt(browser, OURS, crowd)}
        theirs = {**_measured(browser, PEER, home, middling), **_felt(browser, PEER, crowd)}
        yield f"{'':<44}{'ours':>12}{'default Dash':>16}{'theirs/ours':>13}"
        yield from (_line(name, ours[name], theirs[name]) for name in ours)
        with _served(OURS, home, middling) as (port, pids):
            yield _line("front page, seconds to its first series, cold", _load_front(browser, port))
            yield from _csv(port, pids, middling)
        browser.close()


def _measured(browser: Browser, application: str, home: Home, slug: str) -> dict[str, float]:
    path, control = _page_of(application, slug)
    with _served(application, home, slug) as (port, pids):
        return dict(_page(browser, port, pids, path, control))


def _felt(browser: Browser, application: str, crowd: Home) -> dict[str, float]:
    slug, _ = _middling(crowd)
    with _served(application, crowd, slug) as (port, _):
        hover, pan = _feel(browser, port, _page_of(application, slug)[0])
    return {f"{CROWD:,} marks: hover, ms": hover, f"{CROWD:,} marks: pan, ms": pan}


def _page_of(application: str, slug: str) -> tuple[str, str]:
    """The address of the page of a series and its first control."""
    if application == OURS:
        return SERIES_PAGE.format(slug=slug), "label:has-text('Log')"
    return "/", "label:has-text('log')"


def _page(browser: Browser, port: int, pids: list[int], path: str, control: str) -> Iterator[tuple[str, float]]:
    """What a page costs, and its first callback."""
    loaded = _load(browser, port, path, control)
    yield "page, kB over the wire", loaded.bytes / 1000
    yield "page, seconds to its marks, cold", loaded.seconds
    calls = _timed_calls(port, loaded.call)
    yield "callback, ms at the median", statistics.median(calls)
    yield "callback, ms at the 95th", statistics.quantiles(calls, n=20)[-1]
    yield f"requests/s, {CLIENTS} clients", _rate(port, loaded.call)
    yield "memory of a process, MB", _memory(pids)


def _middling(home: Home) -> tuple[str, int]:
    """The address of a series of about forty figures, and how many figures there are."""
    with Snapshot.of(home).reading() as cursor:
        sized = cursor.execute("select slug, count(*) from figures group by 1 order by 2, 1").fetchall()
    return min(sized, key=lambda row: abs(row[1] - 40))[0], sum(row[1] for row in sized)


def _size(home: Home, slug: str) -> int:
    with Snapshot.of(home).reading() as cursor:
        found = cursor.execute("select count(*) from figures where slug = $slug", {"slug": slug}).fetchone()
    return int(found[0]) if found else 0


@contextmanager
def _served(application: str, home: Home, slug: str) -> Iterator[tuple[int, list[int]]]:
    """Gunicorn with two processes of four threads on a free port; the processes' ids."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--worker-class", "gthread", "--workers", "2"]
    command += [
        "--threads",
        "4",
        "--timeout",
        "300",
        "--log-level",
        "error",
        "--bind",
        f"127.0.0.1:{port}",
        application,
    ]
    environment = {**os.environ, "FIGURES_HOME": str(home.path), "BENCH_SLUG": slug}
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, env=environment, stderr=log)
        try:
            _wait_for(port)
            yield port, _children(server.pid)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


def _wait_for(port: int) -> None:
    for _ in range(600):
        with suppress(OSError, http.client.HTTPException):
            if _get(port, "/") == 200:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _memory(pids: list[int]) -> float:
    """Megabytes resident, of the larger process."""
    return max(_status(pid, "VmRSS") for pid in pids) / 1024


def _status(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def _load(browser: Browser, port: int, path: str, control: str) -> Loaded:
    """Open a page with nothing kept, then use a control of it."""
    _warm(browser, port, path)
    page = browser.new_context().new_page()
    sizes: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    begun = time.perf_counter()
    page.goto(f"http://127.0.0.1:{port}{path}")
    page.wait_for_selector(MARKS, state="attached")
    seconds = time.perf_counter() - begun
    page.wait_for_load_state("networkidle")
    total = int(sum(sizes))
    call = _sent(page, control)
    page.context.close()
    return Loaded(total, seconds, call)


def _warm(browser: Browser, port: int, path: str) -> None:
    """Let both processes and the browser have done their first work."""
    for _ in range(3):
        page = browser.new_context().new_page()
        page.goto(f"http://127.0.0.1:{port}{path}")
        page.wait_for_selector(MARKS, state="attached")
        page.context.close()


def _load_front(browser: Browser, port: int) -> float:
    page = browser.new_context().new_page()
    begun = time.perf_counter()
    page.goto(f"http://127.0.0.1:{port}/")
    page.wait_for_selector("main a[href^='/series/']")
    seconds = time.perf_counter() - begun
    page.context.close()
    return seconds


def _sent(page: Page, control: str) -> Call:
    with page.expect_request("**/_dash-update-component*") as sent:
        page.locator(control).first.click()
    path = "/" + sent.value.url.split("/", 3)[3]
    return Call(path, sent.value.post_data or "")


def _timed_calls(port: int, call: Call) -> list[float]:
    """Milliseconds of each of CALLS callbacks, one after the other on one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    took = [_post(connection, call) for _ in range(CALLS + 10)][10:]
    connection.close()
    return took


def _post(connection: http.client.HTTPConnection, call: Call) -> float:
    begun = time.perf_counter()
    connection.request("POST", call.path, call.body, {"Content-Type": "application/json", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"a callback answered {answer.status}")
    return (time.perf_counter() - begun) * 1000


def _rate(port: int, call: Call) -> float:
    def ask(_: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(EACH):
            _post(connection, call)
        connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(ask, range(CLIENTS)))
    return CLIENTS * EACH / (time.perf_counter() - begun)


def _feel(browser: Browser, port: int, path: str) -> tuple[float, float]:
    """Milliseconds of a hover and of a pan, each the median of nine, as the browser's main thread is held."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"http://127.0.0.1:{port}{path}")
    page.wait_for_selector(MARKS, state="attached")
    page.wait_for_load_state("networkidle")
    took = page.evaluate(
        """async () => {
            const chart = document.querySelector('.js-plotly-plot'), drag = chart.querySelector('.nsewdrag');
            const box = drag.getBoundingClientRect(), frame = () => new Promise(requestAnimationFrame);
            const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
            const hovers = [], pans = [], axis = chart._fullLayout.xaxis.range.map(day => +new Date(day));
            for (let n = 1; n < 10; n++) {
                const x = box.left + box.width * n / 10, y = box.top + box.height / 2;
                await frame();
                let begun = performance.now();
                drag.dispatchEvent(new MouseEvent('mousemove', {clientX: x, clientY: y, bubbles: true}));
                Plotly.Fx.hover(chart, {xval: axis[0] + (axis[1] - axis[0]) * n / 10, yval: 0}, 'xy');
                hovers.push(performance.now() - begun);
                const by = (axis[1] - axis[0]) * n / 100;
                begun = performance.now();
                await Plotly.relayout(chart, {'xaxis.range': axis.map(day => new Date(day + by).toISOString())});
                pans.push(performance.now() - begun);
            }
            return [median(hovers), median(pans)];
        }"""
    )
    page.context.close()
    return float(took[0]), float(took[1])


def _csv(port: int, pids: list[int], slug: str) -> Iterator[str]:
    """Everything as CSV, while pages are asked for beside it."""
    held = _memory(pids)
    peak, stop, beside = [held], threading.Event(), [0.0]

    def watch() -> None:
        while not stop.wait(0.05):
            peak[0] = max(peak[0], _memory(pids))

    def ask() -> None:
        while not stop.wait(0.2):
            begun = time.perf_counter()
            _get(port, f"/api/series/{slug}")
            beside[0] = max(beside[0], time.perf_counter() - begun)

    watchers = [threading.Thread(target=watch), threading.Thread(target=ask)]
    for watcher in watchers:
        watcher.start()
    first, seconds, size = _download(port)
    stop.set()
    for watcher in watchers:
        watcher.join()
    yield _line("CSV of everything: first byte, s", first)
    yield _line(f"CSV of everything: {size / 1e6:,.0f} MB, s", seconds)
    yield _line("CSV of everything: memory on top, MB", peak[0] - held)
    yield _line("slowest other request meanwhile, s", beside[0])


def _download(port: int) -> tuple[float, float, int]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    begun = time.perf_counter()
    connection.request("GET", "/data/figures.csv")
    answer = connection.getresponse()
    size = len(answer.read(1))
    first = time.perf_counter() - begun
    while piece := answer.read(1 << 20):
        size += len(piece)
    connection.close()
    return first, time.perf_counter() - begun, size


def _get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def _line(name: str, ours: float, theirs: float | None = None) -> str:
    peer = "" if theirs is None else f"{theirs:>16,.2f}{theirs / ours if ours else 0:>12.2f}x"
    return f"{name:<44}{ours:>12,.2f}{peer}"


if __name__ == "__main__":
    main()
