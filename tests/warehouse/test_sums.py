"""Does it add up: shares and the whole they imply, parts and wholes, one number in two units."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.drawn import Drawn


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path / "work.duckdb")


def test_a_part_and_its_share_imply_a_whole_that_others_put_elsewhere(drawn: Drawn) -> None:
    drawn.store("""
        id    | voice         | indicator       | holder  | statistic | amount        | as_of      | share_of
        part  | Gerasimov     | area_recaptured | Russia  | total     | 800           | 2025-02-20 |
        share | Gerasimov     | share_of_area   | Russia  | share     | 0.64          | 2025-02-20 | area taken
        whole | General Staff | area_controlled | Ukraine | peak      | about 1500    | 2024-11-23 |
    """).assess()

    verdict = drawn.verdict("part", "whole")

    assert verdict is not None
    assert (verdict.explanation, verdict.severity) == ("IMPLIED_WHOLE", 1)
    assert "800 km² as 64 % of it implies 1,250 km² in all" in verdict.narrative


def test_a_share_that_fits_the_whole_is_silent(drawn: Drawn) -> None:
    drawn.store("""
        id    | voice         | indicator       | holder  | statistic | amount        | as_of      | share_of
        part  | Gerasimov     | area_recaptured | Russia  | total     | 800           | 2025-02-20 |
        share | Gerasimov     | share_of_area   | Russia  | share     | 0.64          | 2025-02-20 | area taken
        whole | General Staff | area_controlled | Ukraine | peak      | about 1250    | 2024-11-23 |
    """).assess()

    assert set() == drawn.flags()


def test_the_share_of_another_day_ties_nothing(drawn: Drawn) -> None:
    drawn.store("""
        id    | voice         | indicator       | holder  | statistic | amount        | as_of      | share_of
        part  | Gerasimov     | area_recaptured | Russia  | total     | 800           | 2025-02-20 |
        share | Gerasimov     | share_of_area   | Russia  | share     | 0.86          | 2025-03-12 | area taken
        whole | General Staff | area_controlled | Ukraine | peak      | about 1500    | 2024-11-23 |
    """).assess()

    assert set() == drawn.flags()


def _part_of(drawn: Drawn, part: str, whole: str) -> None:
    drawn.db.execute("update figure set part_of = ? where figure_id = ?", [whole, part])


def test_a_part_above_its_whole_is_a_finding(drawn: Drawn) -> None:
    drawn.store("""
        id    | indicator | amount | document | population
        whole | killed    | 40     | d        |
        part  | killed    | 45     | d        | children
    """)
    _part_of(drawn, "part", "whole")
    drawn.assess()

    verdict = drawn.verdict("part", "whole")

    assert verdict is not None
    assert (verdict.explanation, verdict.severity) == ("IMPLIED_WHOLE", 1)
    assert "45 are said to be a part of 40" in verdict.narrative


def test_parts_that_together_exceed_their_whole_are_a_finding(drawn: Drawn) -> None:
    drawn.store("""
        id    | indicator | amount | document | population
        whole | killed    | 40     | d        |
        kids  | killed    | 25     | d        | children
        men   | killed    | 30     | d        | men
    """)
    _part_of(drawn, "kids", "whole")
    _part_of(drawn, "men", "whole")
    drawn.assess()

    assert {("men", "whole")} == drawn.flags()


def test_parts_within_their_whole_are_silent(drawn: Drawn) -> None:
    drawn.store("""
        id    | indicator | amount | document | population
        whole | killed    | 40     | d        |
        kids  | killed    | 10     | d        | children
        men   | killed    | 30     | d        | men
    """)
    _part_of(drawn, "kids", "whole")
    _part_of(drawn, "men", "whole")
    drawn.assess()

    assert set() == drawn.flags()


@pytest.mark.parametrize(("miles", "found"), [("22", set()), ("32", {("km", "miles")})])
def test_one_number_in_two_units_is_one_number(drawn: Drawn, miles: str, found: set[tuple[str, str]]) -> None:
    drawn.store(f"""
        id    | amount        | unit  | document | restates
        km    | 58            |       | d        |
        miles | about {miles} | mi**2 | d        | km
    """).assess()

    assert found == drawn.flags()
