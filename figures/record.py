"""One figure or unread number as the flat record that ``figures read`` prints."""

from __future__ import annotations

from figures.document import Document
from figures.figure import Figure, Period, Unread

Cell = str | float | int | None | list[dict[str, str | None]]


def record(found: Figure | Unread, document: Document) -> dict[str, Cell]:
    """All keys of the output contract, in its order; null for what does not apply or is not known.

    Offsets are half-open character offsets into the document's text. ``value``, ``low`` and ``high`` are in ``unit``;
    ``value_reported`` in ``unit_reported``.
    """
    mention = found.mention
    line: dict[str, Cell] = {
        "document": document.file,
        "start": mention.span.start,
        "end": mention.span.end,
        "excerpt": found.excerpt,
        "sentence": document.text[found.sentence.start : found.sentence.end],
        "quantifier": str(mention.quantifier),
    }
    line |= _amount(found)
    line |= _meaning(found)
    line |= _source(found, document)
    line |= _links(found)
    return line


def _amount(found: Figure | Unread) -> dict[str, Cell]:
    mention = found.mention
    value, amount, unit = (
        (mention.value, mention.amount, mention.unit)
        if isinstance(found, Unread)
        else (found.value, found.amount, found.unit)
    )
    return {
        "value": value,
        "low": amount.low,
        "high": amount.high,
        "unit": unit,
        "value_reported": mention.value,
        "unit_reported": mention.unit,
    }


def _meaning(found: Figure | Unread) -> dict[str, Cell]:
    if isinstance(found, Unread):
        keys = ("holder", "share_of", "statistic", "term", "population", "place", "event")
        return {"indicator": None, "reason": str(found.reason), **dict.fromkeys(keys)}
    return {
        "indicator": found.indicator,
        "reason": None,
        "holder": found.holder,
        "share_of": found.share_of,
        "statistic": str(found.statistic),
        "term": found.term,
        "population": found.population,
        "place": found.place,
        "event": found.event,
    }


def _source(found: Figure | Unread, document: Document) -> dict[str, Cell]:
    origin = document.origin
    figure = found if isinstance(found, Figure) else None
    chain: list[dict[str, str | None]] | None = None
    if figure is not None:
        chain = [{"source": s.source, "role": str(s.role), "stance": str(s.stance), "cue": s.cue} for s in figure.chain]
    return {
        "originator": figure.originator if figure else None,
        "stance": str(figure.stance) if figure else None,
        "chain": chain,
        "publisher": origin.publisher,
        "published": None if origin.published is None else origin.published.date().isoformat(),
        **_period(figure.period if figure else None),
    }


def _period(period: Period | None) -> dict[str, Cell]:
    if period is None:
        return dict.fromkeys(("as_of_start", "as_of_end", "as_of_precision", "as_of_basis"))
    return {
        "as_of_start": period.start.isoformat(),
        "as_of_end": period.end.isoformat(),
        "as_of_precision": str(period.precision),
        "as_of_basis": str(period.basis),
    }


def _links(found: Figure | Unread) -> dict[str, Cell]:
    if isinstance(found, Unread):
        return dict.fromkeys(("restates", "derived_from", "part_of", "figure_id", "confidence"))
    return {
        "restates": found.restates,
        "derived_from": found.derived_from,
        "part_of": found.part_of,
        "figure_id": found.figure_id,
        "confidence": found.confidence,
    }
