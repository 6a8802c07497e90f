"""Any CSV or Parquet table as a claims table, by a mapping file in TOML.

A mapping says which of our columns (``claim.COLUMNS``) come from where::

    [read]                            # all optional
    dates = ["%d/%m/%Y"]              # strptime forms, the first that fits; without: ISO
    thousands = ","                   # how numbers are grouped
    decimal = "."
    blank = ["n/a", "-"]              # cells that mean nothing, beside the empty one
    delimiter = ";"                   # of a CSV
    encoding = "latin-1"

    [columns]                         # our column = the table's column
    as_of = "date"
    low = "estimate_low"

    [defaults]                        # our column = a value for rows where it is still blank
    unit = "person"

    [values.type.deaths]              # where the table's column "type" says "deaths": our column = value
    indicator = "killed"

    [quantifier]                      # the hedge is in a text column
    column = "wording"
    words = { "pas moins de" = "at_least" }   # beside the hedges that reading knows

A value of ``[values]`` stands above a column, a column above a default; so one body under several
names is one speaker: ``[values.source."UK MoD"]`` with ``speaker = "UK Ministry of Defence"``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from figures import hedges
from figures.errors import InputError
from figures.figure import Quantifier
from warehouse.claim import COLUMNS, Cells, ClaimsTable
from warehouse.claims import claims_from
from warehouse.days import read_window_as
from warehouse.tables import read_text, table_rows

_SECTIONS = ("read", "columns", "defaults", "values", "quantifier")
_READ = ("dates", "thousands", "decimal", "blank", "delimiter", "encoding")
_DAYS = ("as_of", "published")
_NUMBERS = ("value", "low", "high", "also_value")


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping file, checked. *file* is its base name."""

    file: str
    columns: Cells
    defaults: Cells
    values: dict[str, dict[str, Cells]]  # the table's column, its value, our cells
    dates: tuple[str, ...] = ()
    thousands: str = ","
    decimal: str = "."
    blank: frozenset[str] = frozenset()
    delimiter: str = ""  # a tab for .tsv, else a comma
    encoding: str = "utf-8-sig"
    wording: str = ""  # the table's column that holds the hedge; '' for none
    words: dict[str, Quantifier] = field(default_factory=dict)

    @property
    def table_columns(self) -> set[str]:
        """Every column that the table must have."""
        return {*self.columns.values(), *self.values, *([self.wording] if self.wording else [])}


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises InputError for one that is no TOML, has a section or column that is not known, or gives
    our columns no value of text.
    """
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(path.name, f"no TOML: {error}", "see the example in the README") from error
    for section in content:
        if section not in _SECTIONS:
            raise InputError(path.name, f"section [{section}] is not known", f"use {', '.join(_SECTIONS)}")
    return _Reader(path.name, content).mapping()


def read_mapped(path: Path, mapping: Mapping) -> ClaimsTable:
    """Read a CSV or Parquet table as *mapping* says; problems name the table, or the mapping where it is at fault.

    The line of a Parquet row is its place, from 1.
    """
    try:
        rows = list(_rows(path, mapping))
    except InputError as problem:
        return ClaimsTable(problems=[problem])
    return claims_from(((line, _cells(row, mapping, path.name, line)) for line, row in rows), path.name)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The content of a mapping file, asked section by section."""

    file: str
    content: dict[str, object]

    def mapping(self) -> Mapping:
        read, quantifier = self.section("read"), self.section("quantifier")
        for name in read:
            if name not in _READ:
                raise InputError(self.file, f"[read] {name} is not known", f"use {', '.join(_READ)}")
        return Mapping(
            file=self.file,
            columns=self.ours("columns", self.section("columns")),
            defaults=self.ours("defaults", self.section("defaults")),
            values=self.values(),
            dates=tuple(_texts(read.get("dates", ()))),
            thousands=str(read.get("thousands", ",")),
            decimal=str(read.get("decimal", ".")),
            blank=frozenset(_texts(read.get("blank", ()))),
            delimiter=str(read.get("delimiter", "")),
            encoding=str(read.get("encoding", "utf-8-sig")),
            wording=str(quantifier.get("column", "")),
            words=self.words(quantifier.get("words", {})),
        )

    def section(self, name: str) -> dict[str, object]:
        return self.table(name, self.content.get(name, {}))

    def table(self, name: str, found: object) -> dict[str, object]:
        if not isinstance(found, dict):
            raise InputError(self.file, f"[{name}] is no table", f"write [{name}] and lines of: name = value")
        return found

    def ours(self, section: str, found: dict[str, object]) -> Cells:
        for column in found:
            if column not in COLUMNS:
                near = get_close_matches(column, COLUMNS, 1, 0.5)
                remedy = f"write {near[0]!r}" if near else f"use {', '.join(COLUMNS)}"
                raise InputError(self.file, f"[{section}] {column} is none of our columns", remedy)
        return {column: str(value) for column, value in found.items()}

    def values(self) -> dict[str, dict[str, Cells]]:
        return {
            column: {
                value: self.ours(f"values.{column}.{value}", self.table(f"values.{column}.{value}", cells))
                for value, cells in self.table(f"values.{column}", by_value).items()
            }
            for column, by_value in self.section("values").items()
        }

    def words(self, found: object) -> dict[str, Quantifier]:
        try:
            return {word: Quantifier(str(name)) for word, name in self.table("quantifier.words", found).items()}
        except ValueError as error:
            remedy = f"use {', '.join(Quantifier)}"
            raise InputError(self.file, f"[quantifier.words]: {error}", remedy) from error


def _texts(found: object) -> list[str]:
    return [str(one) for one in found] if isinstance(found, list | tuple) else [str(found)]


def _rows(path: Path, mapping: Mapping) -> Iterator[tuple[int, dict[str, str] | InputError]]:
    """Line and cells by the table's own columns; raises InputError for a table that lacks one."""
    records = table_rows(path, encoding=mapping.encoding, delimiter=mapping.delimiter)
    number, header = next(records, (1, []))
    header = [name.strip() for name in header]
    _check(set(header), path.name, number, mapping)
    for line, cells in records:
        if len(cells) == len(header):
            yield line, dict(zip(header, cells, strict=True))
        else:
            problem = f"{len(cells)} cells where the header has {len(header)}"
            yield line, InputError(path.name, problem, "quote cells that hold the delimiter", line)


def _check(header: set[str], file: str, line: int, mapping: Mapping) -> None:
    for column in sorted(mapping.table_columns - header):
        near = get_close_matches(column, sorted(header), 1, 0.5)
        remedy = f"write {near[0]!r} in {mapping.file}" if near else f"correct {mapping.file}"
        raise InputError(file, f"column {column!r}, which the mapping names, is missing", remedy, line)


def _cells(row: dict[str, str] | InputError, mapping: Mapping, file: str, line: int) -> Cells | InputError:
    """A row of the table by our columns; an InputError for a day in none of the forms."""
    if isinstance(row, InputError):
        return row
    theirs = {column: _filled(cell, mapping) for column, cell in row.items()}
    cells = {ours: theirs[column] for ours, column in mapping.columns.items() if theirs[column]}
    for column, by_value in mapping.values.items():
        cells |= by_value.get(theirs[column], {})
    if mapping.wording:
        cells |= _hedge(theirs[mapping.wording], mapping.words)
    cells = mapping.defaults | cells
    cells |= {column: _number(cells[column], mapping) for column in _NUMBERS if column in cells}
    try:
        return cells | {column: _day(cells[column], mapping) for column in _DAYS if column in cells}
    except ValueError as error:
        return InputError(file, str(error), f"add the form to [read] dates of {mapping.file}", line)


def _filled(cell: str, mapping: Mapping) -> str:
    text = cell.strip()
    return "" if text in mapping.blank else text


def _number(cell: str, mapping: Mapping) -> str:
    """A number with a point and with commas in thousands; anything else is left for the row's own check."""
    if mapping.thousands == "," and mapping.decimal == ".":
        return cell
    ungrouped = cell.replace(mapping.thousands, "") if mapping.thousands else cell
    return ungrouped.replace(mapping.decimal, ".")


def _day(cell: str, mapping: Mapping) -> str:
    """A day, month or year in ISO; defaults and typed cells are in ISO already."""
    try:
        window = read_window_as(cell, mapping.dates)
    except ValueError:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}(T[\d:.]+)?", cell):
            return cell
        raise
    match window.precision:
        case "time":
            return window.opening.isoformat()
        case "day":
            return window.start.isoformat()
        case "month":
            return f"{window.start:%Y-%m}"
    return f"{window.start:%Y}"


def _hedge(text: str, words: dict[str, Quantifier]) -> Cells:
    """The quantifier of the longest hedge in *text*; nothing where there is none."""
    known = {hedge.words: hedge.quantifier for hedge in hedges.hedges()} | words
    for phrase in sorted(known, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
            return {"quantifier": known[phrase].value}
    return {}
