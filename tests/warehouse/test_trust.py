"""The judgements of ``tests/corpus/trust.csv``: their sums, and the losses in Ukraine assessed anew against them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import duckdb
import pytest

from figures import wordlists
from warehouse.home import Home
from warehouse.ingesting import ingest

HERE = Path(__file__).resolve()
SHARED = HERE.parents[2] / ".." / "shared"
JUDGED = [row for _, row in wordlists.from_file(HERE.parents[1] / "corpus" / "trust.csv")]


def test_nine_flags_in_ten_are_right_and_few_quarrels_are_missed() -> None:
    counts = Counter((row["shown"], row["verdict"]) for row in JUDGED)
    flags = counts["flag", "right"] + counts["flag", "wrong"]
    silent = counts["silent", "right"] + counts["silent", "missed"]

    assert counts["flag", "right"] / flags >= 0.9
    assert counts["silent", "missed"] / silent <= 0.05


def test_every_wrong_or_missed_one_has_its_cause() -> None:
    assert [row for row in JUDGED if (row["verdict"] == "right") != (row["cause"] == "")] == []


@pytest.fixture(scope="module")
def losses(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], int]:
    """The severity of each pair of the table of losses."""
    table = SHARED / "data" / "ukraine-losses" / "estimates.csv"
    if not table.exists():
        pytest.skip("the table of losses is not beside the repository")
    home = Home(tmp_path_factory.mktemp("losses"))
    ingest([table], home, mapping=HERE.parent / "losses.toml")
    with duckdb.connect(str(home.published), read_only=True) as published:
        rows = published.execute("select figure_a, figure_b, severity from assessment").fetchall()
    return {(row[0], row[1]): row[2] for row in rows}


@pytest.mark.parametrize(("shown", "is_flag"), [("flag", True), ("silent", False)])
def test_the_losses_are_told_as_judged(losses: dict[tuple[str, str], int], shown: str, is_flag: bool) -> None:
    judged = [row for row in JUDGED if row["corpus"] == "ukraine-losses" and row["shown"] == shown]
    told = {(row["figure_a"], row["figure_b"]): losses.get((row["figure_a"], row["figure_b"])) for row in judged}

    assert {pair for pair, severity in told.items() if severity is None or (severity >= 2) != is_flag} == set()
