"""A chart is what its marks are: bars for spans, arrows for open ends, no line between two voices."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from app.charts import Band, Chart, Quarrel, drawable, time_chart
from app.display_units import display_units, fitting
from app.forest import compare_chart
from app.layers import MOST_NODES, SILENCE, Look
from app.marks import in_view
from app.palette import DARK, LIGHT
from app.view import Scale, View
from tests.app.drawing import DULL, KM2, SIDES, SQUARE_MILES, claim, drawn, press

LOOK = Look(KM2, Scale.LINEAR, LIGHT)
LOG = Look(KM2, Scale.LOG, LIGHT)


def figures(chart: Chart) -> dict[str, dict]:
    """The trace of each figure, by its id."""
    return {figure: trace for trace in chart["data"] if "customdata" in trace for figure in trace["customdata"]}


def layers(chart: Chart, name: str) -> list[dict]:
    return [trace for trace in chart["data"] if trace.get("legendgroup") == name]


ALL_KINDS = drawn(
    claim("exact"),
    claim("about", 800.0, quantifier="approximately", low=760.0, high=840.0),
    claim("more", 1250.0, quantifier="more_than", low=1250.0, high=None),
    claim("less", 500.0, quantifier="less_than", low=None, high=500.0),
    press("vague", None, quantifier="vague", low=300.0, high=999.0),
    press("derived", 432.0, low=330.0, high=546.0, derivation="a third of 1,295"),
    claim("month", 900.0, as_of_start=date(2024, 9, 1), as_of_end=date(2024, 9, 30)),
    claim("none", 0.0, day=date(2025, 4, 26), originator="Valery Gerasimov", voice="Valery Gerasimov", party="Russia"),
    denied=frozenset({"none"}),
)


@pytest.mark.parametrize("look", [LOOK, LOG, Look(SQUARE_MILES, Scale.LINEAR, DARK)])
def test_plotly_takes_every_chart(look: Look) -> None:
    quarrel = Quarrel(date(2024, 8, 15), date(2024, 8, 15), "Sources disagree 1.35×", ("exact", "about"), "1.35×")
    band = Band(date(2024, 8, 1), date(2024, 8, 31), 700.0, 900.0, "2 of 3 voices share this")

    go.Figure(time_chart(ALL_KINDS, look, quarrels=[quarrel], bands=[band]))
    go.Figure(compare_chart(ALL_KINDS, look))


def test_every_mark_is_drawn_once() -> None:
    for chart in (time_chart(ALL_KINDS, LOOK), compare_chart(ALL_KINDS, LOOK)):
        assert sorted(figures(chart)) == sorted(mark.claim.figure_id for mark in ALL_KINDS)


def test_a_span_is_a_thick_bar_and_never_an_error_bar() -> None:
    chart = time_chart(drawn(claim("about", 800.0, low=760.0, high=840.0)), LOOK)
    [bar] = layers(chart, "span")

    assert bar["y"] == [760.0, 840.0, None]
    assert bar["line"]["width"] >= 8
    assert not [trace for trace in chart["data"] if "error_y" in trace or "error_x" in trace]


def test_an_exact_number_has_no_bar() -> None:
    assert layers(time_chart(drawn(claim("exact")), LOOK), "span") == []


@pytest.mark.parametrize("look", [LOOK, LOG])
def test_an_arrow_is_as_long_whatever_the_number(look: Look) -> None:
    chart = time_chart(drawn(claim("small", 10.0, high=None), claim("big", 9000.0, low=None)), look)
    arrows = [note for note in chart["layout"]["annotations"] if note["showarrow"]]

    assert sorted(arrow["ay"] for arrow in arrows) == [-34, 34]


def test_hollow_is_hedged_and_filled_is_exact() -> None:
    found = figures(time_chart(ALL_KINDS, LOOK))

    assert found["exact"]["marker"]["color"] == LIGHT.sides[0]
    assert found["about"]["marker"]["color"] == LIGHT.sheet


def test_vague_words_claim_no_number() -> None:
    assert figures(time_chart(ALL_KINDS, LOOK))["vague"]["marker"]["symbol"] == "line-ew-open"


def test_a_derived_number_and_a_denied_one_have_marks_of_their_own() -> None:
    chart = time_chart(ALL_KINDS, LOOK)
    dotted = [bar for bar in layers(chart, "span") if bar["line"].get("dash") == "dot"]

    assert figures(chart)["derived"]["marker"]["symbol"].endswith("-open-dot")
    assert [bar["y"] for bar in dotted] == [[330.0, 546.0, None]]
    assert [cross["y"] for cross in layers(chart, "denied")] == [[0.0]]


def test_a_window_of_days_is_a_level_line_over_all_of_them() -> None:
    [line] = layers(time_chart(ALL_KINDS, LOOK), "window")

    assert line["x"] == ["2024-09-01", "2024-10-01", None]
    assert line["y"] == [900.0, 900.0, None]


def test_a_line_joins_the_numbers_of_one_voice_only() -> None:
    days = [date(2024, 8, 10) + timedelta(days=n) for n in range(4)]
    mine = [claim(f"a{n}", 100.0 + n, day=day) for n, day in enumerate(days)]
    others = [claim(f"b{n}", 500.0 + n, day=day, originator="ISW", voice="ISW") for n, day in enumerate(days)]
    lines = layers(time_chart(drawn(*mine, *others), LOOK), "voice")

    assert sorted(sorted(line["y"]) for line in lines) == [[100.0, 101.0, 102.0, 103.0], [500.0, 501.0, 502.0, 503.0]]


def test_a_line_is_broken_where_the_voice_was_silent_for_a_season() -> None:
    days = [date(2024, 8, 10), date(2024, 8, 20), date(2024, 8, 20) + SILENCE + timedelta(days=2)]
    [line] = layers(time_chart(drawn(*[claim(f"a{n}", day=day) for n, day in enumerate(days)]), LOOK), "voice")

    assert line["y"] == [1000.0, 1000.0, None, 1000.0]


def test_an_outlet_in_its_own_voice_has_no_line() -> None:
    days = [date(2024, 8, 10) + timedelta(days=n) for n in range(4)]

    assert layers(time_chart(drawn(*[press(f"p{n}", day=day) for n, day in enumerate(days)]), LOOK), "voice") == []


def test_a_log_scale_leaves_zero_out() -> None:
    shown = drawable(ALL_KINDS, Scale.LOG)

    assert {mark.claim.figure_id for mark in ALL_KINDS} - {mark.claim.figure_id for mark in shown} == {"none"}
    assert "none" not in figures(time_chart(ALL_KINDS, LOG))


def test_the_unit_scales_numbers_spans_and_the_last_tick() -> None:
    chart = time_chart(
        drawn(claim("about", 2.589988110336, low=1.0, high=3.0), unit=SQUARE_MILES),
        Look(SQUARE_MILES, Scale.LINEAR, LIGHT),
    )

    assert figures(chart)["about"]["y"] == [pytest.approx(1.0)]
    assert chart["layout"]["yaxis"]["ticksuffix"] == "\u00a0sq mi"
    assert chart["layout"]["yaxis"]["showticksuffix"] == "last"


def test_marks_of_one_day_stand_apart_and_keep_their_day_in_words() -> None:
    spread = drawn(*[claim(f"f{n}", 100.0 * n) for n in range(3)], claim("later", day=date(2025, 4, 1)))
    same_day = [mark for mark in spread if mark.claim.figure_id != "later"]

    assert len({mark.moment for mark in same_day}) == 3
    assert {mark.start for mark in same_day} == {date(2024, 8, 15)}
    assert all(abs(mark.moment.date() - mark.start) < timedelta(days=5) for mark in same_day)


def test_rows_of_compare_run_from_top_to_bottom_in_the_order_given() -> None:
    axis = compare_chart(ALL_KINDS, LOOK)["layout"]["yaxis"]

    assert [later < earlier for earlier, later in pairwise(axis["tickvals"])] == [True] * (len(ALL_KINDS) - 1)
    assert axis["ticktext"][-1] == "Valery Gerasimov · 26 Apr 25"


def typed(chart: Chart) -> list[str]:
    [trace] = layers(chart, "type")
    return trace["text"]


def test_a_row_of_compare_ends_with_its_number() -> None:
    told = dict(zip(ALL_KINDS, typed(compare_chart(ALL_KINDS, LOOK)), strict=True))
    by_id = {mark.claim.figure_id: text.strip() for mark, text in told.items()}

    assert by_id["exact"] == "1,000"
    assert by_id["more"] == "≥ 1,250"
    assert by_id["less"] == "≤ 500"
    assert by_id["vague"] == "300–999"


def test_on_a_phone_who_and_when_stand_above_the_row() -> None:
    chart = compare_chart(ALL_KINDS, replace(LOOK, narrow=True))

    assert not chart["layout"]["yaxis"]["showticklabels"]
    assert typed(chart)[-1] == "Valery Gerasimov · 26 Apr 25 · <b>0</b>"
    go.Figure(chart)


def test_a_phone_scrolls_where_a_desk_zooms_into_days() -> None:
    desk, phone = (time_chart(ALL_KINDS, look)["layout"] for look in (LOOK, replace(LOOK, narrow=True)))

    assert (desk["dragmode"], desk["xaxis"]["fixedrange"]) == ("zoom", False)
    assert (phone["dragmode"], phone["xaxis"]["fixedrange"]) == (False, True)
    assert desk["yaxis"]["fixedrange"]


def test_each_side_has_its_shape_and_its_colour() -> None:
    found = figures(
        time_chart(
            drawn(
                claim("u"),
                claim("r", party="Russia", voice="Gerasimov"),
                press("p"),
                claim("i", alignment="unaffiliated", party="ISW"),
            ),
            LOOK,
        )
    )

    assert {found[f]["marker"]["symbol"] for f in "urpi"} == {"circle", "square", "triangle-up", "diamond"}
    assert len({found[f]["marker"]["color"] for f in "urpi"}) == 4


def test_three_or_four_marks_are_labelled_and_quarrelling_ones_first() -> None:
    apart = drawn(*[claim(f"f{n}", 100.0 * n, day=date(2024, 1 + n, 3)) for n in range(1, 11)])
    quarrel = Quarrel(date(2024, 5, 3), date(2024, 6, 3), "Sources disagree", ("f4", "f5"), "1.2×")
    chart = time_chart(apart, LOOK, quarrels=[quarrel])
    said = [note["text"] for note in chart["layout"]["annotations"] if not note["showarrow"] and "yref" not in note]

    assert 3 <= len(said) <= 4
    assert any("400" in text for text in said)
    assert any("500" in text for text in said)


def test_text_of_articles_is_escaped_in_the_hover() -> None:
    hostile = claim(
        "x", sentence="<img src=x onerror=alert(1)> %{customdata} said", originator="<b>Nobody</b>", excerpt="<i>5</i>"
    )
    [text] = figures(time_chart(drawn(hostile), LOOK))["x"]["text"]

    assert "<img" not in text
    assert "<b>Nobody" not in text
    assert "<i>" not in text


def test_a_name_with_markup_is_escaped_wherever_a_chart_says_it() -> None:
    marks = drawn(*[claim(f"f{n}", 100.0 * n, day=date(2024, n, 1), originator="<a href=x>N</a>") for n in range(1, 4)])
    phone = replace(LOOK, narrow=True)
    charts = [time_chart(marks, LOOK), compare_chart(marks, LOOK), compare_chart(marks, phone)]

    assert not [chart for chart in charts if "<a" in json.dumps(chart)]


def test_a_currency_never_stands_on_the_axis_of_another() -> None:
    dollars = display_units("USD/month", kind="rate")[0]

    assert fitting("USD/month", dollars, kind="rate") == dollars
    assert fitting("RUB/month", dollars, kind="rate").words == "roubles a month"


def test_days_of_several_quarrels_are_shaded_once() -> None:
    quarrels = [Quarrel(date(2024, 8, day), date(2024, 8, day), "Sources disagree", (), "") for day in (12, 13, 28)]
    shapes = time_chart(ALL_KINDS, LOOK, quarrels=quarrels)["layout"]["shapes"]

    assert [(shape["x0"], shape["x1"]) for shape in shapes] == [
        ("2024-08-09", "2024-08-17"),
        ("2024-08-25", "2024-09-01"),
    ]


def test_hundreds_of_open_ends_are_heads_and_not_annotations() -> None:
    chart = time_chart(drawn(*[claim(f"f{n}", 10.0 + n, high=None) for n in range(400)]), LOOK)

    assert not [note for note in chart["layout"]["annotations"] if note["showarrow"]]
    assert sum(len(trace["x"]) for trace in layers(chart, "open")) == 400
    go.Figure(chart)


def test_no_shade_without_a_quarrel_and_no_band_without_consensus() -> None:
    assert time_chart(ALL_KINDS, LOOK)["layout"]["shapes"] == []


def crowd(many: int) -> Chart:
    days = [date(2020, 1, 1) + timedelta(days=n % 1500) for n in range(many)]
    return time_chart(
        drawn(*[claim(f"f{n}", n + 1.0, low=n + 0.9, high=n + 1.1, day=day) for n, day in enumerate(days)]), LOOK
    )


def test_thousands_of_marks_stay_a_few_traces_without_their_sentences() -> None:
    chart = crowd(2000)

    assert len(chart["data"]) < 12
    assert "He said" not in figures(chart)["f7"]["text"][0]
    go.Figure(chart)


@pytest.mark.parametrize(("many", "modes"), [(MOST_NODES, {"lines", "markers"}), (MOST_NODES + 1, {"none"})])
def test_a_crowd_is_left_to_the_page_with_all_that_hover_and_pictures_need(many: int, modes: set[str]) -> None:
    chart = crowd(many)

    assert {trace["mode"] for trace in chart["data"]} == modes
    assert len(figures(chart)) == many
    if modes == {"none"}:
        assert {trace["meta"]["mode"] for trace in chart["data"]} == {"lines", "markers"}


def test_marks_of_a_crowd_are_smaller() -> None:
    sizes = [figures(crowd(many))["f0"]["marker"]["size"] for many in (300, 301, 1001)]

    assert sizes == sorted(set(sizes), reverse=True)


def test_no_mark_of_a_crowded_day_strays_far_from_it() -> None:
    days = [date(2024, 1, 1), *[date(2024, 7, 1)] * 200, date(2024, 12, 31)]
    spread = drawn(*[claim(f"f{n}", float(n), day=day) for n, day in enumerate(days)])
    furthest = max(
        abs((mark.moment.date() - date(2024, 7, 1)).days) for mark in spread if mark.start == date(2024, 7, 1)
    )

    assert furthest <= 365 * 0.021


@pytest.mark.parametrize("look", [LOOK, LOG])
def test_no_arrow_leaves_the_plot(look: Look) -> None:
    chart = time_chart(drawn(claim("low", 10.0), claim("top", 1000.0, high=None)), look)
    low, high = chart["layout"]["yaxis"]["range"]
    [arrow] = [note for note in chart["layout"]["annotations"] if note["showarrow"]]

    assert (high - arrow["y"]) / (high - low) * 390 >= 34


def test_other_quarrels_are_named_in_short_where_there_is_room() -> None:
    quarrels = [
        Quarrel(day, day, "Sources disagree 2×", (), "2×")
        for day in (date(2024, 8, 15), date(2024, 8, 16), date(2025, 3, 1))
    ]
    said = [
        note["text"]
        for note in time_chart(ALL_KINDS, LOOK, quarrels=quarrels)["layout"]["annotations"]
        if note.get("yref") == "paper"
    ]

    assert said == ["<b>Sources disagree 2×</b>", "<b>2×</b>"]


def test_a_view_keeps_the_sides_and_days_that_it_names() -> None:
    claims = [claim("a"), press("b"), claim("c", day=date(2025, 1, 1))]

    assert [c.figure_id for c in in_view(claims, View(who=frozenset({"press"})), SIDES)] == ["b"]
    assert [c.figure_id for c in in_view(claims, View(end=date(2024, 12, 31)), SIDES)] == ["a", "b"]
    assert [c.figure_id for c in in_view(claims, View(start=date(2024, 8, 16)), SIDES)] == ["c"]


def test_a_window_that_reaches_into_the_days_chosen_is_kept() -> None:
    month = claim("m", as_of_start=date(2024, 8, 1), as_of_end=date(2024, 8, 31))

    assert in_view([month], View(start=date(2024, 8, 31)), SIDES) == [month]
    assert in_view([month], View(start=date(2024, 9, 1)), SIDES) == []


def test_an_undated_claim_has_no_mark_and_no_day_keeps_it() -> None:
    undated = claim("u", as_of_start=None, as_of_end=None)

    assert drawn(undated) == []
    assert in_view([undated], View(), SIDES) == [undated]
    assert in_view([undated], View(start=date(2024, 1, 1)), SIDES) == []
    assert DULL.as_of_start is not None
