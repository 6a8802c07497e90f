"""What ``figures check`` prints: each number of a draft, its series, and the worst that others say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from figures.document import Document, Origin
from figures.errors import FiguresError, InputError
from figures.figure import Span
from figures.files import find_files, open_document, read_manifest
from figures.frontmatter import split_front_matter
from figures.origin import merged
from warehouse.checking import Checked, Heard, check
from warehouse.home import Home

Row = tuple[object, ...]

TABLE = ("draft", "line", "excerpt", "severity", "series", "verdict")
WHOLE = (*TABLE, "reason", "indicator", "value", "low", "high", "unit", "place", "sentence", "slug")
HEARD = ("voice", "party", "publisher", "excerpt", "value", "low", "high", "unit", "as_of_start", "as_of_end")
JUDGED = ("relation", "explanation", "gap", "url", "figure_id")


def drafts_from(
    paths: Sequence[Path], manifest: Path | None, stdin: TextIO, problems: list[FiguresError]
) -> list[Document]:
    """The drafts that can be read; the others become problems. ``-`` is the text on *stdin*, published today."""
    origins = {} if manifest is None else read_manifest(manifest)
    found = find_files(path for path in paths if str(path) != "-")
    problems.extend(found.problems)
    problems.extend(InputError(str(table), "a table is no draft", "give an article") for table in found.claims)
    drafts = [_pasted(stdin.read())] if Path("-") in paths else []
    for path in found.articles:
        try:
            drafts.append(open_document(path, origins.get(path.name)))
        except InputError as problem:
            problems.append(problem)
    return drafts


def findings(drafts: Sequence[Document], *, whole: bool) -> tuple[list[str], list[Row]]:
    """Column names, and a row for each number in text order; *whole* also has the figure and the worst that is heard.

    Raises NotPublished.
    """
    home = Home.from_environment()
    rows = [_row(checked, draft, whole=whole) for draft in drafts for checked in check([draft], home)]
    header = [*WHOLE, *(f"other_{name}" for name in (*HEARD, *JUDGED))] if whole else list(TABLE)
    return header, rows


def _row(checked: Checked, draft: Document, *, whole: bool) -> Row:
    line = draft.text.count("\n", 0, checked.span.start) + 1
    short = (checked.file, line, checked.excerpt, checked.severity, checked.series, checked.verdict)
    if not whole:
        return short
    figure = checked.figure
    meant: Row = (None,) * 6
    if figure is not None:
        meant = (figure.indicator, figure.value, figure.amount.low, figure.amount.high, figure.unit, figure.place)
    other = checked.heard[0] if checked.heard else None
    return (*short, checked.reason, *meant, checked.sentence, checked.slug, *_other(other))


def _other(heard: Heard | None) -> Row:
    return tuple(None if heard is None else getattr(heard, name) for name in (*HEARD, *JUDGED))


def _pasted(text: str) -> Document:
    """The text, with what its front matter says; without a day it is of today."""
    said, start = split_front_matter(text, "stdin")
    if not text[start:].strip():
        raise InputError("stdin", "no text", "pipe the draft in: figures check - < draft.txt")
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    draft = Origin(publisher="This text", published=today, published_precision="day", published_basis="given")
    return Document("stdin", text, Span(start, len(text)), merged(said, draft))
