"""Kill the writer again and again, and look at what it leaves: ``python -m tests.warehouse.kills ROUNDS [READERS]``."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from warehouse.connection import Snapshot, open_work, run
from warehouse.errors import WarehouseError
from warehouse.home import Home

ROOT = Path(__file__).resolve().parents[2]
WRITER = [sys.executable, "-m", "tests.warehouse.writer"]


@dataclass
class Outcome:
    """*phases*: how many kills landed after which word of the writer. The rest is what must stay zero."""

    phases: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: int = 0
    partial: int = 0
    unreadable: int = 0
    reader_checks: int = 0
    reader_faults: list[str] = field(default_factory=list)


def kill_again_and_again(home: Home, *, rounds: int, readers: int = 0, seed: int = 1) -> Outcome:
    """Start the writer and kill it at a random moment, *rounds* times, with *readers* looking at what is published."""
    outcome = Outcome()
    subprocess.run([*WRITER, str(home.path), "1"], check=True, cwd=ROOT, capture_output=True)
    stop = threading.Event()
    watching = [threading.Thread(target=_watch, args=(home, stop, outcome)) for _ in range(readers)]
    for thread in watching:
        thread.start()
    chance = random.Random(seed)
    acknowledged = 0
    for _ in range(rounds):
        said = _killed(home, chance)
        outcome.phases[said[-1].split()[0] if said else "start"] += 1
        loaded = [int(line.split()[1]) for line in said if line.startswith("loaded")]
        acknowledged = max([acknowledged, *loaded])
        _look(home, acknowledged, outcome)
    stop.set()
    for thread in watching:
        thread.join()
    outcome.acknowledged = acknowledged + 1
    return outcome


def _killed(home: Home, chance: random.Random) -> list[str]:
    """What the writer said before it was killed at a random moment."""
    with subprocess.Popen([*WRITER, str(home.path)], stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline() if chance.random() < 0.9 else ""  # one in ten while it still opens its file
        time.sleep(chance.uniform(0.0, 3.0))
        os.kill(writer.pid, signal.SIGKILL)
        rest = writer.stdout.read()
    return [line for line in (first + rest).splitlines() if len(line.split()) == 2]


def _look(home: Home, acknowledged: int, outcome: Outcome) -> None:
    """Read the work file as the next writer will find it."""
    try:
        with open_work(home) as work:
            whole = run(work, "select value, count(*) from figure where retired_at is null group by value")
    except WarehouseError:
        outcome.unreadable += 1
        return
    found = {int(value) for value, _ in whole}
    outcome.lost += len(set(range(acknowledged + 1)) - found)
    outcome.partial += sum(count != 2 for _, count in whole)


def _watch(home: Home, stop: threading.Event, outcome: Outcome) -> None:
    """Open, count and sum again and again: each generation is whole, and none is older than the one before."""
    snapshot = Snapshot(home.published)
    newest = 0
    while not stop.is_set():
        if not home.published.exists():
            time.sleep(0.05)
            continue
        try:
            newest = _check(snapshot, newest, outcome)
        except duckdb.Error as error:
            outcome.reader_faults.append(str(error))
    snapshot.close()


def _check(snapshot: Snapshot, newest: int, outcome: Outcome) -> int:
    with snapshot.reading() as cursor:
        [[generation]] = cursor.execute("select generation from warehouse_meta").fetchall()
        [[figures, documents, steps, total]] = cursor.execute(
            """
            select
                (select count(*) from figure),
                (select count(*) from document),
                (select count(*) from figure join attribution using (chain_id)),
                (select coalesce(sum(value), 0) from figures)
            """
        ).fetchall()
    outcome.reader_checks += 1
    wanted = (2 * documents, 4 * documents, documents * (documents - 1))
    if (figures, steps, total) != wanted:
        outcome.reader_faults.append(f"generation {generation}: {(figures, steps, total)} where {wanted} belongs")
    if generation < newest:
        outcome.reader_faults.append(f"generation {generation} after {newest}")
    return int(generation)


def main() -> None:
    rounds, readers = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        outcome = kill_again_and_again(Home(Path(folder)), rounds=rounds, readers=readers)
    print(f"{rounds} kills in {time.monotonic() - started:.0f} s, after: {dict(outcome.phases)}")
    print(f"{outcome.acknowledged} batches acknowledged, {outcome.lost} lost, {outcome.partial} partial")
    print(f"{outcome.unreadable} failed reopens; {outcome.reader_checks} checks by readers")
    print(f"{len(outcome.reader_faults)} reader faults {outcome.reader_faults[:3]}")


if __name__ == "__main__":
    main()
