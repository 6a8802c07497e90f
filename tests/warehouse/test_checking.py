"""A draft against the warehouse: every number, who says otherwise, and nothing stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from warehouse.checking import NOTHING_HELD, Checked, check
from warehouse.errors import Damaged, NotPublished
from warehouse.home import Home
from warehouse.ingesting import ingest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DRAFT = (
    "On 22 August 2024 Alexei Smirnov said that 140,000 civilians had been evacuated from the Kursk region. "
    "On 15 August 2024 Oleksandr Syrskyi said that Ukraine controlled 1,150 square kilometres of the Kursk region. "
    "He is 59 years old. "
    "On 3 March 1999 officials in Kursk said that 12 houses had been destroyed in the Kursk region."
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("home"))
    ingest([SEEDS], home)
    return home


@pytest.fixture(scope="module")
def checked(home: Home) -> list[Checked]:
    return check(DRAFT, home, today=date(2024, 8, 23))


def of(checked: list[Checked], words: str) -> Checked:
    [found] = [each for each in checked if words in each.excerpt]
    return found


def test_every_number_is_told_in_text_order(checked: list[Checked]) -> None:
    assert [each.span.start for each in checked] == sorted(each.span.start for each in checked)
    assert all(DRAFT[each.span.start : each.span.end] == each.excerpt for each in checked)


def test_who_says_otherwise_and_how_far_apart(checked: list[Checked]) -> None:
    evacuated = of(checked, "140,000")

    assert evacuated.severity == 2
    assert "Denis Manturov said 115,000 civilians had been evacuated" in evacuated.verdict
    assert evacuated.slug != ""


def test_the_same_speaker_quoted_otherwise_is_told(checked: list[Checked]) -> None:
    found = {each.explanation for each in of(checked, "140,000").heard if each.voice == "Alexei Smirnov"}

    assert "MISQUOTE_OR_REVISION" in found


def test_those_who_agree_are_told_too(checked: list[Checked]) -> None:
    relations = {
        each.voice: each.relation for each in of(checked, "1,150").heard if each.as_of_start == date(2024, 8, 15)
    }

    assert relations["Oleksandr Syrskyi"] == "agree"
    assert relations["Institute for the Study of War"] == "conflict"


def test_a_number_without_a_meaning_says_why(checked: list[Checked]) -> None:
    assert of(checked, "59").verdict == "not compared: age"


def test_nothing_comparable_is_said_where_it_is_so(checked: list[Checked]) -> None:
    assert of(checked, "12 houses").verdict == NOTHING_HELD


def test_nothing_is_stored(home: Home, checked: list[Checked]) -> None:
    before = home.published.stat().st_mtime_ns, home.work_file.stat().st_mtime_ns

    check(DRAFT, home, today=date(2024, 8, 23))

    assert before == (home.published.stat().st_mtime_ns, home.work_file.stat().st_mtime_ns)


def test_without_a_warehouse_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(NotPublished):
        check(DRAFT, Home(tmp_path))


def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.published.parent.mkdir(parents=True)
    home.published.write_bytes(b"no database" * 4096)

    with pytest.raises(Damaged, match=r"figures\.duckdb: .*; run: figures doctor"):
        check(DRAFT, home)
