"""What must hold for any figures: the invariants of the method's section 9, by property test."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.drawn import Drawn

VOICES = ("Smirnov", "Manturov", "Syrskyi", "ISW", "UN", "")
HEDGES = ("", "about ", "more than ", "less than ", "nearly ", "vague ")
SOME = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, str]]:
    """Two to seven figures of one series, by voices of three parties and an outlet, on days of one month."""
    count = draw(st.integers(2, 7))
    return [_row(draw, number) for number in range(count)]


def _row(draw: st.DrawFn, number: int) -> dict[str, str]:
    value = draw(st.integers(1, 2000))
    hedge = draw(st.sampled_from(HEDGES))
    day = date(2024, 8, 1) + timedelta(days=draw(st.integers(0, 12)))
    return {
        "id": f"f{number}",
        "voice": draw(st.sampled_from(VOICES)),
        "publisher": draw(st.sampled_from(("Daily", "Weekly"))),
        "indicator": draw(st.sampled_from(("area_controlled", "area_controlled", "killed"))),
        "amount": f"{hedge}{value} to {2 * value}" if hedge == "vague " else f"{hedge}{value}",
        "as_of": day.isoformat(),
        "document": f"d{number}",
    }


def assessed(figures: list[dict[str, str]]) -> Drawn:
    with tempfile.TemporaryDirectory() as folder:
        drawn = Drawn(Path(folder) / "work.duckdb")
        for figure in figures:
            drawn.add(**{name: cell for name, cell in figure.items() if cell})
        return drawn.assess()


def told(drawn: Drawn) -> set[tuple[object, ...]]:
    return set(
        drawn.db.execute(
            "select figure_a, figure_b, relation, explanation, severity, round(severity_score, 9) from assessment"
        ).fetchall()
    )


def voices(drawn: Drawn) -> set[tuple[object, ...]]:
    return set(
        drawn.db.execute(
            "select series_id, as_of_start, voices, parties, consensus_low, consensus_high, verdict, severity"
            " from summary"
        ).fetchall()
    )


@SOME
@given(rows())
def test_the_order_of_input_changes_nothing(figures: list[dict[str, str]]) -> None:
    assert told(assessed(figures)) == told(assessed(figures[::-1]))


@SOME
@given(rows(), st.integers(1, 3))
def test_copies_change_no_severity_and_no_count_of_voices(figures: list[dict[str, str]], times: int) -> None:
    plain = assessed(figures)
    with tempfile.TemporaryDirectory() as folder:
        copied = Drawn(Path(folder) / "work.duckdb")
        for figure in figures:
            copied.add(**{name: cell for name, cell in figure.items() if cell})
        for time in range(times):
            copied.add(
                **{
                    name: cell
                    for name, cell in {**figures[0], "id": f"g{time}", "document": f"e{time}"}.items()
                    if cell
                }
            )
            copied.db.execute("update document set near_duplicate_of = 'd0' where document_id = ?", [f"e{time}"])
        copied.assess()

    assert voices(copied) == voices(plain)
    assert {row for row in told(copied) if row[4]} == {row for row in told(plain) if row[4]}


@SOME
@given(rows(), st.floats(1.0, 3.0))
def test_widening_an_interval_never_raises_a_severity(figures: list[dict[str, str]], times: float) -> None:
    pair = [
        {**figures[0], "voice": "Smirnov", "as_of": "2024-08-05"},
        {**figures[1], "voice": "ISW", "as_of": "2024-08-05"},
    ]
    pair[1]["indicator"] = pair[0]["indicator"]
    narrow = assessed(pair)
    before = narrow.verdict("f0", "f1")
    narrow.db.execute("update figure set low = low / ?, high = high * ? where figure_id = 'f0'", [times, times])
    after = narrow.assess().verdict("f0", "f1")

    assert before is not None
    assert after is not None
    assert after.score <= before.score + 1e-9


@SOME
@given(rows())
def test_no_voice_contradicts_itself_at_another_date(figures: list[dict[str, str]]) -> None:
    drawn = assessed(figures)
    found = drawn.db.execute(
        "select relation, assessment.severity from assessment"
        " join figure as a on a.figure_id = figure_a join figure as b on b.figure_id = figure_b"
        " where a.voice_id = b.voice_id and a.as_of_start <> b.as_of_start"
    ).fetchall()

    assert [row for row in found if row[0] == "conflict" or row[1] > 1] == []


@SOME
@given(rows())
def test_no_vague_side_is_a_conflict_or_above_minor(figures: list[dict[str, str]]) -> None:
    drawn = assessed(figures)
    found = drawn.db.execute(
        "select 1 from assessment join figure as a on a.figure_id = figure_a join figure as b on b.figure_id = figure_b"
        " where 'vague' in (a.quantifier, b.quantifier) and (relation = 'conflict' or assessment.severity > 2)"
    ).fetchall()

    assert found == []


@SOME
@given(rows())
def test_every_flag_has_a_sentence_with_both_sides_and_the_gap(figures: list[dict[str, str]]) -> None:
    drawn = assessed(figures)
    found = drawn.db.execute(
        "select narrative, coalesce(a.originator_id, 'daily'), coalesce(b.originator_id, 'daily'),"
        " a.originator_id is null, b.originator_id is null from assessment join figure as a on a.figure_id = figure_a"
        " join figure as b on b.figure_id = figure_b where assessment.severity >= 1"
    ).fetchall()

    for narrative, one, other, one_unnamed, other_unnamed in found:
        assert " apart" in narrative
        assert one_unnamed or one in narrative.lower()
        assert other_unnamed or other in narrative.lower()


@SOME
@given(rows())
def test_assessing_the_touched_series_again_changes_nothing(figures: list[dict[str, str]]) -> None:
    drawn = assessed(figures)
    before, windows = told(drawn), voices(drawn)
    touched = [row[0] for row in drawn.db.execute("select series_id from series limit 1").fetchall()]

    drawn.assess(touched)

    assert told(drawn) == before
    assert voices(drawn) == windows


@SOME
@given(rows())
def test_another_setting_keeps_the_old_verdicts(figures: list[dict[str, str]]) -> None:
    drawn = assessed(figures)
    before = drawn.db.execute("select count(*) from assessment").fetchone()

    drawn.using(silent_below=1.0).assess([])

    after = drawn.db.execute("select count(*), count(distinct method_version) from assessment").fetchone()
    assert before is not None
    assert after is not None
    assert after[0] == 2 * before[0]
    assert after[1] == (2 if before[0] else 0)
