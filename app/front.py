"""The front page's answer to "what is contested?": disagreements in brief, then series by how many tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from app import links, words
from app.display_units import display_units
from app.quarrels import contested, flag
from app.sides import name_of
from app.sparks import spark
from warehouse import asking
from warehouse.answers import Card, Claim, Disagreement, Window
from warehouse.connection import Snapshot

MOST = 60  # series drawn at once
_CONTESTED = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """Some series with what is drawn of each: its newest words and its windows, by slug."""

    cards: tuple[Card, ...]
    latest: dict[str, list[Claim]]
    windows: dict[str, list[Window]]


def shown(published: Snapshot, sought: str = "") -> Shown:
    """The first MOST series that hold all of the words sought; asked once a generation for the last few searches."""
    return _shown(published, published.signature, tuple(sought.split()))


@lru_cache(maxsize=16)
def _shown(published: Snapshot, generation: object, sought: tuple[str, ...]) -> Shown:
    cards = asking.cards(published, words=sought, most=MOST)
    series_ids = [card.series_id for card in cards]
    latest, windows = asking.latest_of_series(published, series_ids), asking.windows(published, series_ids)
    return Shown(
        tuple(cards),
        {slug: list(group) for slug, group in groupby(latest, lambda row: row.slug)},
        {slug: list(group) for slug, group in groupby(windows, lambda row: row.slug)},
    )


def worst(published: Snapshot) -> tuple[Disagreement, ...]:
    """The gravest disagreements, from minor up; asked once a generation."""
    return _worst(published, published.signature)


@lru_cache(maxsize=4)
def _worst(published: Snapshot, generation: object) -> tuple[Disagreement, ...]:
    return tuple(asking.disagreements(published, severity=2, most=_CONTESTED))


def contest(pairs: Sequence[Disagreement], many: int) -> list[Component]:
    """The gravest disagreements in brief, and where all *many* of them are."""
    if not pairs:
        return []
    return [
        html.H2("Most contested"),
        html.Ul([contested(pair) for pair in pairs], className="contest"),
        html.P(links.inward(f"All {words.count(many, 'disagreement')}, worst first", "/disagreements")),
    ]


def series_lists(found: Shown) -> list[Component]:
    """Series that several voices tell, each with its picture; those that one voice tells, in a line each."""
    several = [card for card in found.cards if card.voices > 1]
    single = [card for card in found.cards if card.voices == 1]
    return [
        *([html.H2("Told by several voices"), html.Ul([_card(card, found) for card in several], className="cards")]
          if several else []),
        *([html.H2("Told by one"), html.Ul([_line(card, found) for card in single], className="once")]
          if single else []),
    ]  # fmt: skip


def _card(card: Card, found: Shown) -> Component:
    picture = spark(found.windows.get(card.slug, []))
    place = " · ".join(part for part in (card.place, card.event) if part)
    return html.Li(
        [
            html.P(
                [place or card.family, flag(card.severity, " disagreement") if card.severity else None],
                className="card-head",
            ),
            html.H3(links.inward(card.title, links.series(card.slug))),
            html.Ul(
                [html.Li(_said(claim)) for claim in _distinct(found.latest.get(card.slug, []))], className="latest"
            ),
            *([] if picture is None else [html.Img(src=picture, alt="", className="spark"), _days(card)]),
            html.P(
                f"{words.count(card.figures, 'figure')} · {words.count(card.voices, 'voice')} · "
                f"{words.count(card.parties, 'party or body', 'parties or bodies')}",
                className="card-foot",
            ),
        ],
        className="card",
    )


def _days(card: Card) -> Component:
    """The first and the last month under a picture."""
    days = (card.first_day, card.last_day)
    return html.P([html.Span(f"{day:%b %Y}") for day in days if day is not None], className="spark-days")


def _line(card: Card, found: Shown) -> Component:
    latest = _distinct(found.latest.get(card.slug, []))[:1]
    told = [part for claim in latest for part in (": ", *_said(claim))]
    more = f" · {words.count(card.figures, 'figure')}" if card.figures > 1 else ""
    return html.Li([links.inward(card.title, links.series(card.slug)), *told, html.Small(more) if more else None])


def _said(claim: Claim) -> list[Component | str]:
    unit = display_units(claim.unit, kind=claim.kind)[0]
    number = words.told(claim.value, claim.low, claim.high, claim.quantifier, unit)
    return [html.B(number), f" {name_of(claim)}, {words.window(claim.as_of_start, claim.as_of_end)}"]


def _distinct(latest: Iterable[Claim]) -> list[Claim]:
    """Up to two of the newest claims, not the same words of the same voice twice."""
    return list({(claim.voice, claim.value, claim.low): claim for claim in latest}.values())[:2]
