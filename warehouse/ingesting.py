"""Articles and tables of claims into the warehouse: read, record, compare, publish.

A second run on the same files finds nothing new. A file that cannot be read is one problem and stops nothing.
A run that is killed leaves whole transactions; the next run compares what it recorded and publishes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeAlias, TypeVar

from figures.document import Origin
from figures.errors import FiguresError, InputError
from figures.files import Found, find_files, read_manifest
from figures.names import Names, packaged_names
from warehouse import comparison, events, independence
from warehouse.articles import read_articles
from warehouse.claim import ClaimDocument, ClaimsTable
from warehouse.claims import read_claims
from warehouse.connection import Connection, open_work, transaction
from warehouse.exchange import Exchange, held_rates, keep_rates
from warehouse.home import Home
from warehouse.inbox import Request, keep_done
from warehouse.keeping import kept_readings, kept_texts
from warehouse.loading import Loaded, load
from warehouse.mapping import read_mapped, read_mapping
from warehouse.money import Rate, read_rates
from warehouse.naming import record_names
from warehouse.parts import discard_parts, waiting_readings
from warehouse.publishing import publish
from warehouse.replacing import Taken
from warehouse.reviewing import drain
from warehouse.rows import Reading, StoredReading, rows_of
from warehouse.running import Run, end_run, reader_version, start_run
from warehouse.settings import Settings, load_settings
from warehouse.spreading import Engine, engine_for, read_spread

Readable: TypeAlias = Reading | StoredReading | ClaimDocument
Thing = TypeVar("Thing")
Progress: TypeAlias = Callable[[Iterable[Thing], int], Iterable[Thing]]

BATCH = 2_000  # documents recorded in one transaction: what a kill can cost, and what is held in memory


@dataclass
class Summary:
    """What an ingest did. *problems* are told one a line; *generation* is None when nothing new was published."""

    documents: int = 0
    documents_added: int = 0
    added: int = 0
    known: int = 0
    retired: int = 0
    revised: int = 0
    unread: int = 0
    reviewed: int = 0
    generation: int | None = None
    problems: list[FiguresError] = field(default_factory=list)

    def add(self, loaded: Loaded) -> None:
        """Count what a batch brought."""
        for name in ("documents_added", "added", "known", "retired", "revised", "unread"):
            setattr(self, name, getattr(self, name) + getattr(loaded, name))

    def sentence(self) -> str:
        """All of it in a line."""
        parts = [
            f"{self.documents:,} documents ({self.documents_added:,} new)",
            f"{self.added:,} figures added",
            f"{self.revised:,} read anew",
            f"{self.retired - self.revised:,} withdrawn",
            f"{self.known:,} known",
            f"{self.unread:,} numbers unread",
        ]
        reviewed = [f"{self.reviewed:,} reviews taken"] if self.reviewed else []
        published = "nothing to publish" if self.generation is None else f"published as generation {self.generation:,}"
        return f"{', '.join([*parts, *reviewed])}; {published}."


@dataclass
class _Touched:
    """What the comparison has to look at again."""

    series: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    is_unread: bool = False  # other numbers are unread: nothing to compare, but to publish

    @property
    def is_any(self) -> bool:
        """Whether anything is to be published."""
        return bool(self.series or self.documents or self.is_unread)


def ingest(
    paths: Sequence[Path],
    home: Home,
    *,
    manifest: Path | None = None,
    mapping: Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Progress[Readable | InputError] | None = None,
    with_texts: bool = False,
) -> Summary:
    """Take in what *paths* lead to, drain the inbox, compare what changed and publish.

    *manifest* tells the origin of articles, *mapping* the columns of claims tables that are not ours.
    *workers* is how many processes read the articles, *scheduler* the address of a Dask cluster that does.
    *progress* is given the readings and how many files they come from, and gives them on. Raises InputError
    for a manifest, mapping, settings or name table that cannot be read, IngestRunning while another writer is at
    work, PublishRefused when the outcome breaks an invariant; any other problem is in the summary.
    """
    found = find_files(paths)
    names = _names(found)
    origins = {} if manifest is None else read_manifest(manifest)
    settings = load_settings(home.path)
    summary = Summary(problems=[*found.problems])
    rates = _rates(found, summary)
    kept = kept_texts(home.inbox)
    readings = _everything(kept, found, names, origins, mapping, engine_for(workers, scheduler), home)
    if progress is not None:
        readings = iter(progress(readings, len(found.articles) + len(found.claims)))
    with open_work(home) as work:
        run = start_run(work, settings, now=_now())
        touched = _Touched(set(run.left_undone))
        changed = _take_names(work, names, rates) | _take_inbox(work, home, run, summary, touched)
        taken = _take_readings(work, readings, found, run, summary, touched)
        _withdraw(work, run, summary, touched, taken)
        _put_away(home, kept)
        _compare(work, run, settings, touched)
        end_run(work, run, now=_now(), changed=changed or touched.is_any or run.is_new_method)
        summary.generation = publish(work, home, now=_now(), with_texts=with_texts)
    return summary


def _names(found: Found) -> Names:
    names = packaged_names()
    for folder in dict.fromkeys(table.parent for table in found.tables):
        names = names.with_folder(folder)
    return names


def _rates(found: Found, summary: Summary) -> list[Rate]:
    """The user's exchange rates; a table that makes no sense is a problem and brings none."""
    rates: list[Rate] = []
    for table in found.tables:
        if table.name == "fx_rates.csv":
            try:
                rates += read_rates(table)
            except InputError as problem:
                summary.problems.append(problem)
    return rates


def _everything(
    kept: list[Request],
    found: Found,
    names: Names,
    origins: dict[str, Origin],
    mapping: Path | None,
    engine: Engine | None,
    home: Home,
) -> Iterator[Readable | InputError]:
    """Texts that were kept, parts that wait, then articles, then claims."""
    yield from kept_readings(kept, names)
    yield from waiting_readings(home.parts, reader_version=reader_version())
    if engine is None:
        yield from read_articles(found.articles, names, origins)
    else:
        yield from read_spread(found.articles, names, origins, engine=engine, parts=home.parts)
    columns = None if mapping is None else read_mapping(mapping)
    for path in found.claims:
        yield from _claims(read_claims(path) if columns is None else read_mapped(path, columns))


def _claims(table: ClaimsTable) -> Iterator[ClaimDocument | InputError]:
    yield from table.documents
    yield from table.problems


def _take_names(work: Connection, names: Names, rates: list[Rate]) -> bool:
    """Record name tables and rates; whether any differed from what was held."""
    with transaction(work):
        return keep_rates(work, rates) + record_names(work, names) > 0


def _take_inbox(work: Connection, home: Home, run: Run, summary: Summary, touched: _Touched) -> bool:
    taken = drain(work, home.inbox, run_id=run.run_id, now=run.now)
    summary.reviewed = taken.reviews
    summary.problems += taken.problems
    touched.series |= taken.series_ids
    return taken.reviews > 0


def _take_readings(
    work: Connection,
    readings: Iterator[Readable | InputError],
    found: Found,
    run: Run,
    summary: Summary,
    touched: _Touched,
) -> Taken:
    """Record the readings batch by batch; which documents each file brought."""
    exchange, taken = Exchange(held_rates(work)), Taken.from_files((*found.articles, *found.claims))
    for batch in _batches(readings, BATCH):
        summary.problems += [entry for entry in batch if isinstance(entry, InputError)]
        good = [entry for entry in batch if not isinstance(entry, InputError)]
        summary.documents += len(good)
        rows = exchange.convert(rows_of(good))
        exchange.record(work, rows)
        loaded = load(work, rows, run_id=run.run_id, now=run.now)
        taken.add(rows)
        summary.add(loaded)
        touched.series.update(loaded.series_ids)
        touched.documents.update(loaded.document_ids)
        touched.is_unread |= loaded.is_unread_changed
    return taken


def _withdraw(work: Connection, run: Run, summary: Summary, touched: _Touched, taken: Taken) -> None:
    """Retire what corrected files do not say any more; a file with problems withdraws nothing."""
    for problem in summary.problems:
        if isinstance(problem, InputError):
            taken.leave_out(Path(problem.file).name)
    retired, series_ids = taken.withdraw(work, now=run.now)
    summary.retired += retired
    touched.series |= series_ids


def _put_away(home: Home, kept: list[Request]) -> None:
    """Remove the parts and archive the kept texts that are recorded now."""
    discard_parts(home.parts, reader_version=reader_version())
    for request in kept:
        keep_done(request)


def _compare(work: Connection, run: Run, settings: Settings, touched: _Touched) -> None:
    """Find who copied whom, which event a toll belongs to, and judge again what changed."""
    if not (touched.series or touched.documents or run.is_new_method):
        return
    with transaction(work):
        documents = sorted(touched.documents)
        independence.link(work, documents)
        touched.series.update(events.assign(work, documents))
        series_ids = None if run.is_new_method else sorted(touched.series)
        comparison.assess(work, series_ids, settings=settings, run_id=run.run_id)


def _batches(things: Iterator[Thing], size: int) -> Iterator[list[Thing]]:
    while batch := list(islice(things, size)):
        yield batch


def _now() -> datetime:
    """The clock, as the database keeps it: UTC without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)
