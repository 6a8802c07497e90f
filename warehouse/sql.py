"""The questions and statements of ``queries/``: one a file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def query(name: str, **identifiers: str) -> str:
    """The text of ``queries/<name>.sql``, with ``{table}`` and the like replaced by *identifiers*.

    Identifiers are names of our own schema, never input: values are bound.
    """
    text = files("warehouse").joinpath("queries", f"{name}.sql").read_text(encoding="utf-8")
    for placeholder, identifier in identifiers.items():
        text = text.replace(f"{{{placeholder}}}", identifier)
    return text
