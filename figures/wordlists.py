"""Reading the lexicon: commented CSV files, checked row by row as they load.

A lexicon file opens with lines that start with ``#``: what it holds, its source, its columns,
how to extend it. Then a header, then rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from figures.decoding import read_utf8
from figures.errors import LexiconError


def packaged(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a file of ``figures/lexicon``: line number and cells by column name."""
    text = files("figures").joinpath("lexicon", name).read_text(encoding="utf-8")
    return rows(text, f"figures/lexicon/{name}")


def from_file(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table of the user's, such as ``seeds/places.csv``. Raises InputError for a file that is no text."""
    return rows(read_utf8(path).removeprefix("\ufeff"), str(path))


def rows(text: str, file: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and stripped cells by column name; comments and blank lines are left out.

    Raises LexiconError for a row with more or fewer cells than the header.
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        return
    header = next(csv.reader([lines[0][1]]))
    for number, line in lines[1:]:
        cells = next(csv.reader([line]))
        if len(cells) != len(header):
            raise LexiconError(
                file, f"{len(cells)} cells where the header has {len(header)}", "quote cells that hold a comma", number
            )
        yield number, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
