"""Reading spread over processes of this machine, or over a Dask cluster.

Workers see the articles and the folder of parts by the same paths as the writer: one machine, or a shared file
system. Each task reads a few articles and writes one immutable part (``parts.py``); only its path goes back. The
writer takes the parts in the order of the articles, so the outcome is that of reading one by one.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from figures.document import Origin
from figures.errors import FiguresError, InputError
from figures.names import Names
from warehouse.articles import read_article
from warehouse.parts import read_part, write_part
from warehouse.rows import Reading, StoredReading
from warehouse.running import reader_version

ARTICLES_A_TASK = 16  # few enough that a lost task costs little, enough that a part is worth its file
_ATTEMPTS = 2  # how often a task may take its process with it before its articles are given up


class NoClusterError(FiguresError):
    """The cluster cannot be reached, or the software for it is not installed."""


@dataclass(frozen=True, slots=True)
class Task:
    """A few articles for one worker, and what it needs to read them and to leave the part."""

    paths: tuple[Path, ...]
    origins: dict[str, Origin]
    parts: Path
    reader_version: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker did: *part* is None when no article could be read. *problems* are by article, in order."""

    part: Path | None
    problems: tuple[InputError, ...]


class Engine(Protocol):
    """Something that carries out tasks; outcomes come in the order of the tasks."""

    def outcomes(self, tasks: Sequence[Task], names: Names) -> Iterator[Outcome]:
        """Carry out all tasks; one that takes its worker with it becomes problems in the end."""
        ...


def engine_for(workers: int, scheduler: str | None) -> Engine | None:
    """The engine that is asked for; None when articles are to be read in this process, one by one."""
    if scheduler is not None:
        return Cluster(scheduler)
    return Processes(workers) if workers > 1 else None


def read_spread(
    paths: Sequence[Path], names: Names, origins: dict[str, Origin], *, engine: Engine, parts: Path
) -> Iterator[StoredReading | InputError]:
    """What each article says, task by task in the order of *paths*; within a task problems come last."""
    version = reader_version()
    parts.mkdir(parents=True, exist_ok=True)
    tasks = [
        Task(few, {path.name: origins[path.name] for path in few if path.name in origins}, parts.resolve(), version)
        for few in _few(paths)
    ]
    for outcome in engine.outcomes(tasks, names):
        if outcome.part is not None:
            yield from read_part(outcome.part, reader_version=version)
        yield from outcome.problems


def carry_out(task: Task, names: Names) -> Outcome:
    """Read the articles of a task and leave their part; run in a worker.

    Raises InputError where the worker has another version of the reader: its readings would not be the writer's.
    """
    if reader_version() != task.reader_version:
        problem = f"a worker has reader {reader_version()}, the writer {task.reader_version}"
        raise InputError("cluster", problem, "install the same version everywhere")
    found = [read_article(path, names, task.origins.get(path.name)) for path in task.paths]
    readings = [entry for entry in found if isinstance(entry, Reading)]
    problems = tuple(entry for entry in found if isinstance(entry, InputError))
    part = write_part(readings, task.parts, reader_version=task.reader_version) if readings else None
    return Outcome(part, problems)


@dataclass(frozen=True, slots=True)
class Processes:
    """Worker processes of this machine, *workers* of them.

    They are started afresh and not forked: the writer's process holds a database and its threads.
    """

    workers: int

    def outcomes(self, tasks: Sequence[Task], names: Names) -> Iterator[Outcome]:
        """See Engine."""
        done = lost = 0
        while done < len(tasks):
            begun = done
            try:
                for outcome in self._run(tasks[done:], names):
                    done += 1
                    yield outcome
            except BrokenProcessPool:
                lost = lost + 1 if done == begun else 1
                if lost == _ATTEMPTS:
                    yield _given_up(tasks[done])
                    done, lost = done + 1, 0

    def _run(self, tasks: Sequence[Task], names: Names) -> Iterator[Outcome]:
        fresh = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.workers, fresh, initializer=_keep, initargs=(names,)) as pool:
            try:
                yield from pool.map(_carry_out_with_kept, tasks)
            except BrokenProcessPool:
                # Seen with Python 3.11 on a busy machine: who outlives a killed worker is waited for, for ever.
                for worker in list(pool._processes.values()):
                    worker.kill()
                raise
            finally:
                pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask cluster by the address of its scheduler (``tcp://host:8786``).

    Raises NoClusterError when it does not answer or Dask is not installed. A task whose worker dies is given
    to another by the scheduler.
    """

    address: str

    def outcomes(self, tasks: Sequence[Task], names: Names) -> Iterator[Outcome]:
        """See Engine."""
        try:
            from distributed import Client, KilledWorker
        except ImportError as error:
            raise NoClusterError("Dask is not installed; install reported-figures[cluster]") from error
        try:
            client = Client(self.address, timeout=10)
        except OSError as error:
            raise NoClusterError(f"no scheduler answers at {self.address}; start one, or correct it") from error
        with client:
            everywhere = client.scatter(names, broadcast=True)
            # Workers have working directories of their own.
            absolute = [replace(task, paths=tuple(path.absolute() for path in task.paths)) for task in tasks]
            futures = client.map(carry_out, absolute, names=everywhere, pure=False)
            for task, future in zip(tasks, futures, strict=True):
                try:
                    outcome: Outcome = future.result()
                except KilledWorker:
                    outcome = _given_up(task)
                yield outcome


_kept: list[Names] = []  # a worker process's name tables: sent once, not with every task


def _keep(names: Names) -> None:
    _kept.append(names)


def _carry_out_with_kept(task: Task) -> Outcome:
    return carry_out(task, _kept[-1])


def _given_up(task: Task) -> Outcome:
    problem, remedy = "the process that read it died more than once", "ingest it alone, and report it"
    return Outcome(None, tuple(InputError(str(path), problem, remedy) for path in task.paths))


def _few(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    for start in range(0, len(paths), ARTICLES_A_TASK):
        yield tuple(paths[start : start + ARTICLES_A_TASK])
