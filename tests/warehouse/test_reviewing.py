"""What a person decides is kept with its trail, seen everywhere, and never undone by reading again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from figures.errors import InputError
from tests.warehouse.factories import NOW, new_work, reading, store
from warehouse.connection import Connection, run
from warehouse.home import Home
from warehouse.reviewing import Taken, drain, request_review

LATER = NOW + timedelta(days=1)


@dataclass(frozen=True)
class Desk:
    """A work file with one figure of 1,150 km² in it, and its inbox."""

    home: Home
    work: Connection
    figure_id: str

    def ask(self, action: str, **parts: str) -> Taken:
        request_review(self.home, self.figure_id, action, reason="misread", reviewer="ana", **parts)
        return drain(self.work, self.home.inbox, run_id="run-1", now=LATER)

    def current(self, columns: str) -> tuple[object, ...]:
        [row] = run(self.work, f"select {columns} from figure_versions where retired_at is null")
        return row


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_work(tmp_path) as work:
        one = reading(1150)
        store(work, one)
        yield Desk(Home(tmp_path), work, one.found[0].figure_id)


@pytest.mark.parametrize(("action", "shown"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_is_the_next_version(desk: Desk, action: str, shown: str) -> None:
    taken = desk.ask(action)

    assert (taken.reviews, taken.problems, len(taken.series_ids)) == (1, [], 1)
    assert desk.current("version, value, reviewed, voice") == (2, 1150.0, shown, "Ukraine")


def test_a_rejected_figure_leaves_the_view_and_stays_in_the_versions(desk: Desk) -> None:
    desk.ask("reject")

    assert run(desk.work, "select 1 from figures union all select 1 from latest_claims") == []
    assert run(desk.work, "select version, reviewed from figure_versions order by version") == [
        (1, "machine"),
        (2, "rejected"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "columns", "expected"),
    [
        ("value", "1,250", "value, low, high, unit", (1250.0, 1245.0, 1255.0, "km**2")),
        ("value", "500 mi**2", "round(value), unit, unit_reported", (1295.0, "km**2", "km**2")),
        ("quantifier", "more_than", "quantifier, low, high", ("more_than", 1150.0, None)),
        ("high", "2000", "value, low, high", (1150.0, 1150.0, 2000.0)),
        ("place", "Belgorod", "place, slug", ("Belgorod", "area-of-belgorod-held-by-ukraine")),
        ("holder", "none", "holder, slug", ("", "area-of-kursk")),
        ("as_of", "2024-02", "as_of_start::varchar, as_of_end::varchar", ("2024-02-01", "2024-02-29")),
        ("originator", "Valery Gerasimov", "originator, voice", ("Valery Gerasimov", "Valery Gerasimov")),
        ("statistic", "peak", "statistic", ("peak",)),
    ],
)
def test_a_set_field_changes_what_follows_from_it(
    desk: Desk, field: str, value: str, columns: str, expected: tuple[object, ...]
) -> None:
    taken = desk.ask("set", field=field, value=value)

    assert taken.problems == []
    assert desk.current(columns) == expected
    assert desk.current("reviewed, excerpt") == ("corrected", "1,150 square kilometres ")


def test_another_originator_stands_in_the_chain_of_the_new_version_alone(desk: Desk) -> None:
    desk.ask("set", field="originator", value="Valery Gerasimov")

    assert desk.current("chain") == ("Valery Gerasimov, in The Daily",)
    assert run(
        desk.work,
        "select version, source_id from figure join attribution using (chain_id) where role = 'originator' order by version",
    ) == [(1, "ukraine"), (2, "valery-gerasimov")]


def test_a_decision_that_changes_nothing_of_the_way_keeps_the_chain(desk: Desk) -> None:
    desk.ask("accept")

    assert run(desk.work, "select count(*), count(distinct chain_id) from figure") == [(2, 1)]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("excerpt", "2", "cannot be set"),
        ("value", "many", "not a number"),
        ("value", "3 person", "cannot be converted"),
        ("low", "9999", "out of order"),
        ("indicator", "killed", "cannot be converted"),
        ("as_of", "2024-13-01", "month"),
        ("statistic", "mean", "not a valid"),
    ],
)
def test_a_value_without_sense_changes_nothing_and_is_told_once(desk: Desk, field: str, value: str, said: str) -> None:
    taken = desk.ask("set", field=field, value=value)

    assert said in str(taken.problems[0])
    assert desk.current("version, reviewed") == (1, "machine")
    assert drain(desk.work, desk.home.inbox, run_id="run-1", now=LATER).problems == []
    assert run(desk.work, "select * from review") == []


def test_reading_again_leaves_a_correction(desk: Desk) -> None:
    desk.ask("set", field="value", value="1250")
    again = store(desk.work, reading(1150), now=LATER)

    assert (again.retired, again.known) == (0, 1)
    assert desk.current("value, reviewed") == (1250.0, "corrected")


def test_the_trail_tells_who_what_and_why(desk: Desk) -> None:
    desk.ask("set", field="place", value="Belgorod")
    desk.ask("note", value="called the ministry")

    assert run(
        desk.work,
        "select action, field, old_value, new_value, reason, reviewer from review order by reviewed_at",
    ) == [
        ("set", "place", "Kursk", "Belgorod", "misread", "ana"),
        ("note", None, None, "called the ministry", "misread", "ana"),
    ]
    assert desk.current("version") == (2,)


def test_a_request_that_is_done_is_archived_and_not_done_again(desk: Desk) -> None:
    request_review(desk.home, desk.figure_id, "accept", reason="seen", reviewer="ana")
    [waiting] = desk.home.inbox.glob("*.json")
    copy = waiting.read_bytes()
    drain(desk.work, desk.home.inbox, run_id="run-1", now=LATER)
    waiting.write_bytes(copy)  # as if the writer was killed between its commit and the move
    drain(desk.work, desk.home.inbox, run_id="run-1", now=LATER)

    assert desk.current("version") == (2,)
    assert list(desk.home.inbox.glob("*.json")) == []
    assert [path.name for path in (desk.home.inbox / "done").iterdir()] == [waiting.name]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"kind": "review"}', "\udcff", "[" * 100_000])
def test_a_broken_request_is_told_and_moved_away(desk: Desk, content: str) -> None:
    path = desk.home.inbox / "x.json"
    path.write_text(content, errors="surrogateescape")
    taken = drain(desk.work, desk.home.inbox, run_id="run-1", now=LATER)

    assert [str(problem).startswith("x.json: ") for problem in taken.problems] == [True]
    assert not path.exists()
    assert (desk.home.inbox / "refused" / "x.json").exists()


def test_a_review_of_a_figure_that_is_not_there_is_refused(desk: Desk) -> None:
    request_review(desk.home, "0" * 16, "accept", reason="seen", reviewer="ana")
    taken = drain(desk.work, desk.home.inbox, run_id="run-1", now=LATER)

    assert "there is no current figure" in str(taken.problems[0])


@pytest.mark.parametrize(
    "parts",
    [
        {"action": "delete"},
        {"action": "accept", "reason": ""},
        {"action": "accept", "reviewer": " "},
        {"action": "set", "field": "value"},
        {"action": "note"},
        {"action": "accept", "value": "1"},
    ],
)
def test_a_request_that_can_never_be_taken_is_refused_at_once(tmp_path: Path, parts: dict[str, str]) -> None:
    given = {"reason": "seen", "reviewer": "ana", **parts}
    action = given.pop("action")

    with pytest.raises(InputError):
        request_review(Home(tmp_path), "0" * 16, action, **given)
    assert list(tmp_path.rglob("*.json")) == []
