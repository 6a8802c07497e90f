"""``figures serve`` as a process: it prints its address, answers there, and stops cleanly."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIGURES = [sys.executable, "-c", "from app.cli import main; main()"]


def command(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*FIGURES, *arguments], cwd=ROOT, env=environment(home), capture_output=True, text=True)


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "FIGURES_HOME": str(home)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serving")
    article = folder / "a.txt"
    article.write_text("At least 12 people were killed on Monday, police said.", encoding="utf-8")
    assert command(folder / "home", "ingest", str(article)).returncode == 0
    return folder / "home"


@contextmanager
def served(home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running service and its address."""
    process = subprocess.Popen(
        [*FIGURES, "serve", "--port", "0"],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = re.search(r"http://\S+/", process.stdout.readline())
        assert address is not None, process.stderr.read() if process.stderr else ""
        yield process, address[0]
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=lambda stop: stop.name)
def test_it_answers_at_the_address_it_prints_and_stops_with_0(home: Path, stop: signal.Signals) -> None:
    with served(home) as (process, address), urlopen(address, timeout=30) as page:
        assert page.status == 200
        process.send_signal(stop)
        _, complaints = process.communicate(timeout=30)

    assert (process.returncode, complaints) == (0, "")


def test_the_first_requests_may_come_all_at_once(home: Path) -> None:
    """Dash finishes its set-up in its first request and fails others that come meanwhile; ours has had it."""
    with served(home) as (_, address), ThreadPoolExecutor(24) as readers:
        statuses = list(readers.map(lambda n: first_request(address, n), range(24)))

    assert statuses == [200] * 24


def first_request(address: str, number: int) -> int:
    if number % 2:
        with urlopen(address, timeout=30) as page:
            return int(page.status)
    location = [
        {"id": "location", "property": name, "value": value} for name, value in (("pathname", "/"), ("search", ""))
    ]
    outputs = [{"id": "page", "property": "children"}, {"id": "title", "property": "data"}]
    body = {
        "output": "..page.children...title.data..",
        "outputs": outputs,
        "inputs": location,
        "changedPropIds": ["location.pathname"],
    }
    asked = Request(address + "_dash-update-component", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urlopen(asked, timeout=30) as answer:
        return int(answer.status)


def test_a_port_in_use_is_named_with_the_way_out(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        result = command(home, "serve", "--port", str(port))

    assert result.returncode == 1
    assert [f"127.0.0.1:{port} is taken by another program; stop it, or choose another: --port {port + 1}"] == (
        result.stderr.splitlines()
    )


def test_a_pipe_that_closes_early_is_no_trouble() -> None:
    reading = subprocess.Popen(
        [*FIGURES, "read", "seeds"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert reading.stdout is not None
    reading.stdout.readline()
    reading.stdout.close()

    assert reading.stderr is not None
    assert reading.stderr.read() == ""


def test_reading_loads_neither_the_database_nor_the_dashboard() -> None:
    heavy = ("duckdb", "dash", "plotly", "pandas", "flask", "trafilatura", "waitress")
    code = (
        "import sys; from app.cli import main\n"
        "main(['read', 'seeds/articles', '--format', 'jsonl'], standalone_mode=False)\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)"
    )

    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert result.stderr.strip() == "[]"
