"""Loading is idempotent, keeps every version, and never undoes what a person decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from figures.figure import Reason
from tests.warehouse.factories import NOW, document, figure, new_work, reading, store, unread
from warehouse.connection import Connection, run
from warehouse.rows import Reading

LATER = NOW + timedelta(days=1)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Connection]:
    with new_work(tmp_path) as connection:
        yield connection


def counted(work: Connection, table: str) -> int:
    [[rows]] = run(work, f"select count(*) from {table}")
    return int(rows)


def test_the_same_reading_twice_adds_nothing(work: Connection) -> None:
    first = store(work, reading(1150, 900))
    second = store(work, reading(1150, 900), now=LATER)

    assert (first.added, first.known, first.retired) == (2, 0, 0)
    assert (second.added, second.known, second.retired) == (0, 2, 0)
    assert second.series_ids == ()
    assert second.document_ids == ()
    assert counted(work, "figure") == 2


def test_one_figure_twice_in_a_batch_is_one_row(work: Connection) -> None:
    store(work, reading(1150), reading(1150))

    assert counted(work, "figure") == 1
    assert counted(work, "document") == 1


def test_a_changed_reading_is_the_next_version_of_the_same_id(work: Connection) -> None:
    store(work, reading(1150))
    changed = store(work, reading(1160), now=LATER)

    assert (changed.retired, changed.revised, changed.added) == (1, 1, 0)
    assert run(work, "select version, value, retired_at from figure order by version") == [
        (1, 1150.0, LATER),
        (2, 1160.0, None),
    ]
    assert run(work, "select value from figures") == [(1160.0,)]


def test_a_figure_read_no_longer_is_retired_and_comes_back_as_the_next_version(work: Connection) -> None:
    both = reading(1150, 900)
    store(work, both)
    gone = store(work, Reading(both.document, both.found[:1]), now=LATER)
    back = store(work, both, now=LATER + timedelta(days=1))

    assert (gone.retired, gone.revised) == (1, 0)
    assert (back.revised, back.known) == (1, 1)
    assert run(work, "select version from figure order by version") == [(1,), (1,), (2,)]


def test_only_the_series_that_changed_are_touched(work: Connection) -> None:
    article = document()
    area, people = figure(article), figure(article, indicator="evacuated", unit="person", holder="")
    store(work, Reading(article, (area, people)))
    touched = store(work, Reading(article, (area, replace(people, confidence=0.5))), now=LATER)

    assert len(touched.series_ids) == 1
    assert touched.series_ids[0].startswith("evacuated-")


@pytest.mark.parametrize("decision", ["accepted", "corrected", "rejected"])
def test_what_a_person_decided_survives_reading_again(work: Connection, decision: str) -> None:
    store(work, reading(1150))
    run(work, "update figure set reviewed = ?", [decision])
    again = store(work, reading(1200), now=LATER)
    emptied = store(work, Reading(reading(1150).document, ()), now=LATER)

    assert 0 == again.retired == again.added == emptied.retired
    assert [(1150.0, decision)] == run(work, "select value, reviewed from figure")


def test_a_copy_under_another_name_brings_nothing(work: Connection) -> None:
    article = document("a.txt", publisher="The Daily")
    copy = replace(article, file="b.txt", origin=replace(article.origin, publisher="The Copy"))
    store(work, Reading(article, (figure(article),)))
    brought = store(work, Reading(copy, (figure(copy, by=None),)), now=LATER)

    assert (brought.added, brought.retired) == (0, 0)
    assert run(work, "select file, publisher from figures") == [("a.txt", "The Daily")]


def test_a_later_manifest_brings_the_origin_up_to_date(work: Connection) -> None:
    store(work, reading(1150))
    again = reading(1150)
    dated = Reading(
        replace(again.document, origin=replace(again.document.origin, url="https://a.example/1")), again.found
    )
    loaded = store(work, dated, now=LATER)

    assert (loaded.retired, len(loaded.document_ids), len(loaded.series_ids)) == (0, 1, 1)
    assert run(work, "select url from figures") == [("https://a.example/1",)]


def test_a_number_is_unread_once_and_forgotten_when_it_is_read(work: Connection) -> None:
    article = document()
    store(work, Reading(article, (unread(article), unread(article, 20, Reason.AGE))))
    again = store(work, Reading(article, (unread(article), unread(article, 20, Reason.AGE))), now=LATER)
    assert (counted(work, "unread"), again.is_unread_changed) == (2, False)

    fewer = store(work, Reading(article, (unread(article),)), now=LATER)
    assert fewer.is_unread_changed
    assert run(work, "select reason from unread") == [("duration",)]


def test_an_originator_that_no_table_knows_gets_a_source_and_the_side_its_name_says(work: Connection) -> None:
    store(work, reading(1150, by="Ivan Nobody"), reading(900, name="b.txt", by="a senior Ukrainian official"))

    assert run(
        work,
        """
        select source.name, source.kind, party.name, source.alignment
        from source
        join source as party on party.source_id = source.party_id
        where not source.listed and source.kind in ('person', 'anonymous') and source.name <> 'The Daily'
        order by source.name
        """,
    ) == [
        ("Ivan Nobody", "person", "Ivan Nobody", "unknown"),
        ("a senior Ukrainian official", "anonymous", "Ukraine", "party"),
    ]


def test_where_nobody_is_named_the_outlet_is_the_voice(work: Connection) -> None:
    store(work, reading(1150, by=None))

    assert run(work, "select originator, voice, chain from figures") == [(None, "The Daily", "The Daily")]


def test_figures_that_went_the_same_way_share_one_chain(work: Connection) -> None:
    store(work, reading(1150, 900), reading(800, name="b.txt"))
    store(work, reading(700, name="c.txt"), now=LATER)

    assert run(work, "select chain, count(distinct chain_id) from figure group by chain") == [
        ("Ukraine, in The Daily", 1)
    ]
    assert counted(work, "attribution") == 2
    assert run(
        work, "select step, source, role, cue from provenance where figure_id = (select min(figure_id) from figure)"
    ) == [
        (0, "Ukraine", "originator", "said"),
        (1, "The Daily", "publisher", None),
    ]


def test_another_way_to_the_page_is_another_reading(work: Connection) -> None:
    article = document()
    one = figure(article)
    store(work, Reading(article, (one,)))
    told = replace(one, chain=(replace(one.chain[0], cue="told reporters"),))
    changed = store(work, Reading(article, (told,)), now=LATER)

    assert (changed.retired, changed.revised) == (1, 1)
    assert run(
        work, "select version, cue from figure join attribution using (chain_id) where step = 0 order by version"
    ) == [
        (1, "said"),
        (2, "told reporters"),
    ]


def test_a_batch_of_known_and_new_documents_brings_what_is_new(work: Connection) -> None:
    store(work, reading(1150))
    mixed = store(work, reading(1150), reading(900, name="b.txt"), reading(900, name="b.txt"), now=LATER)

    assert (mixed.documents_added, mixed.added, mixed.known, mixed.retired) == (1, 1, 1, 0)
    assert len(mixed.document_ids) == 1
    assert run(work, "select value, version from figure order by value") == [(900.0, 1), (1150.0, 1)]


def test_two_names_of_one_place_are_one_series(work: Connection) -> None:
    store(work, reading(1150), reading(900, name="b.txt", place="Kursk region"))

    assert counted(work, "series") == 1
    assert run(work, "select distinct place from figures") == [("Kursk",)]


def test_two_titles_that_give_one_address_are_told_apart(work: Connection) -> None:
    first = store(work, reading(1150, holder="Côte"))
    second = store(work, reading(900, name="b.txt", holder="Cote"), reading(800, name="c.txt", holder="cote"))

    assert (1, 2) == (len(first.series_ids), len(second.series_ids))
    slugs = [row[0] for row in run(work, "select slug from series order by slug")]
    assert slugs[0] == "area-of-kursk-held-by-cote"
    assert [slug.removeprefix(slugs[0])[:1] for slug in slugs[1:]] == ["-", "-"]


def test_a_page_that_was_rewritten_is_a_version_of_the_first(work: Connection) -> None:
    address = "https://a.example/live"
    first, second = document("a.txt", url=address), document("b.txt", url=address)
    store(work, Reading(first, (figure(first),)))
    store(work, Reading(second, (figure(second),)), now=LATER)

    assert [("a.txt", None), ("b.txt", first.content_sha256[:16])] == run(
        work, "select file, version_of from document order by file"
    )


def test_a_load_that_breaks_leaves_nothing(work: Connection) -> None:
    bad = figure(document(), confidence=7.0)

    with pytest.raises(duckdb.ConstraintException, match="confidence"):
        store(work, Reading(document(), (bad,)))
    assert (
        counted(work, "figure") + counted(work, "document") + counted(work, "series") + counted(work, "attribution")
        == 0
    )


def test_as_known_on_a_day_answers_with_what_was_recorded_then(work: Connection) -> None:
    store(work, reading(1150))
    store(work, reading(1160), now=LATER)

    assert run(work, "select value from as_known_on(date '2025-12-31')") == []
    assert run(work, "select value from as_known_on(date '2026-01-01')") == [(1150.0,)]
    assert run(work, "select value from as_known_on(date '2026-01-02')") == [(1160.0,)]
