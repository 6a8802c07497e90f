"""What only the benchmark wants is made in its adapter, and nowhere else."""

from __future__ import annotations

import pytest

from figures import quantities
from tests.bench.newsquant import predict


def values(text: str) -> list[object]:
    return [prediction["value"] for prediction in predict(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is one of the best speakers.", [1]),
        ("It is one of four missions.", [0.25]),
        ("Thousands of fans came.", [[1000.0, 10_000.0]]),
        ("Tens of thousands of fans came.", [[10_000.0, 100_000.0]]),
        ("Mileage crept from 20 mpg in 2008 to 29 mpg.", [[20.0, 29.0]]),
        ("A 5G network was built.", [5]),
        ("Prices rose 6.5%.", [6.5]),
        ("A few fans and several players came.", []),
    ],
)
def test_values_follow_the_benchmark(text: str, expected: list[object]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 6.5%.", "up"),
        ("Shares slid 3 points.", "down"),
        ("About 60 fishermen came.", "~"),
        ("More than 60 fishermen came.", ">"),
        ("It is worth up to $5.", "<"),
        ("It is worth $5.", "="),
        ("Shares climbed more than 3%.", ">"),
    ],
)
def test_the_change_is_a_hedge_or_a_direction(text: str, change: str) -> None:
    assert [change] == [prediction["change"] for prediction in predict(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Half the condos sold.", "% condo"),
        ("It closed at 180p.", "point"),
        ("He ran four times.", "count"),
        ("Two smaller flats sold.", "small flat"),
        ("She scored a record 32 goals.", "record goal"),
    ],
)
def test_units_have_the_names_of_the_benchmark(text: str, unit: str) -> None:
    assert [unit] == [prediction["normalized_unit"] for prediction in predict(text)]


def test_the_product_itself_reads_no_one_of_the_best() -> None:
    assert [] == quantities("She is one of the best speakers.")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("It makes just under 296 hp (224 kW / 300 PS).", ["<", "<", "<"]),
        ("Sales surpassed 5,000 cars.", ["="]),
        ("It seats no more than 12 guests.", ["="]),
    ],
)
def test_marks_that_are_passed_bound_nothing(text: str, changes: list[str]) -> None:
    assert changes == [prediction["change"] for prediction in predict(text)]
