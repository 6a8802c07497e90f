"""Who made the number: the one whose words it stands under, by name; nobody when two could be meant."""

from __future__ import annotations

from datetime import date

import pytest

from figures.figure import Figure, Stance
from tests.figures.corpus import read_text

DAY = date(2025, 4, 26)


def last_figure(text: str) -> Figure:
    return [item for item in read_text(text, DAY) if isinstance(item, Figure)][-1]


@pytest.mark.parametrize(
    ("originator", "text"),
    [
        (
            "Russian government",
            "The Russian government has said that twelve people died, and that another 30 were hurt.",
        ),
        ("Kyiv, Seoul and Washington", "Russia, according to Seoul, Kyiv, and Washington, sent thousands of troops."),
        ("DeepState", "According to Ukraine’s DeepState war tracking map, Ukrainian troops hold 58 square kilometers."),
        (
            "TASS",
            "The TASS state news agency, citing an unnamed military insider, reported that twelve people were killed.",
        ),
        (
            "Mohammed Abu-Lamousha",
            "At least 300 people died, the state news agency LANA reported on Tuesday, citing Mohammed Abu-Lamousha.",
        ),
        (
            "Oleksiy Dmitrashkivsky",
            "The army's spokesman, Oleksiy Dmitrashkivsky, told Agence France-Presse that 2,000 civilians remain.",
        ),
        (
            "Alexei Smirnov",
            "“Some 2,000 people were evacuated,” wrote Alexei Smirnov, acting governor of the Kursk region.",
        ),
        (
            "Syrian Observatory for Human Rights",
            "Twelve people were killed a monitor said. The Syrian Observatory for Human Rights gave no names.",
        ),
        ("Doctors Without Borders", "Doctors Without Borders (MSF) said it had treated 192 wounded people."),
        ("Vladimir Putin", "President Vladimir V. Putin visited. Mr. Putin said that 300 people had died."),
        ("Vladimir Putin", "President Vladimir V. Putin visited. The president promised to pay $800 a month."),
        ("Mary Atieno", "Mary Atieno said it was over. She said twelve people had died."),
        ("Red Cross", "The Red Cross said it was over. It said twelve people had died."),
        ("residents and rights groups", "Bulldozers flattened 1,200 homes, residents and rights groups said."),
        ("local officials", "Twelve people were killed, local officials said on Monday."),
        ("Save the Children", "Save the Children put the number of injured children at 110."),
    ],
)
def test_the_maker_of_a_number_is_named(originator: str, text: str) -> None:
    assert originator == last_figure(text).originator


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed.",
        "John Smith said it was over, but Mary Jones said it was not. He said twelve people had died.",
        "According to reports, twelve people were killed.",
        "Twelve people were reported killed.",
        "The floods claimed 76 lives.",
        "The minister vowed to fight on in a war that has left 300 dead.",
        "The mayor said the siege was lifted, while twelve people were killed elsewhere.",
    ],
)
def test_nobody_is_named_in_doubt(text: str) -> None:
    figure = last_figure(text)

    assert figure.originator is None


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        (Stance.ASSERTS, "The army said twelve people were killed."),
        (Stance.CLAIMS, "The army claimed that twelve people were killed."),
        (Stance.ESTIMATES, "The army estimated that twelve people were killed."),
        (Stance.ADMITS, "The army admitted that twelve people were killed."),
        (Stance.DENIES, "The army denied that twelve people were killed."),
        (Stance.NOT_STATED, "Twelve people were killed."),
    ],
)
def test_the_verb_tells_the_stance(stance: Stance, text: str) -> None:
    assert stance == last_figure(text).stance


def test_a_chain_keeps_every_step() -> None:
    figure = last_figure(
        "The TASS news agency, citing an unnamed military insider, reported that twelve people were killed."
    )

    assert [("unnamed military insider", "originator"), ("TASS", "relay")] == [
        (s.source, str(s.role)) for s in figure.chain
    ]
