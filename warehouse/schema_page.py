"""The schema as a page: ``python -m warehouse.schema_page`` prints what ``warehouse/SCHEMA.md`` has to be.

Everything on it is asked of a fresh database with all migrations: names, types, the comments that ship in the file, and
which table refers to which (a comment that names ``table.column``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from warehouse.connection import Connection, run
from warehouse.migrating import migrate
from warehouse.sql import query
from warehouse.unit_macros import definitions

PAGE = Path(__file__).with_name("SCHEMA.md")
_REFERENCE = re.compile(r"\b(?P<table>[a-z_]+)\.(?P<column>[a-z_]+_id)\b")
_INTRODUCTION = """\
# The warehouse, table by table

Generated from the comments in the published file (`python -m warehouse.schema_page`, part of `make fix`); do not edit.
For most questions the view `figures` is enough: `select * from figures where place = 'Kursk' order by as_of_start`.
All times are UTC. Open the file with `duckdb -readonly` or `warehouse.open(path)`.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and the table that its comment refers to; '' for none."""

    name: str
    type: str
    comment: str
    refers_to: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or a view (*kind*) with its columns in order."""

    name: str
    kind: str
    comment: str
    columns: tuple[Column, ...]


def page() -> str:
    """The whole page, as Markdown with a picture in Mermaid."""
    with duckdb.connect(":memory:") as database:
        migrate(database, PAGE)
        run(database, definitions())
        tables = _tables(database)
        macros = run(database, query("described_macros"))
    lines = [_INTRODUCTION, *_picture(tables)]
    for kind, title in (("view", "Views"), ("table", "Tables")):
        lines += ["", f"## {title}", *(line for table in tables if table.kind == kind for line in _described(table))]
    lines += ["", "## Macros", "", *(f"* `{name}({parameters})`: {comment}" for name, parameters, comment in macros)]
    return "\n".join(lines) + "\n"


def _tables(database: Connection) -> list[Table]:
    rows = run(database, query("described_schema"))
    names = {row[0] for row in rows if row[1] == "table"}
    return [
        Table(*head, tuple(_column(name, kind, comment, head[0], names) for *_, name, kind, comment in columns))
        for head, columns in groupby(rows, key=lambda row: (row[0], row[1], row[2]))
    ]


def _column(name: str, kind: str, comment: str, table: str, tables: set[str]) -> Column:
    found = (match["table"] for match in _REFERENCE.finditer(comment))
    return Column(name, kind, comment, next((other for other in found if other in tables and other != table), ""))


def _picture(tables: list[Table]) -> Iterator[str]:
    """Tables with their ids, and an arrow from each that refers to another."""
    drawn = [table for table in tables if table.kind == "table"]
    yield "```mermaid"
    yield "erDiagram"
    for table in drawn:
        keys = [f"        {column.type.lower()} {column.name}" for column in table.columns if _is_key(column)]
        yield from [f"    {table.name} {{", *keys, "    }"] if keys else [f"    {table.name}"]
    for table in drawn:
        for column in table.columns:
            if column.refers_to:
                yield f'    {column.refers_to} ||--o{{ {table.name} : "{column.name}"'
    yield "```"


def _is_key(column: Column) -> bool:
    return column.name.endswith("_id") or bool(column.refers_to)


def _described(table: Table) -> Iterator[str]:
    yield ""
    yield f"### {table.name}"
    yield ""
    yield table.comment
    yield ""
    yield "| column | type | meaning |"
    yield "|--|--|--|"
    yield from (f"| `{column.name}` | {column.type} | {_cell(column.comment)} |" for column in table.columns)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    print(page(), end="")
