"""The app, put together: ``create_app(settings)`` gives a Dash app whose ``server`` is plain WSGI."""

from __future__ import annotations

from html import escape

from dash import ClientsideFunction, Dash, Input, Output
from dash.development.base_component import Component
from flask import request
from werkzeug.exceptions import NotFound

from app import current, files, ids, logs, security, shell
from app.page import SiteMap, Visit, follow
from app.settings import Settings
from app.site import PAGES, ROUTES
from warehouse.connection import Snapshot
from warehouse.errors import WarehouseError
from warehouse.home import Home

_MEMORY = "256MB"  # of DuckDB in each process: enough for every page on a million figures, measured
# Nothing below these is a page; the last is Dash's answer to its own development tools, and nobody else's.
_MACHINE = ("/_dash", "/assets/", "/vendor/", "/_reload-hash")


def create_app(settings: Settings) -> Dash:
    """The dashboard on the published file below ``settings.home``; nothing is read before the first request."""
    app = Dash(
        __name__,
        title=shell.SITE_NAME,
        update_title=None,
        compress=True,
        health_endpoint="health",
        external_scripts=[files.PLOTLY_PATH],
        index_string=shell.INDEX,
        # a page comes into being when its address is opened, so its ids are unknown to the first layout
        suppress_callback_exceptions=True,
    )
    security.protect(app, settings)
    site = SiteMap(PAGES)
    app.layout = shell.layout(PAGES)
    current.equip(app.server, settings, Snapshot.of(Home(settings.home), memory=_MEMORY))
    _route(app, site)
    follow(app)
    for register in ROUTES:
        register(app.server)
    for page in PAGES:
        page.register(app)
    _name_pages(app, site)
    _answer_404(app, site)
    return app


def warm_up(app: Dash) -> None:
    """Ask for the first page before threads arrive.

    Dash 4.4 finishes its set-up inside the first request, and others that come meanwhile fail.
    """
    client = app.server.test_client()
    for path in ("/", "/_dash-layout", "/_dash-dependencies"):
        client.get(path)
    client.get(files.PLOTLY_PATH, headers={"Accept-Encoding": "br"})


def _route(app: Dash, site: SiteMap) -> None:
    """Draw the page of the address whenever the address changes."""

    def draw_page(path: object, search: object) -> tuple[Component, str]:
        visit = site.visit(_text(path) or "/", _text(search))
        try:
            if visit is None or visit.title() is None:
                return shell.not_found(), _title(None)
            return visit.layout(), _title(visit)
        except WarehouseError as error:
            return shell.failed(error), shell.SITE_NAME

    def say_broken(error: Exception) -> tuple[Component, str]:
        logs.REQUESTS.error("failure", exc_info=error, extra={"fields": {"path": request.path}})
        return shell.broken(), shell.SITE_NAME

    app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.TITLE, "data"),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        on_error=say_broken,
    )(draw_page)
    app.clientside_callback(
        ClientsideFunction("reported", "arrive"),
        Output(ids.ARRIVED, "data"),
        Input(ids.TITLE, "data"),
    )


def _text(value: object) -> str:
    """A part of the address as the browser sent it; '' for what is no text."""
    return value if isinstance(value, str) else ""


def _name_pages(app: Dash, site: SiteMap) -> None:
    """Put the title of the address into the HTML itself, for search engines and for links that are shared."""
    interpolate = app.interpolate_index

    def with_title(**parts: str) -> str:
        visit = site.visit(request.path)
        title = _known_title(visit)
        found = visit is not None and title != _title(None)
        alternates = visit.alternates() if visit is not None and found else []
        title = escape(title)
        metas = parts["metas"] + shell.head(title, alternates)
        return str(interpolate(**{**parts, "title": title, "metas": metas}))

    app.interpolate_index = with_title


def _known_title(visit: Visit | None) -> str:
    """The title, or the name of the site while no file is published."""
    try:
        return _title(visit)
    except WarehouseError:
        return shell.SITE_NAME


def _answer_404(app: Dash, site: SiteMap) -> None:
    """Give an address without a page the status 404, which Dash answers with 200."""

    def missing() -> tuple[str, int] | None:
        if request.path.startswith(_MACHINE) and (_is_catch_all() or request.path == _MACHINE[-1]):
            raise NotFound("There is nothing at this address.")
        if request.method not in ("GET", "HEAD") or not _is_catch_all():
            return None
        visit = site.visit(request.path)
        try:
            found = visit is not None and visit.title() is not None
        except WarehouseError:
            return app.index(), 503
        return None if found else (app.index(), 404)

    app.server.before_request(missing)


def _is_catch_all() -> bool:
    """Whether Dash's own rule for any path takes this request."""
    return request.url_rule is not None and request.url_rule.rule in ("/", "/<path:path>")


def _title(visit: Visit | None) -> str:
    title = None if visit is None else visit.title()
    return f"Page not found – {shell.SITE_NAME}" if title is None else f"{title} – {shell.SITE_NAME}"
