"""What goes over the wire: nothing to other hosts, one plotly of the right version, no more than a page may weigh."""

from __future__ import annotations

from collections.abc import Callable

import plotly

from app.files import PLOTLY_VERSION
from tests.browser.conftest import AREA, Visitor

HEAVIEST = 1_300_000  # bytes on the wire for a first visit to a series


def test_no_request_leaves_this_host_and_no_button_uploads_a_chart(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)

    assert {url.split("/")[2] for url in visitor.requested if url.startswith("http")} == {visitor.site.split("/")[2]}
    assert page.locator(".modebar-btn").count() == 0


def test_the_vendored_plotly_is_the_one_that_the_python_package_expects(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    packaged = plotly.offline.get_plotlyjs_version()

    assert packaged == PLOTLY_VERSION == page.evaluate("Plotly.version")
    assert not [url for url in visitor.requested if "plotly.min" in url]


def test_a_first_visit_weighs_no_more_than_it_may(open_visitor: Callable[..., Visitor]) -> None:
    visitor = open_visitor(fresh=True)
    client = visitor.page.context.new_cdp_session(visitor.page)
    weights: list[float] = []
    client.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    client.send("Network.enable")
    visitor.open_chart(AREA)
    visitor.page.wait_for_timeout(500)

    assert 0 < sum(weights) <= HEAVIEST


def test_policy_lets_no_eval_through_and_unknown_pages_are_not_found(visitor: Visitor) -> None:
    page = visitor.open_chart(AREA)
    answer = page.request.get(visitor.site + AREA)
    policy = answer.headers["content-security-policy"]

    assert "unsafe-eval" not in policy
    assert page.request.get(visitor.site + "/no-such-page").status == 404
    assert page.request.get(visitor.site + "/series/no-such-series").status == 404
    assert page.request.get(visitor.site + "/health").status == 200
    assert '<html lang="en">' in answer.text()
