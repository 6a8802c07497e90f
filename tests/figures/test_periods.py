"""Words of time become days, counted back from the day of publication: Saturday, 26 April 2025."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from figures.document import Document, Origin
from figures.figure import Figure, Precision, Span
from figures.periods import find_moments
from figures.reading import read
from tests.figures.corpus import read_text

PUBLISHED = date(2025, 4, 26)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("on Tuesday", "2025-04-22", "2025-04-22", "day"),
        ("on Saturday", "2025-04-26", "2025-04-26", "day"),
        ("last Saturday", "2025-04-19", "2025-04-19", "day"),
        ("yesterday", "2025-04-25", "2025-04-25", "day"),
        ("last year", "2024-01-01", "2024-12-31", "year"),
        ("this year", "2025-01-01", "2025-04-26", "year"),
        ("over the past month", "2025-03-27", "2025-04-26", "range"),
        ("last summer", "2024-06-01", "2024-08-31", "season"),
        ("in the fall", "2024-09-01", "2024-11-30", "season"),
        ("By late February", "2025-02-20", "2025-02-28", "range"),
        ("in early August", "2024-08-01", "2024-08-10", "range"),
        ("mid-January", "2025-01-10", "2025-01-20", "range"),
        ("In March", "2025-03-01", "2025-03-31", "month"),
        ("in December", "2024-12-01", "2024-12-31", "month"),
        ("August 6", "2024-08-06", "2024-08-06", "day"),
        ("6 August 2023", "2023-08-06", "2023-08-06", "day"),
        ("2024-08-06", "2024-08-06", "2024-08-06", "day"),
        ("in 2014", "2014-01-01", "2014-12-31", "year"),
        ("two weeks ago", "2025-04-09", "2025-04-15", "week"),
        ("in the past 24 hours", "2025-04-25", "2025-04-26", "range"),
        ("in recent days", "2025-04-19", "2025-04-26", "range"),
        ("Last week", "2025-04-14", "2025-04-20", "week"),
    ],
)
def test_words_of_time_are_days(words: str, first: str, last: str, precision: str) -> None:
    moments = find_moments(words, Span(0, len(words)), PUBLISHED)

    expected = [(date.fromisoformat(first), date.fromisoformat(last), Precision(precision))]
    assert expected == [(m.first, m.last, m.precision) for m in moments]


@pytest.mark.parametrize("words", ["It may rain", "they march on", "31 June", "the second floor", "for nine months"])
def test_words_that_only_look_like_time_name_none(words: str) -> None:
    assert find_moments(words, Span(0, len(words)), PUBLISHED) == []


def test_without_a_day_of_publication_only_full_dates_are_known() -> None:
    text = "on Tuesday, in March, on 6 August 2023"

    assert [date(2023, 8, 6)] == [m.first for m in find_moments(text, Span(0, len(text)), None)]


@pytest.mark.parametrize(
    ("text", "first", "last", "basis"),
    [
        ("Twelve people were killed on Tuesday.", "2025-04-22", "2025-04-22", "stated"),
        ("Fighting broke out on Tuesday. Twelve people were killed.", "2025-04-22", "2025-04-22", "context"),
        ("Twelve people were killed.", "2025-04-26", "2025-04-26", "published"),
        ("Twelve people have been killed since 2011.", "2025-04-26", "2025-04-26", "published"),
        ("It was the worst since 2011, when twelve people were killed.", "2011-01-01", "2011-12-31", "stated"),
        ("Twelve people were killed in the town, which was founded in 1950.", "2025-04-26", "2025-04-26", "published"),
    ],
)
def test_a_number_goes_with_the_time_that_a_reader_gives_it(text: str, first: str, last: str, basis: str) -> None:
    [figure] = [item for item in read_text(text, PUBLISHED) if isinstance(item, Figure)]

    assert figure.period is not None
    assert (first, last, basis) == (
        figure.period.start.isoformat(),
        figure.period.end.isoformat(),
        str(figure.period.basis),
    )


def test_a_month_of_publication_counts_no_weekday_and_holds_its_own_days() -> None:
    origin = Origin(published=datetime(2018, 11, 1, tzinfo=UTC), published_precision="month")
    text = "As of November 22, 63 people were killed. On Monday 5 people died."

    found = [figure for figure in read(Document("t", text, Span(0, len(text)), origin)) if isinstance(figure, Figure)]

    assert [date(2018, 11, 22), date(2018, 11, 1)] == [figure.period.start for figure in found if figure.period]
