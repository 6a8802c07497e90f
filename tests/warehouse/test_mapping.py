"""Any CSV or Parquet as a claims table, by a mapping file."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from figures.errors import InputError
from figures.figure import Quantifier
from figures.interval import Interval
from warehouse.claim import ClaimFigure, ClaimsTable
from warehouse.mapping import read_mapped, read_mapping

HERE = Path(__file__).resolve().parent
LOSSES = HERE.parents[1] / ".." / "shared" / "data" / "ukraine-losses" / "estimates.csv"
BASIC = """
[columns]
as_of = "day"
value = "number"
[defaults]
indicator = "killed"
unit = "person"
"""


def read(folder: Path, mapping: str, table: str, encoding: str = "utf-8") -> ClaimsTable:
    (folder / "mapping.toml").write_text(mapping, encoding="utf-8")
    (folder / "table.csv").write_text(table, encoding=encoding)
    return read_mapped(folder / "table.csv", read_mapping(folder / "mapping.toml"))


def only(table: ClaimsTable) -> ClaimFigure:
    assert table.problems == []
    ((figure,),) = [document.figures for document in table.documents]
    return figure


def test_columns_come_from_the_table_and_blanks_from_the_defaults(tmp_path: Path) -> None:
    figure = only(read(tmp_path, BASIC + 'place = "Kursk"', "day,number,more\n2024-08-12,288,x\n"))

    assert (figure.indicator, figure.value, figure.place) == ("killed", 288, "Kursk")


def test_semicolons_decimal_commas_and_another_encoding_are_read_as_the_mapping_says(tmp_path: Path) -> None:
    mapping = BASIC.replace("killed", "area_controlled").replace("person", "ha") + (
        '[read]\ndelimiter=";"\nencoding="latin-1"\nthousands="."\ndecimal=","\ndates=["%d.%m.%Y"]'
    )
    figure = only(read(tmp_path, mapping, "day;number;ort\n02.03.2024;1.250,5;Köln\n", "latin-1"))

    assert (1250.5, "ha", date(2024, 3, 2)) == (figure.value_reported, figure.unit_reported, figure.period.start)
    assert figure.value == pytest.approx(12.505)


WORDINGS = [
    ("more than that many", Quantifier.MORE_THAN),
    ("At least", Quantifier.AT_LEAST),
    ("pas moins de", Quantifier.AT_LEAST),
    ("counted", Quantifier.EXACT),
    ("", Quantifier.EXACT),
    ("roundabout", Quantifier.EXACT),  # "about" is a word, not a piece of one
]


@pytest.mark.parametrize(("wording", "quantifier"), WORDINGS)
def test_the_quantifier_may_stand_in_a_text_column(tmp_path: Path, wording: str, quantifier: Quantifier) -> None:
    mapping = BASIC + '[quantifier]\ncolumn = "said"\nwords = { "pas moins de" = "at_least" }'
    figure = only(read(tmp_path, mapping, f"day,number,said\n2024,250,{wording}\n"))

    assert quantifier == figure.quantifier


def test_low_high_and_point_are_one_interval_with_its_point(tmp_path: Path) -> None:
    mapping = BASIC.replace("[columns]", '[columns]\nlow = "min"\nhigh = "max"')
    figure = only(read(tmp_path, mapping, 'day,min,number,max\n2024,"106,000",120000,"140,000"\n'))

    assert (120000, Interval(106000, 140000), Quantifier.RANGE) == (figure.value, figure.amount, figure.quantifier)


def test_cells_that_the_mapping_calls_blank_are_blank(tmp_path: Path) -> None:
    mapping = BASIC.replace("[columns]", '[columns]\nlow = "min"') + '[read]\nblank = ["n/a"]'
    figure = only(read(tmp_path, mapping, "day,min,number\n2024,n/a,288\n"))

    assert Interval(288, 288) == figure.amount


def test_a_typed_parquet_table_reads_like_the_csv(tmp_path: Path) -> None:
    columns = {"day": pa.array([date(2024, 8, 12), None]), "number": pa.array([288.0, 0.5])}
    pq.write_table(pa.table(columns), tmp_path / "table.parquet")
    (tmp_path / "mapping.toml").write_text(BASIC)

    table = read_mapped(tmp_path / "table.parquet", read_mapping(tmp_path / "mapping.toml"))
    assert [("288 person", date(2024, 8, 12))] == [
        (figure.excerpt, figure.period.start) for document in table.documents for figure in document.figures
    ]
    assert [str(problem).split(";")[0] for problem in table.problems] == ["table.parquet:2: as_of is blank"]


MAPPINGS = [
    ("[columns", "no TOML"),
    ("[colums]", "section [colums] is not known; use read, columns, defaults, values, quantifier"),
    ('[columns]\nasof = "day"', "[columns] asof is none of our columns; write 'as_of'"),
    ("[read]\ndate = 1", "[read] date is not known; use dates"),
    ('[quantifier]\ncolumn="x"\nwords={"ca"="roughly"}', "[quantifier.words]: 'roughly' is not a valid Quantifier"),
    ('[values.type]\ndeaths = "killed"', "[values.type.deaths] is no table; write [values.type.deaths]"),
]


@pytest.mark.parametrize(("text", "message"), MAPPINGS)
def test_a_mapping_without_sense_is_refused_with_a_remedy(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mapping.toml").write_text(text)

    with pytest.raises(InputError) as found:
        read_mapping(tmp_path / "mapping.toml")
    assert str(found.value).startswith(f"mapping.toml: {message}")


def test_a_table_without_a_mapped_column_is_one_problem(tmp_path: Path) -> None:
    table = read(tmp_path, BASIC, "days,number\n2024,1\n")

    assert [str(problem) for problem in table.problems] == [
        "table.csv:1: column 'day', which the mapping names, is missing; write 'days' in mapping.toml"
    ]


def test_a_day_in_none_of_the_forms_is_the_problem_of_its_row(tmp_path: Path) -> None:
    table = read(tmp_path, BASIC + '[read]\ndates=["%d/%m/%Y"]', "day,number\n31/02/2024,1\n28/02/2024,2\n")

    assert [problem.line for problem in table.problems] == [2]
    assert [document.figures[0].value for document in table.documents] == [2]


def test_the_economists_table_of_losses_is_read_whole() -> None:
    """33 names of sources, low, high and point, blank cells, commas in numbers, several names of one body."""
    if not LOSSES.exists():
        pytest.skip("the shared data is not beside this repository")
    table = read_mapped(LOSSES, read_mapping(HERE / "losses.toml"))

    figures = [document.figures[0] for document in table.documents]
    assert table.problems == []
    assert Counter({"casualties": 74, "killed": 50}) == Counter(figure.indicator for figure in figures)
    assert sum(figure.originator == "UK Ministry of Defence" for figure in figures) == 47
    assert Interval(106000, 140000) in [figure.amount for figure in figures]
    assert Interval(350000, None) in [figure.amount for figure in figures]
