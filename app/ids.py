"""Every component id that a callback or a test names, once."""

from __future__ import annotations

LOCATION = "location"
PAGE = "page"
TITLE = "title"
ARRIVED = "arrived"
SCHEME = "scheme"
MAIN = "main"

# The series page.
SLUG = "series-slug"
KNOWN = "series-known"
FINDING = "series-finding"
TABS = "series-tabs"
WHO = "series-who"
UNIT = "series-unit"
SCALE = "series-scale"
ORDER = "series-order"
START = "series-start"
END = "series-end"
NOTES = "series-notes"
DOWNLOADS = "series-downloads"
QUARRELS = "series-quarrels"
PASSAGE = "passage"
PASSAGE_SHOWN = "passage-shown"

# The SQL page and the article page.
SQL_TEXT = "sql-text"
SQL_RUN = "sql-run"
SQL_ANSWER = "sql-answer"
SQL_ASKED = "sql-asked"
SQL_ADDRESS = "sql-address"
ARTICLE = "article"
ARTICLE_SHOWN = "article-shown"

# The lists.
SEARCH = "search"
RESULTS = "results"
SEVERITY = "least-severity"
INDICATOR = "indicator"
PARTY = "party"
RELATION = "relation"
WORDS = "words"
RANKED = "ranked"

# The figure page.
REPORT = "report"
REPORT_TEXT = "report-text"
REPORT_NAME = "report-name"
REPORT_ANSWER = "report-answer"
REPORT_FIGURE = "report-figure"

Id = dict[str, object]


def panel(tab: str) -> str:
    """The panel of a tab of the series page."""
    return f"series-panel-{tab}"


def chart(name: object) -> Id:
    """A chart whose marks open passages."""
    return {"type": "chart", "name": name}


def mark(figure_id: object) -> Id:
    """A button that opens the passage of a figure."""
    return {"type": "mark", "figure": figure_id}


def close(name: object) -> Id:
    """A button that closes the passage."""
    return {"type": "close", "name": name}


def query(page: object) -> Id:
    """The query string that says what a page shows."""
    return {"type": "query", "page": page}


def written(page: object) -> Id:
    """The query string as last written into the address."""
    return {"type": "written", "page": page}


def reset(name: object) -> Id:
    """A button that shows everything again."""
    return {"type": "reset", "name": name}


DRAFT = "draft"
CHECK = "check"
CHECKED = "checked"
KEEPING = "keeping"
KEEP = "keep"
KEEP_TITLE = "keep-title"
KEEP_PUBLISHER = "keep-publisher"
KEPT = "kept"
