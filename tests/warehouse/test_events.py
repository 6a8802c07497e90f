"""Which tolls belong to one event: place, day, kind of happening and wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.drawn import Drawn
from warehouse.events import assign, kind_of, rare_words

WEDDING = "A suicide bomber struck a wedding in the north and killed {}."
HALL = "The suicide attack on a wedding hall killed {} guests."
MARKET = "A suicide bomber blew himself up at a vegetable market, killing {}."


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path / "work.duckdb")


def add(drawn: Drawn, name: str, sentence: str, **columns: str) -> None:
    given = {"indicator": "killed", "place": "Hasakah", "as_of": "2016-10-03", "publisher": f"{name} News", **columns}
    drawn.add(id=name, document=name, sentence=sentence.format(given.get("amount", "100")), **given)


def assigned(drawn: Drawn) -> dict[str, tuple[str, str]]:
    """Event and strength of each figure."""
    documents = [row[0] for row in drawn.db.execute("select document_id from document order by 1").fetchall()]
    assign(drawn.db, documents)
    rows = drawn.db.execute(
        "select figure_id, series.event_id, coalesce(strength, '') from figure join series using (series_id)"
        " left join event_link using (figure_id)"
    ).fetchall()
    return {row[0]: (row[1], row[2]) for row in rows}


def test_two_reports_in_like_words_tell_of_one_event(drawn: Drawn) -> None:
    add(drawn, "a", WEDDING)
    add(drawn, "b", HALL)

    found = assigned(drawn)

    assert found["a"][0] == found["b"][0] != ""
    assert found["b"][1] in ("certain", "probable")


def test_two_attacks_of_one_day_in_other_words_are_not_surely_one(drawn: Drawn) -> None:
    add(drawn, "a", WEDDING)
    add(drawn, "b", MARKET)

    found = assigned(drawn)

    assert found["a"][0] != found["b"][0] or found["b"][1] == "possible"


@pytest.mark.parametrize("other", [{"place": "Homs"}, {"as_of": "2016-10-09"}])
def test_another_place_or_day_is_another_event(drawn: Drawn, other: dict[str, str]) -> None:
    add(drawn, "a", WEDDING)
    add(drawn, "b", HALL, **other)

    found = assigned(drawn)

    assert found["a"][0] != found["b"][0]


def test_another_kind_is_another_event(drawn: Drawn) -> None:
    add(drawn, "a", "Warplanes hit a wedding near the old mill and killed 100.")
    add(drawn, "b", "A car bomb hit a wedding near the old mill and killed 100.")

    found = assigned(drawn)

    assert found["a"][0] != found["b"][0]


def test_counts_of_a_whole_war_belong_to_no_event(drawn: Drawn) -> None:
    add(drawn, "a", "The bombing is part of a war that has killed 300000 since 2011.")

    assert assigned(drawn)["a"] == ("", "")


def test_a_possible_join_never_rises_above_a_note(drawn: Drawn) -> None:
    add(drawn, "a", "Warplanes bombed a bakery at dawn and killed 20.", amount="20", voice="UN")
    add(drawn, "b", "Air raids on a bakery of the eastern quarter and on a clinic killed 90.", amount="90", voice="ISW")
    found = assigned(drawn)
    drawn.assess()

    verdict = drawn.verdict("a", "b")

    assert found["b"][1] == "possible"
    assert verdict is not None
    assert verdict.severity == 1
    assert "taken as one event by place, day and kind alone" in verdict.narrative


def test_a_sure_join_is_told_with_what_joined_it(drawn: Drawn) -> None:
    add(drawn, "a", WEDDING, amount="20", voice="UN")
    add(drawn, "b", HALL, amount="90", voice="ISW")
    assigned(drawn)
    drawn.assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.severity, verdict.explanation) == (2, "DIFFERENT_AS_OF")
    assert "perhaps not of one moment" in verdict.narrative
    assert "taken as one event by place, day, kind and the words suicide, wedding" in verdict.narrative


def test_assigning_again_changes_nothing(drawn: Drawn) -> None:
    add(drawn, "a", WEDDING)
    add(drawn, "b", HALL)

    assert assigned(drawn) == assigned(drawn)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A suicide car bomb killed 12 at a bakery", "suicide bombing"),
        ("Warplanes dropped barrel bombs", "air strike"),
        ("Rockets fell on two streets", "shelling"),
        ("The army fought the rebels in fierce clashes", "clashes"),
        ("A 7.8-magnitude earthquake", "earthquake"),
        ("The war has killed hundreds of thousands", "ongoing"),
        ("Twelve people live there", None),
    ],
)
def test_the_kind_of_happening(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


def test_common_words_tell_nothing() -> None:
    assert rare_words("At least 16 people were killed in the attack on a bakery") == {"bakery"}
