"""What else a download may be narrowed to: single figures, a day of knowledge, another unit."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta

import pytest

from tests.warehouse.factories import NOW, document, figure, new_work, store
from warehouse import publishing
from warehouse.connection import Snapshot
from warehouse.exporting import Shown, csv_bytes, json_bytes
from warehouse.home import Home
from warehouse.rows import Reading
from warehouse.running import start_run
from warehouse.selection import Selection
from warehouse.settings import DEFAULTS


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """One figure of 1,150 km² recorded on 1 January 2026, one of 500 km² ten days later."""
    folder = tmp_path_factory.mktemp("home")
    first, second = document("a.txt"), document("b.txt")
    with new_work(folder) as work:
        start_run(work, DEFAULTS, now=NOW)
        store(work, Reading(first, (figure(first, 1150.0),)))
        store(
            work, Reading(second, (figure(second, 500.0, by="Russia"),)), run_id="run-2", now=NOW + timedelta(days=10)
        )
        publishing.publish(work, Home(folder), now=NOW)
    return Snapshot.of(Home(folder))


def rows(published: Snapshot, selection: Selection, **options: Shown) -> list[dict[str, str]]:
    text = b"".join(csv_bytes(published, selection, **options)).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_single_figures_can_be_chosen(published: Snapshot) -> None:
    chosen = next(row["figure_id"] for row in rows(published, Selection()) if row["value"] == "500")

    assert [row["value"] for row in rows(published, Selection(figure_ids=(chosen, "ffff")))] == ["500"]
    assert rows(published, Selection(figure_ids=())) == []


def test_a_day_of_knowledge_gives_the_file_as_it_stood_at_its_end(published: Snapshot) -> None:
    def known(day: date) -> list[str]:
        return sorted(row["value"] for row in rows(published, Selection(known=day)))

    assert known(date(2025, 12, 31)) == []
    assert known(date(2026, 1, 1)) == ["1150"]
    assert known(date(2026, 1, 11)) == ["1150", "500"]


def test_another_unit_stands_beside_the_own(published: Snapshot) -> None:
    found = rows(published, Selection(), shown=Shown("mi**2", 0.5))[0]

    assert (found["unit"], found["unit_shown"]) == ("km**2", "mi**2")
    assert float(found["value_shown"]) == float(found["value"]) / 2


def test_json_is_narrowed_alike(published: Snapshot) -> None:
    found = json.loads(b"".join(json_bytes(published, Selection(known=date(2026, 1, 1)), shown=Shown("ha", 100.0))))

    assert found["filters"] == "figures as the file stood at the end of 2026-01-01"
    assert [one["value_shown"] for one in found["figures"]] == [115000.0]
