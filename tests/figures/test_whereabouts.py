"""Places that no table has, datelines, initials, the whole country: where a number belongs then."""

from __future__ import annotations

import pytest

from figures.figure import Figure
from figures.names import packaged_names
from figures.unlisted import unlisted_places
from tests.figures.corpus import read_text

LONG = "and the road along the river has been closed to all traffic until the water has fallen again"
FAR = f"{LONG}. {LONG.capitalize()}. {LONG.capitalize()}. {LONG.capitalize()}. {LONG.capitalize()}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Twelve people died in Qurvost, two in Vellmar and three each in Goma.", "Qurvost"),
        ("Twelve people died in Qurvost district.", "Qurvost"),
        ("Twelve people died in the village of Tal Qurvost.", "Tal Qurvost"),
        ("Twelve people died in Qurvost in Ituri province.", "Ituri"),
        ("Twelve people died in al-Qurvost on Monday.", "al-Qurvost"),
        ("Twelve people died in Rylsky and Qurvostsky districts of the Kursk region.", "Kursk"),
        ("In Qurvost, a village on the road, twelve people died.", "Qurvost"),
        ("Some 1,150 residents of Qurvost fled.", "Qurvost"),
        (
            f"Qurvost attack: 12 dead. Gunmen came to Qurvost. The dead in Qurvost, were farmers. Goma is far, {FAR}.",
            "Qurvost",
        ),
        ("More than 460 people were killed in al-Fashir.", "El Fasher"),
    ],
)
def test_a_place_that_no_table_has_is_known_by_the_words_beside_it(text: str, place: str) -> None:
    assert place == _first_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "The number of people in Catastrophe is up.",
        "Dozens Dead in Market Row",
        "There is little confidence in Qurvost.",
        "Piet Qurvost came. The trial in Qurvost, ended.",
        "Fighters in Kurdish-held towns left.",
        "They met in January.",
        "Power was out in NATO.",
    ],
)
def test_what_else_stands_behind_in_is_no_place(text: str) -> None:
    assert [] == list(unlisted_places(text, 0, len(text), packaged_names()))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            f"Hyderabad: Ten more deaths were reported by the authorities in Andhra Pradesh on Sunday, {LONG}.",
            "Andhra Pradesh",
        ),
        (f"MANILA – A total of 295 families have been hit by the storms, {LONG}. Some 40 died.", "Philippines"),
        (
            "In the Cordillera Administrative Region (CAR) of the Philippines 12 people died. The CAR is a land of hills.",
            "Philippines",
        ),
        ("Goma is flooded. Nationwide, 12 people died.", "DR Congo"),
        ("Twelve people died, Mr Vaughan said in Goma.", "Goma"),
        ("Floods hit Kenya. Twelve people died there, governor Umaru Bago said.", "Kenya"),
        ("The aid is worth 18.5 million pesos (US$316,000). Twelve people died in Goma.", "Goma"),
    ],
)
def test_datelines_initials_and_surnames_are_no_scene(text: str, place: str) -> None:
    assert place == _first_place(text)


def _first_place(text: str) -> str | None:
    return next(item for item in read_text(text) if isinstance(item, Figure)).place


@pytest.mark.parametrize(
    ("surface", "place", "text"),
    [
        (
            "17 people",
            "Bangladesh",
            "In Dhaka wards are full. 17 people died, 10 of them in Dhaka. Dhaka is in Bangladesh.",
        ),
        (
            "Eleven counties",
            "Kenya",
            f"Rivers rose in Kenya, {FAR}. Eleven counties, among them Garissa and Narok, lost cattle.",
        ),
        (
            "3,000 people",
            "Kenya",
            f"Rivers rose in Kenya, {FAR}. In Garissa wells are full. Altogether 3,000 people died.",
        ),
        ("191 people", "Punjab", "Sindh has lost 678 people, Punjab 191 people and Balochistan 299."),
    ],
)
def test_the_whole_is_not_where_a_part_of_it_is(surface: str, place: str, text: str) -> None:
    [found] = [item for item in read_text(text) if isinstance(item, Figure) and item.excerpt == surface]

    assert place == found.place


def test_what_is_counted_behind_a_list_of_places_was_in_none_of_them_alone() -> None:
    text = "Floods in Bihar went on. It moved people in Patna, Gaya, Qurvost and Ranchi to camps and killed 28 cattle."

    found = [figure for figure in read_text(text) if isinstance(figure, Figure)]

    assert ["Bihar"] == [figure.place for figure in found]


def test_a_quarter_of_a_town_is_in_the_town() -> None:
    found = read_text("Twelve people died in the Zahraa neighbourhood of Homs.")

    assert ["Homs"] == [figure.place for figure in found if isinstance(figure, Figure)]
