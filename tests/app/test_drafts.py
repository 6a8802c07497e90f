"""Texts that readers paste: checked, counted, and kept only where that is allowed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import limits
from app.limits import Limiter, Rate
from app.pages import check as page
from tests.app.published import client_of, publish
from warehouse import keeping
from warehouse.home import Home
from warehouse.inbox import drop
from warehouse.ingesting import ingest

AT_HOME = {"REMOTE_ADDR": "127.0.0.1"}
DRAFT = "Ukraine held 500 square kilometres of Kursk on 15 August 2024, Ukrainian officials said. It took 3 weeks."
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} '; drop table figure; -- killed 12 people in Kursk."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return publish(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def client(home: Home) -> FlaskClient:
    return client_of(home)


def test_every_number_comes_with_its_place_series_and_verdict(client: FlaskClient) -> None:
    numbers = client.post("/api/check", data={"text": DRAFT}).get_json()["numbers"]

    assert [DRAFT[number["start"] : number["end"]] for number in numbers] == [number["excerpt"] for number in numbers]
    assert numbers[0]["slug"]
    assert numbers[0]["heard"][0]["figure_id"]
    assert numbers[-1]["reason"] == "duration"


def test_nothing_of_a_checked_text_is_stored(home: Home, client: FlaskClient) -> None:
    before = sorted(path.name for path in home.path.rglob("*"))
    client.post("/api/check", data={"text": DRAFT})

    assert sorted(path.name for path in home.path.rglob("*")) == before


def test_a_hostile_text_is_only_text(client: FlaskClient) -> None:
    answer = client.post("/api/check", data={"text": HOSTILE})

    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert client.get("/api/meta").get_json()["counts"]["figures"] == 2


@pytest.mark.parametrize(("text", "status"), [("", 400), (" \n ", 400), ("x" * 50_000, 200), ("x" * 50_001, 400)])
def test_a_text_may_be_long_but_not_longer(client: FlaskClient, text: str, status: int) -> None:
    assert client.post("/api/check", data={"text": text}).status_code == status


def test_a_reader_who_checks_too_often_is_told_when_to_come_back(home: Home) -> None:
    client = client_of(home)
    limits.use(Limiter({**limits.RATES, "check": Rate(1, 6)}))(client.application)
    answers = [client.post("/api/check", data={"text": "nothing"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]


@pytest.mark.parametrize(
    ("settings", "headers", "address", "allowed"),
    [
        ({}, {}, "127.0.0.1", True),
        ({}, {}, "203.0.113.9", False),
        ({}, {"X-Forwarded-For": "203.0.113.9"}, "127.0.0.1", False),
        ({"proxies": 1}, {"X-Forwarded-For": "127.0.0.1"}, "127.0.0.1", False),
        ({"login_header": "X-User"}, {"X-User": "ada"}, "203.0.113.9", True),
        ({"keeps_texts": True}, {}, "203.0.113.9", True),
    ],
)
def test_only_readers_at_home_or_logged_in_may_keep(
    home: Home, settings: dict[str, object], headers: dict[str, str], address: str, allowed: bool
) -> None:
    from app import drafts

    client = client_of(home, **settings)
    with client.application.test_request_context("/check", headers=headers, environ_base={"REMOTE_ADDR": address}):
        client.application.preprocess_request()

        assert drafts.may_keep() is allowed


def test_a_kept_text_waits_and_is_an_article_after_the_next_ingest(tmp_path: Path) -> None:
    home = publish(tmp_path)
    client = client_of(home)
    with client.application.test_request_context("/check", environ_base=AT_HOME):
        said = page.kept(1, DRAFT, "A title <b>", "Somebody")
    assert said.startswith("Kept. It waits")
    summary = ingest([], home)

    assert summary.documents == 1
    assert not keeping.kept_texts(home.inbox)
    article = client.get("/api/articles?q=A+title").get_json()["articles"][0]
    assert (article["title"], article["publisher"], article["file"][:5]) == ("A title <b>", "Somebody", "kept-")


def test_a_request_that_is_no_text_is_one_problem_and_is_put_away(tmp_path: Path) -> None:
    home = publish(tmp_path)
    drop(home.inbox, "text", {"text": "12 people were killed in Kursk.", "published": "someday"})
    summary = ingest([], home)

    assert len(summary.problems) == 1
    assert "someday" in str(summary.problems[0])
    assert not list(home.inbox.glob("*.json"))


def test_the_inbox_takes_only_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = publish(tmp_path)
    monkeypatch.setattr(keeping, "MOST_WAITING", 1)
    client = client_of(home)
    with client.application.test_request_context("/check", environ_base=AT_HOME):
        answers = [page.kept(1, DRAFT, "", "") for _ in range(2)]

    assert answers[0].startswith("Kept.")
    assert answers[1].startswith("Not kept: 1 requests wait already")
    assert len(json.loads(next(home.inbox.glob("*.json")).read_text())["text"]) == len(DRAFT)
