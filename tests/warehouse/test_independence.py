"""Who is a voice of its own: newsrooms, near-copies, echoed phrases, joint and unnamed speakers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.drawn import Drawn
from warehouse.independence import credited_newsroom, echoed_words, link

LONG = " ".join(f"word{number}" for number in range(120))
OTHER = " ".join(f"other{number}" for number in range(120))


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path / "work.duckdb")


def linked(drawn: Drawn, **texts: str) -> dict[str, str]:
    """The voice of each figure, after linking documents with these texts."""
    for document, text in texts.items():
        drawn.db.execute("insert into document_text values (?, ?)", [document, text])
    link(drawn.db, [row[0] for row in drawn.db.execute("select document_id from document").fetchall()])
    return dict(drawn.db.execute("select figure_id, voice_id from figure").fetchall())


def test_a_near_copy_is_the_voice_of_the_first(drawn: Drawn) -> None:
    drawn.store("""
        id | document | publisher | published
        a  | d1       | Daily     | 2024-08-15
        b  | d2       | Weekly    | 2024-08-16
    """)

    assert linked(drawn, d1=LONG, d2=f"Seen elsewhere. {LONG}") == {"a": "daily", "b": "daily"}
    assert drawn.db.execute("select near_duplicate_of from document order by document_id").fetchall() == [
        (None,),
        ("d1",),
    ]


def test_another_text_is_another_voice(drawn: Drawn) -> None:
    drawn.store("""
        id | document | publisher
        a  | d1       | Daily
        b  | d2       | Weekly
    """)

    assert linked(drawn, d1=LONG, d2=OTHER) == {"a": "daily", "b": "weekly"}


def test_a_named_speaker_stays_the_voice_in_a_copy(drawn: Drawn) -> None:
    drawn.store("""
        id | document | publisher | voice
        a  | d1       | Daily     | UN
        b  | d2       | Weekly    | ISW
    """)

    assert linked(drawn, d1=LONG, d2=LONG) == {"a": "un", "b": "isw"}


def test_an_echoed_phrase_makes_one_voice_and_four_words_a_possible_link(drawn: Drawn) -> None:
    drawn.store("""
        id | document | publisher | published  | sentence
        a  | d1       | Daily     | 2024-08-15 | They took some 500 square miles of Russian territory but lost it.
        b  | d2       | Weekly    | 2024-08-16 | Kyiv seized some 500 square miles of Russian territory but no city.
        c  | d3       | Monthly   | 2024-08-17 | In all some 500 square miles are held.
    """)
    drawn.db.execute("update figure set excerpt = 'some 500 square miles'")

    voices = linked(drawn)

    assert voices == {"a": "daily", "b": "daily", "c": "monthly"}
    assert drawn.db.execute("select figure_a, figure_b, strength from origin_link order by all").fetchall() == [
        ("a", "b", "probable"),
        ("a", "c", "possible"),
        ("b", "c", "possible"),
    ]


def test_a_possible_link_makes_the_number_of_voices_a_range(drawn: Drawn) -> None:
    drawn.store("""
        id | document | publisher | sentence
        a  | d1       | Daily     | In all some 500 square miles are held.
        b  | d2       | Weekly    | Held by Kyiv: some 500 square miles.
    """)
    drawn.db.execute("update figure set excerpt = 'some 500 square miles'")
    linked(drawn)
    drawn.assess()

    assert drawn.db.execute("select voices, voices_certain from summary").fetchall() == [(2, 1)]


def test_speakers_of_one_number_are_one_voice(drawn: Drawn) -> None:
    drawn.store("""
        id | voice | document
        a  | UN    | d1
        b  | ISW   | d2
    """)
    drawn.db.execute(
        "insert into attribution by name select 'c' as chain_id, step, source_id, 'originator' as role,"
        " 'asserts' as stance from (values (0, 'un'), (1, 'isw')) as steps(step, source_id)"
    )
    drawn.db.execute("update figure set chain_id = 'c' where figure_id = 'a'")

    assert linked(drawn)["a"] == "isw+un"
    assert drawn.db.execute("select name from source where source_id = 'isw+un'").fetchall() == [("ISW and UN",)]


def test_nobody_in_particular_speaks_with_the_newsrooms_voice(drawn: Drawn) -> None:
    drawn.store("""
        id | voice  | publisher | document
        a  | source | Daily     | d1
        b  | source | Weekly    | d2
    """)
    drawn.db.execute("update source set kind = 'anonymous' where source_id = 'source'")

    assert linked(drawn) == {"a": "daily", "b": "weekly"}


@pytest.mark.parametrize(
    ("text", "newsroom"),
    [
        ("Kyiv holds it. This article first appeared on The Post.", "post"),
        ("BEIRUT (Reuters) - Twelve people died.", "reuters"),
        ("Twelve people died.--AFP", "afp"),
        ("Twelve people died, Reuters said.", None),
        ("It first appeared in spring.", None),
    ],
)
def test_the_newsroom_that_a_text_names(text: str, newsroom: str | None) -> None:
    assert credited_newsroom(text, {"post": "post", "reuters": "reuters", "afp": "afp"}) == newsroom


def test_the_run_of_words_that_two_sentences_share() -> None:
    found = echoed_words(
        "They took some 500 miles of land but lost it.", "Kyiv: took some 500 miles of land and more", "500 miles"
    )

    assert found == ["took", "some", "500", "miles", "of", "land"]
