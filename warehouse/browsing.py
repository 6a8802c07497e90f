"""What the open pages ask: the schema, the saved examples, the articles and all rows a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from warehouse import questions
from warehouse.connection import Snapshot


@dataclass(frozen=True, slots=True)
class DescribedColumn:
    """A column of a table or view, with the comment of each."""

    table_name: str
    table_kind: str
    table_comment: str
    column_name: str
    column_type: str
    column_comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view with its columns in their order."""

    name: str
    kind: str
    comment: str
    columns: tuple[DescribedColumn, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words, and its statement."""

    name: str
    question: str
    sql: str


def described_tables(published: Snapshot) -> tuple[Table, ...]:
    """All tables and views, ``figures`` first. Raises NotPublished."""
    rows = questions.rows(published, "described_columns", DescribedColumn)
    groups = groupby(rows, key=lambda row: (row.table_name, row.table_kind, row.table_comment))
    return tuple(Table(*table, tuple(columns)) for table, columns in groups)


@cache
def examples() -> tuple[Example, ...]:
    """The saved examples (``queries/example_*.sql``: the question on the first line), by name."""
    found = [path for path in files("warehouse").joinpath("queries").iterdir() if path.name.startswith("example_")]
    return tuple(
        _example(path.name, path.read_text(encoding="utf-8")) for path in sorted(found, key=lambda path: path.name)
    )


def _example(name: str, text: str) -> Example:
    question, _, sql = text.partition("\n")
    return Example(name.removeprefix("example_").removesuffix(".sql"), question.removeprefix("-- "), sql.strip())
