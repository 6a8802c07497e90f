"""What runs inside the sandbox: a child process that answers one SQL statement at a time.

Started by ``sandbox.py`` as a plain script, so it imports nothing of this project. It reads
one JSON object a line from stdin (``path``, ``sql`` and the limits) and writes one JSON
object a line to stdout; it ends when stdin ends. DuckDB's own limits are checked between
vectors and not inside a function, so the operating system's limits stand behind them.
"""

from __future__ import annotations

import json
import math
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import duckdb

CONFIG = {
    "python_enable_replacements": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_persistent_secrets": "false",
    "allow_community_extensions": "false",
    "temp_directory": "",
}
# The order matters: nothing can be set once the configuration is locked.
LOCKS = (
    "set errors_as_json = true",
    "set TimeZone = 'UTC'",
    "set enable_external_access = false",
    "set lock_configuration = true",
)
TOO_MUCH_MEMORY = "The statement needs more memory than is allowed here. Ask for less at a time."
ALLOWED = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
BATCH = 256  # rows fetched at a time


class StatementError(Exception):
    """Why there is no answer; *offset* and *length* count bytes of the statement, None when no place is known."""

    def __init__(self, kind: str, message: str, offset: int | None = None, length: int = 1) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.offset = offset
        self.length = length


class Fetched(NamedTuple):
    """Rows as JSON texts; *more* when rows were left, *cut* counts shortened cells."""

    rows: list[str]
    more: bool
    cut: int


def confine(extra_bytes: int) -> None:
    """Bound the memory of this process to what it has now and *extra_bytes*; it writes no file and opens few."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + extra_bytes, used + extra_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)  # the pages come first


def allow_cpu(seconds: float) -> None:
    """Let this process use *seconds* more of processor time before the kernel ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def connect(request: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open the published file read-only with every door shut."""
    limits = {
        "memory_limit": f"{request['memory_mb']}MB",
        "threads": str(request["threads"]),
        "max_execution_time": str(int(request["seconds"] * 1000)),
    }
    connection = duckdb.connect(request["path"], read_only=True, config=CONFIG | limits)
    for lock in LOCKS:
        connection.execute(lock)
    return connection


def only_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of *sql*; more than one, or another kind than a query, is refused."""
    statements = connection.extract_statements(sql)
    if not statements:
        raise StatementError("refused", "There is no statement here. Type one SELECT statement.")
    if len(statements) > 1:
        raise StatementError("refused", f"There are {len(statements)} statements here. Send one at a time.")
    if statements[0].type not in ALLOWED:
        kind = statements[0].type.name.replace("_", " ")
        raise StatementError("refused", f"This is a {kind} statement. Only SELECT and EXPLAIN are answered here.")
    return statements[0]


def cell(value: object, hidden: str) -> str | int | float | bool | None:
    """Give *value* as JSON can hold it: dates as ISO text, lists as JSON text, NaN and infinities as words.

    *hidden* is the directory of the file, which no reader needs to know.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, bytes):
        return value.hex()
    text = json.dumps(value, default=str, ensure_ascii=False) if isinstance(value, list | dict | tuple) else str(value)
    return text.replace(hidden, "")


def rows_of(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the running query."""
    while batch := cursor.fetchmany(BATCH):
        yield from batch


def fetch(rows: Iterable[tuple[object, ...]], request: Mapping[str, Any], hidden: str) -> Fetched:
    """Take rows up to the caps of the request: rows, bytes in all and characters a cell."""
    longest, size, cut = request["max_cell"], 0, 0
    taken: list[str] = []
    for row in rows:
        cells = [cell(value, hidden) for value in row]
        for i, value in enumerate(cells):
            if isinstance(value, str) and len(value) > longest:
                cells[i], cut = value[:longest] + "…", cut + 1
        text = json.dumps(cells, ensure_ascii=False)
        size += len(text)
        if len(taken) == request["max_rows"] or (taken and size > request["max_bytes"]):
            return Fetched(taken, True, cut)
        taken.append(text)
    return Fetched(taken, False, cut)


def answer(request: Mapping[str, Any]) -> str:
    """Run the statement and give its answer as one JSON line."""
    hidden = os.path.join(os.path.dirname(os.path.realpath(request["path"])), "")
    started = time.perf_counter()
    with connect(request) as connection:
        statement = only_statement(connection, request["sql"])
        allow_cpu(request["seconds"] * request["threads"] + 1)
        cursor = connection.execute(statement)
        columns = [[column[0], str(column[1]).strip('"')] for column in cursor.description]
        fetched = fetch(rows_of(cursor), request, hidden)
    head = {"columns": columns, "more": fetched.more, "cut": fetched.cut, "seconds": time.perf_counter() - started}
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "rows": [{", ".join(fetched.rows)}]}}'


def problem_of(error: duckdb.Error) -> StatementError:
    """Read DuckDB's error, which comes as JSON after its class, and say it as the page will."""
    text = str(error)
    start = text.find("{")
    try:
        said = json.loads(text[start:]) if start >= 0 else {}
    except json.JSONDecodeError:
        said = {}
    message = str(said.get("exception_message", text))
    offset = int(said["position"]) if str(said.get("position", "")).isdigit() else None
    length = int(str(said.get("location", "[0,1]")).strip("[]").split(",")[-1] or 1)
    if isinstance(error, duckdb.OutOfMemoryException):
        return StatementError(
            "stopped", "The statement needs more memory than is allowed here. Ask for less at a time."
        )
    if isinstance(error, duckdb.InterruptException):
        return StatementError("stopped", "The statement took longer than is allowed here. Ask for less at a time.")
    if isinstance(error, duckdb.PermissionException):
        return StatementError("refused", message, offset, length)
    return StatementError("wrong", message, offset, length)


def reply(request: Mapping[str, Any]) -> str:
    """Give the answer, or the problem, as one JSON line."""
    hidden = os.path.join(os.path.dirname(os.path.realpath(request["path"])), "")
    try:
        return answer(request)
    except StatementError as problem:
        found = problem
    except MemoryError:
        found = StatementError(
            "stopped", "The statement needs more memory than is allowed here. Ask for less at a time."
        )
    except duckdb.Error as error:
        found = problem_of(error)
    message = found.message.replace(hidden, "")
    problem_line = {"kind": found.kind, "message": message, "offset": found.offset, "length": found.length}
    return json.dumps({"problem": problem_line}, ensure_ascii=False)


def main() -> None:
    """Answer requests until stdin ends."""
    confine(int(sys.argv[1]))
    out = sys.stdout
    print("ready", file=out, flush=True)
    for line in sys.stdin:
        print(reply(json.loads(line)), file=out, flush=True)


if __name__ == "__main__":
    main()
