"""Which figures disagree, how badly and why: every pair that is compared becomes a row of ``assessment``.

The work is done in SQL, a step a file of ``queries/``: the claims that may be compared, the newest
of each voice in a window, those nearest to each other in time, the verdict, the sentence. Only the series
asked for are assessed again; assessments of other method versions stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from warehouse.connection import Connection
from warehouse.consensus import summarize
from warehouse.narrative import learn_words, narrate
from warehouse.settings import DEFAULTS, Settings, settings_from
from warehouse.sql import query
from warehouse.sums import add_up

# The steps of a batch in order, and after each the temporary tables that nothing reads any more.
_STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gathered_figures", ()),
    ("current_claims", ()),
    ("newest_claims", ()),
    ("voice_pairs", ()),
    ("own_pairs", ()),
    ("pairs", ("voice_pair", "own_pair")),
    ("part_pairs", ()),
    ("moving_windows", ()),
    ("verdicts", ("pair", "moving")),
    ("sister_series", ()),
    ("related_pairs", ("sister",)),
    ("restated_pairs", ()),
    ("denied_pairs", ()),
)
# A batch of so many figures fits beside its pairs in 3 GB; more batches only cost passes over the figure table.
BATCH_FIGURES = 1_000_000


def assess(
    connection: Connection,
    series_ids: Iterable[str] | None = None,
    *,
    settings: Settings | None = None,
    run_id: str | None = None,
) -> int:
    """Assess the series again, with those they are shown beside; give the number of pairs told.

    None is every series, and so is a method version that has no assessment yet. Without *settings* those
    stored with the run are used; without *run_id* the newest run.
    """
    run = run_id if run_id is not None else _newest_run(connection)
    rules = settings if settings is not None else _settings_of(connection, run)
    everything = series_ids is None or not _is_known(connection, rules.method_version)
    with settings_table(connection, rules):
        _choose_series(connection, None if everything else list(series_ids or ()))
        told = sum(_assess_batch(connection, rules, run, batch) for batch in _batches(connection))
        connection.execute(query("supersede_revised"))
        _drop(connection, "chosen_series", "telling", "revised")
    return told


def _assess_batch(connection: Connection, settings: Settings, run_id: str, batch: tuple[int, int]) -> int:
    part, parts = batch
    connection.execute(
        "create or replace temp table touched_series as select series_id from chosen_series where slot % ? = ?",
        [parts, part],
    )
    learn_words(connection)
    for step, done_with in _STEPS:
        connection.execute(query(step))
        _drop(connection, *done_with)
    add_up(connection)
    connection.execute(query("judged_pairs"))
    _drop(connection, "verdict", "related", "restated", "denied", "summed")
    connection.execute(query("revised_pairs"))
    narrate(connection)
    _drop(connection, "judged", "told_side", "gathered")
    connection.execute(query("drop_assessments"), {"method_version": settings.method_version})
    connection.execute(query("keep_assessments"), {"method_version": settings.method_version, "run_id": run_id})
    summarize(connection)
    told = connection.execute("select count(*) from narrated").fetchone()
    _drop(connection, "narrated", "claim", "newest", "touched_series", "phrase")
    return int(told[0]) if told else 0


def _drop(connection: Connection, *tables: str) -> None:
    for table in tables:
        connection.execute(f"drop table if exists temp.{table}")


def _choose_series(connection: Connection, series_ids: list[str] | None) -> None:
    """What all batches need: the series to assess and their sisters, each with its slot, and the numbers told twice."""
    connection.execute(query("chosen_series"), {"every": series_ids is None, "series_ids": series_ids or []})
    connection.execute(query("tellings"))
    connection.execute("create or replace temp table revised (later varchar, earlier varchar)")


def _batches(connection: Connection) -> Iterator[tuple[int, int]]:
    """One batch for a few series; for all of a large file as many as keep each in memory."""
    found = connection.execute(
        "select count(*) from figure where series_id in (select series_id from chosen_series)"
    ).fetchone()
    parts = 1 + (int(found[0]) if found else 0) // BATCH_FIGURES
    yield from ((part, parts) for part in range(parts))


@contextmanager
def settings_table(connection: Connection, settings: Settings) -> Iterator[None]:
    """The settings as the one row of the temporary table ``setting``, for the queries to join."""
    params = settings.params()
    columns = ", ".join(f"{name} {'integer' if isinstance(value, int) else 'double'}" for name, value in params.items())
    connection.execute(f"create or replace temp table setting ({columns})")
    marks = ", ".join("?" for _ in params)
    connection.execute(f"insert into setting values ({marks})", list(params.values()))  # noqa: S608 - marks only
    try:
        yield
    finally:
        _drop(connection, "setting")


def _is_known(connection: Connection, method_version: str) -> bool:
    found = connection.execute("select 1 from assessment where method_version = ? limit 1", [method_version]).fetchone()
    return found is not None


def _newest_run(connection: Connection) -> str:
    found = connection.execute("select run_id from run order by started_at desc, run_id desc limit 1").fetchone()
    return str(found[0]) if found else ""


def _settings_of(connection: Connection, run_id: str) -> Settings:
    """The settings that the run was started with; those it does not name are the defaults."""
    found = connection.execute("select params from run where run_id = ?", [run_id]).fetchone()
    stored = json.loads(found[0]) if found else {}
    known = DEFAULTS.params()
    return settings_from({name: value for name, value in stored.items() if name in known}, "run.params")
