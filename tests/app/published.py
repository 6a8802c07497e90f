"""A small published warehouse with hostile words in it, and a client of the app on it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from flask.testing import FlaskClient

from app import limits
from app.limits import Limiter, Rate
from app.server import create_app
from app.settings import Settings
from tests.warehouse.factories import NOW, document, figure, new_work, store, unread
from warehouse import publishing
from warehouse.connection import Connection
from warehouse.home import Home
from warehouse.rows import Reading
from warehouse.running import start_run
from warehouse.settings import DEFAULTS

TITLE = "<script>alert(1)</script> ${7*7} {{7*7}} '; drop table figure; --"
PUBLISHER = "=cmd|' /C calc'!A0"
SENTENCE = "Officials said 1,150 square kilometres were held. "


def publish(folder: Path, *, narrative: str = "") -> Home:
    """A home with two articles, a dull one and a hostile one; with *narrative* their figures are in conflict."""
    dull = document("dull.txt", title="A dull title", url="https://example.org/dull")
    words = SENTENCE + "\n\n<img src=x onerror=alert(1)> {{7*7}} &amp; 30 years."
    hostile = document(
        "hostile.txt", words, title=TITLE, publisher=PUBLISHER, url="javascript:alert(1)",
        published=datetime(2024, 8, 20, tzinfo=UTC),
    )  # fmt: skip
    with new_work(folder) as work:
        start_run(work, DEFAULTS, now=NOW)
        store(
            work,
            Reading(dull, (figure(dull, 1150.0, by="Ukraine"),)),
            Reading(hostile, (figure(hostile, 500.0, by="Russia", as_of="2024-08-16"), unread(hostile, start=94))),
        )
        if narrative:
            quarrel(work, narrative)
        publishing.publish(work, Home(folder), now=NOW)
    return Home(folder)


def quarrel(work: Connection, narrative: str) -> None:
    """Assess the only two figures as in major conflict, in these words."""
    work.execute(
        """
        insert into assessment
        select
            min(series_id), min(figure_id), max(figure_id), (select method_version from warehouse_meta), 'conflict',
            2.3, 2.3, 'UNEXPLAINED', 'none', [], [], 60, 3, ?, min(run_id)
        from figure
        """,
        [narrative],
    ).fetchall()


def client_of(home: Home, **settings: object) -> FlaskClient:
    """A client of a new app on this home."""
    app = create_app(Settings(home=home.path, **settings))  # type: ignore[arg-type]
    many = Rate(1_000_000, 1_000_000)  # tests ask faster than readers do
    limits.use(Limiter(dict.fromkeys(limits.RATES, many)))(app.server)
    client = app.server.test_client()
    client.get("/")  # Dash finishes its set-up in the first request
    return client
