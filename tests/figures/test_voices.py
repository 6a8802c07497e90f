"""Who made the number, construction by construction: ``corpus/voices.toml``."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from figures.figure import Figure
from tests.figures.corpus import Row, read_text, words

CORPUS: dict[str, list[Row]] = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "voices.toml").read_text(encoding="utf-8")
)
NAMED = [(row["rule"], *phrase.split(": ", 1)) for row in CORPUS["voice"] for phrase in row["phrases"]]
SILENT = [(row["reason"], phrase) for row in CORPUS["silent"] for phrase in row["phrases"]]
DAY = date(2025, 4, 26)


def last_originator(text: str) -> str | None:
    """Who is named for the last number of a text that holds one."""
    return [item for item in read_text(text, DAY) if isinstance(item, Figure)][-1].originator


@pytest.mark.parametrize(("rule", "maker", "text"), NAMED)
def test_the_maker_is_named(rule: str, maker: str, text: str) -> None:
    originator = last_originator(text)

    assert words(maker) & words(originator), f"{rule}: expected {maker!r}, read {originator!r}"


@pytest.mark.parametrize(("reason", "text"), SILENT)
def test_nobody_is_named(reason: str, text: str) -> None:
    assert last_originator(text) is None, reason
