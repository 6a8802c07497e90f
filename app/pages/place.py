"""A place: everything said about it, by kind of number."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from app import current, links, words
from app.listings import facts, mixed_table, series_told
from app.page import Page, Query
from warehouse import asking
from warehouse.answers import Claim, Place


def title(place_id: str) -> str | None:
    """The name of the place; None for an unknown one."""
    place = asking.place(current.published(), place_id)
    return None if place is None else place.name


def layout(query: Query, place_id: str) -> Component:
    """What the place is, and every figure about it."""
    published = current.published()
    place = asking.place(published, place_id)
    assert place is not None  # noqa: S101 - title() has found it
    claims = asking.claims_of_place(published, place.name)
    return html.Article(
        [
            html.P(f"Place · {place.kind}", className="kicker"),
            html.H1(place.name),
            html.P(_told(place, claims), className="finding"),
            facts(_facts(place)),
            *series_told(claims),
            *mixed_table(claims, current.cast_of_file().sides, f"Everything said about {place.name}", where=False),
        ],
        className="sheet",
    )


def _told(place: Place, claims: Sequence[Claim]) -> str:
    if not claims:
        return f"No figure is about {place.name} itself."
    series = len({claim.series_id for claim in claims})
    return f"{words.count(len(claims), 'figure')} about {place.name} in {words.count(series, 'series', 'series')}."


def _facts(place: Place) -> list[tuple[str, object]]:
    where = (
        f"{place.latitude:.3f}, {place.longitude:.3f}"
        if place.latitude is not None and place.longitude is not None
        else ""
    )
    return [
        ("Within", links.inward(place.parent, links.place(place.parent)) if place.parent else ""),
        ("Code", place.code),
        ("Area", f"{words.number(place.area_km2)} km²" if place.area_km2 is not None else ""),
        ("Latitude, longitude", where),
    ]


PAGE = Page(path="/place/<place_id>", title=title, layout=layout)
