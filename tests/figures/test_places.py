"""A number is where the sentence says, nearest scene first; an actor, a speaker's capital and a dateline are no scene."""

from __future__ import annotations

from datetime import date

import pytest

from figures.figure import Figure
from figures.names import packaged_names
from figures.places import PlaceIndex
from tests.figures.corpus import read_text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Kursk", "Twelve people were killed in the Kursk region."),
        ("Kursk", "Twelve people were killed in Russia's Kursk region."),
        (
            "Kursk",
            "Fighting raged in the Kursk region. Ukraine seized some 500 square miles of Russian territory there.",
        ),
        ("Donetsk", "Twelve people were killed in a strike in the Donetsk region of eastern Ukraine."),
        ("Sudan", "The war in Sudan goes on. Twelve people were killed in Sudan."),
        ("Ukraine", "Russian troops occupy about 18% of Ukrainian territory."),
        ("Syria", "Clashes shook Aleppo. More than 210,000 people have been killed in Syria since March 2011."),
        ("Goma", "NAIROBI, Jan 29 (Reuters) - Twelve people were killed in Goma."),
        ("Gezira", "Twelve people were killed in Gezira state, officials in Cairo said."),
        ("Aleppo", "Twelve people were killed in Aleppo, according to Moscow."),
        ("Rio Grande do Sul", "Floods killed 78 people in Rio Grande do Sul."),
        ("Brazil", "Brazil has seen its worst floods. In Caxias do Norte 78 people were killed."),
        ("Ishikawa", "Twelve people were killed in Ishikawa prefecture."),
        ("Kharkiv", "In Kharkiv 7,500 residents had been evacuated and two soldiers were arrested in Sumy."),
    ],
)
def test_a_number_is_where_the_text_puts_it(place: str, text: str) -> None:
    figures = [item for item in read_text(text, date(2025, 4, 26)) if isinstance(item, Figure)]

    assert place == figures[0].place


@pytest.mark.parametrize("text", ["Twelve people were killed.", "Twelve people were killed in a village."])
def test_no_place_is_made_up(text: str) -> None:
    [figure] = [item for item in read_text(text, date(2025, 4, 26)) if isinstance(item, Figure)]

    assert figure.place is None


def test_a_person_is_no_place() -> None:
    index = PlaceIndex(packaged_names())
    text = "It was reported to President Vladimir Putin."

    assert all(name.standing <= 1 for name in index.find(text, 0, len(text)))


@pytest.mark.parametrize(
    ("place", "container", "within"),
    [("Sudzha", "Russia", True), ("Kursk", "Russia", True), ("Kursk", "Ukraine", False), ("Kursk", "Kursk", False)],
)
def test_containment_is_followed_to_the_country(place: str, container: str, within: bool) -> None:
    assert within == PlaceIndex(packaged_names()).is_within(place, container)
