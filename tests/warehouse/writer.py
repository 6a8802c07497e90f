"""A writer to be killed: ``python -m tests.warehouse.writer HOME`` records batch after batch and publishes.

It prints ``begin N``, ``loaded N`` and ``published N`` as it goes: what has been printed as loaded is acknowledged.
Batch N is two figures whose values are N, so that half a batch can be told from a whole one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.warehouse.factories import NOW, new_work, reading
from warehouse.connection import run
from warehouse.home import Home
from warehouse.loading import load
from warehouse.publishing import publish
from warehouse.rows import rows_of
from warehouse.running import end_run, start_run
from warehouse.settings import DEFAULTS


def main(home: Home, *, batches: int) -> None:
    with new_work(home.path) as work:
        [[done]] = run(work, "select count(*) from document")
        for number in range(done, done + batches):
            _say("begin", number)
            started = start_run(work, DEFAULTS, now=NOW)
            batch = reading(float(number), float(number), name=f"{number}.txt")
            load(work, rows_of([batch]), run_id=started.run_id, now=NOW)
            _say("loaded", number)
            end_run(work, started, now=NOW, changed=True)
            _say("publishing", number)
            publish(work, home, now=NOW)
            _say("published", number)


def _say(what: str, number: int) -> None:
    print(what, number, flush=True)


if __name__ == "__main__":
    main(Home(Path(sys.argv[1])), batches=int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
