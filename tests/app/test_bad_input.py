"""Bad input through the command line: one line each, exit 1, the rest done, nothing half-written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import figures.reading
from app.cli import main
from figures.document import Document
from figures.figure import Figure, Unread
from figures.names import Names

GOOD = (
    "---\ntitle: Flood\npublisher: Example\npublished: 2025-03-04\n---\nAt least 12 people were killed, police said.\n"
)
HEADER = "indicator,statistic,population,place,as_of,quantifier,value,unit,speaker,publisher,published"
ROW = "killed,total,civilians,Kursk,2025-03-01,exact,17,person,,Example,2025-03-04"


@dataclass(frozen=True)
class Bad:
    """A file that cannot be read, what is said of it, and the line that is named (None: the whole file)."""

    name: str
    content: bytes | None
    says: str
    line: int | None = None


ARTICLES = (
    Bad("missing.md", None, "no such file"),
    Bad("empty.txt", b"", "empty"),
    Bad("binary.txt", b"\x7fELF\0\0\0\1", "binary"),
    Bad("picture.png", b"\x89PNG\r\n", "not a kind of file"),
    Bad("cyrillic.txt", "Погибли 12 человек, сообщили в полиции города.\n".encode("cp1251"), "not UTF-8", 1),
    Bad("front.md", b"---\ntitle: Flood\npublisher: [Example\n---\n12 died.\n", "front matter does not parse", 4),
    Bad("unclosed.md", b"---\ntitle: Flood\n\n12 people died.\n", "never closes", 1),
    Bad("date.md", b"---\ntitle: Flood\npublished: soon\n---\n12 people died.\n", "is no date", 3),
    Bad("german.txt", "Nach Angaben der Stadt ist das Dorf nicht von der Flut zerstört.".encode(), "not English"),
    Bad("page.html", b"<html><head><title>x</title></head><body></body></html>", "no article"),
)
CLAIMS = (
    Bad("column.csv", f"{HEADER},wrong\n{ROW},x\n".encode(), "wrong", 1),
    Bad("unit.csv", f"{HEADER}\n{ROW.replace('person', 'parsnip')}\n".encode(), "parsnip", 2),
    Bad("dimension.csv", f"{HEADER}\n{ROW.replace('person', 'km**2')}\n".encode(), "km**2", 2),
    Bad("future.csv", f"{HEADER}\n{ROW.replace('2025-03-01', '2025-03-09')}\n".encode(), "after", 2),
    Bad("empty.csv", b"", "empty"),
)


def run(home: Path, *arguments: str | Path, stdin: str | None = None) -> Result:
    """Run the command in a home of its own."""
    return CliRunner().invoke(main, [str(word) for word in arguments], input=stdin, env={"FIGURES_HOME": str(home)})


def names(bad: Bad) -> str:
    return bad.name


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.md"
    path.write_text(GOOD, encoding="utf-8")
    return path


def written(bad: Bad, folder: Path) -> Path:
    path = folder / bad.name
    if bad.content is not None:
        path.write_bytes(bad.content)
    return path


def assert_is_about(bad: Bad, line: str) -> None:
    place = bad.name if bad.line is None else f"{bad.name}:{bad.line}"
    assert f"{place}: " in line
    assert bad.says in line
    assert line.rpartition("; ")[2], "a remedy"


@pytest.mark.parametrize("bad", ARTICLES, ids=names)
def test_read_names_the_article_that_fails_and_reads_the_rest(bad: Bad, good: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "home", "read", written(bad, tmp_path), good)

    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert_is_about(bad, line)
    assert [
        (row["document"], row["indicator"], row["value"]) for row in map(json.loads, result.stdout.splitlines())
    ] == [("good.md", "killed", 12)]
    assert not (tmp_path / "home").exists()


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The home and the outcome of one ingest of everything bad, and of one good article after it."""
    folder = tmp_path_factory.mktemp("mixed")
    good = folder / "good.md"
    good.write_text(GOOD, encoding="utf-8")
    paths = [written(bad, folder) for bad in ARTICLES + CLAIMS]
    return folder / "home", run(folder / "home", "ingest", *paths, good)


@pytest.mark.parametrize("bad", ARTICLES + CLAIMS, ids=names)
def test_ingest_names_each_file_that_fails_in_one_line(bad: Bad, mixed: tuple[Path, Result]) -> None:
    lines = [line for line in mixed[1].stderr.splitlines() if bad.name in line]

    (line,) = lines
    assert_is_about(bad, line)


def test_ingest_takes_in_the_rest_and_nothing_of_what_failed(mixed: tuple[Path, Result]) -> None:
    home, result = mixed

    assert (result.exit_code, len(result.stderr.splitlines())) == (1, len(ARTICLES + CLAIMS))
    kept = run(home, "sql", "select file, value from figures", "--format", "json")
    assert json.loads(kept.stdout) == [{"file": "good.md", "value": 12}]
    documents = run(home, "sql", "select file from document", "--format", "json")
    assert json.loads(documents.stdout) == [{"file": "good.md"}]


def test_the_good_rows_of_a_claims_table_are_kept(tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(
        f"{HEADER}\n{ROW}\n{ROW.replace('exact', 'roughly')}\n{ROW.replace('17', '18')}\n", encoding="utf-8"
    )

    result = run(tmp_path / "home", "ingest", table)

    assert result.exit_code == 1
    assert [line[: len("claims.csv:3: ")] for line in result.stderr.splitlines()] == ["claims.csv:3: "]
    kept = run(tmp_path / "home", "sql", "select value from figures order by value", "--format", "csv")
    assert kept.stdout.split() == ["value", "17.0", "18.0"]


@pytest.mark.parametrize("command", ["read", "ingest"])
def test_a_manifest_that_is_wrong_stops_before_anything_is_done(command: str, good: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,published\ngood.md,soon\n", encoding="utf-8")

    result = run(tmp_path / "home", command, good, "--manifest", manifest)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "manifest.csv:2: published 'soon' is no date; " in result.stderr
    assert not (tmp_path / "home" / "pub" / "figures.duckdb").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("nonsense",),
        ("read", "x.txt", "--format", "xml"),
        ("serve", "--port", "no"),
        ("review", "x", "burn"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *arguments).exit_code == 2


def test_quantities_names_the_line_that_is_no_json_and_gives_the_others_back(tmp_path: Path) -> None:
    stdin = '{"text": "58 square kilometers", "id": 7}\nnot json\n{"words": 1}\n[1]\n\n{"text": "no number"}\n'

    result = run(tmp_path, "quantities", stdin=stdin)

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("id") for row in rows] == [7, None]
    assert [len(row["quantities"]) for row in rows] == [1, 0]
    assert [line[:7] for line in result.stderr.splitlines()] == ["stdin:2", "stdin:3", "stdin:4"]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "arguments", [("sql", "select 1"), ("disagreements",), ("serve",), ("export", "--all")], ids=" ".join
)
def test_before_the_first_ingest_a_command_says_what_to_do(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(tmp_path, *arguments)

    assert result.exit_code == 1
    assert "figures ingest" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_fault_of_the_reader_costs_one_article_and_is_told(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("Odd.", encoding="utf-8")
    whole = figures.reading.read

    def failing(document: Document, names: Names | None = None) -> list[Figure | Unread]:
        if document.file == "odd.txt":
            raise IndexError("out of words")
        return whole(document, names)

    monkeypatch.setattr(figures.reading, "read", failing)

    result = run(tmp_path, "read", odd, good)

    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "odd.txt: the reader failed on it (IndexError: out of words); " in result.stderr
