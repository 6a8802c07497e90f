"""The questions and statements of ``queries/``: one a file, in a folder for the part that asks.

A name is the file's, whatever its folder, so it is the only one of its name.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def query(name: str, **identifiers: str) -> str:
    """The text of the file *name*, with ``{table}`` and the like replaced by *identifiers*.

    Identifiers are names of our own schema, never input: values are bound.
    """
    text = _paths()[name].read_text(encoding="utf-8")
    for placeholder, identifier in identifiers.items():
        text = text.replace(f"{{{placeholder}}}", identifier)
    return text


def queries_of(folder: str) -> dict[str, str]:
    """The texts of the files of a folder, by name, sorted."""
    found = files("warehouse").joinpath("queries", folder).iterdir()
    return {_name(file): file.read_text(encoding="utf-8") for file in sorted(found, key=_name)}


@cache
def _paths() -> dict[str, Traversable]:
    return {
        _name(file): file for folder in files("warehouse").joinpath("queries").iterdir() for file in folder.iterdir()
    }


def _name(file: Traversable) -> str:
    return file.name.removesuffix(".sql")
