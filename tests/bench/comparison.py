"""A full assessment beside a pandas group-by that makes the same comparisons, in one run.

    python -m tests.bench.comparison [--figures 1000000] [--folder DIR] [--memory 3GB]

Figures are made in the database: 100 a series, two series in five with 2 to 6 voices, half the days told twice. Prints
seconds of the full assessment, of one series of 5,000 figures, of one article added, and of pandas on a tenth of the series.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from figures.catalogue import catalogue
from warehouse.comparison import assess
from warehouse.migrating import migrate
from warehouse.settings import DEFAULTS

PANDAS_SHARE = 10  # pandas assesses one series in so many, and its time is multiplied by as much
_NAMES = """
insert into run by name select 'bench' as run_id, '0' as software_version, '0' as reader_version, '0' as method_version,
    '{}' as params, timestamp '2026-01-01' as started_at;
insert into source by name
select 'v' || i as source_id, 'Voice ' || i as name, 'official' as kind, 'v' || i % 7 as party_id, 'party' as alignment, true as listed
from range(500) as numbers(i);
insert into place by name select 'p' || i as place_id, 'Place ' || i as name, 'region' as kind, true as listed from range($series) as numbers(i);
insert into series by name
select 'area_controlled-' || i as series_id, 's' || i as slug, 'Series ' || i as title, 'area_controlled' as indicator_id, '' as holder,
    '' as share_of, 'p' || i as place_id, '' as event_id, '' as population, 'level' as statistic
from range($series) as numbers(i);
"""
_FIGURES = """
insert into figure by name
with made as (
    select
        i,
        i % $series as s,
        hash(i) as h,
        -- Two series in five have 2 to 6 voices.
        if(hash(i % $series) % 5 < 2, 2 + hash(i % $series) % 4, 1) as voices
    from range($first, $last) as numbers(i)
),
told as (
    select
        *,
        (h // 7) % voices as voice,
        -- 100 figures on 60 days: about half the days of a voice are told again.
        (h // 1000) % 60 * 10 as day,
        round(1000 * (1 + (hash(s) % 100) / 10) * (1 + ((h // 31) % 20) / 100), 0) as value
    from made
)
select
    lpad(printf('%x', hash(i)), 16, '0') as figure_id,
    1 as version,
    'd' || i // 10 as document_id,
    'passage' as evidence,
    10 as char_start,
    30 as char_end,
    value || ' square kilometres' as excerpt,
    'On that day a spokesman said that ' || value || ' square kilometres of the region were held by the other side, more than before.' as sentence,
    case h % 10 when 0 then 'more_than' when 1 then 'approximately' else 'exact' end as quantifier,
    value as value_reported,
    value * 0.99 as low_reported,
    if(h % 10 = 0, null, value * 1.01) as high_reported,
    'km**2' as unit_reported,
    4::tinyint as significant_digits,
    value,
    if(h % 10 = 0, value, value * 0.99) as low,
    if(h % 10 = 0, null, value * 1.01) as high,
    'km**2' as unit,
    'area_controlled-' || s as series_id,
    date '2022-01-01' + day::integer as as_of_start,
    date '2022-01-01' + day::integer as as_of_end,
    'day' as as_of_precision,
    'stated' as as_of_basis,
    'v' || (s + voice) % 500 as voice_id,
    'v' || (s + voice) % 500 as originator_id,
    'asserts' as stance,
    '' as chain,
    'd' || i // 10 as origin_group,
    1.0 as confidence,
    'bench' as run_id,
    timestamp '2026-01-01' as recorded_at
from told;
"""
_DOCUMENTS = """
insert into document by name
select 'd' || i as document_id, 'article' as kind, 'd' || i || '.txt' as file, 'v' || i % 500 as publisher_id,
    timestamp '2022-01-01' + interval (i % 600) day as published_at, 'given' as published_basis, 'day' as published_precision,
    timestamp '2026-01-01' as accessed_at, 'd' || i as content_sha256
from range($first // 10, $last // 10 + 1) as numbers(i);
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    parser.add_argument("--memory", default="3GB", help="what DuckDB may use")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for line in measure(Path(folder), given.figures, given.memory):
            print(line, flush=True)


def measure(folder: Path, figures: int, memory: str) -> Iterator[str]:
    """A line for each thing measured, as it is measured."""
    db = duckdb.connect(str(folder / "bench.duckdb"))
    db.execute(f"set memory_limit = '{memory}'; set threads = 2; set preserve_insertion_order = false")
    series = figures // 100
    _fill(db, folder, figures, series)
    yield f"{figures:,} figures in {series:,} series"
    seconds, pairs = _timed(db, None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    yield f"full assessment              {seconds:8.1f} s   {pairs:,} pairs, {peak:.1f} GB resident at most"
    yield f"one article of 10 figures    {_add_article(db, figures, series):8.2f} s"
    yield f"a series of 5,000 figures    {_large_series(db, figures, series):8.2f} s"
    theirs, compared = _pandas(db, series)
    yield f"pandas group-by              {theirs:8.1f} s   {compared:,} pairs, {theirs / seconds:.1f} times ours"


def _fill(db: duckdb.DuckDBPyConnection, folder: Path, figures: int, series: int) -> None:
    migrate(db, folder)
    for each in catalogue().values():
        db.execute(
            "insert into indicator by name select ? as indicator_id, ? as label, ? as definition, ? as unit, ? as kind,"
            " ? as counts_people, ? as tolerance_days, ? as family",
            [each.id, each.label, each.definition, each.unit, each.kind, each.people, each.tolerance_days, each.family],
        )
    for statement in _NAMES.split(";\n"):
        if statement.strip():
            db.execute(statement, {"series": series} if "$series" in statement else None)
    _add(db, 0, figures, series)


def _add(db: duckdb.DuckDBPyConnection, first: int, last: int, series: int) -> None:
    db.execute(_FIGURES, {"first": first, "last": last, "series": series})
    db.execute(_DOCUMENTS, {"first": first, "last": last})


def _timed(db: duckdb.DuckDBPyConnection, series_ids: list[str] | None) -> tuple[float, int]:
    start = time.perf_counter()
    pairs = assess(db, series_ids, settings=DEFAULTS, run_id="bench")
    return time.perf_counter() - start, pairs


def _add_article(db: duckdb.DuckDBPyConnection, figures: int, series: int) -> float:
    _add(db, figures + 10, figures + 20, series)
    touched = [f"area_controlled-{i % series}" for i in range(figures + 10, figures + 20)]
    return _timed(db, touched)[0]


def _large_series(db: duckdb.DuckDBPyConnection, figures: int, series: int) -> float:
    """Five thousand figures of one series by six voices on 600 days."""
    db.execute(
        "insert into figure select figure.* replace ("
        " 'area_controlled-0' as series_id, 'v' || (hash(figure_id) % 6) as voice_id,"
        " as_of_start + (hash(figure_id) % 600)::integer as as_of_start, as_of_start + (hash(figure_id) % 600)::integer as as_of_end)"
        " from figure limit 5000"
    )
    return _timed(db, ["area_controlled-0"])[0]


def _pandas(db: duckdb.DuckDBPyConnection, series: int) -> tuple[float, int]:
    """Seconds for all series, from one in ten: the newest claim of a voice and day, mutually nearest pairs, gap and score."""
    frame = db.execute(
        "select series_id, voice_id, as_of_start, value, low, high, published_at from figure join document using (document_id)"
        " where hash(series_id) % $share = 0",
        {"share": PANDAS_SHARE},
    ).df()
    start = time.perf_counter()
    pairs = sum(_pandas_series(group) for _, group in frame.groupby("series_id", sort=False))
    return (time.perf_counter() - start) * PANDAS_SHARE, pairs * PANDAS_SHARE


def _pandas_series(group: pd.DataFrame) -> int:
    newest = (
        group.sort_values("published_at")
        .drop_duplicates(["voice_id", "as_of_start"], keep="last")
        .sort_values("as_of_start")
    )
    voices = {voice: claims.reset_index(drop=True) for voice, claims in newest.groupby("voice_id")}
    names = sorted(voices)
    return sum(
        _pandas_pairs(voices[one], voices[other]) for place, one in enumerate(names) for other in names[place + 1 :]
    )


def _pandas_pairs(one: pd.DataFrame, other: pd.DataFrame) -> int:
    there = pd.merge_asof(one.assign(i=one.index), other.assign(j=other.index), on="as_of_start", direction="nearest")
    back = pd.merge_asof(other.assign(j=other.index), one.assign(i=one.index), on="as_of_start", direction="nearest")
    pairs = there.merge(back[["i", "j"]], on=["i", "j"])
    low = np.maximum(pairs["low_x"].fillna(0), pairs["low_y"].fillna(0))
    high = np.minimum(pairs["high_x"].fillna(np.inf), pairs["high_y"].fillna(np.inf))
    gap = np.where(low <= high, 1, low / high)
    score = 100 * (1 - 1 / gap)
    pairs["severity"] = np.digitize(np.where(score < 3, 0, score), [0.001, 10, 25, 50])
    return len(pairs)


if __name__ == "__main__":
    main()
