"""Drafts that readers check: one at a time in a process, counted, and kept only where that is allowed."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import cast

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import BadRequest, ServiceUnavailable

from app import api, current, limits
from warehouse import keeping
from warehouse.checking import Checked, check
from warehouse.home import Home

LONGEST = 50_000  # characters of a draft: a long magazine article
_KEY = "reported-figures-drafts"


def register(server: Flask) -> None:
    """Give *server* ``POST /api/check`` with a ``text``."""
    server.extensions[_KEY] = threading.BoundedSemaphore(1)
    server.add_url_rule("/api/check", "check", answer_check, methods=["POST"])


def checked(text: str) -> list[Checked]:
    """Every number of the text with what others say. Raises 400, 429 or 503, each in words."""
    if not text.strip() or len(text) > LONGEST:
        raise BadRequest(f"Paste a text of 1 to {LONGEST:,} characters; this one has {len(text):,}.")
    limits.count("check")
    slot = cast(threading.BoundedSemaphore, current_app.extensions[_KEY])
    if not slot.acquire(timeout=10):
        raise ServiceUnavailable("Another text is being checked. Try again in a few seconds.")
    try:
        return check(text, Home(current.settings().home))
    finally:
        slot.release()


def answer_check() -> Response:
    """The numbers of the posted text as JSON."""
    return api.to_json({"numbers": [_plain(number) for number in checked(request.form.get("text", ""))]})


def _plain(number: Checked) -> dict[str, object]:
    return {
        "start": number.span.start,
        "end": number.span.end,
        "excerpt": number.excerpt,
        "series": number.series,
        "slug": number.slug,
        "reason": number.reason,
        "severity": number.severity,
        "verdict": number.verdict,
        "heard": number.heard,
    }


def may_keep() -> bool:
    """Whether this reader may leave a text: anybody on this machine, whoever has logged in, or all if so set."""
    at_home = request.remote_addr in ("127.0.0.1", "::1") and "X-Forwarded-For" not in request.headers
    return current.settings().keeps_texts or bool(g.get("user")) or (at_home and not current.settings().proxies)


def keep(text: str, *, title: str, publisher: str) -> str:
    """Leave the text in the inbox and give the id of the request. Raises 400, 429 or InputError."""
    if not may_keep():
        raise BadRequest("Texts are kept here only for readers who have logged in.")
    limits.count("keep")
    today = datetime.now(UTC).date()
    home = Home(current.settings().home)
    return keeping.keep(home, text, title=title[:300], publisher=publisher[:100], published=today)
