"""One number, one sentence, one meaning: the rows of ``corpus/figures.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from figures.figure import Figure
from tests.figures.corpus import Row, mistakes, read_text

CORPUS: Row = tomllib.loads((Path(__file__).parents[1] / "corpus" / "figures.toml").read_text(encoding="utf-8"))
PUBLISHED = date(2025, 4, 26)


def cases() -> Iterator[tuple[Row, str]]:
    for case in CORPUS["case"]:
        yield from ((case, phrase) for phrase in case["phrases"])


def read_marked(phrase: str) -> Figure | None:
    """The figure read from the number in «»; None when there is none."""
    start, end = phrase.find("«"), phrase.find("»") - 1
    plain = phrase.replace("«", "").replace("»", "")
    figures = [f for f in read_text(plain, PUBLISHED) if isinstance(f, Figure) and f.derived_from is None]
    marked = [f for f in figures if start < 0 or (f.mention.span.start < end and start < f.mention.span.end)]
    return marked[0] if marked else None


@pytest.mark.parametrize(("case", "phrase"), [pytest.param(c, p, id=p) for c, p in cases()])
def test_a_phrase_means_what_its_row_says(case: Row, phrase: str) -> None:
    figure = read_marked(phrase)

    assert figure is not None
    assert list(mistakes(case, figure)) == []


@pytest.mark.parametrize("phrase", [pytest.param(p, id=p) for row in CORPUS["silent"] for p in row["phrases"]])
def test_a_silent_phrase_yields_no_figure(phrase: str) -> None:
    assert [f for f in read_text(phrase, PUBLISHED) if isinstance(f, Figure)] == []
