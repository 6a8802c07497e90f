"""The Python door: frames with the right types, and a file that is let go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import warehouse
from tests.warehouse.claimtables import publish
from warehouse.errors import Damaged, NotPublished
from warehouse.frames import Published

ROWS: tuple[dict[str, str], ...] = (
    {},
    {"value": "1250", "quantifier": "more_than", "as_of": "2024-08-10"},
    {"indicator": "killed", "unit": "person", "value": "", "low": "7", "high": "9", "place": "Sumy", "published": ""},
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    snapshot = publish(tmp_path_factory.mktemp("published"), *ROWS)
    snapshot.close()
    return snapshot.path


@pytest.fixture
def file(path: Path) -> Iterator[Published]:
    with warehouse.open(path) as opened:
        yield opened


def test_figures_have_the_types_of_their_columns(file: Published) -> None:
    types = file.figures().dtypes

    assert types["value"] == pd.Float64Dtype()
    assert types["char_start"] == pd.Int32Dtype()
    assert types["severity"] == pd.Int8Dtype()
    assert types["translated"] == pd.BooleanDtype()
    assert types["place"] == pd.StringDtype()
    assert pd.api.types.is_datetime64_any_dtype(types["as_of_start"])
    assert pd.api.types.is_datetime64_any_dtype(types["published_at"])


def test_filters_narrow_the_figures(file: Published) -> None:
    assert list(file.figures(indicator="area_controlled", place="Kursk")["value"]) == [1250, 1150]  # by as-of
    assert len(file.figures(place="Sumy")) == 1
    assert len(file.figures(as_of_from=date(2024, 8, 11))) == 2
    assert list(file.figures(severity=3)["value"]) == [1250]


def test_what_is_open_or_unknown_is_na(file: Published) -> None:
    (more_than,) = file.figures(severity=3).itertuples()
    (killed,) = file.figures(place="Sumy").itertuples()

    assert (more_than.low, more_than.high is pd.NA) == (1250, True)
    assert killed.value is pd.NA
    assert killed.published_at is pd.NaT


def test_a_series_is_found_by_its_slug(file: Published) -> None:
    slug = file.figures(place="Sumy")["slug"].iloc[0]

    assert list(file.series(slug)["low"]) == [7]


def test_a_series_that_is_not_there_is_told(file: Published) -> None:
    with pytest.raises(KeyError, match="no series 'nothing'"):
        file.series("nothing")


def test_disagreements_without_a_pair_are_an_empty_frame_with_its_columns(file: Published) -> None:
    frame = file.disagreements(severity=2, indicator="area_controlled")

    assert frame.empty
    assert {"severity", "narrative", "excerpt_a", "voice_b", "slug"} <= set(frame.columns)


def test_any_query_can_be_asked_with_bound_values(file: Published) -> None:
    frame = file.sql("select to_unit(value, unit, 'sq mi') as area from figures where value = $value", {"value": 1250})

    assert frame["area"].iloc[0] == pytest.approx(482.627, abs=0.001)


def test_the_file_cannot_be_written_through_the_door(file: Published) -> None:
    with pytest.raises(duckdb.Error):
        file.sql("create table figures.mine as select 1")


def test_a_closed_door_holds_no_file(path: Path) -> None:
    with warehouse.open(path) as opened:
        assert opened.generation == 7

    with duckdb.connect(path) as writer:  # refused while anybody in another mode holds it
        assert writer.execute("select count(*) from figure").fetchall() == [(3,)]


def test_nothing_published_and_no_database_are_told_when_opening(tmp_path: Path) -> None:
    (tmp_path / "no.duckdb").write_bytes(b"no database")

    with pytest.raises(NotPublished):
        warehouse.open(tmp_path / "none.duckdb")
    with pytest.raises(Damaged):
        warehouse.open(tmp_path / "no.duckdb")


def test_without_a_path_the_home_is_opened(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pub").mkdir()
    (tmp_path / "pub" / "figures.duckdb").symlink_to(path)
    monkeypatch.setenv("FIGURES_HOME", str(tmp_path))

    with warehouse.open() as opened:
        assert len(opened.figures()) == 3


def test_moments_are_utc(file: Published) -> None:
    recorded = file.figures()["recorded_at"].iloc[0]

    assert recorded.replace(tzinfo=UTC) == datetime(2026, 11, 22, 1, 2, 3, 456, tzinfo=UTC)
