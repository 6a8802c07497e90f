"""A claims table: what each row becomes, and what is said of a row that makes no sense."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from figures.figure import Precision, Quantifier, Role, Statistic
from figures.interval import Interval
from tests.warehouse.claimtables import HEADER, table_of
from warehouse.claim import ClaimFigure
from warehouse.claims import read_claims

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


def figures_of(folder: Path, **cells: str) -> tuple[ClaimFigure, ...]:
    table = table_of(folder, cells)
    assert table.problems == []
    return table.documents[0].figures


AMOUNTS = [
    # cells, excerpt, quantifier, value, amount
    ({}, "1150 km**2", Quantifier.EXACT, 1150, Interval(1145, 1155)),
    (
        {"quantifier": "approximately", "value": "800"},
        "approximately 800 km**2",
        "approximately",
        800,
        Interval(750, 850),
    ),
    ({"quantifier": "more_than", "value": "1250"}, "more than 1250 km**2", "more_than", 1250, Interval(1250, None)),
    ({"quantifier": "at_most", "value": "1250"}, "at most 1250 km**2", "at_most", 1250, Interval(None, 1250)),
    ({"value": "", "low": "7", "high": "9"}, "7 to 9 km**2", Quantifier.RANGE, None, Interval(7, 9)),
    ({"value": "8", "low": "7", "high": "9"}, "8 (7 to 9 km**2)", Quantifier.RANGE, 8, Interval(7, 9)),
    ({"value": "", "low": "7"}, "at least 7 km**2", Quantifier.AT_LEAST, 7, Interval(7, None)),
    ({"value": "", "high": "9"}, "at most 9 km**2", Quantifier.AT_MOST, 9, Interval(None, 9)),
    ({"value": "0"}, "0 km**2", Quantifier.EXACT, 0, Interval(0, 0)),
    ({"value": "1,150"}, "1,150 km**2", Quantifier.EXACT, 1150, Interval(1145, 1155)),
    (
        {"indicator": "killed", "unit": "person", "value": "288"},
        "288 person",
        Quantifier.EXACT,
        288,
        Interval(288, 288),
    ),
]


@pytest.mark.parametrize(("cells", "excerpt", "quantifier", "value", "amount"), AMOUNTS)
def test_a_row_is_the_interval_that_its_wording_allows(
    tmp_path: Path, cells: dict[str, str], excerpt: str, quantifier: str, value: float | None, amount: Interval
) -> None:
    (figure,) = figures_of(tmp_path, **cells)

    assert (excerpt, quantifier, value, amount) == (figure.excerpt, figure.quantifier, figure.value, figure.amount)


def test_square_miles_are_stored_in_square_kilometres_beside_what_was_given(tmp_path: Path) -> None:
    (figure,) = figures_of(tmp_path, value="500", unit="mile**2", quantifier="approximately")

    assert (500, "mi**2", Interval(450, 550)) == (figure.value_reported, figure.unit_reported, figure.reported)
    assert figure.unit == "km**2"
    assert figure.value == pytest.approx(1294.994, abs=0.001)


WHEN = [
    ("2024-08-15", date(2024, 8, 15), date(2024, 8, 15), Precision.DAY),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
    ("2023", date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR),
]


@pytest.mark.parametrize(("cell", "start", "end", "precision"), WHEN)
def test_as_of_may_be_a_day_a_month_or_a_year(
    tmp_path: Path, cell: str, start: date, end: date, precision: str
) -> None:
    (figure,) = figures_of(tmp_path, as_of=cell)

    assert (start, end, precision) == (figure.period.start, figure.period.end, figure.period.precision)


def test_an_as_of_within_the_month_of_publication_is_not_after_it(tmp_path: Path) -> None:
    assert figures_of(tmp_path, as_of="2024-08-31", published="2024-08")


def test_a_time_of_day_of_publication_is_kept_in_utc(tmp_path: Path) -> None:
    table = table_of(tmp_path, {"published": "2024-08-19T23:30:00-02:00"})

    origin = table.documents[0].origin
    assert (datetime(2024, 8, 20, 1, 30, tzinfo=UTC), "time") == (origin.published, origin.published_precision)


@pytest.mark.parametrize("speaker", ["", "The Independent"])
def test_no_speaker_or_the_publisher_itself_is_the_outlets_own_voice(tmp_path: Path, speaker: str) -> None:
    (figure,) = figures_of(tmp_path, speaker=speaker)

    assert figure.originator is None
    assert [step.role for step in figure.chain] == [Role.PUBLISHER]


def test_an_outlets_conversion_is_a_restatement_and_both_carry_the_wider_interval(tmp_path: Path) -> None:
    claim, conversion = figures_of(tmp_path, value="800", also_value="300", also_unit="mile**2")

    assert claim.figure_id == conversion.restates
    assert (conversion.value_reported, conversion.unit_reported, conversion.unit) == (300, "mi**2", "km**2")
    assert claim.amount == conversion.amount
    assert claim.amount.holds(750)
    assert claim.amount.holds(699.3)


def test_65000_roubles_printed_as_two_sums_in_dollars_are_one_claim_in_roubles_and_two_conversions(
    tmp_path: Path,
) -> None:
    roubles = {
        "indicator": "stipend",
        "value": "65000",
        "unit": "RUB/month",
        "also_unit": "USD/month",
        "place": "Kursk",
    }
    table = table_of(
        tmp_path,
        roubles | {"also_value": "800", "publisher": "The Moscow Times", "speaker": "The Moscow Times"},
        roubles | {"also_value": "730", "publisher": "The Kyiv Independent", "speaker": "Meduza"},
    )

    told = [(f.value, f.unit, f.restates is None) for document in table.documents for f in document.figures]
    assert told == [
        (65000, "RUB/month", True),
        (800, "USD/month", False),
        (65000, "RUB/month", True),
        (730, "USD/month", False),
    ]
    assert [Interval(64500, 65500)] * 2 == [document.figures[0].amount for document in table.documents]


PROBLEMS = [
    ({"as_of": "2024-08-20"}, "as_of 2024-08-20 is after published 2024-08-19; correct one of the two"),
    ({"as_of": "2024-02-30"}, "as_of '2024-02-30' is no day, month or year; write 2024-08-13, 2024-08 or 2024"),
    ({"as_of": ""}, "as_of is blank; give a day, month or year such as 2024-08-13, 2024-08 or 2024"),
    ({"value": "many"}, "value 'many' is not a number; write digits with a point, such as 1250 or 0.86"),
    ({"value": "9" * 400}, "value 99999999999999999999... is larger than any figure; correct it"),
    ({"value": "1,15"}, "value '1,15' is not a number; write digits with a point, such as 1250 or 0.86"),
    ({"value": "nan"}, "value 'nan' is not a number; write digits with a point, such as 1250 or 0.86"),
    ({"value": ""}, "the row has no number; fill value, or low and high"),
    ({"unit": "km"}, "unit 'km' does not measure area_controlled; use a unit such as km**2, or another indicator"),
    ({"unit": "smoots²"}, "unit 'smoots²' is not known; use a unit such as km**2 or person"),
    ({"unit": "USD"}, "unit 'USD' does not measure area_controlled; use a unit such as km**2, or another indicator"),
    ({"indicator": "area_controled"}, "indicator 'area_controled' is not known; write 'area_controlled'"),
    ({"indicator": ""}, "indicator is blank; fill it, or let a mapping fill it"),
    ({"quantifier": "morethan"}, "quantifier 'morethan' is not known; write 'more_than'"),
    ({"quantifier": "range"}, "a range needs its two ends; fill low and high"),
    ({"low": "9", "high": "7"}, "low 9 is above high 7; give the smaller number as low"),
    ({"low": "7", "high": "9"}, "value 1150 lies outside low and high; correct one of the three"),
    ({"also_value": "300"}, "also_value and also_unit are not both there; fill both or neither"),
    (
        {"also_value": "3", "also_unit": "km"},
        "also_unit 'km' does not measure area_controlled; use a unit such as km**2",
    ),
]


@pytest.mark.parametrize(("cells", "message"), PROBLEMS)
def test_a_row_without_sense_is_told_with_file_line_and_remedy_and_the_others_are_kept(
    tmp_path: Path, cells: dict[str, str], message: str
) -> None:
    table = table_of(tmp_path, {}, cells, {"value": "1160"})

    assert [f"claims.csv:3: {message}"] == [str(problem)[: len(message) + 14] for problem in table.problems]
    assert [document.figures[0].excerpt for document in table.documents] == ["1150 km**2", "1160 km**2"]


HEADERS = [
    ("indicator,unit,value", "claims.csv:1: column 'as_of' is missing; add it, or name its stand-in with --mapping"),
    (
        HEADER + ",quantifer",
        "claims.csv:1: column 'quantifer' is not known; write 'quantifier', or map it with --mapping",
    ),
    (HEADER + ",unit", "claims.csv:1: column 'unit' is there twice; keep one of them"),
]


@pytest.mark.parametrize(("header", "message"), HEADERS)
def test_a_table_with_a_wrong_column_is_refused_whole(tmp_path: Path, header: str, message: str) -> None:
    table = table_of(tmp_path, {}, header=header)

    assert ([], [message]) == (table.documents, [str(problem) for problem in table.problems])


FILES = [
    (b"", "the file is empty"),
    (b"indicator,unit\0", "the file is binary, not a table"),
    ("indicator,unit,as_of,value\nübel".encode("latin-1"), "the text is not utf-8-sig"),
    (HEADER.encode() + b'\n"killed', "no CSV: unexpected end of data"),
]


@pytest.mark.parametrize(("content", "problem"), FILES)
def test_a_file_that_is_no_table_is_one_problem(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(content)

    assert [problem] == [found.problem for found in read_claims(path).problems]


def test_a_row_with_too_few_cells_is_told_by_the_line_it_begins_on(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text('# a remark\nindicator,unit,as_of,value,quote\nkilled,person,2024,12,"two\nlines"\nkilled,person\n')

    table = read_claims(path)

    assert [str(p) for p in table.problems] == [
        "claims.csv:5: 2 cells where the header has 5; quote cells that hold a comma"
    ]
    assert [document.figures[0].quote for document in table.documents] == ["two\nlines"]


def test_the_same_row_is_one_claim_wherever_it_stands_and_however_it_is_remarked(tmp_path: Path) -> None:
    first = table_of(tmp_path, {}, {"value": "1160"}, {})
    again = table_of(tmp_path, {"remark": "seen again"}, header=HEADER + ",remark")

    assert len(first.documents) == 2
    assert first.documents[0].figures[0].figure_id == again.documents[0].figures[0].figure_id
    assert "remark: seen again" in again.documents[0].text


def test_a_statistic_left_out_is_that_of_the_indicator(tmp_path: Path) -> None:
    (figure,) = figures_of(tmp_path, indicator="killed", unit="person")

    assert figure.statistic is Statistic.TOTAL


def test_every_claim_of_the_kursk_time_line_is_understood() -> None:
    path = SHARED / "data" / "kursk" / "claims.csv"
    if not path.exists():
        pytest.skip("the shared data is not beside this repository")

    table = read_claims(path)

    assert table.problems == []
    assert (len(table.documents), sum(len(document.figures) for document in table.documents)) == (49, 54)


def test_a_parquet_or_tab_separated_table_with_our_columns_reads_like_the_csv(tmp_path: Path) -> None:
    cells = {"indicator": ["killed"], "unit": ["person"], "as_of": [date(2024, 8, 12)], "value": [288.0]}
    pq.write_table(pa.table(cells), tmp_path / "claims.parquet")
    (tmp_path / "claims.tsv").write_text("indicator\tunit\tas_of\tvalue\nkilled\tperson\t2024-08-12\t288\n")
    (tmp_path / "claims.csv").write_text("indicator,unit,as_of,value\nkilled,person,2024-08-12,288\n")

    tables = [read_claims(tmp_path / f"claims.{kind}") for kind in ("csv", "parquet", "tsv")]
    assert [table.problems for table in tables] == [[], [], []]
    assert len({table.documents[0].content_sha256 for table in tables}) == 1
