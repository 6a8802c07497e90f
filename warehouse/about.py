"""What an export says of itself: a Frictionless data package and a README with citation, filters and meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from warehouse.connection import Connection, run
from warehouse.selection import Selection
from warehouse.sql import query

TITLE = "Reported figures"
_TYPES = {"DOUBLE": "number", "INTEGER": "integer", "TINYINT": "integer", "BOOLEAN": "boolean", "DATE": "date"}
_IN_UNIT = ("value", "low", "high")
_CONSTRAINTS: dict[str, dict[str, object]] = {
    "figure_id": {"required": True, "unique": True, "pattern": "[0-9a-f]{16}"},
    "indicator": {"required": True},
    "unit": {"required": True},
    "excerpt": {"required": True},
    "kind": {"enum": ["stock", "running_total", "flow", "rate", "share", "attribute"]},
    "statistic": {"enum": ["level", "peak", "total", "change", "share"]},
    "evidence": {"enum": ["passage", "table_row"]},
    "confidence": {"minimum": 0, "maximum": 1},
    "severity": {"minimum": 0, "maximum": 4},
}
FLAGS = {
    "quantifier": {
        "exact": "the number as printed; the interval is its rounding",
        "approximately": "about, around, some, estimated",
        "almost": "nearly, close to, just under",
        "more_than": "more than, over; the high end is open",
        "at_least": "at least, no fewer than; the high end is open",
        "less_than": "less than, under; the low end is open",
        "at_most": "at most, up to; the low end is open",
        "range": "between two numbers",
        "vague": "words such as several hundred; there is no value, only an interval",
    },
    "severity": {
        "0": "in no disagreement",
        "1": "note: explained, or small",
        "2": "minor",
        "3": "major",
        "4": "severe: the intervals lie more than a factor of two apart and nothing explains it",
    },
    "reviewed": {
        "machine": "read by the program, seen by no person",
        "accepted": "a person compared it with the source and agreed",
        "corrected": "a person changed it, with a reason that the warehouse keeps",
    },
    "evidence": {
        "passage": "the sentence was read; offsets lead to it",
        "table_row": "transcribed from a table of claims; the passage is not held",
    },
    "alignment": {
        "party": "the voice belongs to a side of the conflict",
        "aligned": "it shares the aims of a side",
        "unaffiliated": "it belongs to none",
        "unknown": "nothing is known of it",
    },
}


@dataclass(frozen=True, slots=True)
class About:
    """What a selection holds: so much of the file as its citation and its metadata need. Times are UTC."""

    name: str
    filters: str
    figures: int
    first_day: date | None
    last_day: date | None
    units: tuple[str, ...]
    generation: int
    built_at: datetime
    reader_version: str
    method_version: str
    publishers: tuple[tuple[str, int, str], ...]  # name, figures, one address; most figures first
    columns: tuple[tuple[str, str, str], ...]  # name, type of the database, meaning


def about(cursor: Connection, selection: Selection, name: str) -> About:
    """Ask the published file what *selection* holds; *name* becomes small letters, digits and hyphens."""
    given = selection.parameters
    matching = {"source": selection.source, "condition": selection.condition}
    [(figures, first, last, units, *versions)] = run(cursor, query("export_about", **matching), given)
    generation, built_at, reader_version, method_version = versions
    return About(
        re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "figures",
        selection.in_words(),
        figures,
        first,
        last,
        tuple(units or ()),
        generation,
        built_at,
        reader_version,
        method_version,
        tuple(run(cursor, query("export_publishers", **matching), given)),
        tuple(run(cursor, query("export_columns"))),
    )


def short_citation(of: About) -> str:
    """``Reported figures, figures in Kursk, generation 12 (2026)``."""
    return f"{TITLE}, {of.filters}, generation {of.generation} ({of.built_at.year})"


def long_citation(of: About, downloaded: date) -> str:
    """Everything somebody needs to get the same numbers again."""
    names = [publisher for publisher, _, _ in of.publishers]
    from_whom = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return (
        f"{TITLE} (generation {of.generation}, built {of.built_at:%Y-%m-%d %H:%M} UTC): {of.filters}. "
        f"{of.figures:,} figures as reported by {from_whom or 'unnamed publishers'}; "
        f"reader {of.reader_version}, method {of.method_version}. Downloaded {downloaded.isoformat()}."
    )


def data_package(of: About, *, size: int, sha256: str, downloaded: date) -> dict[str, object]:
    """The Frictionless data package of ``<name>.csv``, which has *size* bytes."""
    return {
        "profile": "tabular-data-package",
        "name": of.name,
        "title": f"{TITLE}: {of.filters}",
        "description": long_citation(of, downloaded),
        "created": f"{of.built_at:%Y-%m-%dT%H:%M:%SZ}",
        "version": str(of.generation),
        "method_version": of.method_version,
        "reader_version": of.reader_version,
        "filters": of.filters,
        "licenses": [{"name": "MIT", "title": "The table, as the program. Quoted sentences remain their publishers'."}],
        "sources": [_source(publisher, url) for publisher, _, url in of.publishers],
        "resources": [_resource(of, size, sha256)],
    }


def readme(of: About, downloaded: date) -> str:
    """What a person reads beside the table, as Markdown."""
    return "\n".join(_readme_lines(of, downloaded)) + "\n"


def _source(publisher: str, url: str) -> dict[str, str]:
    return {"title": publisher, "path": url} if url.startswith(("http://", "https://")) else {"title": publisher}


def _resource(of: About, size: int, sha256: str) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": of.name,
        "path": f"{of.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "schema": {
            "fields": [_field(of, *column) for column in of.columns],
            "missingValues": [""],
            "primaryKey": ["figure_id"],
        },
    }


def _field(of: About, name: str, data_type: str, meaning: str) -> dict[str, object]:
    described: dict[str, object] = {
        "name": name,
        "title": name.replace("_", " "),
        "type": "datetime" if data_type.startswith("TIMESTAMP") else _TYPES.get(data_type, "string"),
        "description": meaning,
    }
    if name in _IN_UNIT:
        described["unit"] = of.units[0] if len(of.units) == 1 else "as in the column unit"
    if name in FLAGS and name != "severity":
        described["constraints"] = {"enum": list(FLAGS[name])}
    if name in _CONSTRAINTS:
        described["constraints"] = _CONSTRAINTS[name]
    return described


def _readme_lines(of: About, downloaded: date) -> Iterator[str]:
    span = f"{of.first_day} to {of.last_day}" if of.first_day else "no day known"
    yield f"# {TITLE}: {of.filters}"
    yield ""
    yield f"{of.figures:,} figures, as of {span}, from {len(of.publishers):,} publishers."
    yield ""
    yield f"* Cite shortly: {short_citation(of)}"
    yield f"* Cite in full: {long_citation(of, downloaded)}"
    yield f"* Filters: {of.filters}"
    yield f"* Generation {of.generation}, built {of.built_at:%Y-%m-%d %H:%M:%S} UTC, downloaded {downloaded}"
    yield f"* Method {of.method_version}, reader {of.reader_version}"
    yield ""
    yield "Each row is one number printed once in one document, or one row of a table of claims, with who said it,"
    yield "who printed it, as of when, and the interval that its wording allows. An empty cell is unknown, or an open"
    yield "end of an interval. Text that a spreadsheet would run as a formula has an apostrophe before it. Rejected"
    yield "and replaced readings are left out. Nothing here says which number is true."
    yield ""
    yield "## Columns"
    yield ""
    yield from (f"* `{name}`: {meaning}" for name, _, meaning in of.columns)
    for flag, meanings in FLAGS.items():
        yield ""
        yield f"## Values of {flag}"
        yield ""
        yield from (f"* `{value}`: {meaning}" for value, meaning in meanings.items())
    yield ""
    yield "## Publishers"
    yield ""
    yield from (f"* {publisher}: {figures:,}" for publisher, figures, _ in of.publishers)
