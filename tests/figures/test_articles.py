"""Whole invented dispatches: every figure of ``corpus/articles.toml`` is read with what it means, and the silent ones are not."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from figures.figure import Figure
from tests.figures.corpus import Row, mistakes, read_text

ARTICLES: list[Row] = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "articles.toml").read_text(encoding="utf-8")
)["article"]


def wrong(article: Row) -> list[str]:
    """Every expectation of *article* that reading does not meet, in text order."""
    text = article["text"]
    read = read_text(text, date.fromisoformat(article["published"]))
    figures = [item for item in read if isinstance(item, Figure) and item.derived_from is None]
    found: list[str] = []
    position = 0
    for row in article.get("figure", []):
        start = text.index(row["surface"], position)
        position = start + len(row["surface"])
        here = [f for f in figures if f.mention.number.start < position and start < f.mention.number.end]
        if not here:
            found.append(f"{row['surface']!r} is not read")
            continue
        found += [f"{row['surface']!r} {mistake}" for mistake in mistakes(row, here[0])]
    return found + [f"{surface!r} is read" for surface in article.get("silent", []) if _is_read(text, surface, figures)]


def _is_read(text: str, surface: str, figures: list[Figure]) -> bool:
    start = text.index(surface)
    return any(start <= f.mention.number.start < start + len(surface) for f in figures)


@pytest.mark.parametrize("article", ARTICLES, ids=[article["name"] for article in ARTICLES])
def test_an_invented_dispatch_is_read_as_a_person_reads_it(article: Row) -> None:
    known = article.get("not_yet", [])

    assert [mistake for mistake in wrong(article) if mistake not in known] == []
