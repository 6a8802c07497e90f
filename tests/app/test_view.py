"""What a reader chose goes into the address and comes back the same; anything else gives the default."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.page import read_query
from app.view import Filter, Order, Scale, Tab, View

KEYS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
VIEWS = st.builds(
    View,
    tab=st.sampled_from(Tab),
    unit=st.just("") | KEYS,
    scale=st.sampled_from(Scale),
    order=st.sampled_from(Order),
    who=st.none() | st.frozensets(KEYS, max_size=12),
    start=DAYS,
    end=DAYS,
    known=DAYS,
)
NAMES = st.text(st.characters(categories=["L", "N"]), max_size=30)
FILTERS = st.builds(
    Filter,
    words=NAMES,
    severity=st.integers(0, 4),
    indicator=st.just("") | KEYS,
    place=NAMES,
    party=NAMES,
    relation=st.just("") | KEYS,
)


@given(VIEWS)
def test_a_view_survives_its_query_string(view: View) -> None:
    assert view == View.from_query(read_query(view.to_query()))


@given(FILTERS)
def test_a_filter_survives_its_query_string(wanted: Filter) -> None:
    assert wanted == Filter.from_query(read_query(wanted.to_query()))


@given(st.dictionaries(st.sampled_from(["tab", "unit", "scale", "order", "who", "from", "to", "known"]), st.text()))
def test_no_query_breaks_a_view_and_none_says_more_than_it_may(query: dict[str, str]) -> None:
    view = View.from_query(query)

    assert view == View.from_query(read_query(view.to_query()))
    assert not set(view.to_query()) & set("<>\"'")


def test_the_plain_page_has_no_query() -> None:
    assert View().to_query() == ""
    assert Filter().to_query() == ""


def test_nobody_shown_is_not_everybody_shown() -> None:
    nobody = View.from_query({"who": ""})

    assert nobody.who == frozenset()
    assert nobody.to_query() == "who="
    assert not nobody.shows("press")
    assert View().shows("press")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tab", "zzz"),
        ("unit", "<script>"),
        ("unit", "x" * 80),
        ("scale", "cubic"),
        ("who", "a..b"),
        ("who", ".".join("abcdefghijklmnop")),
        ("from", "2024-02-30"),
        ("from", "20240230"),
        ("known", "today"),
    ],
)
def test_what_is_not_on_the_list_gives_the_default(name: str, text: str) -> None:
    assert View() == View.from_query({name: text})


def test_a_query_longer_than_any_of_ours_is_ignored() -> None:
    assert read_query("?tab=table&unit=" + "x" * 2000) == {}


@pytest.mark.parametrize("severity", ["5", "-1", "x", "٣", ""])
def test_a_severity_that_there_is_not_narrows_nothing(severity: str) -> None:
    assert Filter.from_query({"severity": severity}).severity == 0
