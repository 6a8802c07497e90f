"""SQL for readers: one sandbox an app, and ``/api/sql`` in front of it."""

from __future__ import annotations

import atexit
from http import HTTPStatus
from typing import cast

from flask import Flask, Response, current_app, jsonify, request

from app import current, limits
from app.csvs import to_csv
from warehouse.home import Home
from warehouse.sandbox import Answer, Kind, Sandbox, SqlError

LONGEST_LINK = 3_000  # characters of a statement that still fits an address everywhere, once escaped
_KEY = "reported-figures-sandbox"
_STATUS = {
    Kind.REFUSED: HTTPStatus.BAD_REQUEST,
    Kind.WRONG: HTTPStatus.BAD_REQUEST,
    Kind.STOPPED: HTTPStatus.BAD_REQUEST,
    Kind.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
    Kind.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
}


def register(server: Flask) -> None:
    """Give *server* its sandbox and ``/api/sql?q=&format=json|csv``; no child starts before the first statement."""
    with server.app_context():
        sandbox = Sandbox(Home(current.settings().home).published)
    atexit.register(sandbox.close)
    server.extensions[_KEY] = sandbox
    server.add_url_rule("/api/sql", "sql", answer_sql, methods=["GET", "POST"])


def ask(sql: str) -> Answer:
    """Answer one statement of the reader at hand, and count it. Raises SqlError, or 429."""
    limits.count("sql")
    return cast(Sandbox, current_app.extensions[_KEY]).run(sql)


def answer_sql() -> Response:
    """The answer as JSON or CSV; an error says where in the statement it is."""
    sql = request.values.get("q", "")
    try:
        answer = ask(sql)
    except SqlError as error:
        return _refusal(error, sql)
    if request.values.get("format") == "csv":
        return _csv(answer)
    return jsonify(
        sql=sql,
        columns=[{"name": column.name, "type": column.type} for column in answer.columns],
        rows=answer.rows,
        more=answer.more,
        cut=answer.cut,
        seconds=round(answer.seconds, 4),
    )


def _refusal(error: SqlError, sql: str) -> Response:
    response = jsonify(
        error=error.message, kind=error.kind, line=error.line, column=error.column, pointed=error.pointed(sql)
    )
    response.status_code = _STATUS[error.kind]
    if error.kind is Kind.BUSY:
        response.headers["Retry-After"] = "3"
    return response


def _csv(answer: Answer) -> Response:
    text = to_csv([column.name for column in answer.columns], answer.rows)
    response = Response(text, mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="query.csv"'
    response.headers["X-More-Rows"] = "true" if answer.more else "false"
    return response
