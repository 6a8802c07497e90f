"""Rows on the terminal: JSON lines, CSV, or a table that fits the eye."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import click

from app.csvs import to_csv

WIDEST = 48  # characters of a cell in a table; jsonl and csv hold it whole


def complain(problem: object) -> None:
    """Say on stderr, in one line, what is wrong."""
    click.echo(" ".join(str(problem).split()), err=True)


def print_jsonl(rows: Iterable[Mapping[str, object]]) -> None:
    """One JSON object a line, as the rows come."""
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False, allow_nan=False))


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A header, then the rows as they come; None is an empty cell, a list or an object is JSON text."""
    click.echo(to_csv(header, ()), nl=False)
    for row in rows:
        line = to_csv((), [[_flat(value) for value in row]])
        click.echo(line.removeprefix("\r\n"), nl=False)


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns side by side, numbers to the right; a text longer than WIDEST is cut, but not in the last column."""
    values = [list(row) for row in rows]
    cells = [[*(_cut(_shown(value)) for value in row[:-1]), *map(_shown, row[-1:])] for row in values]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    numeric = [all(isinstance(row[place], int | float | None) for row in values) for place in range(len(header))]
    for line in [list(header), ["-" * width for width in widths], *cells]:
        aligned = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(line, widths, numeric, strict=True)
        )
        click.echo("  ".join(aligned).rstrip())


def print_rows(header: Sequence[str], rows: Sequence[Sequence[object]], form: str) -> None:
    """Print rows as a table, as CSV or as one JSON array of objects."""
    if form == "table":
        print_table(header, rows)
    elif form == "csv":
        print_csv(header, rows)
    else:
        objects = [dict(zip(header, row, strict=True)) for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1, default=_flat))


def _flat(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value


def _shown(value: object) -> str:
    """A value on one line, without control characters, so that no text can play with the terminal."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in str(_flat(value))).split())


def _cut(line: str) -> str:
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"
