"""What every request passes and every answer carries."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import limits, links
from app.limits import Limiter, Rate
from app.logs import JsonLines
from tests.app.published import client_of, publish
from warehouse.home import Home

PAGES = ["/", "/articles", "/data", "/sql", "/check"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return publish(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def client(home: Home) -> FlaskClient:
    return client_of(home)


def policy(client: FlaskClient, path: str) -> dict[str, str]:
    parts = client.get(path).headers["Content-Security-Policy"].split("; ")
    return {name: value for name, _, value in (part.partition(" ") for part in parts)}


@pytest.mark.parametrize("path", [*PAGES, "/nothing-here", "/api/sql?q=select+1", "/health"])
def test_every_answer_carries_the_policy_and_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert len(headers["X-Request-Id"]) >= 8
    assert "Server" not in headers or "Werkzeug" not in headers["Server"]


def test_scripts_run_only_from_here_or_by_hash(client: FlaskClient) -> None:
    allowed = policy(client, "/")

    assert allowed["default-src"] == "'self'"
    assert allowed["object-src"] == "'none'"
    assert all(source == "'self'" or source.startswith("'sha256-") for source in allowed["script-src"].split())
    assert allowed["frame-ancestors"] == "'self'"


def test_every_inline_script_of_the_page_is_in_the_policy(client: FlaskClient) -> None:
    import base64
    import hashlib
    import re

    page = client.get("/").get_data(as_text=True)
    inline = [
        text for attributes, text in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
        if text.strip() and "application/json" not in attributes
    ]  # fmt: skip
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline}

    assert hashes
    assert hashes <= set(policy(client, "/")["script-src"].split())


def test_strict_transport_is_asked_for_only_where_transport_is_encrypted(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" in client.get("/", base_url="https://localhost").headers
    assert "Strict-Transport-Security" not in client.get("/").headers


@pytest.mark.parametrize(
    "path", ["/nothing", "/series/nothing-like-it", "/article/ffff", "/figure/ffff", "/.env", "/..%2f"]
)
def test_an_address_without_a_page_is_404(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES[:-1])
def test_a_page_is_200(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_an_address_may_be_long_but_not_longer(client: FlaskClient) -> None:
    assert client.get("/?" + "a" * 8_000).status_code == 200
    assert client.get("/?" + "a" * 8_001).status_code == 414


def test_a_body_may_be_large_but_not_larger(client: FlaskClient) -> None:
    assert client.post("/api/sql", data={"q": "x" * 2_000_000}).status_code == 413


def test_a_failure_shows_its_request_id_and_nothing_else(home: Home) -> None:
    client = client_of(home)
    client.application.view_functions["api_meta"] = lambda: 1 / 0

    answer = client.get("/api/meta", headers={"X-Request-Id": "my-request-1"})

    assert answer.status_code == 500
    assert answer.get_json() == {
        "error": "Something went wrong here, and it has been logged.",
        "status": 500,
        "request_id": "my-request-1",
    }


def test_the_trace_goes_to_the_log_as_one_line_of_json() -> None:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failure", None, (type(error), error, None))
    record.fields = {"request_id": "abc"}
    line = JsonLines().format(record)

    assert "\n" not in line
    assert json.loads(line)["request_id"] == "abc"
    assert "ZeroDivisionError" in json.loads(line)["trace"]


def test_a_request_id_that_could_forge_a_log_line_is_replaced(client: FlaskClient) -> None:
    given = client.get("/health", headers={"X-Request-Id": "a b {}"}).headers["X-Request-Id"]

    assert given.isalnum()


def test_without_a_published_file_the_answer_says_what_to_do(tmp_path: Path) -> None:
    answer = client_of(Home(tmp_path)).get("/ready")

    assert answer.status_code == 503
    assert "figures ingest" in answer.get_data(as_text=True)


def test_behind_a_login_nobody_gets_in_without_the_proxys_header(home: Home) -> None:
    client = client_of(home, login_header="X-Forwarded-User")

    assert client.get("/").status_code == 401
    assert client.get("/api/sql?q=select+1").status_code == 401
    assert client.get("/health").status_code == 200
    assert client.get("/", headers={"X-Forwarded-User": "ada"}).status_code == 200


def test_scripts_of_other_sites_read_open_data_and_nothing_behind_a_login(home: Home, client: FlaskClient) -> None:
    behind = client_of(home, login_header="X-User")

    assert client.get("/api/meta").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/data").headers
    assert "Access-Control-Allow-Origin" not in behind.get("/api/meta", headers={"X-User": "ada"}).headers


def test_another_sites_page_cannot_write(client: FlaskClient) -> None:
    def status(site: str) -> int:
        return client.post("/api/sql", data={"q": "select 1"}, headers={"Sec-Fetch-Site": site}).status_code

    assert [status(site) for site in ("cross-site", "same-site", "same-origin")] == [403, 403, 200]


def test_a_client_is_told_when_to_come_back(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(home)
    limits.use(Limiter({"any": Rate(2, 6)}))(client.application)
    answers = [client.get("/articles") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2].headers["Retry-After"]) == 10


def test_tokens_come_back_and_are_each_clients_own() -> None:
    now = [0.0]
    limiter = Limiter({"sql": Rate(1, 60)}, clock=lambda: now[0])

    assert limiter.wait("sql", "a") == 0
    assert limiter.wait("sql", "a") == 1
    assert limiter.wait("sql", "b") == 0
    now[0] = 1.0
    assert limiter.wait("sql", "a") == 0


def test_the_limiter_forgets_whom_it_has_not_seen_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CLIENTS", 2)
    limiter = Limiter({"sql": Rate(1, 1)}, clock=lambda: 0.0)
    for client in "abc":
        limiter.wait("sql", client)

    assert limiter.wait("sql", "a") == 0
    assert limiter.wait("sql", "c") > 0


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        " https://example.org",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "/relative",
        "https:example.org",
        "https://",
        "https://user:word@example.org",
        "https://example.org\\@evil.example",
        "https://[::1",
        "https://example.org/" + "a" * 2000,
        "",
        None,
    ],
)
def test_only_plain_addresses_of_the_web_become_links(address: str | None) -> None:
    assert links.safe(address) is None


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org", "https://пример.рф/é"])
def test_addresses_of_the_web_become_links(address: str) -> None:
    assert links.safe(address) == address


def test_words_of_an_article_run_nowhere_in_the_html_of_its_page(client: FlaskClient) -> None:
    for article in client.get("/api/articles").get_json()["articles"]:
        page = client.get(f"/article/{article['document_id']}").get_data(as_text=True)

        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page
        assert "${49}" not in page


def test_words_of_the_address_run_nowhere(client: FlaskClient) -> None:
    for path in ('/data?q="><script>alert(1)</script>', "/<script>alert(1)</script>", "/articles?page=9&q={{7*7}}"):
        page = client.get(path).get_data(as_text=True)

        assert "<script>alert(1)" not in page
        assert "49" not in page.split("</title>")[0]


NO_CALLBACK = [
    "", "{", "null", "[]", "1", "{}", "[" * 100_000, '{"a":' * 50_000, '{"output": "x.y"}',
    '{"output": "..page.children...title.data..", "inputs": []}',
    '{"output": "..page.children...title.data..", "inputs": [1]}',
    '{"output": "..page.children...title.data..", "inputs": {"id": "location"}}',
    '{"output": "__proto__.x", "inputs": [{"id": "__proto__", "property": "x"}]}',
]  # fmt: skip


@pytest.mark.parametrize("body", NO_CALLBACK, ids=range(len(NO_CALLBACK)))
def test_a_callback_that_makes_no_sense_is_refused_and_costs_no_trace(
    client: FlaskClient, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")

    assert answer.status_code == 400
    assert set(answer.get_json()) == {"error", "status", "request_id"}
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize(
    "path",
    [
        "/vendor/../app/server.py", "/vendor/x.js", "/assets/x.js", "/_dash-update-component", "/_dash-nothing",
        "/_dash-component-suites/dash/../../etc/passwd", "/_dash-component-suites/os/x.js", "/_reload-hash",
        "/embed/nothing", "/embed/%00", "/series/%00", "/series/%ff%fe", "/series/%F0%9F%92%A5", "/figure/%00",
        "/place/%E2%80%AE", "/article/%0d%0aX:1", "/event/..", "/source/%25", "/series/" + "a" * 6000, "/api/series/%00",
        "/series/%00.csv", "/series/a.csv.csv", "/oembed?url=javascript:alert(1)", "/figure/%00.jsonld",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_odd_address_is_not_found_and_costs_no_trace(
    client: FlaskClient, path: str, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert client.open(path, method=method).status_code == 404
    assert not [record for record in caplog.records if record.exc_info]


ODD_QUERIES = [
    "?q=%00", "?q=%ff", "?q=1e999", "?q=-5", "?q=0", "?q=" + "9" * 79, "?q=99999999999999 trillion trillion",
    "?q=%25_%5C", "?page=999999999999", "?page=-1", "?page=%C2%B2", "?known=9999-12-31", "?known=0001-01-01",
    "?from=9999-12-31&to=0001-01-01", "?as_of=2024-99-99", "?place=%00&party=%27;--", "?severity=9&relation=zzz",
    "?" + "a" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("query", ODD_QUERIES, ids=range(len(ODD_QUERIES)))
def test_no_query_breaks_a_page(client: FlaskClient, query: str) -> None:
    slug = client.get("/api/series").get_json()["series"][0]["slug"]
    for path in ("/", "/data", "/disagreements", "/articles", f"/series/{slug}"):
        assert "could not be drawn" not in drawn(client, path, query)


def drawn(client: FlaskClient, path: object, search: object) -> str:
    """The page of an address as the browser gets it."""
    location = [{"id": "location", "property": name} for name in ("pathname", "search")]
    body = {
        "output": "..page.children...title.data..",
        "outputs": [{"id": "page", "property": "children"}, {"id": "title", "property": "data"}],
        "inputs": [{**part, "value": value} for part, value in zip(location, (path, search), strict=True)],
        "changedPropIds": ["location.pathname"],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@pytest.mark.parametrize(("path", "search"), [(123, ""), (["a"], {}), (None, None), ({"x": 1}, "?q=1")])
def test_an_address_that_is_no_text_is_the_front_page(client: FlaskClient, path: object, search: object) -> None:
    assert "What the sources say" in drawn(client, path, search)


def test_a_page_that_is_not_there_names_no_files(client: FlaskClient) -> None:
    assert "alternate" not in client.get("/series/no-such-series").get_data(as_text=True)


def test_behind_a_login_no_cache_keeps_an_answer_for_others(home: Home) -> None:
    answer = client_of(home, login_header="X-User").get("/api/meta", headers={"X-User": "anna"})

    assert answer.headers["Cache-Control"] == "private"


def test_searching_without_end_is_slowed_and_said_in_words(home: Home) -> None:
    client = client_of(home)
    limits.use(Limiter({**dict.fromkeys(limits.RATES, Rate(1000, 1000)), "search": Rate(1, 1)}))(client.application)

    assert "Too many requests" not in drawn(client, "/", "?q=kursk")
    assert "Too many requests" in drawn(client, "/", "?q=kursk")
    assert client.get("/api/figures?q=kursk").status_code == 429


def test_a_long_trace_is_cut_at_its_start() -> None:
    try:
        raise ValueError("x" * 50_000)
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failure", None, (type(error), error, None))

    assert len(JsonLines().format(record)) < 7_000
