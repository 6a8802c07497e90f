"""Files, JSON, feed and frame: the rows of the page, and nothing that a spreadsheet, a parser or a page would run."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as Tree

import duckdb
import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import downloads
from tests.app.published import PUBLISHER, TITLE, client_of, publish
from tests.warehouse.factories import NOW
from warehouse.connection import Snapshot
from warehouse.home import Home

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return publish(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def client(home: Home) -> FlaskClient:
    return client_of(home)


@pytest.fixture(scope="module")
def slug(client: FlaskClient) -> str:
    return str(client.get("/api/series").get_json()["series"][0]["slug"])


def rows(answer: TestResponse) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline="")))


def asked(home: Home, sql: str) -> list[tuple[object, ...]]:
    with Snapshot.of(home).reading() as cursor:
        return [tuple(row) for row in cursor.execute(sql).fetchall()]


def test_a_series_csv_holds_what_sql_gives(home: Home, client: FlaskClient, slug: str) -> None:
    answer = client.get(f"/series/{slug}.csv")
    names = [row[0] for row in asked(home, "describe figures")]

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{slug}.csv"'
    assert list(rows(answer)[0]) == names
    assert [(row["figure_id"], float(row["value"])) for row in rows(answer)] == asked(
        home, f"select figure_id, value from figures where slug = '{slug}' order by as_of_start, as_of_end, figure_id"
    )


def test_no_cell_of_a_csv_starts_a_formula(client: FlaskClient) -> None:
    cells = [cell for row in rows(client.get("/data/figures.csv")) for cell in row.values()]

    assert f"'{PUBLISHER}" in cells
    assert not [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d)", cell)]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("", [1150.0, 500.0]),
        ("?from=2024-08-16", [500.0]),
        ("?to=2024-08-15", [1150.0]),
        ("?who=", []),
        ("?known=2020-01-01", []),
        ("?known=2026-01-01", [1150.0, 500.0]),
        ("?from=yesterday&unit=parsec&tab=<script>", [1150.0, 500.0]),
    ],
)
def test_a_file_has_the_rows_that_the_page_shows(
    client: FlaskClient, slug: str, query: str, values: list[float]
) -> None:
    found = rows(client.get(f"/series/{slug}.csv{query}"))

    assert [float(row["value"]) for row in found] == values


def test_the_unit_of_the_page_stands_beside_the_own(client: FlaskClient, slug: str) -> None:
    found = rows(client.get(f"/series/{slug}.csv?unit=mi2"))[0]

    assert float(found["value_shown"]) == pytest.approx(float(found["value"]) * 0.3861021585)
    assert found["unit_shown"] == "sq mi"


def test_every_form_holds_the_same_figures(client: FlaskClient, slug: str) -> None:
    as_csv = [row["figure_id"] for row in rows(client.get(f"/series/{slug}.csv"))]
    as_json = [row["figure_id"] for row in client.get(f"/series/{slug}.json").get_json()["figures"]]
    parquet = pq.read_table(io.BytesIO(client.get(f"/series/{slug}.parquet").data))
    bundle = zipfile.ZipFile(io.BytesIO(client.get(f"/series/{slug}.zip").data))

    assert as_csv == as_json == parquet["figure_id"].to_pylist()
    assert bundle.read(f"{slug}.csv") == client.get(f"/series/{slug}.csv").data
    assert {"datapackage.json", "README.md"} <= set(bundle.namelist())


def test_the_metadata_name_the_bytes_of_the_csv(client: FlaskClient, slug: str) -> None:
    package = client.get(f"/series/{slug}.metadata.json").get_json()
    file = client.get(f"/series/{slug}.csv").data
    (resource,) = package["resources"]

    assert package["created"].endswith("Z")
    assert package["licenses"][0]["name"] == "MIT"
    assert slug in package["filters"]
    assert all(field["description"] for field in resource["schema"]["fields"])
    assert resource["bytes"] == len(file)
    assert hashlib.sha256(file).hexdigest() in json.dumps(resource)


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 2), ("?party=Russia", 1), ("?place=Kursk", 2), ("?place=Nowhere", 0), ("?indicator=';drop table figure", 2),
     ("?q=1,150", 2), ("?q=%25", 0), ("?severity=4", 0)],
)  # fmt: skip
def test_the_file_of_all_rows_is_narrowed_like_its_table(client: FlaskClient, query: str, count: int) -> None:
    assert len(rows(client.get(f"/data/figures.csv{query}"))) == count
    assert client.get(f"/api/figures{query}").get_json()["rows"] == count


def test_hxl_tags_come_when_asked_for(client: FlaskClient) -> None:
    assert rows(client.get("/data/figures.csv?hxl=1"))[0]["value"].startswith("#")
    assert not rows(client.get("/data/figures.csv"))[0]["value"].startswith("#")


def test_the_database_file_opens_and_has_its_checksum(client: FlaskClient, tmp_path: Path) -> None:
    answer = client.get("/data/figures.duckdb")
    (tmp_path / "figures.duckdb").write_bytes(answer.data)
    digest = hashlib.sha256(answer.data).hexdigest()

    assert answer.headers["X-Checksum-SHA256"] == digest
    assert client.get("/data/figures.duckdb.sha256").get_data(as_text=True) == f"{digest}  figures.duckdb\n"
    with duckdb.connect(tmp_path / "figures.duckdb", read_only=True) as connection:
        assert connection.execute("select count(*) from figures").fetchall() == [(2,)]


def test_the_database_file_comes_in_parts_too(client: FlaskClient) -> None:
    answer = client.get("/data/figures.duckdb", headers={"Range": "bytes=0-9"})

    assert (answer.status_code, len(answer.data)) == (206, 10)


def test_the_schema_can_be_run(client: FlaskClient) -> None:
    text = client.get("/data/schema.sql").get_data(as_text=True)
    with duckdb.connect() as connection:
        connection.execute(text)
        described = connection.execute("select comment from duckdb_views() where view_name = 'figures'").fetchall()

    assert described[0][0].startswith("One row")


def test_a_slot_is_given_back_at_the_end_and_when_a_reader_leaves(home: Home, slug: str) -> None:
    client = client_of(home)
    for _ in range(downloads.AT_ONCE + 1):
        client.head(f"/series/{slug}.csv").close()
        client.get(f"/series/{slug}.csv").close()

    assert client.get(f"/series/{slug}.csv").status_code == 200


def test_one_stream_too_many_is_told_to_come_back(home: Home, slug: str) -> None:
    client = client_of(home)
    held = client.application.extensions["reported-figures-streams"]
    while held.acquire(blocking=False):
        pass
    answer = client.get(f"/series/{slug}.csv")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")


@pytest.mark.parametrize(
    "path",
    ["/series/none.csv", "/series/none.metadata.json", "/series/none.exe", "/api/series/none", "/api/figure/none",
     "/api/article/none", "/api/place/none", "/api/source/none", "/api/event/none", "/api/none", "/oembed?url=x",
     "/embed/none?known=2026-01-01", "/series/..%2F..%2Fetc%2Fpasswd.csv"],
)  # fmt: skip
def test_what_is_not_there_is_404(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_address_of_the_api_answers_and_leads_on(client: FlaskClient, slug: str) -> None:
    series = client.get(f"/api/series/{slug}").get_json()
    figure = series["figures"][0]

    assert client.get(f"/api/figure/{figure['figure_id']}").get_json()["figure"] == figure
    assert client.get(f"/api/article/{figure['document_id']}").get_json()["numbers"][0]["figure_id"]
    assert client.get("/api/place/kursk").get_json()["figures"]
    assert client.get("/api/source/ukraine").get_json()["figures"]
    assert client.get("/api/meta").get_json()["counts"]["figures"] == 2
    assert client.get("/api/schema").get_json()["tables"][0]["name"] == "figures"
    assert client.get("/ready").get_json() == {"ready": True, "generation": 1}


def test_the_api_gives_no_text_of_an_article(client: FlaskClient) -> None:
    for article in client.get("/api/articles").get_json()["articles"]:
        shown = client.get(f"/api/article/{article['document_id']}").get_data(as_text=True)

        assert "onerror" not in shown


def test_moments_are_utc_and_say_so(client: FlaskClient) -> None:
    assert client.get("/api/meta").get_json()["meta"]["built_at"] == f"{NOW.isoformat()}Z"


@pytest.fixture
def quarrelling(tmp_path: Path) -> FlaskClient:
    """A home whose two figures are assessed as in conflict, in a sentence that XML cannot hold."""
    return client_of(publish(tmp_path, narrative="1,150 < 500 & \x1b <b>so</b> ]]>"))


def test_the_feed_holds_any_words_and_is_narrowed(quarrelling: FlaskClient) -> None:
    def entries(query: str) -> list[Tree.Element]:
        root = Tree.fromstring(quarrelling.get(f"/disagreements.atom{query}").data)
        return root.findall(f"{ATOM}entry")

    (entry,) = entries("?place=Kursk")

    assert entry.findtext(f"{ATOM}summary") == "1,150 < 500 &  <b>so</b> ]]>"
    assert entry.findtext(f"{ATOM}updated") == "2024-08-20T00:00:00Z"
    assert len(entry.findall(f"{ATOM}link")) == 3
    assert entries("?place=Nowhere") == []


def test_the_frame_is_frozen_to_a_day_and_may_be_framed(client: FlaskClient, slug: str) -> None:
    first = client.get(f"/embed/{slug}?unit=mi2")
    frame = client.get(f"/embed/{slug}?known=2026-01-01")

    assert re.search(r"unit=mi2&known=\d{4}-\d\d-\d\d$", first.headers["Location"])
    assert "frame-ancestors *" in frame.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame.headers
    assert len(frame.data) < 100_000


def test_nothing_in_a_frame_ends_its_script(client: FlaskClient, slug: str) -> None:
    page = client.get(f"/embed/{slug}?known=2026-01-01").get_data(as_text=True)
    drawing = re.search(r'id="drawing">(.*?)</script>', page, re.DOTALL)

    assert drawing
    assert "<" not in drawing[1]
    assert json.loads(drawing[1])["data"]
    assert TITLE not in page


def test_oembed_gives_the_frame(client: FlaskClient, slug: str) -> None:
    answer = client.get(
        "/oembed", query_string={"url": f'https://figures.example/series/{slug}?unit=mi2&who="><script>'}
    )
    html = answer.get_json()["html"]

    assert html.startswith('<iframe src="http://localhost/embed/')
    assert "<script" not in html


def test_the_page_of_a_figure_names_its_json_ld(home: Home, client: FlaskClient) -> None:
    [(figure_id, excerpt)] = asked(home, "select figure_id, excerpt from figures order by figure_id limit 1")
    page = client.get(f"/figure/{figure_id}").get_data(as_text=True)
    answer = client.get(f"/figure/{figure_id}.jsonld")

    assert f'<link rel="alternate" type="application/ld+json" href="/figure/{figure_id}.jsonld">' in page
    assert answer.mimetype == "application/ld+json"
    observation, _ = json.loads(answer.get_data(as_text=True))["@graph"]
    assert (observation["identifier"], observation["name"]) == (figure_id, excerpt)
    assert observation["@id"] == f"http://localhost/figure/{figure_id}"


def test_a_figure_that_is_not_there_has_no_json_ld(client: FlaskClient) -> None:
    assert client.get("/figure/0000000000000000.jsonld").status_code == 404
    assert "ld+json" not in client.get("/").get_data(as_text=True)
