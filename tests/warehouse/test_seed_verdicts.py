"""The worked cases of the method through the whole pipeline: the seeds read, loaded, compared and published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from warehouse.home import Home
from warehouse.ingesting import ingest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@dataclass(frozen=True)
class Verdict:
    """A row of ``assessment``."""

    relation: str
    explanation: str
    severity: int
    labels: tuple[str, ...]
    others: tuple[str, ...]
    gap: float | None


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    home = Home(tmp_path_factory.mktemp("home"))
    ingest([SEEDS], home)
    connection = duckdb.connect(str(home.published), read_only=True)
    yield connection
    connection.close()


Seeds = duckdb.DuckDBPyConnection


def figure(published: Seeds, words: str, *, file: str = "%", **columns: object) -> str:
    """The id of the one figure with these words in a file of this name; *columns* of the view figures as given."""
    tests = "".join(f" and {name} = ${name}" for name in columns)
    found = published.execute(
        f"select figure_id from figures where excerpt ilike $words and file like $file{tests}",
        {"words": f"%{words}%", "file": file, **columns},
    ).fetchall()
    assert len(found) == 1, (words, found)
    return str(found[0][0])


def claim(published: Seeds, voice: str, as_of: str, value: float, indicator: str = "area_controlled") -> str:
    """The id of the one claims row of a voice, day and value."""
    found = published.execute(
        "select figure_id from figures where evidence = 'table_row' and restates_id is null"
        " and voice = ? and as_of_start = ? and value = ? and indicator = ?",
        [voice, as_of, value, indicator],
    ).fetchall()
    assert len(found) == 1, (voice, as_of, found)
    return str(found[0][0])


def verdict(published: Seeds, one: str, other: str) -> Verdict | None:
    found = published.execute(
        "select relation, explanation, severity, labels, other_explanations, gap from assessment"
        " where figure_a = ? and figure_b = ?",
        sorted((one, other)),
    ).fetchall()
    return Verdict(*found[0][:3], tuple(found[0][3]), tuple(found[0][4]), found[0][5]) if found else None


def shown(found: Verdict | None) -> tuple[str, str, int]:
    assert found is not None
    return found.relation, found.explanation, found.severity


def test_t1_five_hundred_square_miles_and_1400_km2_do_not_disagree(published: Seeds) -> None:
    miles = figure(published, "some 500 square miles", file="001%")
    kilometres = figure(published, "1,400 square kilometers", file="004%")

    found = verdict(published, miles, kilometres)

    assert shown(found) == ("compatible", "UNIT_ROUNDING", 0)


def test_t2_two_reprints_of_one_newsroom_are_one_voice(published: Seeds) -> None:
    one = figure(published, "some 500 square miles", file="001%")
    other = figure(published, "some 500 square miles", file="002%")

    assert shown(verdict(published, one, other)) == ("agree", "SAME_ORIGIN", 0)


def test_t3_the_same_vague_words_raise_nothing(published: Seeds) -> None:
    one = figure(published, "several hundred square kilometers", file="000%")
    other = figure(published, "several hundred square kilometers", file="003%")

    found = verdict(published, one, other)

    assert found is not None
    assert (found.relation, found.severity) == ("agree", 0)


@pytest.mark.parametrize(("peak", "file"), [("some 500 square miles", "001%"), ("1,400 square kilometers", "004%")])
def test_t4_a_vague_level_does_not_contradict_a_peak(published: Seeds, peak: str, file: str) -> None:
    level = figure(published, "several hundred square kilometers", file="000%")

    assert shown(verdict(published, level, figure(published, peak, file=file))) == ("compatible", "LEVEL_VS_PEAK", 0)


@pytest.mark.parametrize("file", ["000%", "003%"])
def test_t5_vague_words_against_500_square_miles_are_a_note(published: Seeds, file: str) -> None:
    vague = figure(published, "several hundred square kilometers", file=file)
    miles = figure(published, "some 500 square miles", file="002%")

    assert shown(verdict(published, vague, miles)) == ("tension", "VAGUE_WORDING", 1)


def test_t6_square_miles_in_brackets_are_a_restatement(published: Seeds) -> None:
    one = figure(published, "58 square kilometers", file="004%")
    other = figure(published, "22 square miles", file="004%")

    assert shown(verdict(published, one, other)) == ("agree", "RESTATEMENT", 0)


@pytest.mark.parametrize(
    ("one", "one_file", "other", "other_file"),
    [
        ("1,400 square kilometers", "004%", "58 square kilometers", "004%"),
        ("some 500 square miles", "001%", "58 square kilometers", "004%"),
    ],
)
def test_t7_and_t8_a_shrinking_area_is_no_quarrel(
    published: Seeds, one: str, one_file: str, other: str, other_file: str
) -> None:
    found = verdict(published, figure(published, one, file=one_file), figure(published, other, file=other_file))

    assert found is None  # far apart in time: each has nearer ones to be compared with


def test_t9_evacuated_and_displaced_are_never_compared(published: Seeds) -> None:
    evacuated = figure(published, "150,000 civilians", file="003%")
    displaced = figure(published, "110,000", file="002%")

    found = verdict(published, evacuated, displaced)

    assert shown(found) == ("related", "DIFFERENT_MEASURE", 0)


def test_t10_a_region_s_dead_and_the_whole_war_s_casualties_are_not_compared(published: Seeds) -> None:
    dead = figure(published, "nearly 300 Russian civilians", file="002%")
    casualties = figure(published, "hundreds of thousands of casualties", file="004%")

    assert verdict(published, dead, casualties) is None


def test_t12_the_denial_of_the_last_village_is_listed_with_both_passages(published: Seeds) -> None:
    rows = published.execute(
        "select severity, voice_a, voice_b from disagreements"
        " where relation = 'denied' and indicator = 'settlements_controlled'"
    ).fetchall()

    assert [row[0] for row in rows] == [2]
    assert "Ukrainian General Staff" in rows[0]


def test_t15_and_t27_two_officials_at_one_meeting(published: Seeds) -> None:
    smirnov = claim(published, "Alexei Smirnov", "2024-08-22", 133190, "evacuated")
    manturov = claim(published, "Denis Manturov", "2024-08-22", 115000, "evacuated")
    earlier = claim(published, "Alexei Smirnov", "2024-08-12", 121000, "evacuated")

    found = verdict(published, smirnov, manturov)

    assert shown(found) == ("conflict", "UNEXPLAINED", 2)
    assert found is not None
    assert found.labels == ("INTERNAL_INCONSISTENCY",)
    assert verdict(published, earlier, manturov) is None


def test_t16_t22_settlements_of_one_day_and_of_the_next(published: Seeds) -> None:
    smirnov = claim(published, "Alexei Smirnov", "2024-08-12", 28, "settlements_controlled")
    deepstate = claim(published, "DeepState", "2024-08-12", 44, "settlements_controlled")
    syrskyi = claim(published, "Oleksandr Syrskyi", "2024-08-13", 74, "settlements_controlled")

    assert shown(verdict(published, smirnov, deepstate)) == ("conflict", "UNEXPLAINED", 3)
    assert shown(verdict(published, smirnov, syrskyi)) == ("tension", "DIFFERENT_AS_OF", 2)


def test_t17_t24_syrskyi_against_the_institute_is_told_once(published: Seeds) -> None:
    syrskyi = claim(published, "Oleksandr Syrskyi", "2024-08-15", 1150)
    institute = claim(published, "Institute for the Study of War", "2024-08-15", 800)
    zelensky = claim(published, "Volodymyr Zelensky", "2024-08-19", 1250)

    assert shown(verdict(published, syrskyi, institute)) == ("conflict", "UNEXPLAINED", 3)
    assert shown(verdict(published, institute, zelensky)) == ("sequence", "DIFFERENT_AS_OF", 0)


def test_t19_more_than_and_around_150000_agree(published: Seeds) -> None:
    smirnov = claim(published, "Alexei Smirnov", "2024-09-11", 150000, "evacuated")
    article = figure(published, "150,000 civilians", file="003%")

    found = verdict(published, smirnov, article)

    assert found is not None
    assert (found.relation, found.severity) == ("agree", 0)


def test_t20_two_conversions_of_one_stipend_raise_nothing(published: Seeds) -> None:
    rows = published.execute("select max(severity) from figures where indicator = 'stipend'").fetchall()

    assert rows == [(0,)]


def test_t21_one_voice_moving_is_a_sequence(published: Seeds) -> None:
    days = [("2024-08-15", 1150.0), ("2024-08-20", 1263.0), ("2024-08-27", 1294.0)]
    ids = [
        published.execute(
            "select figure_id from figures where voice = 'Oleksandr Syrskyi' and as_of_start = ? and value = ?", day
        ).fetchall()[0][0]
        for day in days
    ]

    for one, other in pairwise(ids):
        assert shown(verdict(published, one, other)) == ("sequence", "DIFFERENT_AS_OF", 0)


def test_t23_the_headline_that_rounds_its_quotation_agrees(published: Seeds) -> None:
    quotation = claim(published, "Oleksandr Syrskyi", "2024-08-20", 1263)
    headline = claim(published, "Oleksandr Syrskyi", "2024-08-20", 1260)

    found = verdict(published, quotation, headline)

    assert found is not None
    assert (found.relation, found.severity) == ("agree", 0)


def test_t25_a_day_against_its_month_is_a_tension_at_most(published: Seeds) -> None:
    deepstate = claim(published, "DeepState", "2025-03-13", 140)
    reuters = claim(published, "Reuters", "2025-03-01", 110)

    found = verdict(published, deepstate, reuters)

    assert found is not None
    assert found.relation == "tension"
    assert found.severity <= 2


def test_t26_a_growing_toll_is_a_sequence_and_two_officials_differ(published: Seeds) -> None:
    first = claim(published, "Alexei Smirnov", "2024-08-12", 12, "killed")
    second = claim(published, "Alexander Khinshtein", "2025-04-26", 288, "killed")
    last = claim(published, "Alexei Tsukanov", "2025-05-27", 358, "killed")
    nearly = figure(published, "nearly 300 Russian civilians", file="002%")

    growth = verdict(published, first, second)
    quarrel = verdict(published, nearly, last)

    assert growth is not None
    assert (growth.relation, growth.severity) == ("sequence", 0)
    assert quarrel is not None
    assert (quarrel.relation, quarrel.severity) == ("conflict", 2)


def test_t28_a_coarser_retelling_supersedes_nothing(published: Seeds) -> None:
    about = claim(published, "Ukrainian General Staff", "2024-11-23", 1376)

    assert published.execute("select 1 from figures where supersedes_id = ?", [about]).fetchall() == []


def test_no_vague_side_is_a_conflict_or_above_minor(published: Seeds) -> None:
    rows = published.execute(
        "select 1 from assessment join figure as a on a.figure_id = figure_a join figure as b on b.figure_id = figure_b"
        " where 'vague' in (a.quantifier, b.quantifier) and (assessment.severity > 2 or relation = 'conflict')"
    ).fetchall()

    assert rows == []


def test_every_flag_names_both_sides_and_the_gap(published: Seeds) -> None:
    rows = published.execute(
        "select narrative from assessment where severity >= 1 and relation in ('tension', 'conflict')"
    ).fetchall()

    assert rows != []
    assert [words for (words,) in rows if " apart" not in words or not words.endswith(".")] == []
