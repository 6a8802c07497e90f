"""The corpus of phrases: one reading, then every wording that must give it; numbers that name stay silent."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from figures.figure import Mention
from figures.mentions import find_mentions

CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "quantities.toml").read_text(encoding="utf-8"))


def phrases(table: str) -> list[tuple[dict[str, object], str]]:
    return [(row, phrase) for row in CORPUS[table] for phrase in row["phrases"]]


def reading(mention: Mention) -> dict[str, object]:
    found = {
        "value": mention.value,
        "low": mention.amount.low,
        "high": mention.amount.high,
        "unit": mention.unit,
        "quantifier": mention.quantifier.value,
        "movement": mention.movement,
    }
    return {name: pytest.approx(cell, rel=1e-9) if isinstance(cell, float) else cell for name, cell in found.items()}


def printed(mention: Mention) -> str:
    if mention.value is None:
        return f"{mention.amount.low:.12g}-{mention.amount.high:.12g}"
    return f"{mention.value:.12g}"


@pytest.mark.parametrize(("row", "phrase"), phrases("case"), ids=lambda cell: cell if isinstance(cell, str) else "")
def test_every_wording_gives_the_reading(row: dict[str, object], phrase: str) -> None:
    expected = {name: row.get(name) for name in ("value", "low", "high", "unit", "movement")}
    expected["quantifier"] = row.get("quantifier", "exact")

    mentions = find_mentions(phrase)

    assert [expected] == [reading(mention) for mention in mentions]
    assert "name" not in row or row["name"] == mentions[0].unit_name


@pytest.mark.parametrize("row", CORPUS["text"], ids=lambda row: row["text"])
def test_amounts_of_one_text_are_kept_apart(row: dict[str, object]) -> None:
    text = str(row["text"])

    found = [f"{text[m.span.start : m.span.end]} = {printed(m)} {m.unit}" for m in find_mentions(text)]

    assert row["found"] == found


@pytest.mark.parametrize(("row", "phrase"), phrases("silent"), ids=lambda cell: cell if isinstance(cell, str) else "")
def test_numbers_that_name_are_no_amounts(row: dict[str, object], phrase: str) -> None:
    assert [] == [phrase[m.span.start : m.span.end] for m in find_mentions(phrase)], row["reason"]


@pytest.mark.parametrize(
    ("row", "phrase"),
    [
        pytest.param(row, phrase, marks=pytest.mark.xfail(reason=str(row["reason"]), strict=True))
        for row, phrase in phrases("not_yet")
    ],
)
def test_known_failures(row: dict[str, object], phrase: str) -> None:
    assert [(row["value"], row["unit"])] == [(mention.value, mention.unit) for mention in find_mentions(phrase)]
