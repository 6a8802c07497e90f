"""What every request passes and every answer carries.

Set up once by ``protect``. Requests: an id, bounds on address and body, the login of a reverse
proxy, no writing from other sites, a rate. Answers: a content security policy without
``unsafe-eval``, the usual headers, a log line; a failure shows its request id and nothing else.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from flask import Response, g, request
from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    HTTPException,
    InternalServerError,
    NotFound,
    RequestURITooLarge,
    ServiceUnavailable,
    Unauthorized,
)
from werkzeug.middleware.proxy_fix import ProxyFix

from app import limits, logs
from app.settings import Settings
from warehouse.errors import NotPublished

if TYPE_CHECKING:
    from dash import Dash

LONGEST_QUERY = 8_000  # bytes
LARGEST_BODY = 2_000_000  # bytes; the largest is a text to check
_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_OPEN_PATHS = ("/health", "/ready")  # asked by machines that have no login
_UNCOUNTED = ("/assets/", "/vendor/", "/_dash-component-suites/", "/health", "/ready")
_OPEN_DATA = ("/api/", "/data/", "/series/", "/disagreements.atom", "/oembed")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def protect(app: Dash, settings: Settings) -> None:
    """Put the guards before all that is registered later, and the headers on all answers."""
    server = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    server.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    if settings.proxies:
        n = settings.proxies
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=n, x_proto=n, x_host=n)
    logs.to_stderr()
    limits.use(limits.Limiter())(server)
    for guard in (_start, _bound, _log_in(settings), _same_site, _count, _sensible(app)):
        server.before_request(guard)
    server.after_request(_write_log)  # the last to run: Flask goes backwards through these
    server.after_request(_policy(app))
    server.after_request(_keep_to_reader if settings.login_header else _open_to_other_sites)
    server.register_error_handler(Exception, _failure)


def _start() -> None:
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
    g.started = time.perf_counter()


def _bound() -> None:
    if len(request.query_string) > LONGEST_QUERY:
        raise RequestURITooLarge(f"The address is too long: at most {LONGEST_QUERY:,} bytes after the question mark.")


def _log_in(settings: Settings) -> Callable[[], None]:
    """Trust the header in which a reverse proxy names who has logged in; without it nobody gets in.

    The proxy must delete that header from what clients send, and nothing but the proxy may
    reach this server.
    """

    def check() -> None:
        g.user = request.headers.get(settings.login_header, "")[:200] if settings.login_header else ""
        if settings.login_header and not g.user and request.path not in _OPEN_PATHS:
            raise Unauthorized("Log in first: this service is reached through its login page.")

    return check


def _same_site() -> None:
    """Refuse to be written to by another site's page; browsers name the site, other clients name none."""
    if request.method not in ("GET", "HEAD", "OPTIONS") and request.headers.get("Sec-Fetch-Site", "none") not in (
        "same-origin",
        "none",
    ):
        raise Forbidden("This request came from another site.")


def _count() -> None:
    if not request.path.startswith(_UNCOUNTED):
        limits.count("any")


def _sensible(app: Dash) -> Callable[[], None]:
    """Refuse what no page of ours sends to a callback, before Dash takes it apart: it is no fault of ours."""

    def check() -> None:
        if request.method != "POST" or request.path != "/_dash-update-component":
            return
        try:
            body = request.get_json()
        except RecursionError:
            body = None
        asked = body if isinstance(body, dict) else {}
        inputs = asked.get("inputs")
        if not isinstance(inputs, list) or str(asked.get("output")) not in app.callback_map or not _named(inputs):
            raise BadRequest("No page of this service asks so.")

    return check


def _named(inputs: Sequence[object]) -> bool:
    """Whether there are inputs and each is a property of a component, or a list of such."""
    return bool(inputs) and all(
        _named(each) if isinstance(each, list) and each else isinstance(each, dict) and {"id", "property"} <= set(each)
        for each in inputs
        if each != []
    )


def _policy(app: Dash) -> Callable[[Response], Response]:
    @cache
    def script_hashes() -> str:
        # Dash knows its inline scripts only when every callback is there, which is at the first answer.
        return " ".join(app.csp_hashes())

    def add(response: Response) -> Response:
        framed = request.path.startswith("/embed/")
        framers = "*" if framed else "'self'"
        response.headers["Content-Security-Policy"] = (
            f"default-src 'self'; script-src 'self' {script_hashes()}; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; "
            f"form-action 'self'; frame-ancestors {framers}"
        )
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if not framed:
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        response.headers["X-Request-Id"] = g.get("request_id", "")
        return response

    return add


def _open_to_other_sites(response: Response) -> Response:
    """Let scripts of other sites read the files and the JSON of a service that anybody may read anyway."""
    if request.path.startswith(_OPEN_DATA) and not (response.mimetype or "").startswith("text/html"):
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _keep_to_reader(response: Response) -> Response:
    """Let no cache between us and who has logged in keep an answer for others."""
    response.headers.setdefault("Cache-Control", "private")
    return response


def _write_log(response: Response) -> Response:
    """Log path and status, not the query string: it may hold a text that somebody checks."""
    if request.path.startswith(_UNCOUNTED) and response.status_code < 400:
        return response
    fields = {
        "request_id": g.get("request_id"),
        "method": request.method,
        "path": request.path[:300],
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
        "bytes": response.content_length,
        "client": request.remote_addr,
        "user": g.get("user") or None,
    }
    logs.REQUESTS.info("request", extra={"fields": fields})
    return response


def _failure(error: Exception) -> Response:
    """Say what went wrong without saying how: the trace goes to the log, under the same request id."""
    if isinstance(error, NotPublished):
        error = ServiceUnavailable("Nothing is published yet. Run `figures ingest` with the articles to read.")
    if type(error).__name__ == "DependencyException":  # Dash's word for a script that it does not have
        error = NotFound("There is nothing at this address.")
    if not isinstance(error, HTTPException):
        fields = {"request_id": g.get("request_id"), "path": request.path[:300]}
        logs.REQUESTS.error("failure", exc_info=error, extra={"fields": fields})
        error = InternalServerError("Something went wrong here, and it has been logged.")
    headers = {k: v for k, v in error.get_headers() if k.lower() not in ("content-type", "content-length")}
    return Response(_said(error), error.code, headers, mimetype=_form())


def _form() -> str:
    return "application/json" if request.path.startswith(("/api/", "/_dash")) else "text/plain"


def _said(error: HTTPException) -> str:
    text, request_id = str(error.description), g.get("request_id", "")
    if _form() == "application/json":
        return json.dumps({"error": text, "status": error.code, "request_id": request_id})
    return f"{error.code} {error.name}\n\n{text}\n\nRequest {request_id}\n"
