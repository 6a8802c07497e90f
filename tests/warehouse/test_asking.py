"""Each question gives the row it promises: its columns are the fields of the row, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from tests.app.published import publish
from warehouse import answers, asking
from warehouse.connection import Snapshot
from warehouse.home import Home
from warehouse.ingesting import ingest
from warehouse.sql import query


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    home = publish(tmp_path_factory.mktemp("home"), narrative="Two voices differ.")
    return Snapshot.of(home)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    home = Home(tmp_path_factory.mktemp("seeds"))
    ingest([Path(__file__).resolve().parents[2] / "seeds"], home)
    return Snapshot.of(home)


def a_series(published: Snapshot) -> answers.Series:
    found = asking.series(published, asking.cards(published)[0].slug)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "kind", "parameters"),
    [
        ("series_by_slug", answers.Series, {"slug": ""}),
        ("cards", answers.Card, {"words": [], "most": 9}),
        ("sources_named", answers.Named, {"words": "", "most": 9}),
        ("units", answers.Unit, {}),
        ("related_series", answers.Related, {"series_id": ""}),
        ("parties", answers.Party, {}),
        ("names_in_short", answers.ShortName, {}),
        ("meta", answers.Meta, {}),
        ("params", answers.Params, {}),
        ("place", answers.Place, {"place_id": ""}),
        ("event", answers.Event, {"event_id": ""}),
        ("source", answers.Source, {"source_id": ""}),
    ],
)
def test_the_columns_of_a_question_are_the_fields_of_its_row(
    published: Snapshot, question: str, kind: type, parameters: dict[str, object]
) -> None:
    with published.reading() as cursor:
        cursor.execute(query(question), parameters)

        assert [field.name for field in fields(kind)] == [column[0] for column in cursor.description or ()]


def test_a_series_gives_its_claims_by_as_of(published: Snapshot) -> None:
    series = a_series(published)
    claims = asking.claims_of_series(published, series.series_id)

    assert [claim.value for claim in claims] == [1150.0, 500.0]
    assert claims == asking.claims_of_place(published, "Kursk")


def test_a_series_as_known_before_its_first_reading_is_empty(published: Snapshot) -> None:
    assert asking.claims_of_series(published, a_series(published).series_id, known=date(2000, 1, 1)) == []


@pytest.mark.parametrize(
    ("number", "values", "found"),
    [
        (500.0, {}, [500.0]),
        (1.0, {"km**2": 1150.0}, [1150.0]),
        (7.0, {"km**2": 1180.0}, []),
        (1.0, {"person": 1150.0}, []),
    ],
)
def test_a_number_is_found_as_printed_or_in_its_canonical_unit(
    published: Snapshot, number: float, values: dict[str, float], found: list[float]
) -> None:
    near = asking.claims_near_number(published, number, values, margin=0.02)

    assert found == [claim.value for claim in near]


@pytest.mark.parametrize(
    ("words", "found"), [((), 1), (("AREA",), 1), (("kursk", "ukraine"), 1), (("kursk", "zebra"), 0)]
)
def test_series_are_found_by_all_of_the_words(published: Snapshot, words: tuple[str, ...], found: int) -> None:
    assert found == len(asking.cards(published, words=words))


def test_no_more_series_are_given_than_asked_for(published: Snapshot) -> None:
    assert asking.cards(published, most=0) == []


@pytest.mark.parametrize(("words", "found"), [("russ", ["Russia"]), ("zebra", [])])
def test_a_source_is_found_by_a_part_of_its_name(published: Snapshot, words: str, found: list[str]) -> None:
    assert found == [source.name for source in asking.sources_named(published, words)]


def test_the_newest_word_on_a_series_is_of_its_last_day(published: Snapshot) -> None:
    series = a_series(published)

    assert [claim.value for claim in asking.latest_of_series(published, [series.series_id])] == [500.0]
    assert asking.latest_of_series(published, []) == []


def test_disagreements_narrow_by_each_filter(published: Snapshot) -> None:
    everything = asking.disagreements(published)
    assert [pair.narrative for pair in everything] == ["Two voices differ."]

    narrow: Callable[..., list[answers.Disagreement]] = lambda **given: asking.disagreements(published, **given)  # noqa: E731
    assert narrow(indicator="area_controlled", place="Kursk", party="Russia", relation="conflict") == everything
    assert narrow(words="VOICES") == everything
    assert narrow(severity=4) == narrow(place="Nowhere") == narrow(party="Nobody") == narrow(words="zebra") == []


@pytest.mark.parametrize(
    "narrowing",
    [
        {}, {"severity": 3}, {"severity": 4}, {"indicator": "area_controlled"}, {"place": "Kursk"}, {"party": "Russia"},
        {"party": "Ukraine"}, {"party": "Nobody"}, {"relation": "denied"}, {"relation": "conflict"}, {"words": "KURSK"},
        {"words": "denie"}, {"words": "zebra"},
    ],
    ids=str,
)  # fmt: skip
def test_few_disagreements_are_looked_up_as_the_view_has_them(seeds: Snapshot, narrowing: dict[str, object]) -> None:
    few, through_view = (asking.disagreements(seeds, most=most, **narrowing) for most in (1000, asking.EVERY))

    assert few == through_view
    assert {} != narrowing or any(pair.relation == "denied" for pair in few)


def test_the_disagreements_of_a_series_and_of_a_figure_are_among_all(seeds: Snapshot) -> None:
    every = asking.disagreements(seeds, most=asking.EVERY)
    pair = every[0]

    assert asking.disagreements_of_series(seeds, pair.series_id) == [p for p in every if p.series_id == pair.series_id]
    assert asking.disagreements_of_claim(seeds, pair.figure_a) == [
        p for p in every if pair.figure_a in (p.figure_a, p.figure_b)
    ]
    assert asking.disagreements(seeds, most=2) == every[:2]


def test_a_figure_keeps_its_chain_its_versions_and_its_sentence(published: Snapshot) -> None:
    claim = asking.claims_of_series(published, a_series(published).series_id)[0]

    assert asking.claim(published, claim.figure_id) == claim
    assert asking.claim(published, "none") is None
    assert [version.retired_at for version in asking.versions(published, claim.figure_id)] == [None]
    assert asking.passages(published, [claim.figure_id])[claim.figure_id].sentence == claim.sentence
    assert asking.disagreements_of_claim(published, claim.figure_id) == asking.disagreements(published)
