"""A series for other people's pages: the chart alone, as the file stood on a day, in a frame of a few kilobytes.

An address without a day leads to the one with today's, so that what was embedded never changes.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html import escape

from flask import Flask, Response, redirect, render_template_string, request
from markupsafe import Markup
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from app import current, files, panels, words
from app.charts import Chart, time_chart
from app.findings import finding
from app.forest import MOST, compare_chart
from app.layers import Look
from app.page import read_query
from app.palette import palette
from app.showing import Showing, show
from app.view import Tab, View

_PAGE = """<!DOCTYPE html>
<html lang="en" data-mantine-color-scheme="{{ scheme }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>{{ title }}</title>
<link rel="stylesheet" href="/assets/00-tokens.css">
<link rel="stylesheet" href="/assets/20-series.css">
<link rel="stylesheet" href="/assets/50-embed.css">
</head>
<body class="embed">
<main>
<h1><a href="{{ address }}" target="_blank" rel="noopener">{{ title }}</a></h1>
<p class="finding">{{ finding }}</p>
<ul class="who">
{% for side in sides %}<li>
<span class="glyph side-{{ side.slot.colour }}" aria-hidden="true">{{ side.slot.glyph }}</span> {{ side.label }}
</li>
{% endfor %}</ul>
<div id="chart" role="img" aria-label="{{ title }}"></div>
<p class="sources">{{ sources }} As the file stood on {{ day }}.
<a href="{{ address }}" target="_blank" rel="noopener">Every source, passage and number</a></p>
</main>
<script type="application/json" id="drawing">{{ drawing }}</script>
<script src="{{ plotly }}"></script>
<script src="/assets/30-crowd.js"></script>
<script src="/assets/50-embed.js"></script>
</body>
</html>"""


def register(server: Flask) -> None:
    """Give *server* its frames, and the description by which other sites find them."""
    server.add_url_rule("/embed/<slug>", "embed", embed)
    server.add_url_rule("/oembed", "oembed", oembed)


def embed(slug: str) -> AnyResponse:
    """The chart of a series under the view of the query string, as known on its day."""
    query = read_query(request.query_string.decode(errors="replace"))
    view = View.from_query(query)
    showing = show(current.cast_of_file(), slug, view)
    if showing is None:
        raise NotFound("There is no series at this address.")
    if view.known is None:
        today = datetime.now(UTC).date().isoformat()
        parts = (view.to_query(), f"known={today}")
        return redirect(f"/embed/{showing.series.slug}?{'&'.join(part for part in parts if part)}")
    return Response(_drawn(showing, "dark" if query.get("scheme") == "dark" else "light"), mimetype="text/html")


def _drawn(showing: Showing, scheme: str) -> str:
    view = showing.view
    return render_template_string(
        _PAGE,
        scheme=scheme,
        title=showing.series.title,
        finding=finding(showing),
        sides=[side for side in showing.sides if showing.view.shows(side.key)],
        sources=panels.source_line(showing),
        day=words.day(view.known),
        address=f"{_base()}/series/{showing.series.slug}?{view.to_query()}",
        drawing=_json(_chart(showing, scheme)),
        plotly=files.PLOTLY_PATH,
    )


def _chart(showing: Showing, scheme: str) -> Chart:
    look = Look(showing.unit, showing.view.scale, palette(scheme), narrow=True)  # nobody knows how wide a frame is
    if showing.view.tab is Tab.COMPARE:
        return compare_chart(showing.marks[-MOST:], look)
    return time_chart(showing.marks, look, quarrels=showing.quarrels, bands=showing.bands)


def _json(value: object) -> Markup:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, default=str).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(text)  # noqa: S704 - no character of markup is left in it


def oembed() -> Response:
    """How to embed the series at ``url``: the JSON of oembed.com, type rich."""
    address = request.args.get("url", "")
    path, _, query = address.partition("/series/")[2].partition("?")
    view = View.from_query(read_query(query))
    showing = show(current.cast_of_file(), path, view)
    if showing is None:
        raise NotFound("There is no series at this address.")
    frame = f"{_base()}/embed/{showing.series.slug}?{showing.view.to_query()}"
    title = escape(showing.series.title, quote=True)
    html = (
        f'<iframe src="{escape(frame, quote=True)}" title="{title}" width="720" height="520" loading="lazy"></iframe>'
    )
    rich = {"version": "1.0", "type": "rich", "title": showing.series.title, "provider_name": "Reported Figures"}
    return Response(json.dumps({**rich, "html": html, "width": 720, "height": 520}), mimetype="application/json")


def _base() -> str:
    return current.settings().public_url or request.host_url.rstrip("/")
