"""What must hold in every database of ours: ``queries/invariants/``, checked before each publish and by the doctor.

Each file opens with what is wrong when it finds anything, and selects one row: how many, and an example.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from warehouse.connection import Connection, run
from warehouse.sql import queries_of


@dataclass(frozen=True, slots=True)
class Invariant:
    """*name* is its file's; *problem* says what is wrong where it does not hold."""

    name: str
    problem: str
    sql: str


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant that does not hold: for how many things, and one of them."""

    invariant: Invariant
    count: int
    example: str

    def __str__(self) -> str:
        return f"{self.invariant.problem}: {self.count:,}, such as {self.example}"


@cache
def invariants() -> tuple[Invariant, ...]:
    """All of them, by name."""
    return tuple(_invariant(name, sql) for name, sql in queries_of("invariants").items())


def _invariant(name: str, sql: str) -> Invariant:
    return Invariant(name, sql.splitlines()[0].removeprefix("--").strip().removesuffix("."), sql)


def broken_invariants(connection: Connection) -> list[Broken]:
    """Those that the connection's default database does not keep."""
    return list(_broken(connection))


def _broken(connection: Connection) -> Iterator[Broken]:
    for invariant in invariants():
        [[count, example]] = run(connection, invariant.sql)
        if count:
            yield Broken(invariant, int(count), str(example))
