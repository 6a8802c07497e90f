"""The map of the site: every page in one table, and every plain route beside them.

To add a page, write ``app/pages/<noun>.py`` with a ``PAGE`` and put it into PAGES; the order
is that of the header. To add plain routes or a filter on all requests, write a
function that takes the Flask server and put it into ROUTES: they are called in order, before
the first request.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from app import api, console, downloads, drafts, embedding, feeds, files
from app.page import Page
from app.pages import (
    article,
    articles,
    check,
    data,
    disagreements,
    event,
    figure,
    index,
    method,
    place,
    series,
    source,
    sql,
)

PAGES: tuple[Page, ...] = (
    index.PAGE,
    disagreements.PAGE,
    articles.PAGE,
    check.PAGE,
    data.PAGE,
    sql.PAGE,
    method.PAGE,
    series.PAGE,
    figure.PAGE,
    place.PAGE,
    source.PAGE,
    event.PAGE,
    article.PAGE,
)

ROUTES: tuple[Callable[[Flask], None], ...] = (
    files.register,
    console.register,
    downloads.register,
    api.register,
    feeds.register,
    embedding.register,
    drafts.register,
)
