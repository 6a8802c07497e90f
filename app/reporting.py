"""A reader's report of an error: it waits in the inbox as a note on the figure and changes nothing by itself."""

from __future__ import annotations

from dash.exceptions import PreventUpdate
from werkzeug.exceptions import TooManyRequests

from app import current, limits
from figures.errors import InputError
from warehouse import asking
from warehouse.home import Home
from warehouse.keeping import refuse_when_full
from warehouse.reviewing import request_review

_LONGEST = 2000  # characters of a report
_LONGEST_NAME = 80


def reported_error(clicks: int, text: str | None, name: str | None, figure_id: str) -> tuple[str, str]:
    """Drop the report and say so; or say what is missing and keep what was typed."""
    if not clicks:
        raise PreventUpdate
    reason = " ".join((text or "").split())
    if len(reason) < 10:
        return "Say in a sentence what is wrong; then it can be checked.", text or ""
    if asking.claim(current.published(), figure_id) is None:
        return "This figure is not known here.", text or ""
    reviewer = " ".join((name or "").split())[:_LONGEST_NAME] or "a reader"
    try:
        limits.count("keep")
        refuse_when_full(Home(current.settings().home))
        request = request_review(
            Home(current.settings().home),
            figure_id,
            "note",
            value=reason[:_LONGEST],
            reason="reported on the page of the figure",
            reviewer=reviewer,
        )
    except TooManyRequests as problem:
        return str(problem.description), text or ""
    except (InputError, OSError) as problem:
        return f"The report could not be kept: {problem}", text or ""
    return f"Thank you. It waits for an editor as {request}.", ""
