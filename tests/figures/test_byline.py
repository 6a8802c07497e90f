"""An article without a manifest says itself when it was written, by which agency and under what headline."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from figures.byline import byline, printed_day
from figures.document import Origin
from figures.files import open_document


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Sun 10 Jul 2016 29 rebels were killed", date(2016, 7, 10)),
        ("Published July 27 2016 A bombing struck", date(2016, 7, 27)),
        ("River bursts its banks\n\nGOMA, 27 January 2025 (AFP) - Twelve people", date(2025, 1, 27)),
        ("River bursts its banks\n\nGOMA, DR Congo, Jan. 27, 2025 (AP) — Twelve people", date(2025, 1, 27)),
        ("River bursts its banks\n27 January 2025, 3:04 PM\nTwelve people", date(2025, 1, 27)),
        ("Rebels were killed on 10 Jul 2016", None),
        ("The river burst its banks\n\nOn 27 January 2025 twelve people died - a record.", None),
        ("31 June 2016 Rebels were killed", None),
        ("GOMA, Jan 27 (Reuters) - Twelve people", None),
    ],
)
def test_a_page_that_dates_itself_is_believed(lead: str, day: date | None) -> None:
    assert day == printed_day(lead, 0)


@pytest.mark.parametrize(
    ("agency", "lead"),
    [
        ("Reuters", "GOMA, Jan 27 (Reuters) - Twelve people"),
        ("Associated Press", "GOMA, DR Congo (AP) — Twelve people"),
        ("AFP", "River bursts its banks\n\nGOMA, 27 January 2025 (AFP) - Twelve people"),
        (None, "GOMA (Gazette of the Lake) - Twelve people"),
        (None, "The Bank (AP) lent twelve people money."),
    ],
)
def test_a_dateline_names_its_agency(agency: str | None, lead: str) -> None:
    assert agency == byline(lead, 0).original_publisher


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("River bursts its banks", "# River bursts its banks\n\nTwelve people died."),
        (None, "The river burst its banks.\n\nTwelve people died."),
        (None, "Twelve people died when the river burst its banks"),
    ],
)
def test_a_first_line_by_itself_is_the_headline(title: str | None, text: str) -> None:
    assert title == byline(text, 0).title


def test_a_manifest_goes_before_the_first_lines(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("River bursts its banks\n\nGOMA, 27 January 2025 (AFP) - Twelve people died on Sunday.")
    given = Origin(published=datetime(2025, 1, 28, tzinfo=UTC), published_precision="day", published_basis="page")

    origin = open_document(article, given).origin

    assert (date(2025, 1, 28), "page") == (origin.published and origin.published.date(), origin.published_basis)
    assert ("AFP", "River bursts its banks") == (origin.original_publisher, origin.title)
