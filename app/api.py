"""JSON beside every page, and what machines ask of the service itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound, ServiceUnavailable

from app import current, limits
from app.page import read_query
from app.paging import Paging
from app.view import Filter
from figures.errors import FiguresError
from warehouse import asking, browsing

PER_PAGE = 500


def register(server: Flask) -> None:
    """Give *server* its machine addresses."""
    for rule, answer in (
        ("/ready", ready),
        ("/api/meta", meta),
        ("/api/series", all_series),
        ("/api/series/<slug>", one_series),
        ("/api/figure/<figure_id>", figure),
        ("/api/figures", figures),
        ("/api/disagreements", disagreements),
        ("/api/place/<place_id>", place),
        ("/api/source/<source_id>", source),
        ("/api/event/<event_id>", event),
        ("/api/articles", articles),
        ("/api/article/<document_id>", article),
        ("/api/schema", schema),
        ("/api/<path:address>", nothing),
    ):
        server.add_url_rule(rule, f"api_{answer.__name__}", answer)


def to_json(value: object) -> Response:
    """Rows, or whatever holds them, as JSON: dates in ISO 8601, moments with Z for UTC."""
    return Response(json.dumps(value, default=_plain, ensure_ascii=False), mimetype="application/json")


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not JSON")


def ready() -> Response:
    """Whether the published file can be asked."""
    try:
        return to_json({"ready": True, "generation": asking.meta(current.published()).generation})
    except FiguresError as error:
        raise ServiceUnavailable(
            "The published file cannot be read. Run `figures ingest`, then `figures doctor`."
        ) from error


def meta() -> Response:
    """Which generation this is, and how much it holds."""
    published = current.published()
    return to_json({"meta": asking.meta(published), "counts": browsing.counts(published)})


def all_series() -> Response:
    """The front page: every series."""
    return to_json({"series": asking.cards(current.published())})


def one_series(slug: str) -> Response:
    """A series: its figures, its windows and its disagreements."""
    published = current.published()
    series = _found(asking.series(published, slug))
    return to_json(
        {
            "series": series,
            "figures": asking.claims_of_series(published, series.series_id),
            "windows": asking.windows(published, [series.series_id]),
            "disagreements": asking.disagreements_of_series(published, series.series_id),
        }
    )


def figure(figure_id: str) -> Response:
    """A figure: its versions, its chain, who says otherwise and what people decided."""
    published = current.published()
    return to_json(
        {
            "figure": _found(asking.claim(published, figure_id)),
            "versions": asking.versions(published, figure_id),
            "chain": asking.chain(published, figure_id),
            "disagreements": asking.disagreements_of_claim(published, figure_id),
            "reviews": asking.reviews(published, figure_id),
        }
    )


def figures() -> Response:
    """All rows, a page at a time, narrowed as on the data page."""
    query = read_query(request.query_string.decode(errors="replace"))
    chosen, paging = Filter.from_query(query), Paging.from_query(query, PER_PAGE)
    if chosen.words:
        limits.count("search")
    narrowing = browsing.Narrowing(chosen.words, chosen.severity, chosen.indicator, chosen.place, chosen.party)
    published = current.published()
    return to_json(
        {
            "page": paging.page,
            "rows": browsing.count_figures(published, narrowing),
            "figures": browsing.figures(published, narrowing, limit=PER_PAGE, offset=paging.offset),
        }
    )


def disagreements() -> Response:
    """The work list, narrowed as on its page."""
    return to_json({"disagreements": chosen_disagreements()})


def chosen_disagreements() -> Sequence[object]:
    """The disagreements that the query string of this request asks for, worst first."""
    chosen = Filter.from_query(read_query(request.query_string.decode(errors="replace")))
    if chosen.words:
        limits.count("search")
    return asking.disagreements(
        current.published(),
        severity=chosen.severity or 1,
        indicator=chosen.indicator,
        place=chosen.place,
        party=chosen.party,
        relation=chosen.relation,
        words=chosen.words,
    )


def place(place_id: str) -> Response:
    """Everything said about a place."""
    published = current.published()
    found = _found(asking.place(published, place_id))
    return to_json({"place": found, "figures": asking.claims_of_place(published, found.name)})


def source(source_id: str) -> Response:
    """Everything a source says, with its revisions."""
    published = current.published()
    found = _found(asking.source(published, source_id))
    return to_json(
        {
            "source": found,
            "figures": asking.claims_of_source(published, found.name),
            "revisions": asking.revisions(published, found.name),
        }
    )


def event(event_id: str) -> Response:
    """Everything said about an event."""
    published = current.published()
    found = _found(asking.event(published, event_id))
    return to_json({"event": found, "figures": asking.claims_of_event(published, found.name)})


def articles() -> Response:
    """Articles, newest first, a page at a time."""
    query = read_query(request.query_string.decode(errors="replace"))
    paging, sought = Paging.from_query(query, PER_PAGE), Filter.from_query(query).words
    if sought:
        limits.count("search")
    found = browsing.articles(current.published(), words=sought, limit=PER_PAGE, offset=paging.offset)
    return to_json({"page": paging.page, "articles": found})


def article(document_id: str) -> Response:
    """An article and every number seen in it; never its text, whose rights are others'."""
    published = current.published()
    return to_json(
        {
            "article": _found(browsing.article(published, document_id)),
            "numbers": browsing.numbers(published, document_id),
        }
    )


def nothing(address: str) -> Response:
    """404 as JSON."""
    raise NotFound(f"There is nothing at /api/{address[:100]}.")


def schema() -> Response:
    """Every table and column with its meaning."""
    return to_json({"tables": browsing.described_tables(current.published())})


def _found(row: Any) -> Any:
    if row is None:
        raise NotFound("There is nothing at this address.")
    return row
