"""SQL of strangers, answered by a child process that can be killed.

``Sandbox.run`` gives an ``Answer`` or raises ``SqlError``. One call to DuckDB can take all
memory of a machine and ignores every limit while it does (``repeat('x', 3e9)``), so user SQL
never runs in the process that serves the pages. The locks and limits are set in
``sandboxed.py``; this side keeps the clock, kills and bounds how many run at once.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from figures.errors import FiguresError

Cell = str | int | float | bool | None
START_SECONDS = 20.0  # for a child to import DuckDB on a busy machine
CHILD = Path(__file__).with_name("sandboxed.py")


class Kind(StrEnum):
    """Why a statement has no answer."""

    REFUSED = "refused"  # not a statement that is answered here
    WRONG = "wrong"  # the statement has an error
    STOPPED = "stopped"  # it took too much time or memory
    BUSY = "busy"  # too many statements are running
    UNAVAILABLE = "unavailable"  # there is no published file to ask


class SqlError(FiguresError):
    """Why a statement has no answer, in words for who typed it.

    *line* and *column* are 1-based and point into the statement; None when no place is known.
    """

    def __init__(self, kind: Kind, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(kind, message, line, column)
        self.kind = kind
        self.message = message
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return self.message if self.line is None else f"line {self.line}, column {self.column}: {self.message}"

    def pointed(self, sql: str) -> str:
        """Return the line of *sql* that is wrong with a caret below the place; '' when no place is known."""
        if self.line is None or self.column is None:
            return ""
        return f"{sql.splitlines()[self.line - 1]}\n{' ' * (self.column - 1)}^"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one statement may use. Seconds of wall time, bytes of reply, characters of a statement and a cell."""

    seconds: float = 5.0
    memory_mb: int = 512
    address_space: int = 1_500_000_000  # on top of what an idle child has
    threads: int = 2
    max_rows: int = 10_000
    max_bytes: int = 8_000_000
    max_cell: int = 20_000
    max_sql: int = 20_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer: its name and DuckDB's name of its type."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows in the order the statement gives. *more*: a cap left rows out; *cut*: cells shortened; *seconds*: run time.

    Dates and times are ISO text (UTC), decimals are text, lists and structs are JSON text.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool
    cut: int
    seconds: float


class Worker:
    """One child process. Not for two threads at once."""

    def __init__(self, limits: Limits) -> None:
        self._ready = False
        self._child = subprocess.Popen(  # noqa: S603 (our own script, no shell)
            [sys.executable, "-I", str(CHILD), str(limits.address_space)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            start_new_session=True,
        )
        self._unread = b""

    def ask(self, request: dict[str, object], seconds: float, max_bytes: int) -> bytes | None:
        """Return the child's line, or None when it died, took longer than *seconds* or said more than *max_bytes*."""
        if not self._ready:
            self._ready = self._line(START_SECONDS, max_bytes) == b"ready"
        if not self._ready or self._child.stdin is None:
            return None
        with suppress(BrokenPipeError):
            self._child.stdin.write(json.dumps(request).encode() + b"\n")
            self._child.stdin.flush()
            return self._line(seconds, max_bytes)
        return None

    def _line(self, seconds: float, max_bytes: int) -> bytes | None:
        end = time.monotonic() + seconds
        received = bytearray(self._unread)
        while b"\n" not in received[-65536:]:
            chunk = self._read(end - time.monotonic())
            if not chunk or len(received) > max_bytes:
                return None
            received += chunk
        line, _, self._unread = bytes(received).partition(b"\n")
        return line

    def _read(self, seconds: float) -> bytes:
        if self._child.stdout is None or seconds <= 0:
            return b""
        readable, _, _ = select.select([self._child.stdout], [], [], seconds)
        return os.read(self._child.stdout.fileno(), 65536) if readable else b""

    def end(self) -> None:
        """Kill the child and collect it."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.pid


class Sandbox:
    """Answers SQL on the published file *path*; at most *at_once* statements run, others wait *patience* seconds.

    A child answers many statements, each on a connection of its own, which sees the file as
    it then stands. A child that had to be stopped is replaced.
    """

    def __init__(self, path: Path, limits: Limits | None = None, *, at_once: int = 2, patience: float = 0.5) -> None:
        self._path = path
        self.limits = limits or Limits()
        self._patience = patience
        self._slots = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._owner = os.getpid()

    def run(self, sql: str) -> Answer:
        """Answer one SELECT or EXPLAIN statement. Raises SqlError."""
        if len(sql) > self.limits.max_sql:
            raise SqlError(
                Kind.REFUSED, f"The statement has {len(sql):,} characters; {self.limits.max_sql:,} are allowed."
            )
        if not self._path.exists():
            raise SqlError(Kind.UNAVAILABLE, "There is no published file yet. Run `figures ingest` first.")
        if not self._slots.acquire(timeout=self._patience):
            raise SqlError(Kind.BUSY, "Other statements are still running. Try again in a few seconds.")
        try:
            return self._answer(sql)
        finally:
            self._slots.release()

    def close(self) -> None:
        """End the idle children."""
        while (worker := self._taken()) is not None:
            worker.end()

    def _answer(self, sql: str) -> Answer:
        limits = self.limits
        worker = self._taken() or Worker(limits)
        request = asdict(limits) | {"path": str(self._path), "sql": sql}
        # JSON may be six bytes a character; what comes on top is a child gone wrong.
        line = worker.ask(request, limits.seconds + 1, 6 * limits.max_bytes + 1_000_000)
        if line is None:
            worker.end()
            self._give_back(Worker(limits))
            raise SqlError(
                Kind.STOPPED,
                f"The statement was stopped: it took more than {limits.seconds:g} seconds or too much memory. "
                "Ask for less at a time.",
            )
        said = json.loads(line)
        if said.get("problem", {}).get("kind") == Kind.STOPPED:  # what it took may stay with it
            worker.end()
            worker = Worker(limits)
        self._give_back(worker)
        return _answer_from(said, sql)

    def _taken(self) -> Worker | None:
        with self._lock:
            if self._owner != os.getpid():  # a fork must not talk to its parent's children
                self._idle, self._owner = [], os.getpid()
            return self._idle.pop() if self._idle else None

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if not self._idle:
                self._idle.append(worker)
                return
        worker.end()


def _answer_from(said: dict[str, object], sql: str) -> Answer:
    problem = said.get("problem")
    if isinstance(problem, dict):
        line, column = _place(sql, problem["offset"])
        raise SqlError(Kind(problem["kind"]), problem["message"], line, column)
    columns, rows = said["columns"], said["rows"]
    assert isinstance(columns, list)  # noqa: S101 (our own child wrote it)
    assert isinstance(rows, list)  # noqa: S101
    return Answer(
        tuple(Column(name, kind) for name, kind in columns),
        tuple(tuple(row) for row in rows),
        bool(said["more"]),
        int(str(said["cut"])),
        float(str(said["seconds"])),
    )


def _place(sql: str, offset: int | None) -> tuple[int | None, int | None]:
    """Turn an offset in bytes into line and column, both from 1."""
    if offset is None or not sql:
        return None, None
    before = sql.encode()[:offset].decode(errors="ignore")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
