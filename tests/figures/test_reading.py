"""What only several numbers, or none, can show: restatements, parts, derived figures, reasons, ids, the record."""

from __future__ import annotations

from datetime import date

import pytest

from figures.figure import Figure, Quantifier, Reason, Stance, Statistic, Unread
from figures.interval import Interval
from figures.reading import read
from figures.record import record
from tests.figures.corpus import document_of, read_text

DAY = date(2025, 4, 26)


def figures(text: str) -> list[Figure]:
    return [item for item in read_text(text, DAY) if isinstance(item, Figure)]


@pytest.mark.parametrize(
    "text",
    [
        "They hold 58 square kilometers (around 22 square miles) of land.",
        "The town is 500 km (310 miles) away.",
        "Thirty people died in the flood\n\nThe flood killed 30 people.",
        "They cleared a zone of less than 15 kilometers. “The zone is up to 15 kilometers wide,” he said.",
    ],
)
def test_a_number_said_twice_is_one_figure_and_its_restatement(text: str) -> None:
    first, second = figures(text)

    assert (None, first.figure_id) == (first.restates, second.restates)


@pytest.mark.parametrize(
    "text",
    [
        "They hold 58 square kilometers. The park covers 22 square miles of land they seized.",
        "Two people died in Goma on Monday. Two people died in Goma on Friday.",
        "Thirty people died in Goma. Thirty people were hurt in Goma.",
    ],
)
def test_two_numbers_that_differ_in_meaning_restate_nothing(text: str) -> None:
    assert [None, None] == [figure.restates for figure in figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed 86 people, 30 of them children.",
        "The strike killed 86 people, including 30 children.",
        "The strike killed 86 people. Thirty of the dead were children.",
    ],
)
def test_a_toll_inside_a_toll_is_its_part(text: str) -> None:
    whole, part = figures(text)

    assert ("killed", whole.figure_id) == (part.indicator, part.part_of)


def test_what_was_lost_of_the_land_leaves_the_rest_of_the_peak() -> None:
    text = (
        "At the peak of its incursion into Kursk, Ukraine controlled some 500 square miles. "
        "By late February, its forces had lost about two-thirds of the land they originally seized."
    )

    peak, share, rest = figures(text)

    assert (Statistic.PEAK, "share_of_area", "area taken in Kursk") == (peak.statistic, share.indicator, share.share_of)
    assert (peak.figure_id, "area_controlled", "Ukraine") == (rest.derived_from, rest.indicator, rest.holder)
    assert rest.amount.low == pytest.approx(330.2, abs=0.1)
    assert rest.amount.high == pytest.approx(546.1, abs=0.1)
    assert rest.derivation is not None
    assert "500 square miles" in rest.derivation


def test_the_last_village_leaves_none_and_its_denial_some() -> None:
    text = (
        "Gen. Ivan Petrov said his forces had retaken the last village that Ukraine was holding in the Kursk region. "
        "The Ukrainian General Staff denied that its forces had withdrawn fully from the region."
    )

    claim, denial = figures(text)

    assert ("settlements_controlled", "Ukraine", "Ivan Petrov", 0.0) == (
        claim.indicator,
        claim.holder,
        claim.originator,
        claim.value,
    )
    assert (Stance.DENIES, "Ukraine", "Ukrainian General Staff", Interval(1, None)) == (
        denial.stance,
        denial.holder,
        denial.originator,
        denial.amount,
    )
    assert "the last village" == claim.excerpt


@pytest.mark.parametrize(
    "text",
    [
        "They are nearing full control of the region.",
        "They hope to retake the last village.",
        "It was the last village on the road.",
    ],
)
def test_what_is_not_yet_so_derives_nothing(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason.DURATION, "It lasted nine months."),
        (Reason.AGE, "She is 45 years old."),
        (Reason.MASS, "It weighed 40 tonnes."),
        (Reason.SPEED, "Winds blew at 120 km/h."),
        (Reason.PLAN, "They plan to build 500 homes."),
        (Reason.FURNITURE, "12 comments"),
        (Reason.NOT_UNDERSTOOD, "It concerned two countries."),
    ],
)
def test_a_number_without_a_meaning_keeps_its_reason(reason: Reason, text: str) -> None:
    [unread] = read_text(text, DAY)

    assert isinstance(unread, Unread)
    assert reason is unread.reason


def test_a_pledge_is_kept_as_a_promise() -> None:
    [figure] = figures("“We will give $500 to each family,” President Recep Tayyip Erdogan said.")

    assert (Stance.PROMISES, "Recep Tayyip Erdogan") == (figure.stance, figure.originator)


def test_an_id_depends_on_text_and_place_alone() -> None:
    text = "Twelve people were killed."
    here, elsewhere = document_of(text, DAY, "a.txt"), document_of(text, date(2024, 1, 1), "b.txt")

    [first], [second], [third] = read(here), read(elsewhere), read_text(" " + text, DAY)

    assert isinstance(first, Figure)
    assert first.figure_id == second.figure_id  # type: ignore[union-attr]
    assert first.figure_id != third.figure_id  # type: ignore[union-attr]
    assert (16, True) == (len(first.figure_id), all(c in "0123456789abcdef" for c in first.figure_id))


def test_a_record_has_the_keys_of_the_contract_in_their_order() -> None:
    document = document_of("Twelve people were killed. It lasted nine months.", DAY)

    figure, unread = [record(item, document) for item in read(document)]

    assert list(figure) == list(unread)
    assert list(figure)[:12] == [
        "document", "start", "end", "excerpt", "sentence", "quantifier", "value", "low", "high", "unit", "value_reported", "unit_reported",
    ]  # fmt: skip
    assert list(figure)[-5:] == ["restates", "derived_from", "part_of", "figure_id", "confidence"]
    assert ("killed", None, 12.0) == (figure["indicator"], figure["reason"], figure["value"])
    assert (None, "duration") == (unread["indicator"], unread["reason"])


def test_households_stay_households() -> None:
    [figure] = figures("Some 400 families were left homeless.")

    assert ("homeless", "household", Quantifier.APPROXIMATELY) == (
        figure.indicator,
        figure.unit,
        figure.mention.quantifier,
    )


def test_confidence_falls_with_what_the_sentence_leaves_open() -> None:
    [stated], [open_] = figures("Twelve people were killed in Goma on Tuesday."), figures("Twelve people were killed.")

    assert (1.0, 0.6) == (stated.confidence, open_.confidence)
