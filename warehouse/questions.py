"""A question is a file of ``queries/``; its answer is frozen rows.

``{columns}`` in a file stands for the fields of the row type it is asked for, so that a row
and its query cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from warehouse.connection import Snapshot
from warehouse.sql import query

Row = TypeVar("Row")
Parameter = str | int | float | date | None | Sequence[str] | Sequence[float]


def rows(published: Snapshot, question: str, kind: type[Row], **parameters: Parameter) -> list[Row]:
    """The rows that the file *question* of ``queries/`` gives, in its order. Raises NotPublished."""
    with published.reading() as cursor:
        found = cursor.execute(query(question).replace("{columns}", _columns(kind)), parameters).fetchall()
    return [kind(*row) for row in found]


def row(published: Snapshot, question: str, kind: type[Row], **parameters: Parameter) -> Row | None:
    """The one row that the question gives; None where it gives none."""
    found = rows(published, question, kind, **parameters)
    return found[0] if found else None


def _columns(kind: type[Any]) -> str:
    return ",\n    ".join(field.name for field in fields(kind))
