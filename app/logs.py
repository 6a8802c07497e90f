"""One JSON object a line on stderr: every request, and every failure with its trace."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime

LONGEST_TRACE = 6_000  # characters, the last ones: a message may quote all that a stranger sent
REQUESTS = logging.getLogger("reported_figures.requests")


class JsonLines(logging.Formatter):
    """Writes a record and the ``fields`` given with it as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Time in UTC, level, message, then the fields."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["trace"] = "".join(traceback.format_exception(*record.exc_info))[-LONGEST_TRACE:]
        return json.dumps(line, ensure_ascii=False, default=str)


def to_stderr() -> None:
    """Send our log lines to stderr, once a process however many apps it makes."""
    if REQUESTS.handlers:
        return
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    REQUESTS.addHandler(handler)
    REQUESTS.setLevel(logging.INFO)
    REQUESTS.propagate = False
