"""Which figures disagree: the worked cases of the method, T1 to T28, each a drawn table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.drawn import Drawn


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path / "work.duckdb")


def test_t1_two_roundings_of_one_peak_do_not_disagree(drawn: Drawn) -> None:
    drawn.store("""
        id | publisher | statistic | amount     | unit  | as_of
        a2 | Times     | peak      | about 500  | mi**2 | 2024
        a5 | Live      | peak      | about 1400 |       | 2024
    """).assess()

    verdict = drawn.verdict("a2", "a5")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("compatible", "UNIT_ROUNDING", 0)


def test_t1_a_peak_and_a_level_that_meets_it_are_compatible(drawn: Drawn) -> None:
    drawn.store("""
        id | publisher | statistic | amount     | unit  | as_of
        a2 | Times     | peak      | about 500  | mi**2 | 2024
        a5 | Live      | level     | about 1400 |       | 2024
    """).assess()

    verdict = drawn.verdict("a2", "a5")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("compatible", "LEVEL_VS_PEAK", 0)


def test_t2_one_newsroom_is_one_voice(drawn: Drawn) -> None:
    drawn.store("""
        id | publisher | statistic | amount    | unit  | as_of
        a2 | Times     | peak      | about 500 | mi**2 | 2024
        a3 | Times     | level     | about 500 | mi**2 | 2024-08
    """).assess()

    verdict = drawn.verdict("a2", "a3")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("agree", "SAME_ORIGIN", 0)
    assert verdict.others == ("LEVEL_VS_PEAK",)


def test_t3_the_same_vague_words_agree(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | amount           | as_of
        a1 | Syrskyi | vague 300 to 999 | 2024-08
        a4 |         | vague 300 to 999 | 2024-08
    """).assess()

    verdict = drawn.verdict("a1", "a4")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("agree", 0)


def test_t4_a_level_below_the_peak_is_no_contradiction(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | statistic | amount           | unit  | as_of
        a1 | Syrskyi | level     | vague 300 to 999 |       | 2024-08
        a2 |         | peak      | about 500        | mi**2 | 2024
    """).assess()

    verdict = drawn.verdict("a1", "a2")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("compatible", "LEVEL_VS_PEAK", 0)


def test_a_level_above_the_peak_of_its_time_is_a_contradiction(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | statistic | amount | as_of
        a  | Syrskyi | level     | 1300   | 2024-08-20
        b  | ISW     | peak      | 900    | 2024
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("conflict", 2)


def test_t5_a_vague_figure_raises_a_tension_and_no_conflict(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | amount           | unit  | as_of
        a1 | Syrskyi | vague 300 to 999 |       | 2024-08
        a3 |         | about 500        | mi**2 | 2024-08
    """).assess()

    verdict = drawn.verdict("a1", "a3")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("tension", "VAGUE_WORDING", 1)
    assert "DIFFERENT_AS_OF" in verdict.others
    assert verdict.gap == pytest.approx(1.167, abs=0.001)
    assert verdict.score == pytest.approx(5.7, abs=0.05)


def test_t6_the_other_unit_in_brackets_is_a_restatement(drawn: Drawn) -> None:
    drawn.store("""
        id | voice     | document | amount   | unit  | as_of      | restates
        a6 | DeepState | d4       | 58       |       | 2025-04-08 |
        a7 | DeepState | d4       | about 22 | mi**2 | 2025-04-08 | a6
    """).assess()

    verdict = drawn.verdict("a6", "a7")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("agree", "RESTATEMENT", 0)


def test_t7_a_year_and_a_later_spring_are_a_sequence(drawn: Drawn) -> None:
    drawn.store("""
        id | voice     | amount     | as_of
        a5 |           | about 1400 | 2024
        a6 | DeepState | 58         | 2025-04-08
    """).assess()

    verdict = drawn.verdict("a5", "a6")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("sequence", "DIFFERENT_AS_OF", 0)


def test_t8_a_shrinking_area_is_no_quarrel(drawn: Drawn) -> None:
    drawn.store("""
        id | publisher | statistic | amount            | as_of                  | derived_from
        a2 | Times     | peak      | about 1295        | 2024                   |
        a8 | Times     | level     | 330.2 to 546.1    | 2025-02-20..2025-02-28 | a2
        a6 | Live      | level     | 58                | 2025-04-08             |
    """).assess()

    assert set() == drawn.flags()


def test_t9_evacuated_and_displaced_stand_beside_each_other(drawn: Drawn) -> None:
    drawn.store("""
        id | voice  | indicator | statistic | amount       | as_of
        p1 | Russia | evacuated | total     | about 150000 | 2024-09-16
        p2 | Russia | displaced | level     | 110000       | 2025-05-21
    """).assess()

    verdict = drawn.verdict("p1", "p2")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("related", "DIFFERENT_MEASURE", 0)
    assert "DIFFERENT_AS_OF" in verdict.others


def test_t10_killed_here_and_casualties_of_the_war_are_related(drawn: Drawn) -> None:
    drawn.store("""
        id | indicator  | amount                 | population | place  | as_of
        k1 | killed     | nearly 300             | civilians  | Kursk  | 2025-05-21
        k2 | casualties | vague 200000 to 999999 |            | Kursk  | 2025-04-08
    """).assess()

    verdict = drawn.verdict("k1", "k2")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("related", 0)


def test_t11_identical_vague_ranges_agree(drawn: Drawn) -> None:
    drawn.store("""
        id | indicator | voice | amount             | population            | as_of
        n1 | troops    | UN    | vague 2000 to 9999 | North Korean soldiers | 2025-01-27
        n2 | troops    |       | vague 2000 to 9999 | North Korean soldiers | 2025-01-27
    """).assess()

    verdict = drawn.verdict("n1", "n2")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("agree", 0)


def test_t12_a_denial_with_a_figure_is_a_row_of_severity_2(drawn: Drawn) -> None:
    drawn.store("""
        id | voice         | indicator              | holder  | amount | as_of      | stance
        s2 | Gerasimov     | settlements_controlled | Ukraine | 0      | 2025-04-26 | asserts
        s3 | General Staff | settlements_controlled | Ukraine | 0      | 2025-04-26 | denies
    """).assess()

    verdict = drawn.verdict("s2", "s3")

    assert verdict is not None
    assert (verdict.relation, verdict.severity, verdict.gap) == ("denied", 2, None)
    assert "General Staff denied what Gerasimov had said" in verdict.narrative


def test_t13_quotation_and_paraphrase_are_one_figure(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | indicator | document | amount       | as_of      | sentence
        d1 | Smirnov | distance  | d3       | less than 15 | 2024-09-16 | less than 15 kilometres
        d2 | Smirnov | distance  | d3       | up to 15     | 2024-09-16 | up to 15 kilometres
    """)
    drawn.db.execute("update figure set char_start = 9, char_end = 10 where figure_id = 'd2'")
    drawn.assess()

    verdict = drawn.verdict("d1", "d2")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("agree", "RESTATEMENT", 0)


def test_t14_seized_and_retaken_are_two_measures(drawn: Drawn) -> None:
    drawn.store("""
        id | indicator              | holder  | statistic | amount         | as_of
        l1 | settlements_controlled | Ukraine | level     | vague 24 to 99 | 2024-08
        l2 | settlements_recaptured | Russia  | total     | about 12       | 2024-09-16
    """).assess()

    verdict = drawn.verdict("l1", "l2")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("related", "DIFFERENT_MEASURE", 0)


def test_t15_and_t27_two_officials_at_one_meeting_are_an_internal_conflict(drawn: Drawn) -> None:
    drawn.store("""
        id      | voice    | indicator | statistic | amount | as_of      | population
        early   | Smirnov  | evacuated | total     | 121000 | 2024-08-12 | civilians
        smirnov | Smirnov  | evacuated | total     | 133190 | 2024-08-22 | civilians
        deputy  | Manturov | evacuated | total     | 115000 | 2024-08-22 | civilians
    """).assess()

    verdict = drawn.verdict("smirnov", "deputy")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("conflict", "UNEXPLAINED", 2)
    assert verdict.labels == ("INTERNAL_INCONSISTENCY",)
    assert (round(verdict.gap or 0, 3), round(verdict.score, 1)) == (1.153, 13.3)
    assert drawn.verdict("early", "deputy") is None


def test_t16_opposing_parties_on_one_day(drawn: Drawn) -> None:
    drawn.store("""
        id | voice     | indicator              | amount   | as_of
        a  | Smirnov   | settlements_controlled | 28       | 2024-08-12
        b  | DeepState | settlements_controlled | about 44 | 2024-08-12
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.severity, verdict.labels) == ("conflict", 3, ("OPPOSING_PARTIES",))
    assert (round(verdict.gap or 0, 3), round(verdict.score, 1)) == (1.493, 33.0)


def test_t17_and_t24_one_quarrel_is_told_once(drawn: Drawn) -> None:
    drawn.store("""
        id       | voice    | amount         | as_of
        syrskyi  | Syrskyi  | 1150           | 2024-08-15
        isw      | ISW      | about 800      | 2024-08-15
        zelensky | Zelensky | more than 1250 | 2024-08-19
    """).assess()

    verdict = drawn.verdict("syrskyi", "isw")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("conflict", 3)
    assert (round(verdict.gap or 0, 3), round(verdict.score, 1)) == (1.347, 25.8)
    later = drawn.verdict("isw", "zelensky")
    assert later is not None
    assert (later.relation, later.explanation, later.severity) == ("sequence", "DIFFERENT_AS_OF", 0)


def test_t18_the_grey_zone_is_another_measure(drawn: Drawn) -> None:
    drawn.store("""
        id   | voice     | indicator       | amount | as_of
        held | DeepState | area_controlled | 900    | 2024-10-14
        grey | DeepState | area_grey_zone  | 330    | 2024-10-14
    """).assess()

    verdict = drawn.verdict("held", "grey")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("related", "DIFFERENT_MEASURE", 0)


def test_t19_more_than_and_around_one_number_agree(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | indicator | statistic | amount           | as_of
        a  | Smirnov | evacuated | total     | more than 150000 | 2024-09-11
        b  | Russia  | evacuated | total     | about 150000     | 2024-09-16
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("agree", 0)


def test_t20_two_conversions_of_one_sum_raise_no_flag(drawn: Drawn) -> None:
    drawn.store("""
        id   | publisher        | voice  | indicator | amount    | as_of      | document | restates
        a    | The Moscow Times |        | stipend   | 65000     | 2025-12-08 | m        |
        usd  | The Moscow Times |        | stipend   | 800       | 2025-12-08 | m        | a
        b    | Kyiv Independent | Meduza | stipend   | 65000     | 2025-12-08 | k        |
        usd2 | Kyiv Independent | Meduza | stipend   | about 730 | 2025-12-08 | k        | b
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("agree", 0)
    assert set() == drawn.flags()


def test_t21_one_voice_moving_is_a_sequence(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | amount | as_of
        a  | Syrskyi | 1150   | 2024-08-15
        b  | Syrskyi | 1263   | 2024-08-20
        c  | Syrskyi | 1294   | 2024-08-27
        d  | ISW     | 1300   | 2024-08-27
    """).assess()

    for pair in (("a", "b"), ("b", "c")):
        verdict = drawn.verdict(*pair)
        assert verdict is not None
        assert (verdict.relation, verdict.explanation, verdict.severity) == ("sequence", "DIFFERENT_AS_OF", 0)


def test_t22_one_day_apart_is_a_tension_that_says_so(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | indicator              | amount | as_of
        a  | Smirnov | settlements_controlled | 28     | 2024-08-12
        b  | Syrskyi | settlements_controlled | 74     | 2024-08-13
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("tension", "DIFFERENT_AS_OF", 2)
    assert verdict.labels == ("OPPOSING_PARTIES",)
    assert "one day apart in time" in verdict.narrative


def test_t23_a_headline_rounds_its_own_quotation(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | publisher | amount         | as_of
        a  | Syrskyi | UNN       | 1263           | 2024-08-20
        b  | Syrskyi | Pravda    | more than 1260 | 2024-08-20
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("agree", "SAME_ORIGIN", 0)


def test_t25_a_day_against_a_month_is_a_tension_at_most(drawn: Drawn) -> None:
    drawn.store("""
        id | voice     | publisher | amount    | as_of
        a  | DeepState | Times     | 140       | 2025-03-13
        b  |           | Reuters   | about 110 | 2025-03
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation) == ("tension", "DIFFERENT_AS_OF")
    assert verdict.severity <= 2


MONTH = """
    id   | voice   | amount   | as_of
    nyt  |         | 1165 to 1424 | 2024-08
    isw  | ISW     | 800      | 2024-08-15
    then | Syrskyi | 1000     | 2024-08-12
    last | Syrskyi | {}       | 2024-08-27
"""


@pytest.mark.parametrize(
    ("last", "relation", "severity"), [("1294", "sequence", 0), ("1050", "tension", 2), ("2000", "sequence", 0)]
)
def test_a_month_in_which_it_moved_does_not_contradict_a_day_of_it(
    drawn: Drawn, last: str, relation: str, severity: int
) -> None:
    drawn.store(MONTH.format(last)).assess()

    verdict = drawn.verdict("nyt", "isw")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == (relation, severity)


def test_t26_a_running_total_grows_and_two_officials_differ(drawn: Drawn) -> None:
    drawn.store("""
        id     | voice      | indicator | amount     | as_of      | population
        first  | Smirnov    | killed    | 12         | 2024-08-12 | civilians
        second | Khinshtein | killed    | 288        | 2025-04-26 | civilians
        nearly | Russia     | killed    | nearly 300 | 2025-05-21 | civilians
        last   | Tsukanov   | killed    | 358        | 2025-05-27 | civilians
    """).assess()

    growth = drawn.verdict("first", "second")
    same = drawn.verdict("second", "nearly")
    quarrel = drawn.verdict("nearly", "last")

    assert growth is not None
    assert (growth.relation, growth.severity) == ("sequence", 0)
    assert same is not None
    assert (same.relation, same.severity) == ("agree", 0)
    assert quarrel is not None
    assert (quarrel.relation, quarrel.severity, quarrel.labels) == ("conflict", 2, ("INTERNAL_INCONSISTENCY",))
    assert round(quarrel.gap or 0, 3) == 1.193


def test_t28_a_coarser_retelling_agrees_and_replaces_nothing(drawn: Drawn) -> None:
    drawn.store("""
        id | voice         | publisher | statistic | amount      | as_of      | published
        a  | General Staff | Reuters   | peak      | about 1376  | 2024-11-23 | 2024-11-23
        b  | General Staff | AFP       | peak      | nearly 1400 | 2024-11-23 | 2025-01-27
    """).assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.severity) == ("agree", 0)
    assert drawn.db.execute("select 1 from figure where supersedes_id is not null").fetchall() == []


def test_two_conversions_that_the_rates_of_the_window_explain_are_compatible(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | indicator | amount | as_of
        a  | UN      | stipend   | 800    | 2020-12-08
        b  | Smirnov | stipend   | 611    | 2020-12-08
    """)
    drawn.db.execute("update figure set unit_reported = 'RUB/month' where figure_id = 'b'")
    drawn.db.execute(
        "insert into fx_rate values ('USD', 'RUB', 70, '2020-12-01', 'bank'), ('USD', 'RUB', 100, '2020-12-20', 'bank')"
    )
    drawn.assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert (verdict.relation, verdict.explanation, verdict.severity) == ("compatible", "FX_DATE", 0)


def test_two_sums_that_no_rate_explains_are_a_conflict(drawn: Drawn) -> None:
    drawn.store("""
        id | voice   | indicator | amount | as_of
        a  | UN      | stipend   | 800    | 2020-12-08
        b  | Smirnov | stipend   | 411    | 2020-12-08
    """)
    drawn.db.execute("update figure set unit_reported = 'RUB/month' where figure_id = 'b'")
    drawn.db.execute("insert into fx_rate values ('USD', 'RUB', 74, '2020-12-01', 'bank')")
    drawn.assess()

    verdict = drawn.verdict("a", "b")

    assert verdict is not None
    assert verdict.relation == "conflict"
