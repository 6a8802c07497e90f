"""Corrections by people: asked for through the inbox, taken by the one writer, kept with their trail.

To accept, reject or set makes the next version of the figure, so that ``as_known_on`` tells when it was decided;
reading the document again leaves that version alone. A note changes nothing. A rejected figure leaves comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from figures.errors import FiguresError, InputError
from warehouse import inbox
from warehouse.connection import Connection, run, transaction
from warehouse.corrections import Row, corrected
from warehouse.home import Home
from warehouse.loading import record_chains
from warehouse.resolving import resolve
from warehouse.series import SeriesKey, record_series
from warehouse.sql import query

ACTIONS = {"accept": "accepted", "reject": "rejected", "set": "corrected", "note": None}
_KEY = ("indicator", "holder", "share_of", "place_id", "event_id", "population", "statistic", "place", "event")


@dataclass
class Taken:
    """What draining the inbox came to. *series_ids* have to be compared again."""

    reviews: int = 0
    series_ids: set[str] = field(default_factory=set)
    problems: list[FiguresError] = field(default_factory=list)


def request_review(
    home: Home,
    figure_id: str,
    action: str,
    *,
    reason: str,
    reviewer: str,
    field: str | None = None,
    value: str | None = None,
) -> str:
    """Ask for a review; give the id of the request. *field* and *value* belong to set, *value* alone to note.

    Raises InputError for a request that can never be taken; that the figure exists is seen by the writer.
    """
    content = {"figure_id": figure_id, "action": action, "reason": reason.strip(), "reviewer": reviewer.strip()}
    if field is not None:
        content["field"] = field
    if value is not None:
        content["value"] = value
    _check(content, "review")
    return inbox.drop(home.inbox, "review", content)


def drain(work: Connection, folder: Path, *, run_id: str, now: datetime) -> Taken:
    """Take every waiting review, each in a transaction of its own; what cannot be taken is a problem, once."""
    taken = Taken()
    for request in list(inbox.waiting(folder)):
        if isinstance(request, InputError):
            taken.problems.append(request)
            inbox.refuse(folder / request.file)
        elif request.kind == "review":
            _take(work, request, taken, run_id=run_id, now=now)
    return taken


def _take(work: Connection, request: inbox.Request, taken: Taken, *, run_id: str, now: datetime) -> None:
    try:
        _check(request.content, request.path.name)
        with transaction(work):
            taken.series_ids |= _review(work, request, run_id=run_id, now=now)
    except InputError as problem:
        taken.problems.append(problem)
        inbox.refuse(request.path)
        return
    taken.reviews += 1
    inbox.keep_done(request)


def _check(content: inbox.Content, file: str) -> None:
    action = content.get("action", "")
    if action not in ACTIONS:
        raise InputError(file, f"action {action!r} is not known", f"use one of {', '.join(ACTIONS)}")
    for needed in ("figure_id", "reason", "reviewer"):
        if not content.get(needed):
            raise InputError(file, f"a review without a {needed}", f"give the {needed}")
    if (action == "set") != ("field" in content) or (action in ("set", "note")) != ("value" in content):
        raise InputError(file, f"{action} with the wrong parts", "set FIELD=VALUE, note TEXT, accept or reject")


def _review(work: Connection, request: inbox.Request, *, run_id: str, now: datetime) -> set[str]:
    """Do what is asked; the series it touches. A request that is kept already does nothing again."""
    if run(work, "select 1 from review where review_id = ?", [request.request_id]):
        return set()
    asked = request.content
    row = _current(work, asked["figure_id"], request.path.name)
    action, name, value = asked["action"], asked.get("field"), asked.get("value")
    old = None if name is None else _as_text(row, name)
    touched: set[str] = set()
    if ACTIONS[action] is not None:
        new = row if name is None else corrected(row, name, value or "", request.path.name)
        touched = _replace(work, row, {**new, "reviewed": ACTIONS[action], "run_id": run_id}, now)
    run(
        work,
        query("keep_review"),
        {
            "review_id": request.request_id,
            "figure_id": asked["figure_id"],
            "action": action,
            "field": name,
            "old_value": old,
            "new_value": value,
            "reason": asked["reason"],
            "reviewer": asked["reviewer"],
            "reviewed_at": datetime.fromisoformat(asked["asked_at"]).astimezone(UTC).replace(tzinfo=None),
        },
    )
    return touched


def _current(work: Connection, figure_id: str, file: str) -> Row:
    table = work.sql(query("current_figure"), params={"figure_id": figure_id}).to_arrow_table()
    rows: list[Row] = table.to_pylist()
    if not rows:
        raise InputError(file, f"there is no current figure {figure_id!r}", "copy the id from the figure's page")
    return rows[0]


def _as_text(row: Row, name: str) -> str | None:
    if name == "as_of":
        return None if row["as_of_start"] is None else f"{row['as_of_start']}..{row['as_of_end']}"
    return None if row.get(name) is None else str(row[name])


def _replace(work: Connection, old: Row, new: Row, now: datetime) -> set[str]:
    """Retire the version *old* and record *new* as the next; the series they are of."""
    new = {**new, **_ids(work, new), "version": old["version"] + 1, "recorded_at": now, "retired_at": None}
    key = SeriesKey(*(new[part] for part in _KEY))
    record_series(work, [key])
    new["series_id"] = key.series_id
    new |= _chain(work, old, new)
    run(
        work,
        "update figure set retired_at = $now where figure_id = $figure_id and retired_at is null",
        {"now": now, "figure_id": old["figure_id"]},
    )
    schema = work.sql(query("columns_of", table="figure")).to_arrow_table().schema
    work.register("given", pa.Table.from_pylist([new], schema))
    run(work, "insert into figure by name select * from given")
    work.unregister("given")
    return {str(old["series_id"]), key.series_id}


def _chain(work: Connection, old: Row, new: Row) -> Row:
    """The chain with the originator and the stance that may have been set, in words and by its id."""
    words = old["chain"]
    if old["originator"] and new["originator"]:
        words = words.replace(old["originator"], new["originator"])
    changed = {name: new[name] for name in ("originator_id", "stance")}
    run(work, query("review_steps"), {"chain_id": old["chain_id"], "words": words, **changed})
    record_chains(work)
    found = run(work, "select chain_id from incoming_chain")
    return {"chain": words, "chain_id": found[0][0] if found else None}


def _ids(work: Connection, row: Row) -> Row:
    """The ids of the names that may have been set."""
    [place_id] = resolve(work, "place", [row["place"]])
    [event_id] = resolve(work, "event", [row["event"]])
    [originator_id] = [None] if row["originator"] is None else resolve(work, "source", [row["originator"]])
    is_new = originator_id is not None and originator_id != row["originator_id"]
    return {
        "place_id": place_id,
        "event_id": event_id,
        "originator_id": originator_id,
        "voice_id": originator_id if is_new else row["voice_id"],
    }
