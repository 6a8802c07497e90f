"""What stands around every page: the HTML frame, the header with its navigation, the footer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from app import ids
from app.page import Page
from warehouse.errors import WarehouseError

SITE_NAME = "Reported Figures"
_DESCRIPTION = (
    "Numbers in the news as printed, with who said them, where and when, and where sources contradict each other."
)

INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
{%favicon%}
<link rel="preload" href="/assets/fonts/inter-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/assets/fonts/source-serif-4-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
{%css%}
</head>
<body>
{%app_entry%}
<noscript>This page draws its charts with JavaScript. The figures themselves are at /data and need none.</noscript>
<footer>
{%config%}
{%scripts%}
{%renderer%}
</footer>
</body>
</html>"""

_THEME = {
    "fontFamily": '"Inter Variable", system-ui, sans-serif',
    "primaryColor": "accent",
    "primaryShade": {"light": 7, "dark": 4},
    "colors": {
        "accent": [
            "#fbf0f3", "#f3dbe2", "#e9bccb", "#ef9bb3", "#f08aa6",
            "#d04a70", "#b82953", "#a0173f", "#860f33", "#6b0a28",
        ],
    },
    "defaultRadius": "sm",
    "autoContrast": True,
    "respectReducedMotion": True,
}  # fmt: skip


def head(title: str, alternates: Iterable[tuple[str, str]]) -> str:
    """What search engines, shared links and machines read of a page; *title* is escaped already."""
    links = [f'<link rel="alternate" type="{escape(kind)}" href="{escape(address)}">' for kind, address in alternates]
    return "".join(
        [
            f'<meta name="description" content="{_DESCRIPTION}">',
            f'<meta property="og:title" content="{title}">',
            f'<meta property="og:description" content="{_DESCRIPTION}">',
            '<meta property="og:type" content="article">',
            *links,
        ]
    )


def layout(pages: Iterable[Page]) -> Component:
    """The frame of the app; the page itself is drawn into it by address."""
    return dmc.MantineProvider(
        [
            html.A("Skip to content", href=f"#{ids.MAIN}", className="skip-link"),
            dcc.Location(id=ids.LOCATION, refresh="callback-nav"),
            dcc.Store(id=ids.TITLE),
            dcc.Store(id=ids.ARRIVED),
            _header([page for page in pages if page.nav]),
            html.Main(
                html.Div(html.P("Loading …", className="loading", role="status"), id=ids.PAGE),
                id=ids.MAIN,
                tabIndex=-1,
            ),
            _footer(),
        ],
        theme=_THEME,
        defaultColorScheme="auto",
    )


def not_found() -> Component:
    """The page for an address where there is nothing."""
    return html.Article(
        [
            html.H1("Nothing here"),
            html.P("No page has this address. It may have been mistyped, or its figures were never published."),
            html.P(dcc.Link("All series of figures", href="/")),
        ],
        className="sheet narrow",
    )


def failed(error: WarehouseError) -> Component:
    """The page while the published file is missing or damaged: what was found and what to do."""
    return html.Article(
        [
            html.H1("No data yet"),
            html.P(str(error)),
            html.P(
                "Whoever runs this service publishes the file with: figures ingest seeds. Then load this page again."
            ),
        ],
        className="sheet narrow",
        role="alert",
    )


def broken() -> Component:
    """The page when drawing it failed: nothing of why, and what to do."""
    return html.Article(
        [
            html.H1("This page could not be drawn"),
            html.P("The fault is ours and has been noted. Load the page again; the figures themselves are safe."),
            html.P([dcc.Link("All series of figures", href="/"), " · ", html.A("All rows as files", href="/data")]),
        ],
        className="sheet narrow",
        role="alert",
    )


def _header(listed: Iterable[Page]) -> Component:
    links = [(page.nav, page.path) for page in listed]
    return html.Header(
        html.Div(
            [
                dcc.Link(SITE_NAME, href="/", className="site-name"),
                html.Nav(_links(links), className="nav-wide", **{"aria-label": "Main"}),
                html.Details(
                    [html.Summary("Menu"), html.Nav(_links(links), **{"aria-label": "Menu"})], className="nav-narrow"
                ),
                dmc.ColorSchemeToggle(
                    id=ids.SCHEME,
                    lightIcon=html.Span("☀", className="icon"),
                    darkIcon=html.Span("☾", className="icon"),
                    variant="default",
                    size="lg",
                    **{"aria-label": "Light or dark"},
                ),
            ],
            className="bar",
        ),
        className="site-header",
    )


def _links(links: Iterable[tuple[str, str]]) -> Component:
    return html.Ul([html.Li(dcc.Link(label, href=path)) for label, path in links])


def _footer() -> Component:
    return html.Footer(
        [
            html.P(
                [
                    "Numbers as printed, with who said them. No best value and no average is made. ",
                    dcc.Link("How figures are read and compared", href="/method"),
                    ".",
                ]
            ),
            html.P(
                [
                    "Everything here is yours to take: ",
                    dcc.Link("files", href="/data"),
                    ", ",
                    dcc.Link("SQL", href="/sql"),
                    ", ",
                    html.A("a feed of disagreements", href="/disagreements.atom"),
                    ". Free software under the MIT licence.",
                ]
            ),
        ],
        className="site-footer",
    )
