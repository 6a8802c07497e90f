"""Which tolls belong to one event: place, day, kind of happening and wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.drawn import Drawn
from warehouse.events import assign
from warehouse.kinds import kind_of, rare_words

WEDDING = "A suicide bomber struck a wedding in the north and killed {}."
HALL = "The suicide attack on a wedding hall killed {} guests."
MARKET = "A suicide bomber blew himself up at a vegetable market, killing {}."


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path / "work.duckdb")


def add(drawn: Drawn, name: str, sentence: str, **columns: str) -> None:
    dull = {"indicator": "killed", "place": "Hasakah", "as_of": "2016-10-03", "publisher": f"{name} News"}
    given = {**dull, "document": name, **columns}
    drawn.add(id=name, sentence=sentence.format(given.get("amount", "100")), **given)


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
    assert "taken as one event by place, day, kind and the words wedding" in verdict.narrative


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


def event_of(drawn: Drawn, figure_id: str) -> tuple[str, str]:
    """Name and place of the event that a figure stands in."""
    found = drawn.db.execute(
        "select event.name, event.place_id from figure join series using (series_id) join event using (event_id)"
        " where figure_id = ?",
        [figure_id],
    ).fetchone()
    assert found is not None
    return found


def test_a_blast_and_a_car_bomb_in_like_words_are_one(drawn: Drawn) -> None:
    add(drawn, "a", "A car bomb went off beside the Akra bakery in the old market and killed {}.")
    add(drawn, "b", "A blast at the Akra bakery near the market killed {} customers.")

    found = assigned(drawn)

    assert found["a"][0] == found["b"][0] != ""
    assert found["b"][1] == "probable"


def test_a_name_in_another_spelling_is_the_same_name(drawn: Drawn) -> None:
    add(drawn, "a", "Warplanes hit the Maghayir tannery and killed {}.")
    add(drawn, "b", "An air raid on a tannery of Maghayer killed {}.")

    found = assigned(drawn)

    assert found["a"][0] == found["b"][0] != ""


def test_a_headline_names_the_country_of_the_town_in_its_text(drawn: Drawn) -> None:
    add(drawn, "a", "A bombing kills {} in Syria.", place="Syria", document="one")
    add(drawn, "again", "A bomb in a bakery of Hasakah killed {}.", document="one", restates="a")
    drawn.db.execute("update place set kind = 'country' where name = 'Syria'")
    drawn.db.execute("update place set parent_id = 'syria' where name = 'Hasakah'")

    found = assigned(drawn)

    assert found["a"][0] == found["again"][0] != ""
    assert event_of(drawn, "a")[1] == "hasakah"


def test_a_later_report_says_more_exactly_where(drawn: Drawn) -> None:
    sentence = "A bomb in the Akra bakery behind the mosque killed {}."
    add(drawn, "a", sentence, place="Syria")
    add(drawn, "b", sentence, published="2016-10-04")
    drawn.db.execute("update place set kind = 'country' where name = 'Syria'")
    drawn.db.execute("update place set parent_id = 'syria' where name = 'Hasakah'")

    found = assigned(drawn)

    assert found["a"][0] == found["b"][0] != ""
    assert event_of(drawn, "a") == ("Blast in Hasakah, 3 October 2016", "hasakah")


@pytest.mark.parametrize(("outlet", "is_one"), [("Weekly", True), ("Daily", False)])
def test_an_outlet_tells_of_two_days_in_the_same_words(drawn: Drawn, outlet: str, is_one: bool) -> None:
    sentence = "Rockets hit Salah Eddin, Midan, Furqan, Mogambo, Hamadaniyeh and Zahraa and killed {}."
    add(drawn, "a", sentence, publisher="Daily")
    add(drawn, "b", sentence, publisher=outlet, as_of="2016-10-04")

    found = assigned(drawn)

    assert (found["a"][0] == found["b"][0]) is is_one


def test_what_goes_on_about_a_happening_belongs_to_it(drawn: Drawn) -> None:
    add(drawn, "a", "A bomb in a bakery killed {}.", document="one")
    add(drawn, "b", "The governor spoke of {} dead.", document="one", amount="12")

    found = assigned(drawn)

    assert found["a"][0] == found["b"][0] != ""


QUARREL = """
    id | voice   | indicator | place   | document | amount | as_of      | sentence
    a  | UN      | killed    | Hasakah | one      | 20     | 2016-10-03 | The UN said a bomb in a bakery killed 20.
    b  | Smirnov | killed    | Hasakah | one      | 12     | 2016-10-03 | {}
"""


@pytest.mark.parametrize("sentence", ["Smirnov gave a lower toll of 12.", "Smirnov said that 12 were dead."])
def test_a_text_that_sets_one_toll_against_another_tells_a_quarrel(drawn: Drawn, sentence: str) -> None:
    drawn.store(QUARREL.format(sentence))
    assigned(drawn)

    assert drawn.assess().flags(2) == {("a", "b")}


def test_far_apart_in_a_text_two_tolls_are_a_note(drawn: Drawn) -> None:
    drawn.store(QUARREL.format("Smirnov gave a lower toll of 12."))
    drawn.db.execute("update figure set char_start = 5000, char_end = 5002 where figure_id = 'b'")
    assigned(drawn)

    verdict = drawn.assess().verdict("a", "b")

    assert verdict is not None
    assert verdict.severity == 1


def test_two_tolls_of_one_text_are_of_two_happenings(drawn: Drawn) -> None:
    add(drawn, "a", "A bomb in a bakery killed {}.", document="one", publisher="Daily", voice="UN", amount="20")
    add(drawn, "b", "By the evening {} were dead.", document="one", publisher="Daily", amount="60")
    assigned(drawn)

    verdict = drawn.assess().verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("related", 0)


@pytest.mark.parametrize(("part", "flags"), [("40", {("a", "b")}), ("20", set())])
def test_a_part_above_its_whole_is_a_contradiction(drawn: Drawn, part: str, flags: set[tuple[str, str]]) -> None:
    sentence = "A bomb in the Akra bakery behind the mosque killed {}."
    add(drawn, "a", sentence, voice="UN", amount="25")
    add(drawn, "b", sentence, voice="ISW", amount=part, population="civilians")
    assigned(drawn)

    assert flags == drawn.assess().flags(2)


def test_a_toll_over_several_places_may_be_higher_than_of_one(drawn: Drawn) -> None:
    add(drawn, "a", "Warplanes hit the Akra bakery and the Salah clinic and killed {}.", voice="UN", amount="20")
    add(
        drawn,
        "b",
        "Warplanes hit the Akra bakery, the Salah clinic and several districts and killed {}.",
        voice="ISW",
        amount="60",
    )
    assigned(drawn)

    verdict = drawn.assess().verdict("a", "b")

    assert verdict is not None
    assert verdict.severity == 1
    assert "DIFFERENT_SCOPE" in (verdict.explanation, *verdict.others)


@pytest.mark.parametrize("rest", ["60 others", "another 60", "included 60"])
def test_the_rest_of_a_toll_is_compared_with_none(drawn: Drawn, rest: str) -> None:
    sentence = "Warplanes hit the Akra bakery and the Salah clinic and killed {}."
    add(drawn, "a", sentence, voice="UN", amount="20")
    add(drawn, "b", f"Warplanes hit the Akra bakery and the Salah clinic: those killed were {rest}.", voice="ISW")
    start = f"Warplanes hit the Akra bakery and the Salah clinic: those killed were {rest}.".index("60")
    drawn.db.execute(
        "update figure set sentence_start = 0, char_start = ?, char_end = ? where figure_id = 'b'", [start, start + 2]
    )
    assigned(drawn)

    assert drawn.assess().verdict("a", "b") is None
