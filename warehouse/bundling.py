"""Figures as one zip: the table, its Frictionless metadata and a README, streamed like the table itself."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from warehouse.about import About, about, data_package, readme
from warehouse.connection import Snapshot
from warehouse.exporting import csv_rows, reading_apart
from warehouse.pipe import Pipe
from warehouse.selection import Selection

_EPOCH = (1980, 1, 1, 0, 0, 0)  # entries carry no clock: the same selection of one generation is the same bytes


def zip_bytes(published: Snapshot, selection: Selection, *, name: str, downloaded: date) -> Iterator[bytes]:
    """``name.csv``, ``datapackage.json`` and ``README.md``; *downloaded* is the day the README says."""
    with reading_apart(published) as cursor:  # one cursor: table and metadata are of one generation
        yield from _zipped(about(cursor, selection, name), csv_rows(cursor, selection), downloaded)


def _zipped(of: About, table: Iterator[bytes], downloaded: date) -> Iterator[bytes]:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        size, digest = 0, sha256()
        with archive.open(_entry(f"{of.name}.csv"), "w", force_zip64=True) as entry:
            for chunk in table:
                size += len(chunk)
                digest.update(chunk)
                entry.write(chunk)
                yield pipe.taken()
        archive.writestr(_entry("datapackage.json"), _json(of, size, digest.hexdigest(), downloaded))
        archive.writestr(_entry("README.md"), readme(of, downloaded))
        yield pipe.taken()
    yield pipe.taken()


def _json(of: About, size: int, digest: str, downloaded: date) -> str:
    package = data_package(of, size=size, sha256=digest, downloaded=downloaded)
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
