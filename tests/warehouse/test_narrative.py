"""The sentence of a pair: who said what against whom, how far apart, and why if we know."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures import wordlists
from figures.catalogue import catalogue
from figures.figure import Quantifier
from tests.warehouse.drawn import Drawn

WORDS = {(row["kind"], row["code"]) for _, row in wordlists.packaged("narrative.csv")}
EXPLANATIONS = (
    "RESTATEMENT",
    "SAME_ORIGIN",
    "REVISION",
    "DIFFERENT_SCOPE",
    "DIFFERENT_MEASURE",
    "DIFFERENT_AS_OF",
    "LEVEL_VS_PEAK",
    "STOCK_VS_CUMULATIVE",
    "UNIT_ROUNDING",
    "FX_DATE",
    "VAGUE_WORDING",
    "MISQUOTE_OR_REVISION",
    "TRANSCRIPTION",
    "DECREASE",
    "EXTRACTION_DOUBT",
    "IMPLIED_WHOLE",
    "UNEXPLAINED",
)


def test_there_are_words_for_every_indicator_hedge_and_explanation() -> None:
    assert {("clause", each) for each in catalogue()} <= WORDS
    assert {("hedge", each.value) for each in Quantifier} <= WORDS
    assert {("reason", each) for each in EXPLANATIONS} <= WORDS


def told(folder: Path, table: str, one: str, other: str) -> str:
    verdict = Drawn(folder / "work.duckdb").store(table).assess().verdict(one, other)
    assert verdict is not None
    return verdict.narrative


CASES = {
    "two officials of one party": (
        """
        id | voice    | indicator | statistic | amount | as_of      | population
        a  | Smirnov  | evacuated | total     | 133190 | 2024-08-22 | civilians
        b  | Manturov | evacuated | total     | 115000 | 2024-08-22 | civilians
        """,
        "On 22 August 2024, Manturov said 115,000 civilians had been evacuated in Kursk and Smirnov 133,190:"
        " 15 % apart beyond rounding, two officials of one party, unexplained.",
    ),
    "opposing parties a day apart": (
        """
        id | voice   | indicator              | holder  | amount | as_of
        a  | Smirnov | settlements_controlled | Ukraine | 28     | 2024-08-12
        b  | Syrskyi | settlements_controlled | Ukraine | 74     | 2024-08-13
        """,
        "Smirnov said Ukraine held 28 settlements in Kursk on 12 August 2024 and Syrskyi 74 on 13 August 2024:"
        " 2.6 times apart beyond rounding, opposing parties, one day apart in time.",
    ),
    "an outlet in its own voice and another unit": (
        """
        id | publisher | voice | holder  | amount    | unit  | as_of      | sentence
        a  | Times     |       | Ukraine | about 500 | mi**2 | 2024-08-15 | Kyiv held about 500 square miles.
        b  | Live      | ISW   | Ukraine | about 800 |       | 2024-08-15 |
        """,
        "On 15 August 2024, ISW said Ukraine held about 800 km² in Kursk and the Times reported about 1,295 km²"
        " (printed “about 500 mi**2”): 37 % apart beyond rounding, unexplained.",
    ),
    "a speaker whom the sentence does not name": (
        """
        id | publisher | voice   | holder  | amount | as_of      | sentence
        a  | Times     | Syrskyi | Ukraine | 1150   | 2024-08-15 | He put it at 1,150.
        b  | Live      | ISW     | Ukraine | 800    | 2024-08-15 |
        """,
        "On 15 August 2024, ISW said Ukraine held 800 km² in Kursk and the Times reported 1,150 km²:"
        " 35 % apart beyond rounding, unexplained.",
    ),
    "one voice quoted differently": (
        """
        id | voice   | publisher | holder  | amount | as_of
        a  | Syrskyi | Times     | Ukraine | 1000   | 2024-08-12
        b  | Syrskyi | Live      | Ukraine | 1500   | 2024-08-12
        """,
        "On 12 August 2024, Syrskyi said Ukraine held 1,000 km² in Kursk according to the Times and 1,500 km² according to Live:"
        " 32 % apart beyond rounding, one voice quoted differently by two outlets.",
    ),
    "a correction by the same outlet": (
        """
        id | voice   | publisher | holder  | amount | as_of      | published
        a  | Syrskyi | Times     | Ukraine | 1000   | 2024-08-12 | 2024-08-12
        b  | Syrskyi | Times     | Ukraine | 1500   | 2024-08-12 | 2024-08-13
        """,
        "a later correction by the same outlet.",
    ),
    "a total that falls": (
        """
        id | voice   | indicator | amount | as_of
        a  | Smirnov | killed    | 80     | 2024-08-12
        b  | Smirnov | killed    | 60     | 2024-09-12
        """,
        "Smirnov said 80 people had been killed in Kursk on 12 August 2024 and 60 on 12 September 2024:"
        " 33 % apart beyond rounding, a total that should not fall.",
    ),
    "vague words": (
        """
        id | voice | indicator | amount         | as_of
        a  | UN    | killed    | vague 24 to 99 | 2024-08-12
        b  | ISW   | killed    | 150            | 2024-08-12
        """,
        "one of them in vague words.",
    ),
    "a level and a peak": (
        """
        id | voice   | holder  | statistic | amount     | as_of
        a  | Syrskyi | Ukraine | level     | 1000       | 2024-08-12
        b  | ISW     | Ukraine | peak      | about 1400 | 2024
        """,
        "and Syrskyi said Ukraine held 1,000 km² on 12 August 2024: the most there ever was and what there was at a"
        " time, so no contradiction.",
    ),
    "doubt of the reading": (
        """
        id | voice   | holder  | amount | as_of      | confidence
        a  | Syrskyi | Ukraine | 1000   | 2024-08-12 | 0.5
        b  | ISW     | Ukraine | 2000   | 2024-08-12 | 1
        """,
        "read with doubt.",
    ),
    "two measures": (
        """
        id | voice     | indicator       | holder  | amount | as_of
        a  | DeepState | area_controlled | Ukraine | 900    | 2024-10-14
        b  | DeepState | area_grey_zone  |         | 330    | 2024-10-14
        """,
        "two different measures.",
    ),
    "one figure told twice": (
        """
        id | voice     | holder  | document | amount   | unit  | as_of      | restates
        a  | DeepState | Ukraine | d        | 58       |       | 2025-04-08 |
        b  | DeepState | Ukraine | d        | about 22 | mi**2 | 2025-04-08 | a
        """,
        "they agree, one figure told twice.",
    ),
    "nothing left": (
        """
        id | voice         | indicator              | holder  | amount | as_of      | stance
        a  | Gerasimov     | settlements_controlled | Ukraine | 0      | 2025-04-26 | asserts
        b  | General Staff | settlements_controlled | Ukraine | 0      | 2025-04-26 | denies
        """,
        "On 26 April 2025, the General Staff denied what Gerasimov had said, that Ukraine held no settlements in Kursk:"
        " opposing parties.",
    ),
    "one person": (
        """
        id | voice   | indicator | amount | as_of      | population
        a  | UN      | killed    | 1      | 2024-08-12 | children
        b  | Smirnov | killed    | 9      | 2024-08-12 | children
        """,
        "the UN said 1 child had been killed in Kursk and Smirnov 9:",
    ),
    "one number told again": (
        """
        id | voice     | document | amount | as_of      | restates
        a  | DeepState | d        | 58     | 2025-04-08 |
        b  | DeepState | d        | 58     | 2025-04-08 | a
        """,
        "On 8 April 2025, DeepState said one side held 58 km² in Kursk and 58 km² again: they agree, one figure told twice.",
    ),
    "two numbers of one article": (
        """
        id | voice   | indicator | document | amount | as_of      | sentence
        a  | UN      | displaced | d        | 300    | 2024-08-12 | There are 300 of them.
        b  | Smirnov | displaced | d        | 900    | 2024-08-12 | There may be 900 of them.
        """,
        "On 12 August 2024, Daily reported 300 people were displaced in Kursk and, in the same article, 900:",
    ),
}


@pytest.mark.parametrize(
    ("name", "told_as"),
    [
        ("United Nations", "the United Nations"),
        ("Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights"),
        ("The New York Times", "The New York Times"),
        ("AFP", "AFP"),
        ("Volodymyr Zelensky", "Volodymyr Zelensky"),
        ("Kyiv Post", "the Kyiv Post"),
        ("interior ministry", "the interior ministry"),
        ("monitoring group", "a monitoring group"),
        ("aid worker", "an aid worker"),
        ("doctors", "doctors"),
        ("state media", "state media"),
    ],
)
def test_a_name_takes_its_article(tmp_path: Path, name: str, told_as: str) -> None:
    table = f"""
        id | publisher | voice   | indicator | amount | as_of
        a  | {name}    |         | displaced | 300    | 2024-08-12
        b  | Live      | Smirnov | displaced | 900    | 2024-08-12
    """

    assert f", {told_as} reported 300 people" in told(tmp_path, table, "a", "b")


@pytest.mark.parametrize(("table", "words"), list(CASES.values()), ids=list(CASES))
def test_the_sentence(tmp_path: Path, table: str, words: str) -> None:
    assert words in told(tmp_path, table, "a", "b")


def test_a_speaker_not_named_beside_the_number_is_not_named(tmp_path: Path) -> None:
    table = CASES["a speaker whom the sentence does not name"][0]

    assert "Syrskyi" not in told(tmp_path, table, "a", "b")
