"""Downloads from the command line: the bytes that the buttons of the page give."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from figures.errors import InputError
from warehouse import asking, bundling, exporting
from warehouse.connection import Snapshot
from warehouse.home import Home
from warehouse.selection import Selection


def chunks(slug: str | None, form: str) -> Iterator[bytes]:
    """The figures of a series (None: of all) as csv, json, parquet or zip.

    Raises NotPublished, and InputError for a series that is not there.
    """
    published = Snapshot.of(Home.from_environment())
    if slug is not None and asking.series(published, slug) is None:
        raise InputError(slug, "no such series", "copy the last part of the address of its page")
    selection = Selection(slug=slug)
    if form == "zip":
        today = datetime.now(UTC).date()
        return bundling.zip_bytes(published, selection, name=slug or "reported-figures", downloaded=today)
    forms = {"csv": exporting.csv_bytes, "json": exporting.json_bytes, "parquet": exporting.parquet_bytes}
    return forms[form](published, selection)


def save(content: Iterable[bytes], path: Path) -> None:
    """Write a file whole or not at all. Raises InputError where it cannot be written."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            for chunk in content:
                file.write(chunk)
        os.replace(part, path)
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be written", "give another --output") from error
    finally:
        part.unlink(missing_ok=True)
