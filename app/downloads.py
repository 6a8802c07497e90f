"""Files to take away: plain GET addresses, streamed, each row as the page of the same address shows it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import cast

from flask import Flask, Response, current_app, request, send_file
from werkzeug.exceptions import NotFound, ServiceUnavailable

from app import current, limits, links
from app.page import read_query
from app.showing import Showing, show
from app.view import Filter, View
from warehouse import about, asking, browsing
from warehouse.bundling import zip_bytes
from warehouse.checksum import published_file
from warehouse.exporting import Shown, csv_bytes, json_bytes, parquet_bytes
from warehouse.linked import linked_data
from warehouse.selection import Selection

AT_ONCE = 3  # streams a process: each holds a thread for as long as its reader takes
_KEY = "reported-figures-streams"


@dataclass(frozen=True, slots=True)
class Taken:
    """What somebody takes away: which figures, under what name, with what beside them."""

    selection: Selection
    name: str
    shown: Shown | None = None
    hxl: bool = False


def _csv(taken: Taken) -> Iterator[bytes]:
    return csv_bytes(current.published(), taken.selection, hxl=taken.hxl, shown=taken.shown)


def _json(taken: Taken) -> Iterator[bytes]:
    return json_bytes(current.published(), taken.selection, shown=taken.shown)


def _parquet(taken: Taken) -> Iterator[bytes]:
    return parquet_bytes(current.published(), taken.selection, shown=taken.shown)


def _zip(taken: Taken) -> Iterator[bytes]:
    return zip_bytes(current.published(), taken.selection, name=taken.name, downloaded=datetime.now(UTC).date())


FORMS: Mapping[str, tuple[str, Callable[[Taken], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
    "parquet": ("application/vnd.apache.parquet", _parquet),
    "zip": ("application/zip", _zip),
}


def register(server: Flask) -> None:
    """Give *server* the addresses of its files."""
    server.extensions[_KEY] = threading.BoundedSemaphore(AT_ONCE)
    server.add_url_rule("/series/<slug>.metadata.json", "series_metadata", series_metadata)
    server.add_url_rule("/series/<slug>.<any(csv, json, parquet, zip):form>", "series_file", series_file)
    server.add_url_rule("/figure/<figure_id>.jsonld", "figure_linked", figure_linked)
    server.add_url_rule("/data/figures.<any(csv, json, parquet, zip):form>", "figures_file", figures_file)
    server.add_url_rule("/data/figures.duckdb", "database_file", database_file)
    server.add_url_rule("/data/figures.duckdb.sha256", "database_checksum", database_checksum)
    server.add_url_rule("/data/schema.sql", "schema_file", schema_file)


def series_file(slug: str, form: str) -> Response:
    """The figures of a series that its page shows at the same query string."""
    return stream(_taken_of(_showing(slug)), form)


def series_metadata(slug: str) -> Response:
    """What the CSV of the same address holds, as a Frictionless data package."""
    taken = _taken_of(_showing(slug))
    size, digest = 0, hashlib.sha256()
    for piece in _csv(taken):
        size += len(piece)
        digest.update(piece)
    with current.published().reading() as cursor:
        of = about.about(cursor, taken.selection, taken.name)
    today = datetime.now(UTC).date()
    package = about.data_package(of, size=size, sha256=digest.hexdigest(), downloaded=today)
    return Response(json.dumps(package, ensure_ascii=False, indent=2), mimetype="application/json")


def figure_linked(figure_id: str) -> Response:
    """One figure as JSON-LD, be it current or not; its page names this address in its head."""
    claim = asking.claim(current.published(), figure_id)
    if claim is None:
        raise NotFound
    address = request.host_url.rstrip("/") + links.figure(figure_id)
    text = json.dumps(linked_data(claim, address), ensure_ascii=False, indent=2)
    return Response(text, mimetype="application/ld+json")


def figures_file(form: str) -> Response:
    """All figures, or those that the table of all rows shows at the same query string."""
    chosen = Filter.from_query(read_query(request.query_string.decode(errors="replace")))
    selection = Selection(
        indicator=chosen.indicator or None,
        place=chosen.place or None,
        party=chosen.party or None,
        severity=chosen.severity or None,
        containing=chosen.words or None,
    )
    return stream(Taken(selection, "figures", hxl=request.args.get("hxl") == "1"), form)


def database_file() -> Response:
    """The published file itself; a reader who began with one generation gets that one whole."""
    file = published_file(current.published())
    response = send_file(current.published().path, as_attachment=True, download_name="figures.duckdb", conditional=True)
    response.headers["X-Checksum-SHA256"] = file.sha256
    return response


def database_checksum() -> Response:
    """As ``sha256sum --check`` reads it."""
    return Response(f"{published_file(current.published()).sha256}  figures.duckdb\n", mimetype="text/plain")


def schema_file() -> Response:
    """The schema as SQL with all its comments."""
    return Response(browsing.schema(current.published()), mimetype="text/plain")


def stream(taken: Taken, form: str) -> Response:
    """The file in pieces as they are ready; 429 or 503 when too much is asked at once.

    The first piece is made before the answer begins, so that a failure is still an error page.
    """
    limits.count("download")
    mimetype, pieces_of = FORMS[form]
    slots = cast(threading.BoundedSemaphore, current_app.extensions[_KEY])
    if not slots.acquire(timeout=2):
        raise ServiceUnavailable("Other downloads are still running. Try again in a minute.", retry_after=60)
    try:
        pieces = pieces_of(taken)
        first = next(pieces, b"")
    except BaseException:
        slots.release()
        raise
    held = _Held(slots)
    response = Response(held.until_the_end(chain([first], pieces)), content_type=mimetype)
    response.call_on_close(held.release)  # a reader may leave before the first piece
    response.headers["Content-Disposition"] = f'attachment; filename="{taken.name}.{form}"'
    return response


class _Held:
    """One slot, given back once: at the end of the file or when the reader leaves."""

    def __init__(self, slots: threading.BoundedSemaphore) -> None:
        self._slots: threading.BoundedSemaphore | None = slots

    def release(self) -> None:
        slots, self._slots = self._slots, None
        if slots is not None:
            slots.release()

    def until_the_end(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        try:
            yield from pieces
        finally:
            self.release()


def _showing(slug: str) -> Showing:
    view = View.from_query(read_query(request.query_string.decode(errors="replace")))
    showing = show(current.cast_of_file(), slug, view)
    if showing is None:
        raise NotFound("There is no series at this address.")
    return showing


def _taken_of(showing: Showing) -> Taken:
    """The rows in view; a unit other than the series' own is given beside it."""
    some = len(showing.shown) < len(showing.claims)
    selection = Selection(
        slug=showing.series.slug,
        known=showing.view.known,
        figure_ids=tuple(claim.figure_id for claim in showing.shown) if some else None,
    )
    # a sum in another currency has no number in the unit chosen
    converts = all(claim.unit == showing.unit.canonical for claim in showing.shown)
    shown = Shown(showing.unit.label, showing.unit.factor) if showing.view.unit and converts else None
    return Taken(selection, showing.series.slug, shown, request.args.get("hxl") == "1")
