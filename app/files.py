"""The one script that is too big to send twice: plotly.js, compressed once and kept by browsers for a year.

The bundle is plotly's own "cartesian" build (plotly.js-cartesian-dist-min on npm), a third of the full
one; Dash loads the full one only where ``window.Plotly`` is missing. Its version is that of the Python package's.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types
from flask import Flask, Response, request

PLOTLY_VERSION = "4.1.1"
PLOTLY_PATH = f"/vendor/plotly-cartesian-{PLOTLY_VERSION}.min.js"
_BUNDLE = Path(__file__).parent / "vendor" / f"plotly-cartesian-{PLOTLY_VERSION}.min.js"
_A_YEAR = "public, max-age=31536000, immutable"


def register(server: Flask) -> None:
    """Serve the bundle at PLOTLY_PATH."""
    server.add_url_rule(PLOTLY_PATH, "plotly", plotly)


def plotly() -> Response:
    """The bundle, compressed where the browser takes it."""
    answer = Response(mimetype="text/javascript")
    answer.headers["Cache-Control"] = _A_YEAR
    answer.headers["Vary"] = "Accept-Encoding"
    if request.accept_encodings.best_match(["br", "identity"]) == "br":
        answer.headers["Content-Encoding"] = "br"
        answer.set_data(_compressed())
    else:
        answer.set_data(_BUNDLE.read_bytes())
    return answer


@cache
def _compressed() -> bytes:
    """1.5 MB to 0.4 MB in about a second at quality 9, once a process (wsgi.py asks for it before threads arrive)."""
    return bytes(brotli.compress(_BUNDLE.read_bytes(), quality=9))
