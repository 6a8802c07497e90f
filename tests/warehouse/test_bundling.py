"""The zip: a table that its own metadata describes, and a README that says where it comes from."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

import pytest

from tests.warehouse.claimtables import publish
from warehouse.about import FLAGS
from warehouse.bundling import zip_bytes
from warehouse.connection import Snapshot
from warehouse.selection import Selection

DAY = date(2026, 11, 23)
ROWS = (
    {},
    {"value": "800", "speaker": "DeepState", "url": "https://example.org"},
    {"indicator": "killed", "unit": "person"},
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    snapshot = publish(tmp_path_factory.mktemp("published"), *ROWS)
    yield snapshot
    snapshot.close()


def bundle(published: Snapshot, selection: Selection) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(zip_bytes(published, selection, name="Area, Kursk", downloaded=DAY))))


def test_the_zip_holds_table_metadata_and_readme(published: Snapshot) -> None:
    with bundle(published, Selection()) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["area-kursk.csv", "datapackage.json", "README.md"]


def test_the_metadata_describes_the_table_column_by_column(published: Snapshot) -> None:
    with bundle(published, Selection(indicator="area_controlled")) as archive:
        table = archive.read("area-kursk.csv")
        package = json.loads(archive.read("datapackage.json"))

    (resource,) = package["resources"]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert list(fields) == next(csv.reader(io.StringIO(table.decode())))
    assert all(field["description"] for field in fields.values())
    assert (resource["bytes"], resource["hash"]) == (len(table), f"sha256:{sha256(table).hexdigest()}")
    assert (fields["value"]["type"], fields["value"]["unit"]) == ("number", "km**2")
    assert (fields["as_of_start"]["type"], fields["published_at"]["type"]) == ("date", "datetime")
    assert {"title": "The Independent", "path": "https://example.org"} in package["sources"]


def test_values_of_many_units_refer_to_their_column(published: Snapshot) -> None:
    with bundle(published, Selection()) as archive:
        package = json.loads(archive.read("datapackage.json"))

    units = {field.get("unit") for field in package["resources"][0]["schema"]["fields"]}
    assert units == {None, "as in the column unit"}


def test_the_table_keeps_the_constraints_of_its_metadata(published: Snapshot) -> None:
    with bundle(published, Selection()) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("area-kursk.csv").decode(), newline="")))
        package = json.loads(archive.read("datapackage.json"))

    for field in package["resources"][0]["schema"]["fields"]:
        constraints = field.get("constraints", {})
        cells = {row[field["name"]] for row in rows}
        assert cells <= {"", *constraints.get("enum", cells)}, field["name"]
        assert "" not in cells or not constraints.get("required"), field["name"]


def test_the_readme_cites_filters_generation_method_and_the_meaning_of_every_flag(published: Snapshot) -> None:
    with bundle(published, Selection(indicator="area_controlled")) as archive:
        text = archive.read("README.md").decode()

    assert "Filters: figures with the indicator area_controlled" in text
    assert "Reported figures, figures with the indicator area_controlled, generation 7 (2026)" in text
    assert "Generation 7, built 2026-11-22 01:02:03 UTC, downloaded 2026-11-23" in text
    assert "Method m1, reader r1" in text
    assert all(f"* `{value}`: {meaning}" in text for flag in FLAGS.values() for value, meaning in flag.items())


def test_a_selection_without_a_figure_is_still_a_bundle(published: Snapshot) -> None:
    with bundle(published, Selection(place="nowhere")) as archive:
        assert "0 figures, as of no day known" in archive.read("README.md").decode()


def test_one_selection_of_one_generation_on_one_day_is_the_same_bytes(published: Snapshot) -> None:
    first, again = (b"".join(zip_bytes(published, Selection(), name="x", downloaded=DAY)) for _ in range(2))

    assert first == again
