"""Articles in, records out: what ``figures read`` and ``figures quantities`` print."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import figures
from figures.errors import FiguresError, InputError
from figures.files import find_files, open_document, read_manifest
from figures.names import Names, packaged_names

Record = Mapping[str, object]

# The keys of a record in their order (a test holds figures.record to it): the header of a CSV without a row.
COLUMNS = (
    *("document", "start", "end", "excerpt", "sentence", "quantifier", "value", "low", "high", "unit"),
    *("value_reported", "unit_reported", "indicator", "reason", "holder", "share_of", "statistic", "term"),
    *("population", "place", "event", "originator", "stance", "chain", "publisher", "published"),
    *("as_of_start", "as_of_end", "as_of_precision", "as_of_basis"),
    *("restates", "derived_from", "part_of", "figure_id", "confidence"),
)


class Readings:
    """The articles that *paths* mean. *problems* grows while the records are taken."""

    def __init__(self, paths: Sequence[Path], manifest: Path | None) -> None:
        """Find the files. Raises InputError for a manifest or a name table that cannot be read."""
        found = find_files(paths)
        self._articles = found.articles
        self._names = _names_of(found.tables)
        self._origins = {} if manifest is None else read_manifest(manifest)
        self.problems: list[FiguresError] = list(found.problems)

    def records(self) -> Iterator[Record]:
        """Each figure and unread number, article by article, in text order; an article that fails is a problem."""
        from figures.reading import read  # here, since `figures quantities` needs neither
        from figures.record import record

        for path in self._articles:
            try:
                document = open_document(path, self._origins.get(path.name))
                found = read(document, self._names)
            except InputError as problem:
                self.problems.append(problem)
            except Exception as error:  # the border of a batch: a fault of the reader's costs one article, and is told
                fault = f"the reader failed on it ({type(error).__name__}: {error})"
                self.problems.append(InputError(str(path), fault, "report it with the article; the others are read"))
            else:
                for reading in found:
                    yield record(reading, document)


def with_quantities(lines: Iterable[str], problems: list[FiguresError]) -> Iterator[Record]:
    """Each JSON line with a ``text``, and ``quantities`` added to it; a line that is none becomes a problem."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            text = entry["text"]
        except (ValueError, TypeError, KeyError, RecursionError):
            text = None
        if isinstance(text, str):
            yield {**entry, "quantities": [asdict(found) for found in figures.quantities(text)]}
        else:
            problems.append(InputError("stdin", 'no JSON object with a "text"', 'write {"text": "..."}', number))


def _names_of(tables: Iterable[Path]) -> Names:
    names = packaged_names()
    for folder in dict.fromkeys(table.parent for table in tables):
        names = names.with_folder(folder)
    return names
