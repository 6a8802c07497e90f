"""An event: where and when it was, and every figure about it."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from app import current, links, words
from app.listings import facts, mixed_table, series_told
from app.page import Page, Query
from warehouse import asking
from warehouse.answers import Event


def title(event_id: str) -> str | None:
    """The name of the event; None for an unknown one."""
    event = asking.event(current.published(), event_id)
    return None if event is None else event.name


def layout(query: Query, event_id: str) -> Component:
    """What the event is, and every figure about it."""
    published = current.published()
    event = asking.event(published, event_id)
    assert event is not None  # noqa: S101 - title() has found it
    claims = asking.claims_of_event(published, event.name)
    return html.Article(
        [
            html.P(f"Event · {event.kind}", className="kicker"),
            html.H1(event.name),
            html.P(_told(event, len(claims)), className="finding"),
            facts(_facts(event)),
            *series_told(claims),
            *mixed_table(claims, current.cast_of_file().sides, f"Everything said about {event.name}"),
        ],
        className="sheet",
    )


def _told(event: Event, many: int) -> list[Component | str]:
    if many:
        return [f"{words.count(many, 'figure')} about it, newest first."]
    nothing = "No figure is tied to the event itself."
    if not event.place:
        return [nothing]
    return [f"{nothing} What is said about the place: ", links.inward(event.place, links.place(event.place)), "."]


def _facts(event: Event) -> list[tuple[str, object]]:
    return [
        ("Where", links.inward(event.place, links.place(event.place)) if event.place else ""),
        ("When", words.window(event.first_day, event.last_day)),
        ("Elsewhere known as", event.external_ids),
    ]


PAGE = Page(path="/event/<event_id>", title=title, layout=layout)
