"""Files of figures: what a spreadsheet, pandas, DuckDB and a validator find in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.warehouse.claimtables import publish
from warehouse import exporting
from warehouse.connection import Snapshot
from warehouse.exporting import csv_bytes, csv_lines, json_bytes, parquet_bytes
from warehouse.selection import Selection

ROWS: tuple[dict[str, str], ...] = (
    {},
    {"value": "800", "quantifier": "approximately", "speaker": "Institute for the Study of War"},
    {"value": "1250", "quantifier": "more_than", "as_of": "2024-08-19", "speaker": "Volodymyr Zelensky"},
    {
        "value": "1263",
        "as_of": "2024-08-19",
        "quote": 'He said "1,263", and\nmore',
        "url": "https://example.org/ü?a=1,2",
    },
    {"indicator": "killed", "unit": "person", "value": "288", "quote": "=cmd|'/c calc'!A1", "speaker": "@SUM(A1)"},
    {"indicator": "killed", "unit": "person", "value": "", "low": "7", "high": "9", "place": "Sumy"},
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    snapshot = publish(tmp_path_factory.mktemp("published"), *ROWS)
    yield snapshot
    snapshot.close()


def text_of(chunks: Iterator[bytes]) -> str:
    return b"".join(chunks).decode("utf-8")


def asked(published: Snapshot, statement: str) -> list[tuple[object, ...]]:
    with published.reading() as cursor:
        rows: list[tuple[object, ...]] = cursor.execute(statement).fetchall()
        return rows


def test_csv_has_the_columns_of_the_view_and_a_line_for_each_figure(published: Snapshot) -> None:
    rows = list(csv.reader(io.StringIO(text_of(csv_bytes(published, Selection())), newline="")))
    columns = [row[0] for row in asked(published, "describe figures")]

    assert rows[0] == columns
    assert len(rows) == 1 + 6
    assert {len(row) for row in rows} == {len(columns)}


def test_csv_lines_end_as_rfc_4180_says_and_numbers_stand_without_quotation_marks(published: Snapshot) -> None:
    text = text_of(csv_bytes(published, Selection(indicator="killed", place="Kursk")))

    assert text.endswith("\r\n")
    assert ",288," in text
    assert '"288"' not in text


def test_csv_dates_are_iso(published: Snapshot) -> None:
    (row,) = csv.DictReader(io.StringIO(text_of(csv_bytes(published, Selection(place="Sumy"))), newline=""))

    assert (row["as_of_start"], row["published_at"]) == ("2024-08-15", "2024-08-19T00:00:00Z")
    assert row["recorded_at"] == "2026-11-22T01:02:03.000456Z"


def test_text_that_begins_like_a_formula_is_made_harmless_and_numbers_are_not(published: Snapshot) -> None:
    (row,) = csv.DictReader(
        io.StringIO(text_of(csv_bytes(published, Selection(indicator="killed", place="Kursk"))), newline="")
    )

    assert row["sentence"] == "'=cmd|'/c calc'!A1"
    assert row["originator"] == "'@SUM(A1)"
    assert row["value"] == "288"


DANGERS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]
HARMLESS = ["1=1", "a-1", "'=1", "", "°"]


def test_whatever_a_spreadsheet_would_run_gets_an_apostrophe_and_nothing_else_does() -> None:
    batch = pa.RecordBatch.from_pydict({"sentence": [*DANGERS, *HARMLESS, None]})
    rows = list(csv.reader(io.StringIO(csv_lines(batch).decode(), newline="")))

    assert [row[0] if row else "" for row in rows] == [*(f"'{text}" for text in DANGERS), *HARMLESS, ""]


def test_pandas_and_duckdb_read_the_csv_back_equal(published: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(b"".join(csv_bytes(published, Selection(indicator="area_controlled"))))
    expected = asked(
        published,
        "select figure_id, sentence, url, value, low, high, as_of_start from figures "
        "where indicator = 'area_controlled' order by series_id, as_of_start, as_of_end, figure_id",
    )

    frame = pd.read_csv(path, parse_dates=["as_of_start"])
    columns = ["figure_id", "sentence", "url", "value", "low", "high"]
    assert [row[:6] for row in expected] == [
        tuple(None if pd.isna(cell) else cell for cell in row)
        for row in frame[columns].itertuples(index=False, name=None)
    ]
    with duckdb.connect() as reader:
        again = reader.execute(
            f"select figure_id, sentence, url, value, low, high, as_of_start from read_csv('{path}')"
        ).fetchall()
    assert again == expected


SELECTIONS = [
    (Selection(), 6),
    (Selection(indicator="killed"), 2),
    (Selection(indicator="killed", place="Sumy"), 1),
    (Selection(severity=3), 1),
    (Selection(severity=4), 0),
    (Selection(reviewed="machine"), 6),
    (Selection(voice="Volodymyr Zelensky"), 1),
    (Selection(publisher="The Independent"), 6),
    (Selection(containing="HE SAID"), 1),
    (Selection(place="'; drop table figure; --"), 0),
]


@pytest.mark.parametrize(("selection", "count"), SELECTIONS)
def test_filters_keep_what_they_say(published: Snapshot, selection: Selection, count: int) -> None:
    assert len(json.loads(text_of(json_bytes(published, selection)))["figures"]) == count
    assert text_of(csv_bytes(published, selection)).startswith("figure_id,")


def test_filters_are_told_in_words() -> None:
    assert Selection(indicator="killed", severity=3).in_words() == (
        "figures with the indicator killed, in a disagreement of severity 3 or more"
    )
    assert Selection().in_words() == "all figures"


def test_json_says_what_it_holds_and_keeps_types(published: Snapshot) -> None:
    found = json.loads(text_of(json_bytes(published, Selection(voice="Volodymyr Zelensky"))))

    assert (found["filters"], found["generation"], found["method_version"]) == (
        "figures by Volodymyr Zelensky",
        7,
        "m1",
    )
    (figure,) = found["figures"]
    assert (figure["value"], figure["low"], figure["high"], figure["as_of_start"]) == (
        1250.0,
        1250.0,
        None,
        "2024-08-19",
    )


def test_parquet_has_types_and_the_text_as_printed(published: Snapshot) -> None:
    table = pq.read_table(io.BytesIO(b"".join(parquet_bytes(published, Selection(indicator="killed")))))

    assert [str(table.schema.field(name).type) for name in ("value", "as_of_start", "published_at", "severity")] == [
        "double",
        "date32[day]",
        "timestamp[us]",
        "int8",
    ]
    assert "=cmd|'/c calc'!A1" in table["sentence"].to_pylist()


def test_stretches_and_batches_change_nothing(published: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is read in the order of the file, a selection stretch by stretch: both give one order."""
    every = Selection(reviewed="machine")
    whole = b"".join(csv_bytes(published, Selection()))
    assert b"".join(csv_bytes(published, every)) == whole

    monkeypatch.setattr(exporting, "STRETCH", 1)
    monkeypatch.setattr(exporting, "BATCH", 1)
    assert b"".join(csv_bytes(published, every)) == whole == b"".join(csv_bytes(published, Selection()))
    assert len(list(csv_bytes(published, every))) == 1 + 3  # a header and three series
    assert pq.read_table(io.BytesIO(b"".join(parquet_bytes(published, every)))).num_rows == 6


def test_everything_comes_sorted_though_it_is_never_sorted(tmp_path: Path) -> None:
    """More figures than a block of the file, in several series, with joins on every one."""
    published = publish(tmp_path, *ROWS)
    published.close()
    with duckdb.connect(published.path) as file:
        file.execute("create temp table one as select * from figure limit 4")
        file.execute("delete from figure")
        file.execute(
            "insert into figure select one.* replace (printf('%016x', n) as figure_id) from one, range(80000) as r(n) "
            "order by series_id, as_of_start, figure_id"
        )

    found = pq.read_table(io.BytesIO(b"".join(parquet_bytes(published, Selection()))))
    keys = list(zip(*(found[name].to_pylist() for name in ("series_id", "as_of_start", "figure_id")), strict=True))
    assert len(keys) == 320_000
    assert keys == sorted(keys)


def test_a_download_that_is_given_up_lets_go_of_the_file(published: Snapshot) -> None:
    rows = csv_bytes(published, Selection())
    next(rows)
    rows.close()

    assert text_of(csv_bytes(published, Selection(place="Sumy"))).count("\r\n") == 2


def test_a_selection_without_a_figure_is_a_file_without_rows(published: Snapshot) -> None:
    nothing = Selection(place="nowhere")

    assert text_of(csv_bytes(published, nothing)).count("\r\n") == 1
    assert pq.read_table(io.BytesIO(b"".join(parquet_bytes(published, nothing)))).num_rows == 0


HXL = [(Selection(indicator="killed"), "#affected+killed+num"), (Selection(), "#indicator+value+num")]


@pytest.mark.parametrize(("selection", "tag"), HXL)
def test_a_row_of_hxl_tags_stands_below_the_header_when_asked_for(
    published: Snapshot, selection: Selection, tag: str
) -> None:
    rows = list(csv.reader(io.StringIO(text_of(csv_bytes(published, selection, hxl=True)), newline="")))
    tags = dict(zip(rows[0], rows[1], strict=True))

    assert (tags["value"], tags["place"], tags["as_of_start"]) == (tag, "#adm1+name", "#date+start")
