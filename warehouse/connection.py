"""The two files: the work file with its one writer, and the published file with its many readers.

DuckDB locks a file for one process, and its lock is dropped when the same process opens and closes that
file by any other way. So nothing in the writer's process may ``open()`` the work file: no hash, no copy.
Readers never touch it; they attach the published file, which is replaced whole (``publishing.py``).
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Any, TypeAlias

import duckdb

from warehouse.errors import Damaged, IngestRunning, NotPublished, WarehouseError
from warehouse.home import Home
from warehouse.migrating import migrate

# Every DuckDB from 1.2.0 on reads this format; the default of 2.0 is refused by 1.2, 1.4 and 1.5.
STORAGE_VERSION = "v1.2.0"

# Ways of packing that are not tried in the work file: a load takes a third less of the processor's time, and the
# file, which only the writer reads, becomes a third larger.
UNTRIED = "dictionary,zstd"

Connection: TypeAlias = duckdb.DuckDBPyConnection
Row: TypeAlias = tuple[Any, ...]

_WORK_REMEDY = "move it away and ingest again: articles, claims and the inbox's archive hold all that it held"


def quoted(path: Path | str) -> str:
    """A path as an SQL string, for statements such as ATTACH that take no parameter."""
    return "'" + str(path).replace("'", "''") + "'"


def run(connection: Connection, statement: str, parameters: Sequence[object] | dict[str, object] = ()) -> list[Row]:
    """Run a statement to its end and give its rows: DuckDB 2.0 leaves a result open until it is fetched."""
    rows: list[Row] = connection.execute(statement, parameters).fetchall()
    return rows


def counted(connection: Connection, statement: str, parameters: Sequence[object] | dict[str, object] = ()) -> int:
    """Run an insert, update or delete and give how many rows it wrote."""
    [[count]] = run(connection, statement, parameters)
    return int(count)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of the block or nothing of it."""
    run(connection, "begin")
    try:
        yield
    except BaseException:
        # A commit that failed has rolled back already; then there is nothing to undo.
        with suppress(duckdb.TransactionException):
            connection.execute("rollback")
        raise
    run(connection, "commit")


@contextmanager
def open_work(home: Home) -> Iterator[Connection]:
    """The work file, for writing, brought to the newest schema; closed at the end.

    Raises IngestRunning when another process has it, Damaged when it is no database, WarehouseError when the
    home cannot be written to.
    """
    try:
        home.prepare()
    except OSError as error:
        remedy = "give FIGURES_HOME a folder that you may write to"
        raise WarehouseError(home.path, f"it cannot be written to ({error.strerror})", remedy) from error
    with _locked(home.lock_file):
        connection = _connect_work(home.work_file)
        try:
            migrate(connection, home.work_file)
            yield connection
        finally:
            connection.close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock file with our process id in it.

    A file of its own, because flock on the database would not be DuckDB's lock; it goes with the process,
    so a killed writer leaves nothing to clean.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise IngestRunning(path, _holder(descriptor)) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> int | None:
    text = os.pread(descriptor, 32, 0).decode(errors="replace").strip()
    return int(text) if text.isdigit() else None


def _connect_work(path: Path) -> Connection:
    """The work file as the database ``work`` of a fresh instance.

    Connecting to the file itself would replay the log that a killed writer left before DuckDB 2.0 has its own
    functions at hand, and fail on the first check or view in it; an instance that runs already has them.
    """
    connection = duckdb.connect(":memory:")
    try:
        run(connection, f"attach {quoted(path)} as work (storage_version '{STORAGE_VERSION}')")
        run(connection, "use work")
        run(connection, "set TimeZone = 'UTC'")
        run(connection, f"set disabled_compression_methods = '{UNTRIED}'")
    except duckdb.Error as error:
        connection.close()
        if "Conflicting lock" in str(error):
            raise IngestRunning(path, None) from error
        raise Damaged(path, _first_line(error), _WORK_REMEDY) from error
    return connection


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


class Snapshot:
    """The published file, as one whole generation at a time.

    ``cursor()`` gives a cursor of its own for each query or thread; a cursor keeps its generation for as
    long as it lives, and each new one sees the newest. Close cursors when done: the files of old generations
    stay on disk until then. The articles' texts, where published, are attached as ``texts``. *memory* bounds
    what DuckDB holds, such as ``256MB`` (more goes to a temporary folder); None leaves it most of the machine.
    """

    def __init__(self, path: Path, *, texts: Path | None = None, memory: str | None = None) -> None:
        self.path = path
        self._texts = texts
        self._memory = memory
        self._lock = threading.Lock()
        self._instance: Connection | None = None
        self._signature: tuple[tuple[int, int] | None, ...] | None = None

    @classmethod
    def of(cls, home: Home, *, memory: str | None = None) -> Snapshot:
        """The published files of a home."""
        return cls(home.published, texts=home.published_texts, memory=memory)

    def cursor(self) -> Connection:
        """A cursor on the newest generation, times in UTC. Raises NotPublished, or Damaged."""
        with self._lock:
            cursor = self._newest().cursor()
        # A cursor takes over the instance's settings but not its default database.
        cursor.execute("use figures")
        cursor.execute("set TimeZone = 'UTC'")
        return cursor

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A cursor that is closed at the end."""
        cursor = self.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @property
    def signature(self) -> tuple[int, int] | None:
        """Inode and change time (ns) of the published file: equal means the same generation. None: none is there."""
        return _signature(self.path)

    def close(self) -> None:
        """Let go of the file; cursors that still live keep theirs."""
        with self._lock:
            if self._instance is not None:
                self._instance.close()
            self._instance = self._signature = None

    def _newest(self) -> Connection:
        signature = (_signature(self.path), None if self._texts is None else _signature(self._texts))
        if signature[0] is None:
            raise NotPublished(self.path)
        if self._instance is None or signature != self._signature:
            self._instance, self._signature = _attach(self.path, self._texts, self._memory), signature
        return self._instance


def _signature(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def _attach(path: Path, texts: Path | None, memory: str | None) -> Connection:
    """A fresh in-memory instance with the file attached.

    ``duckdb.connect(path)`` would give back the old generation for as long as anything in this process still
    holds it; an instance of its own does not.
    """
    instance = duckdb.connect(":memory:")
    try:
        if memory is not None:
            instance.execute(f"set memory_limit = {quoted(memory)}")
            instance.execute(f"set temp_directory = {quoted(Path(gettempdir()) / 'figures-spill')}")
        instance.execute(f"attach {quoted(path)} as figures (read_only)")
        if texts is not None and texts.exists():
            instance.execute(f"attach {quoted(texts)} as texts (read_only)")
    except duckdb.Error as error:
        instance.close()
        raise Damaged(path, _first_line(error), "run: figures doctor, then figures ingest to publish again") from error
    return instance
