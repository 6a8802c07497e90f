"""Claims tables with dull defaults, as rows and as a published file."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import duckdb

from figures.names import packaged_names
from warehouse.claim import ClaimsTable
from warehouse.claims import read_claims
from warehouse.connection import STORAGE_VERSION, Snapshot
from warehouse.loading import load
from warehouse.migrating import migrate
from warehouse.naming import record_names
from warehouse.rows import rows_of
from warehouse.unit_macros import definitions

NOW = datetime(2026, 11, 22, 1, 2, 3, 456)  # noqa: DTZ001 the database keeps UTC without a zone
HEADER = (
    "indicator,place,as_of,quantifier,value,unit,low,high,also_value,also_unit,speaker,publisher,published,quote,url"
)
DULL = {
    "indicator": "area_controlled",
    "place": "Kursk",
    "as_of": "2024-08-15",
    "value": "1150",
    "unit": "km**2",
    "speaker": "Oleksandr Syrskyi",
    "publisher": "The Independent",
    "published": "2024-08-19",
}


def table_of(folder: Path, *rows: dict[str, str], header: str = HEADER) -> ClaimsTable:
    """A claims table as read from its file; cells that a row leaves out are dull."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header.split(","), extrasaction="ignore", lineterminator="\n")
    text.write(header + "\n")
    writer.writerows(DULL | row for row in rows)
    path = folder / "claims.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    return read_claims(path)


def publish(folder: Path, *rows: dict[str, str]) -> Snapshot:
    """A file of claims rows as readers open it, without comparisons: severities are set by hand."""
    table = table_of(folder, *rows)
    assert table.problems == []
    path = folder / "figures.duckdb"
    meta = "insert into warehouse_meta by name select 7 as generation, $now as built_at, 1 as schema_version, "
    with duckdb.connect(path, config={"storage_compatibility_version": STORAGE_VERSION}) as work:
        migrate(work, path)
        record_names(work, packaged_names())
        load(work, rows_of(table.documents), run_id="run", now=NOW)
        work.execute("update figure set severity = 3 where value = 1250")
        work.execute("create temp table sorted as from figure order by series_id, as_of_start, figure_id")
        work.execute("delete from figure; insert into figure from sorted")
        work.execute(meta + "'r1' as reader_version, 'm1' as method_version", {"now": NOW})
        work.execute(definitions())
    return Snapshot(path)
