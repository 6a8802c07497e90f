"""The command as a person uses it on the seeds: each verb, its formats and what it leaves behind."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import main
from app.readings import COLUMNS

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DISPATCH = SEEDS / "articles" / "002_putin_visits_kursk.md"
AREA = "area-of-kursk-held-by-ukraine"


def run(home: Path, *arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in arguments], input=stdin, env={"FIGURES_HOME": str(home)})


def json_of(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    rows: list[dict[str, object]] = json.loads(result.stdout)
    return rows


def csv_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeded")
    assert run(folder, "ingest", SEEDS).exit_code == 0
    return folder


def test_help_names_every_command() -> None:
    said = CliRunner().invoke(main, ["--help"]).stdout

    commands = ("read", "quantities", "check", "ingest", "review", "serve", "sql", "disagreements", "export", "doctor")
    assert [command for command in commands if f"\n  {command} " not in said] == []


def test_read_gives_the_same_columns_in_the_same_order_as_json_lines_and_as_csv(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run(tmp_path, "read", DISPATCH).stdout.splitlines()]
    header, *rows = csv_of(run(tmp_path, "read", DISPATCH, "--format", "csv").stdout)

    assert {tuple(line) for line in lines} == {tuple(header)} == {COLUMNS}
    assert [line["excerpt"] for line in lines] == [row[header.index("excerpt")] for row in rows]
    assert [line["start"] for line in lines] == sorted(line["start"] for line in lines)


def test_read_gives_a_header_where_there_is_no_figure(tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Nothing is counted here.", encoding="utf-8")

    assert csv_of(run(tmp_path, "read", plain, "--format", "csv").stdout) == [list(COLUMNS)]


def test_offsets_lead_to_the_excerpt_in_the_file(tmp_path: Path) -> None:
    text = DISPATCH.read_bytes().decode("utf-8")

    lines = map(json.loads, run(tmp_path, "read", DISPATCH).stdout.splitlines())

    assert [line["excerpt"] for line in lines if text[line["start"] : line["end"]] != line["excerpt"]] == []


def test_tables_among_the_paths_say_where_is_where(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Quux attack leaves twelve people killed, police said.", encoding="utf-8")
    places = tmp_path / "places.csv"
    places.write_text(
        "name,kind,parent,code,latitude,longitude,area_km2,aliases,weak_aliases\nQuuxton,town,,,,,,Quux,\n",
        encoding="utf-8",
    )

    without, told = run(tmp_path, "read", article), run(tmp_path, "read", article, places)

    assert [json.loads(result.stdout)["place"] for result in (without, told)] == [None, "Quuxton"]


def test_a_second_ingest_exits_0_and_adds_nothing(home: Path) -> None:
    again = run(home, "ingest", SEEDS)

    assert (again.exit_code, again.stderr) == (0, "")
    assert "54 documents (0 new), 0 figures added" in again.stdout


def test_sql_prints_a_table_csv_and_json_of_the_same_rows(home: Path) -> None:
    asked = "select slug, place_id from series order by slug limit 3"

    table, as_csv, as_json = (run(home, "sql", asked, "--format", form) for form in ("table", "csv", "json"))

    rows = [[row["slug"], row["place_id"]] for row in json_of(as_json)]
    assert csv_of(as_csv.stdout) == [["slug", "place_id"], *rows]
    assert [line.split() for line in table.stdout.splitlines()[2:]] == rows


def test_sql_takes_the_statement_from_stdin(home: Path) -> None:
    assert json_of(run(home, "sql", "-", "--format", "json", stdin="select 7 as seven")) == [{"seven": 7}]


@pytest.mark.parametrize("statement", ["drop table figure", "select * from nothing", "copy figure to 'x.csv'", "selct"])
def test_sql_changes_nothing_and_says_what_is_wrong(home: Path, statement: str) -> None:
    result = run(home, "sql", statement)

    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_disagreements_come_worst_first_and_narrowed(home: Path) -> None:
    everything = csv_of(run(home, "disagreements", "--format", "csv").stdout)
    worst = csv_of(run(home, "disagreements", "--severity", "3", "--format", "csv").stdout)
    evacuated = csv_of(run(home, "disagreements", "--indicator", "evacuated", "--format", "csv").stdout)

    severity, indicator = everything[0].index("severity"), everything[0].index("indicator")
    severities = [int(row[severity]) for row in everything[1:]]
    assert severities == sorted(severities, reverse=True)
    assert {row[severity] for row in worst[1:]} == {"3"}
    assert {row[indicator] for row in evacuated[1:]} == {"evacuated"}


def test_disagreements_of_an_indicator_that_is_none_are_wrong_use(home: Path) -> None:
    assert run(home, "disagreements", "--indicator", "evacuees").exit_code == 2


def test_export_gives_a_series_in_every_format(home: Path, tmp_path: Path) -> None:
    header, *rows = csv_of(run(home, "export", AREA).stdout)
    archive = tmp_path / "area.zip"
    assert run(home, "export", AREA, "--format", "zip", "--output", archive).exit_code == 0

    assert {row[header.index("slug")] for row in rows} == {AREA}
    figures = json.loads(run(home, "export", AREA, "--format", "json").stdout)["figures"]
    assert [figure["figure_id"] for figure in figures] == [row[header.index("figure_id")] for row in rows]
    with zipfile.ZipFile(archive) as content:
        assert f"{AREA}.csv" in content.namelist()
    assert run(home, "export", "--all", "--format", "parquet").stdout_bytes.startswith(b"PAR1")


def test_export_of_a_series_that_is_not_there_leaves_no_file(home: Path, tmp_path: Path) -> None:
    result = run(home, "export", "no-such-series", "--output", tmp_path / "x.csv")

    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert result.stderr.startswith("no-such-series: no such series; ")


def test_check_holds_a_draft_against_the_warehouse_and_stores_nothing(home: Path) -> None:
    draft = "On 22 August 2024 officials said that 190,000 civilians had been evacuated from the Kursk region.\n"
    before = json_of(run(home, "sql", "select count(*) as n from document", "--format", "json"))

    (row,) = json_of(run(home, "check", "-", "--format", "json", stdin=draft))

    assert (row["excerpt"], row["indicator"]) == ("190,000 civilians", "evacuated")
    assert isinstance(row["severity"], int)
    assert row["severity"] >= 2
    assert json_of(run(home, "sql", "select count(*) as n from document", "--format", "json")) == before


def test_check_of_a_draft_without_anything_comparable_says_so(home: Path) -> None:
    (row,) = json_of(run(home, "check", "-", "--format", "json", stdin="In Peru 17 houses were destroyed in 1999."))

    assert (row["verdict"], row["severity"]) == ("nothing comparable is held", 0)


def test_a_correction_is_seen_at_once_and_outlives_the_next_reading(tmp_path: Path) -> None:
    assert run(tmp_path, "ingest", DISPATCH).exit_code == 0
    asked = "select figure_id, place, reviewed from figures where excerpt like 'nearly 300%'"
    (found,) = json_of(run(tmp_path, "sql", asked, "--format", "json"))
    reason = ("--reason", "the sentence before", "--reviewer", "A. Editor")

    corrected = run(tmp_path, "review", str(found["figure_id"]), "set", "place=Belgorod", *reason)
    assert (corrected.exit_code, corrected.stderr) == (0, "")
    assert run(tmp_path, "ingest", DISPATCH).exit_code == 0

    (kept,) = json_of(run(tmp_path, "sql", asked, "--format", "json"))
    assert (kept["place"], kept["reviewed"]) == ("Belgorod", "corrected")


def test_a_correction_of_a_figure_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    result = run(tmp_path, "review", "0123456789abcdef", "accept", "--reason", "x", "--reviewer", "y")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "0123456789abcdef" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("x", "set", "place"), ("x", "set"), ("x", "note"), ("x", "accept", "more"), ("x", "reject", "more")],
    ids=" ".join,
)
def test_a_correction_with_the_wrong_parts_is_wrong_use(home: Path, arguments: tuple[str, ...]) -> None:
    assert run(home, "review", *arguments, "--reason", "x", "--reviewer", "y").exit_code == 2


def test_doctor_finds_the_seeds_sound(home: Path) -> None:
    result = run(home, "doctor")

    assert (result.exit_code, result.stdout.strip()) == (0, f"{home}: sound")
