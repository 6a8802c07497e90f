"""The files of ``queries/``: found by name alone, and they say what they ask."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import warehouse

FILES = sorted((Path(warehouse.__file__).parent / "queries").glob("*/*.sql"))


def test_no_two_folders_hold_a_query_of_the_same_name() -> None:
    assert [] == [name for name, count in Counter(file.name for file in FILES).items() if count > 1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_query_opens_with_what_it_asks(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("-- ")
