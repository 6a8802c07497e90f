"""A correction from the command line: asked for, and taken in at once where no other writer is at work."""

from __future__ import annotations

from collections.abc import Sequence

from figures.errors import FiguresError
from warehouse.errors import IngestRunning
from warehouse.home import Home
from warehouse.ingesting import ingest
from warehouse.reviewing import request_review


def correct(
    figure_id: str, action: str, field: str | None, value: str | None, *, reason: str, reviewer: str
) -> tuple[str, Sequence[FiguresError]]:
    """Ask for the review and take it in; what came of it in words ('' for nothing), and the problems.

    Raises InputError for a review that can never be taken.
    """
    home = Home.from_environment()
    request_review(home, figure_id, action, field=field, value=value, reason=reason, reviewer=reviewer)
    try:
        summary = ingest((), home)
    except IngestRunning:
        return "kept; the ingest that is running, or the next one, takes it in", ()
    said = "" if summary.problems else f"taken in; published as generation {summary.generation:,}"
    return said, summary.problems
