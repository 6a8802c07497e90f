"""Reading by many: whatever reads, and whatever dies, the warehouse holds what reading one by one gives."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from figures.errors import InputError
from figures.names import Names, packaged_names
from warehouse import spreading
from warehouse.articles import read_articles
from warehouse.home import Home
from warehouse.ingesting import ingest
from warehouse.parts import read_part, waiting_readings, write_part
from warehouse.rows import Reading, rows_of
from warehouse.spreading import Cluster, NoClusterError, Outcome, Processes, Task, carry_out, read_spread

ARTICLE = """---
title: Day {day} of the offensive
publisher: The Daily Example
published: 2024-08-{day:02}
url: https://example.org/{day}
---
Ukraine controls {area} square kilometres of the Kursk region, General Oleksandr Syrskyi said on Monday.
More than {fled} people have left their homes there, according to the regional governor. It lasted 40 minutes.
"""


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for day in range(1, 15):
        text = ARTICLE.format(day=day, area=1000 + 7 * day, fled=100_000 + 1000 * day)
        (folder / f"{day:02}.md").write_text(text, encoding="utf-8")
    (folder / "15.md").write_text("")
    return sorted(folder.iterdir())


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "ARTICLES_A_TASK", 2)


def contents(home: Home) -> dict[str, list[str]]:
    """Every row of the published file as text, sorted; ids of runs and moments of recording left out."""
    own = {"run_id", "recorded_at", "accessed_at", "built_at", "started_at", "ended_at", "reviewed_at"}
    with duckdb.connect(home.published, read_only=True) as file:
        tables = [row[0] for row in file.execute("select table_name from duckdb_tables()").fetchall()]
        found = {}
        for table in sorted(set(tables) - {"run", "schema_migration"}):
            columns = [row[0] for row in file.execute(f"describe {table}").fetchall() if row[0] not in own]
            found[table] = sorted(map(repr, file.execute(f"select {', '.join(columns)} from {table}").fetchall()))
        return found


def serial(folder: Path, articles: Sequence[Path]) -> dict[str, list[str]]:
    home = Home(folder / "serial")
    ingest(articles, home)
    found = contents(home)
    assert len(found["figure"]) >= 28
    return found


def test_processes_give_the_warehouse_that_one_process_gives(tmp_path: Path, articles: list[Path]) -> None:
    home = Home(tmp_path / "spread")
    summary = ingest(articles, home, workers=2)

    assert [problem.problem for problem in summary.problems] == ["the file is empty"]
    assert contents(home) == serial(tmp_path, articles)
    assert list(home.parts.iterdir()) == []  # all taken in


def test_a_second_run_by_processes_finds_nothing_new(tmp_path: Path, articles: list[Path]) -> None:
    home = Home(tmp_path / "spread")
    ingest(articles, home)

    again = ingest(articles, home, workers=2)
    assert (again.added, again.retired, again.generation) == (0, 0, None)


class Deadly:
    """Processes of which one takes itself down at its first article."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def outcomes(self, tasks: Sequence[Task], names: Names) -> Iterator[Outcome]:
        os.environ["DEADLY"] = str(self.marker)
        try:
            yield from Processes(2).outcomes(tasks, names)
        finally:
            del os.environ["DEADLY"]


def die_once(task: Task, names: Names) -> Outcome:
    """Stand-in for a worker that the system kills: at the first task that any worker gets."""
    marker = Path(os.environ["DEADLY"])
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return carry_out(task, names)


def die_always(task: Task, names: Names) -> Outcome:
    if any(path.name == "03.md" for path in task.paths):
        os.kill(os.getpid(), signal.SIGKILL)
    return carry_out(task, names)


def test_a_worker_process_that_is_killed_once_costs_nothing(
    tmp_path: Path, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "_carry_out_with_kept", _ByNames(die_once))
    found = list(
        read_spread(articles, packaged_names(), {}, engine=Deadly(tmp_path / "died"), parts=tmp_path / "parts")
    )

    assert (tmp_path / "died").exists()
    assert rows_of([entry for entry in found if not isinstance(entry, InputError)]) == rows_of(
        [entry for entry in read_articles(articles, packaged_names(), {}) if isinstance(entry, Reading)]
    )


def test_articles_that_kill_their_process_every_time_are_given_up_and_the_others_read(
    tmp_path: Path, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "_carry_out_with_kept", _ByNames(die_always))
    found = list(read_spread(articles, packaged_names(), {}, engine=Processes(1), parts=tmp_path / "parts"))

    problems = [entry for entry in found if isinstance(entry, InputError)]
    assert [Path(problem.file).name for problem in problems] == ["03.md", "04.md", "15.md"]
    assert len(found) == 15


class _ByNames:
    """A task's function with the names that its process was sent; spawned processes import it by name."""

    def __init__(self, function: object) -> None:
        self.function = function

    def __call__(self, task: Task) -> Outcome:
        outcome: Outcome = self.function(task, packaged_names())  # type: ignore[operator]  # one of the two above
        return outcome


@contextmanager
def cluster() -> Iterator[tuple[str, list[int]]]:
    """A scheduler with two worker processes: its address, and their process ids."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as local:
        yield local.scheduler_address, [worker.pid for worker in local.workers.values()]


@pytest.mark.slow
def test_a_cluster_of_which_a_worker_is_killed_gives_the_warehouse_that_one_process_gives(
    tmp_path: Path, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "spread")
    expected = serial(tmp_path, articles)
    with cluster() as (address, pids):
        killed = _kill_at_first_part(home, pids[0], monkeypatch)
        ingest(articles, home, scheduler=address)

    assert killed == [pids[0]]
    assert contents(home) == expected


def _kill_at_first_part(home: Home, pid: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Kill the worker as soon as the writer has had one part, while others are being made."""
    killed: list[int] = []

    def read_and_kill(path: Path, *, reader_version: str) -> Iterator[object]:
        if not killed:
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)
            time.sleep(0.2)
        yield from read_part(path, reader_version=reader_version)

    monkeypatch.setattr(spreading, "read_part", read_and_kill)
    return killed


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path, articles: list[Path]) -> None:
    pytest.importorskip("distributed")

    with pytest.raises(NoClusterError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        list(read_spread(articles, packaged_names(), {}, engine=Cluster("tcp://127.0.0.1:9"), parts=tmp_path))


def readings(articles: Sequence[Path]) -> list[Reading]:
    return [entry for entry in read_articles(articles, packaged_names(), {}) if isinstance(entry, Reading)]


def test_a_part_is_named_by_its_content_and_gives_back_what_was_read(tmp_path: Path, articles: list[Path]) -> None:
    first = write_part(readings(articles), tmp_path, reader_version="1")
    again = write_part(readings(articles), tmp_path, reader_version="1")
    other = write_part(readings(articles[:3]), tmp_path, reader_version="1")

    assert first == again != other
    assert rows_of(read_part(first, reader_version="1")) == rows_of(readings(articles))
    assert sorted(path.suffix for path in tmp_path.glob("*.parquet")) == [".parquet", ".parquet"]


def test_parts_left_by_a_run_that_was_killed_are_taken_in(tmp_path: Path, articles: list[Path]) -> None:
    home = Home(tmp_path / "later")
    home.prepare()
    write_part(readings(articles), home.parts, reader_version=spreading.reader_version())

    claims = tmp_path / "claims.csv"
    claims.write_text("indicator,unit,as_of,value\nkilled,person,2024,12\n")
    assert ingest([claims], home).documents == 15
    assert list(home.parts.iterdir()) == []


def test_a_part_of_another_reader_and_a_broken_part_are_problems_and_stay(tmp_path: Path, articles: list[Path]) -> None:
    write_part(readings(articles), tmp_path, reader_version="old")
    (tmp_path / "zz.parquet").write_bytes(b"PAR1 no more")

    problems = list(waiting_readings(tmp_path, reader_version="new"))
    assert [str(problem).split("; ")[-1] for problem in problems] == ["delete it and ingest its articles again"] * 2
    assert "the part was made by reader old, this is new" in str(problems[0])
