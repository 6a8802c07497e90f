"""What the first lines of an article say of its own origin: headline, day and agency."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from figures.document import Origin
from figures.names import packaged_names
from figures.periods import month_number

HEAD = 600  # characters in which an article says where it comes from
HEADLINE = 160  # characters at most
_DAY = (
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,?"
    r"|(?P<month_b>[A-Za-z]{3,9})\.? (?P<day_b>\d{1,2}),?) "
    r"(?P<year>(?:19|20)\d\d)\b"
)
# How a page or a wire dates itself: "AFP Friday 20 Jun 2014", "Published July 27 2016", by a line of its own, or by a
# dateline, "GOMA, DR Congo, 27 January 2025 (AFP) -". A sentence that merely names a day does none of these.
_DATED = re.compile(
    r"(?:^\W{0,3}|\b(?:publish\w*|publication|posted(?: on)?|updated(?: at| on)?"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*)[,:]? )" + _DAY,
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?!On )[A-ZÀ-Þ][\w.'’\- ]{1,40}(?:, [\w.'’\- ]{2,30})?[,:]? [\(\[]?" + _DAY + r"[^.\n]{0,30}?(?:[-–—:|]|--) ",
    re.MULTILINE,
)
_OWN_LINE = re.compile(r"^\W{0,3}" + _DAY + r"[\w ,:|.()+\-]{0,40}$", re.MULTILINE)
_AGENCY = re.compile(
    r"[\(\[](?P<agency>[A-Z][\w’' \-]{1,30})[\)\]] ?(?:[-–—:]|--)|^(?P<dashed>AP|AFP) ?[-–—] ", re.MULTILINE
)


def byline(text: str, start: int) -> Origin:
    """The origin that the text from *start* prints itself; its date has the basis "byline"."""
    day = printed_day(text, start)
    return Origin(
        title=_headline(text, start),
        original_publisher=_agency(text[start : start + HEAD]),
        published=None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC),
        published_precision=None if day is None else "day",
        published_basis="unknown" if day is None else "byline",
    )


def printed_day(text: str, start: int) -> date | None:
    """The full date by which the article dates itself in its first lines; None without one."""
    head = text[start : start + HEAD]
    found = _DATED.search(head[:160]) or _DATELINE.search(head) or _OWN_LINE.search(head)
    if found is None:
        return None
    day = int(found.group("day") or found.group("day_b"))
    month = month_number(found.group("month") or found.group("month_b"))
    try:
        return None if month is None else date(int(found.group("year")), month, day)
    except ValueError:  # 31 June
        return None


def _headline(text: str, start: int) -> str | None:
    """The first line where it stands by itself and is no sentence."""
    line, blank, _ = text[start:].lstrip().partition("\n\n")
    is_headline = bool(blank) and "\n" not in line and len(line) <= HEADLINE and line[-1] not in ".:,;|"
    return line.lstrip("# ").strip() if is_headline else None


def _agency(head: str) -> str | None:
    """The news agency that a dateline names in brackets."""
    found = _AGENCY.search(head)
    return None if found is None else _agencies().get(found.group("agency") or found.group("dashed"))


@cache
def _agencies() -> dict[str, str]:
    """The agencies that the tables of the package know, by each of their names."""
    agencies = (source for source in packaged_names().sources.values() if source.kind == "agency")
    return {name: source.name for source in agencies for name in (source.name, *source.aliases)}
