"""The warehouse beside pandas and SQLite on the same figures, in one run.

    python -m tests.bench.warehouse [--figures 1000000] [--folder DIR]

Loads, publishes, asks for one series, facets and a CSV; prints seconds or milliseconds, the ratio to each peer, bytes a
figure, and conversions of units a second. Run it at 1,000,000 and 10,000,000 to see how each grows.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from figures.names import packaged_names
from tests.bench.synthetic import rows
from warehouse.connection import Snapshot, open_work, transaction
from warehouse.exporting import csv_bytes
from warehouse.home import Home
from warehouse.loading import load
from warehouse.naming import record_names
from warehouse.publishing import publish
from warehouse.rows import Rows
from warehouse.selection import Selection

NOW = datetime(2026, 11, 22)  # noqa: DTZ001 the database keeps UTC without a zone
REPEATS = 5
ONE_SERIES = (
    "select figure_id, value, low, high, as_of_start from figure where series_id = $series_id order by as_of_start"
)
ONE_SERIES_VIEW = "select * from figures where series_id = $series_id order by as_of_start"
FACETS = "select indicator, publisher, count(*) as figures from figures group by all order by all"
SUM = "select sum(value + length(unit)) from (select value, unit from figure), range($times)"
CONVERT = "select sum(to_unit(value, unit, 'sq mi')) from (select value, unit from figure), range($times)"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one engine took; None where it has no counterpart."""

    name: str
    ours: float
    pandas: float | None = None
    sqlite: float | None = None
    unit: str = "ms"
    processor: float | None = None  # seconds of processor time of ours: what a busy machine does not distort

    def line(self) -> str:
        """Ours, then each peer with how many times as long it took."""
        peers = [
            f"{name} {peer:,.2f} ({peer / self.ours:.2f}x)"
            for name, peer in (("pandas", self.pandas), ("SQLite", self.sqlite))
            if peer is not None
        ]
        processor = "" if self.processor is None else f"processor {self.processor:,.1f} s  "
        return f"{self.name:<34} {self.ours:>10,.1f} {self.unit:<8} {processor}{'  '.join(peers)}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for line in measure(Path(folder), given.figures):
            print(line, flush=True)


def measure(folder: Path, figures: int) -> Iterable[str]:
    """A line for each thing measured, as it is measured."""
    yield f"{figures:,} figures in {figures // 10:,} series"
    _write(folder, figures)
    home = Home(folder / "home")
    yield from (measured.line() for measured in _loaded(folder, home, figures))
    with closing(sqlite3.connect(folder / "peer.sqlite")) as peer:
        sqlite_load = _timed(lambda: _fill_sqlite(peer, folder))
        yield f"{'SQLite: load with a text key':<34} {figures / sqlite_load:>10,.0f} rows/s"
        frame = _frame(folder)
        snapshot = Snapshot.of(home)
        one = _middling_series(snapshot)
        yield from (measured.line() for measured in _asked(snapshot, frame, peer, one))
        yield from (measured.line() for measured in _exported(folder, snapshot, frame, peer))
        yield from _sizes(folder, home, figures)


def _write(folder: Path, figures: int) -> None:
    made = rows(figures)
    for field in fields(Rows):
        pq.write_table(getattr(made, field.name), folder / f"{field.name}.parquet", compression="zstd")


def _read(folder: Path) -> Rows:
    return Rows(*(pq.read_table(folder / f"{field.name}.parquet") for field in fields(Rows)))


def _loaded(folder: Path, home: Home, figures: int) -> Iterable[Measured]:
    """From Parquet into the work file with names resolved and uniqueness kept; again; and out to readers."""
    with open_work(home) as work:
        with transaction(work):
            record_names(work, packaged_names())
        work.execute("insert into run values ('run', '0', '1', '1', '{}', ?, ?, null)", [NOW, NOW]).fetchall()
        work.execute("insert into warehouse_meta values (0, ?, 1, '1', '1')", [NOW]).fetchall()
        for name in ("load from Parquet", "load the same again"):
            seconds, processor = _spent(lambda: load(work, _read(folder), run_id="run", now=NOW))
            yield Measured(name, figures / seconds, unit="rows/s", processor=processor)
        seconds, processor = _spent(lambda: publish(work, home, now=NOW))
        millions = figures / 1_000_000
        yield Measured("publish, a million figures", seconds / millions, unit="s", processor=processor / millions)


def _asked(snapshot: Snapshot, frame: pd.DataFrame, peer: sqlite3.Connection, one: OneSeries) -> Iterable[Measured]:
    with snapshot.reading() as cursor:

        def ask(statement: str, **parameters: object) -> float:
            return _best(lambda: cursor.execute(statement, parameters).fetchall())

        pandas_series = _best(lambda: frame[frame["series"] == one.peers].sort_values("as_of_start"))
        sqlite_series = _best(lambda: peer.execute(_SQLITE_SERIES, [one.peers]).fetchall())
        yield Measured("one series from figure", ask(ONE_SERIES, series_id=one.ours), pandas_series, sqlite_series)
        yield Measured("one series through figures", ask(ONE_SERIES_VIEW, series_id=one.ours), pandas_series)
        pandas_facets = _best(lambda: frame.groupby(["indicator", "publisher"], observed=True).size())
        sqlite_facets = _best(lambda: peer.execute(_SQLITE_FACETS).fetchall())
        yield Measured("facets, indicator by publisher", ask(FACETS), pandas_facets, sqlite_facets)
        times = max(1, 10_000_000 // len(frame))
        plain, converted = ask(SUM, times=times), ask(CONVERT, times=times)
        yield Measured("conversions of units", times * len(frame) / 1e3 / (converted - plain), unit="M/s")


def _exported(folder: Path, snapshot: Snapshot, frame: pd.DataFrame, peer: sqlite3.Connection) -> Iterable[Measured]:
    """A CSV of everything; ours in a process of its own, so that its memory can be told."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        first, seconds, processor, megabytes = pool.apply(_export, (snapshot.path, folder / "ours.csv"))
    pandas_csv = _timed(lambda: frame.to_csv(folder / "pandas.csv", index=False)) * 1000
    sqlite_csv = _timed(lambda: _sqlite_csv(peer, folder / "sqlite.csv")) * 1000
    yield Measured("CSV of everything", seconds * 1000, pandas_csv, sqlite_csv, processor=processor)
    yield Measured("CSV, first bytes", first * 1000)
    yield Measured("CSV, memory at most", megabytes, unit="MB")


def _export(path: Path, target: Path) -> tuple[float, float, float, float]:
    """Seconds to the first rows, seconds in all, of the processor, and megabytes above what the process began with."""
    begun, held = time.perf_counter(), _most_memory()
    first = 0.0
    with target.open("wb") as file:
        for number, chunk in enumerate(csv_bytes(Snapshot(path), Selection())):
            first = first or (time.perf_counter() - begun if number == 1 else 0.0)
            file.write(chunk)
    return first, time.perf_counter() - begun, time.process_time(), _most_memory() - held


def _most_memory() -> float:
    """The most megabytes this process has held. Linux; getrusage would tell the parent's of a process just started."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _sizes(folder: Path, home: Home, figures: int) -> Iterable[str]:
    sizes = {
        "published file": home.published,
        "work file": home.work_file,
        "SQLite": folder / "peer.sqlite",
        "CSV": folder / "ours.csv",
    }
    for name, path in sizes.items():
        yield f"{name:<34} {path.stat().st_size / figures:>10,.0f} bytes a figure"


def _frame(folder: Path) -> pd.DataFrame:
    """The peers' table: figures with their series and publisher, as an analyst would have it."""
    figures = pq.read_table(folder / "figures.parquet").to_pandas()
    documents = pq.read_table(folder / "documents.parquet", columns=["document_id", "publisher", "url", "title"])
    frame = figures.merge(documents.to_pandas(), on="document_id")
    names = frame["place"] + "|" + frame["event"]
    frame["series"] = frame["indicator"] + "-" + names
    return pd.DataFrame(frame)


_SQLITE_SERIES = "select figure_id, value, low, high, as_of_start from figure where series = ? order by as_of_start"
_SQLITE_FACETS = "select indicator, publisher, count(*) from figure group by 1, 2 order by 1, 2"


def _fill_sqlite(peer: sqlite3.Connection, folder: Path) -> None:
    frame = _frame(folder).drop(columns=["char_start", "char_end"])
    frame["as_of_start"] = frame["as_of_start"].astype(str)
    frame["as_of_end"] = frame["as_of_end"].astype(str)
    columns = ", ".join(name + (" text primary key" if name == "figure_id" else "") for name in frame.columns)
    peer.execute(f"create table figure ({columns}) without rowid")
    marks = ", ".join("?" * len(frame.columns))
    peer.executemany(f"insert into figure values ({marks})", frame.astype(object).itertuples(index=False, name=None))
    peer.execute("create index of_series on figure (series, as_of_start)")
    peer.commit()


def _sqlite_csv(peer: sqlite3.Connection, path: Path) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(peer.execute("select * from figure"))


@dataclass(frozen=True, slots=True)
class OneSeries:
    """A series by our id, and by the name that the peers' table has for it."""

    ours: str
    peers: str


def _middling_series(snapshot: Snapshot) -> OneSeries:
    """A series of some thirty figures: what a reader usually opens."""
    statement = (
        "select series_id, indicator || '-' || place || '|' || event from figures "
        "group by all order by abs(count(*) - 30), 1 limit 1"
    )
    with snapshot.reading() as cursor:
        [row] = cursor.execute(statement).fetchall()
        return OneSeries(*row)


def _best(action: Callable[[], object]) -> float:
    """Milliseconds of the quickest of REPEATS, after one to warm up."""
    action()
    return min(_timed(action) for _ in range(REPEATS)) * 1000


def _spent(action: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor on all cores."""
    processor = time.process_time()
    seconds = _timed(action)
    return seconds, time.process_time() - processor


def _timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
