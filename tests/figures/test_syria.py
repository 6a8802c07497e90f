"""How many of the hand-labelled Syrian figures are read, and how well; needs the shared articles, else skipped."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from figures.figure import Figure
from figures.reading import read
from figures.wordlists import from_file
from tests.figures.corpus import Row, document_of, words

ARTICLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "syria" / "articles.csv"
LABELS = Path(__file__).parents[1] / "corpus" / "syria.csv"
LEAST = {
    "recall": 0.95,
    "precision": 0.9,
    "value": 0.97,
    "indicator": 0.93,
    "place": 0.9,
    "originator": 0.9,
    "named": 0.95,
}


@cache
def articles() -> dict[str, Row]:
    with ARTICLES.open(encoding="utf-8") as file:
        return {row["article_id"]: row for row in csv.DictReader(file)}


def score(part: str) -> dict[str, float]:
    """Recall, precision, and the share right of each field among the found figures of a *part* of the labels.

    *named* is the share right among those for which any originator was named at all.
    """
    labels: dict[str, list[Row]] = {}
    for _, row in from_file(LABELS):
        if row["part"] == part:
            labels.setdefault(row["article_id"], []).append(row)
    pairs: list[tuple[Row, Figure]] = []
    must = extra = 0
    for article_id, rows in labels.items():
        article = articles()[article_id]
        figures = _figures(article)
        used: set[str] = set()
        for row in rows:
            must += row["must"] == "yes"
            figure = next((f for f in figures if _overlap(row, f)), None)
            if figure is not None:
                used.add(figure.figure_id)
                pairs += [(row, figure)] if row["must"] == "yes" else []
        extra += sum(f.figure_id not in used for f in figures)
    found = len(pairs)
    named = [(row, figure) for row, figure in pairs if figure.originator is not None]
    return {
        "recall": found / must,
        "precision": found / (found + extra),
        "value": _share(pairs, _value),
        "indicator": _share(pairs, lambda row, f: f.indicator in row["indicator"].split("|")),
        "place": _share(pairs, _place),
        "originator": _share(pairs, _originator),
        "named": _share(named, _originator),
    }


def _figures(article: Row) -> list[Figure]:
    document = document_of(article["text"], date.fromisoformat(article["date"]), publisher=article["outlet"])
    return [f for f in read(document) if isinstance(f, Figure) and f.derived_from is None]


def _overlap(row: Row, figure: Figure) -> bool:
    return int(row["start"]) < figure.mention.span.end and figure.mention.span.start < int(row["end"])


def _share(pairs: list[tuple[Row, Figure]], right) -> float:  # type: ignore[no-untyped-def]
    return sum(bool(right(row, figure)) for row, figure in pairs) / max(1, len(pairs))


def _value(row: Row, figure: Figure) -> bool:
    if row["low"]:
        return figure.amount.low == float(row["low"]) and figure.amount.high == float(row["high"])
    return (
        figure.mention.value is not None
        and abs(figure.mention.value - float(row["value"])) < 1e-6 * float(row["value"]) + 1e-9
    )


def _place(row: Row, figure: Figure) -> bool:
    return not row["place"] or any(words(place) & words(figure.place) for place in row["place"].split("|"))


def _originator(row: Row, figure: Figure) -> bool:
    names = row["originator"].split("|")
    return (figure.originator is None and "" in names) or any(words(name) & words(figure.originator) for name in names)


@pytest.mark.parametrize("part", ["dev", "first", "fresh", "voices"])
def test_the_labelled_figures_of_syria_are_read_at_least_this_well(part: str) -> None:
    if not ARTICLES.exists():
        pytest.skip("the shared articles are not beside this repository")

    reached = score(part)

    assert {name: value for name, value in reached.items() if value < LEAST[name]} == {}
