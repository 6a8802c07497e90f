"""SQL over HTTP: answers, refusals, and that the pages answer while it runs."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from app.pages import sql
from tests.app.published import client_of, publish
from warehouse import browsing
from warehouse.connection import Snapshot
from warehouse.home import Home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return publish(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def client(home: Home) -> Iterator[FlaskClient]:
    made = client_of(home)
    yield made
    made.application.extensions["reported-figures-sandbox"].close()


def ask(client: FlaskClient, statement: str, form: str = "json") -> object:
    return client.get("/api/sql", query_string={"q": statement, "format": form}).get_json()


def test_json_has_columns_rows_and_whether_there_is_more(client: FlaskClient) -> None:
    answer = ask(client, "select figure_id, value from figures order by value limit 1")

    assert isinstance(answer, dict)
    assert answer["columns"] == [{"name": "figure_id", "type": "VARCHAR"}, {"name": "value", "type": "DOUBLE"}]
    assert [row[1] for row in answer["rows"]] == [500.0]
    assert answer["more"] is False


def test_csv_is_an_attachment_that_no_spreadsheet_runs(client: FlaskClient) -> None:
    answer = client.get(
        "/api/sql", query_string={"q": "select publisher, -1 as n from figures order by value", "format": "csv"}
    )
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True))))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="query.csv"'
    assert rows == [["publisher", "n"], ["'=cmd|' /C calc'!A0", "-1"], ["The Daily", "-1"]]


def test_a_wrong_statement_is_pointed_at(client: FlaskClient) -> None:
    answer = client.get("/api/sql", query_string={"q": "select nope\nfrom figures"})

    assert answer.status_code == 400
    assert (answer.get_json()["line"], answer.get_json()["column"]) == (1, 8)
    assert answer.get_json()["pointed"] == "select nope\n       ^"


@pytest.mark.parametrize(
    "statement",
    [
        "copy figure to '/tmp/x.csv'",
        "attach '/tmp/x.db'",
        "create table x (y int)",
        "from read_text('/etc/passwd')",
        "set threads = 9",
        "install httpfs",
        "select 1; select 2",
        "",
    ],
)
def test_what_is_not_a_query_is_refused_in_words(client: FlaskClient, statement: str) -> None:
    answer = client.get("/api/sql", query_string={"q": statement})

    assert answer.status_code == 400
    assert answer.get_json()["kind"] == "refused"


def test_a_long_statement_can_be_posted(client: FlaskClient) -> None:
    statement = f"select 42 -- {'x' * 15_000}"

    assert client.post("/api/sql", data={"q": statement}).get_json()["rows"] == [[42]]


@pytest.mark.parametrize(
    "bomb",
    [
        "select sleep_ms(60000)",
        "select count(*) from range(100000000) a, range(1000000) b",
        "select sum(levenshtein(repeat('ab' || i, 40000), repeat('ba' || i, 40000))) from range(1000) t(i)",
        "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t",
    ],
)
def test_pages_are_answered_while_a_bomb_runs(home: Home, client: FlaskClient, bomb: str) -> None:
    answers: list[object] = []
    other = client.application.test_client()
    running = threading.Thread(target=lambda: answers.append(other.get("/api/sql", query_string={"q": bomb})))
    running.start()
    pages = []
    while not answers:
        pages += [(client.get(path).status_code, not answers) for path in ("/", "/health", "/articles", "/data")]
    running.join()

    assert {status for status, _ in pages} == {200}
    assert any(during for _, during in pages)
    assert answers[0].status_code == 400  # type: ignore[attr-defined]
    assert answers[0].get_json()["kind"] == "stopped"  # type: ignore[attr-defined]


@pytest.mark.parametrize("example", browsing.examples(), ids=lambda example: example.name)
def test_every_saved_example_runs(client: FlaskClient, example: browsing.Example) -> None:
    answer = client.get("/api/sql", query_string={"q": example.sql})

    assert answer.status_code == 200, answer.get_json()
    assert example.question[0].isupper()


def test_the_schema_panel_describes_every_column_of_figures(home: Home) -> None:
    first = browsing.described_tables(Snapshot.of(home))[0]

    assert (first.name, first.kind) == ("figures", "view")
    assert all(column.column_comment for column in first.columns)


def test_values_that_name_something_lead_to_it() -> None:
    assert sql._cell("figure_id", "0f").href == "/figure/0f"
    assert sql._cell("slug", "../x?a=b").href == "/series/..%2Fx%3Fa%3Db"
    assert sql._cell("url", "https://example.org").href == "https://example.org"
    assert sql._cell("url", "javascript:alert(1)") == "javascript:alert(1)"
