"""As of when: dates in words, counted from the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from figures import wordlists
from figures.document import Origin
from figures.figure import Basis, Period, Precision, Span
from figures.printed import lowered
from figures.words import Words


class Moment(NamedTuple):
    """A time named in a text: where the words stand, and the days they mean, both included.

    *relative* says that the day is counted from that of publication ("on Monday").
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    relative: bool = False


@cache
def _words(kind: str) -> dict[str, int]:
    return {row["word"]: int(row["value"]) for _, row in wordlists.packaged("time_words.csv") if row["kind"] == kind}


def month_number(word: str) -> int | None:
    """The month that *word* names, in full or shortened, in any case; None for another word."""
    return _words("month").get(word.lower().removesuffix("."))


@cache
def _pattern() -> re.Pattern[str]:
    """Times in small letters; a pattern that ignores case takes twice as long."""
    month = "|".join(sorted(_words("month"), key=len, reverse=True))
    weekday = "|".join(sorted(_words("weekday"), key=len, reverse=True))
    season = "|".join(_words("season"))
    number = "|".join(_words("number"))
    return re.compile(
        rf"""
        (?<![\w-])(?:
          (?P<iso>(?:19|20)\d\d-\d\d-\d\d)
        | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<month_after>{month})\b\.?
          (?:,?[ ](?P<year_a>(?:19|20)\d\d))?
        | (?P<month_first>{month})\b\.?[ ](?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d|[ ](?:people|civilians))
          (?:,?[ ](?P<year_b>(?:19|20)\d\d))?
        | (?:(?P<part>early|mid|late|beginning[ ]of|middle[ ]of|end[ ]of)[ -])?
          (?:(?P<which>last|this|in|by|since|of|until|for|during|from)[ ])?
          (?:(?P<part_b>early|mid|late)[ -]|the[ ](?P<part_c>beginning|middle|end)[ ]of[ ])?
          (?P<month_alone>{month})\b(?![ ]\d{{1,2}}(?:st|nd|rd|th)?\b)(?:,?[ ](?P<year_c>(?:19|20)\d\d)(?!\d))?
        | (?:(?P<past_day>last|previous)[ ])?(?P<weekday>{weekday})\b(?!\.?,?[ ]\d)
        | (?P<today>today|tonight|this[ ](?:morning|afternoon|evening)|overnight|now|currently)\b
        | (?P<yesterday>yesterday|a[ ]day[ ](?:earlier|before|ago)|the[ ](?:previous|day[ ]before))\b
        | (?P<season_of>last|this|the)[ ](?:(?:early|late)[ ])?(?P<season>{season})\b
        | (?P<span_of>last|this|previous|past)[ ](?P<span>week|weekend|month|year)\b
        | (?P<past>(?:in|over|during|for|within)[ ])?(?:the[ ])?(?:last|past|previous)[ ]
          (?P<past_count>\d{{1,3}}|{number}|few)[ ](?P<past_unit>hour|day|week|month|year)s?\b
        | (?P<ago_count>\d{{1,3}}|{number}|few)[ ](?P<ago_unit>day|week|month|year)s?[ ](?:ago|earlier)\b
        | recent[ ](?P<recent>days|weeks|months|years)\b
        | (?P<year_part>early|mid|late)[ -](?P<year_p>(?:19|20)\d\d)\b
        | (?:in|since|by|during|of|year|until|from|the)[ ](?P<year>(?:19|20)\d\d)\b
          (?![ ](?:people|civilians|houses|homes|square|km|soldiers|troops|families))
        )
        """,
        re.VERBOSE,
    )


@cache
def _time_words() -> frozenset[str]:
    named = {row["word"] for _, row in wordlists.packaged("time_words.csv") if row["kind"] != "number"}
    units = {unit + plural for unit in ("hour", "day", "week", "month", "year") for plural in ("", "s")}
    return frozenset(
        named
        | units
        | {
            "weekend",
            "today",
            "tonight",
            "overnight",
            "now",
            "currently",
            "yesterday",
            "morning",
            "afternoon",
            "evening",
            "previous",
        }
    )


def time_span(words: Words) -> Span | None:
    """The stretch of a sentence that its times can lie in; None when no word of it belongs to one.

    The pattern is slow, and most sentences name no time, or one.
    """
    known = _time_words()
    at = [k for k, lower in enumerate(words.lowers) if lower in known or (not lower.isalpha() and _has_time(lower))]
    if not at:
        return None
    return Span(words[max(0, at[0] - 5)].start, words[min(len(words), at[-1] + 5) - 1].end)


def _has_time(lower: str) -> bool:
    """Whether it is a year, or a part of a hyphened word or a possessive is of time ("mid-January", "Sunday's")."""
    return lower[:2] in ("19", "20") or any(part in _time_words() for part in lower.removesuffix("'s").split("-"))


def find_moments(text: str, span: Span, published: date | None) -> list[Moment]:
    """The times named in *span* of the text, left to right; without *published* only dates that carry their year."""
    moments: list[Moment] = []
    offset = max(0, span.start - 1)  # with the character before, which may make a word a part of another
    printed = text[offset : span.end]
    for found in _pattern().finditer(lowered(printed), span.start - offset):
        window = _window(found, printed, published)
        if window is not None:
            first, last, precision = window
            relative = any(found.group(name) for name in _RELATIVE_DAYS)
            moments.append(Moment(found.start() + offset, found.end() + offset, first, last, precision, relative))
    return moments


_RELATIVE_DAYS = ("weekday", "today", "yesterday", "past_unit", "ago_unit", "recent")
Window = tuple[date, date, Precision]


def _window(found: re.Match[str], printed: str, published: date | None) -> Window | None:
    for name, read in _READERS.items():
        if found.group(name):
            if name in ("month_alone", "weekday", "month_first") and not printed[found.start(name)].isupper():
                return None
            try:
                return read(found, published)
            except ValueError:  # 31 June, or the year 0
                return None
    return None


def _iso(found: re.Match[str], _: date | None) -> Window:
    return _day(date.fromisoformat(found.group("iso")))


def _day(day: date) -> Window:
    return day, day, Precision.DAY


def _day_and_month(day: str, month: str, year: str | None, published: date | None) -> Window | None:
    number = _words("month")[month]
    if year is not None:
        return _day(date(int(year), number, int(day)))
    if published is None:
        return None
    here = date(published.year, number, int(day))
    return _day(here if here <= published + timedelta(days=2) else here.replace(year=published.year - 1))


def _month(found: re.Match[str], published: date | None) -> Window | None:
    word = found.group("month_alone")
    introduced = (
        found.group("which")
        or found.group("part")
        or found.group("part_b")
        or found.group("part_c")
        or found.group("year_c")
    )
    if ((len(word) <= 4 and word not in ("june", "july")) or word == "march") and not introduced:
        return None
    month, year = _words("month")[word], found.group("year_c")
    if year is None and published is None:
        return None
    number = int(year) if year else _latest_year(month, published)  # type: ignore[arg-type]  # one of them is known
    part = (found.group("part") or found.group("part_b") or found.group("part_c") or "").split(" ")[0]
    return _part_of_month(number, month, part)


def _latest_year(month: int, published: date) -> int:
    return published.year if month <= published.month else published.year - 1


def _part_of_month(year: int, month: int, part: str) -> Window:
    end = monthrange(year, month)[1]
    first, last = {
        "early": (1, 10),
        "beginning": (1, 10),
        "mid": (10, 20),
        "middle": (10, 20),
        "late": (20, end),
        "end": (20, end),
    }.get(part, (1, end))
    return date(year, month, first), date(year, month, last), Precision.RANGE if part else Precision.MONTH


def _weekday(found: re.Match[str], published: date | None) -> Window | None:
    if published is None:
        return None
    back = (published.weekday() - _words("weekday")[found.group("weekday")]) % 7
    return _day(published - timedelta(days=7 if found.group("past_day") and not back else back))


def _days_back(days: int) -> Callable[[re.Match[str], date | None], Window | None]:
    return lambda _, published: None if published is None else _day(published - timedelta(days=days))


def _season(found: re.Match[str], published: date | None) -> Window | None:
    if published is None:
        return None
    month = _words("season")[found.group("season")]
    year = published.year if month <= published.month else published.year - 1
    start = date(year, month, 1)
    if found.group("season_of") == "last" and _months_on(start, 3) > published:
        start = date(year - 1, month, 1)
    return start, _months_on(start, 3) - timedelta(days=1), Precision.SEASON


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def _span(found: re.Match[str], published: date | None) -> Window | None:
    if published is None:
        return None
    unit, past = found.group("span"), found.group("span_of") != "this"
    if found.group("span_of") == "past" and unit in _UNIT_DAYS:
        return published - timedelta(days=_UNIT_DAYS[unit]), published, Precision.RANGE
    if unit in ("week", "weekend"):
        monday = published - timedelta(days=published.weekday() + (7 if past else 0))
        return monday, min(monday + timedelta(days=6), published), Precision.WEEK
    if unit == "month":
        start = _months_on(published, -1 if past else 0)
        return start, min(_months_on(start, 1) - timedelta(days=1), published), Precision.MONTH
    year = published.year - (1 if past else 0)
    return date(year, 1, 1), min(date(year, 12, 31), published), Precision.YEAR


_UNIT_DAYS: dict[str, float] = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}


def _count(printed: str) -> int:
    return int(printed) if printed.isdigit() else _words("number").get(printed, 3)


def _past(found: re.Match[str], published: date | None) -> Window | None:
    if published is None:
        return None
    days = round(_count(found.group("past_count")) * _UNIT_DAYS[found.group("past_unit")])
    return published - timedelta(days=max(1, days)), published, Precision.RANGE


def _ago(found: re.Match[str], published: date | None) -> Window | None:
    if published is None:
        return None
    unit = found.group("ago_unit")
    day = published - timedelta(days=round(_count(found.group("ago_count")) * _UNIT_DAYS[unit]))
    if unit == "day":
        return _day(day)
    if unit == "week":
        return day - timedelta(days=3), day + timedelta(days=3), Precision.WEEK
    if unit == "month":
        return _part_of_month(day.year, day.month, "")
    return date(day.year, 1, 1), date(day.year, 12, 31), Precision.YEAR


def _recent(found: re.Match[str], published: date | None) -> Window | None:
    if published is None:
        return None
    days = {"days": 7, "weeks": 28, "months": 120, "years": 1500}[found.group("recent")]
    return published - timedelta(days=days), published, Precision.RANGE


def _year(found: re.Match[str], _: date | None) -> Window:
    year = int(found.group("year"))
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _year_part(found: re.Match[str], _: date | None) -> Window:
    year = int(found.group("year_p"))
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[found.group("year_part")]
    return date(year, first, 1), date(year, last, monthrange(year, last)[1]), Precision.RANGE


_READERS: dict[str, Callable[[re.Match[str], date | None], Window | None]] = {
    "iso": _iso,
    "day_first": lambda f, p: _day_and_month(f.group("day_first"), f.group("month_after"), f.group("year_a"), p),
    "month_first": lambda f, p: _day_and_month(f.group("day_after"), f.group("month_first"), f.group("year_b"), p),
    "month_alone": _month,
    "weekday": _weekday,
    "today": _days_back(0),
    "yesterday": _days_back(1),
    "season": _season,
    "span": _span,
    "past_unit": _past,
    "ago_unit": _ago,
    "recent": _recent,
    "year_p": _year_part,
    "year": _year,
}


def published_period(origin: Origin) -> Period | None:
    """The day, month or year of publication as an as-of; None when it is not known."""
    if origin.published is None:
        return None
    day = origin.published.date()
    if origin.published_precision == "year":
        return Period(date(day.year, 1, 1), date(day.year, 12, 31), Precision.YEAR, Basis.PUBLISHED)
    if origin.published_precision == "month":
        return Period(day.replace(day=1), _months_on(day, 1) - timedelta(days=1), Precision.MONTH, Basis.PUBLISHED)
    return Period(day, day, Precision.DAY, Basis.PUBLISHED)


_OPEN_START = frozenset({"since", "from"})


_FOUNDED = re.compile(
    r"\b(?:founded|established|set up|recogni[sz]ed|created|formed|born|built|opened|launched|introduced|signed|"
    r"adopted|elected|appointed|discovered|independent) (?:back )?in \d{4}$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|who|whose|where)\b")


def nearest_moment(text: str, moments: list[Moment], span: Span, clause: Span) -> Moment | None:
    """The time that a number goes with: one in its clause before any other, then the nearest; None without any.

    A time behind a "which" or "who" after the number is of something else, and so is the year in which something was
    founded.
    """
    moments = [m for m in moments if m.start < span.end or not _RELATIVE.search(text, span.end, m.start)]
    moments = [
        m for m in moments if m.precision is not Precision.YEAR or not _FOUNDED.search(text, m.start - 24, m.end)
    ]

    def cost(moment: Moment) -> float:
        gap = moment.start - span.end if moment.start >= span.end else span.start - moment.end
        return gap + (0 if clause.start <= moment.start < clause.end else 150)

    return min(moments, key=cost, default=None)


def since(text: str, moment: Moment) -> bool:
    """Whether the words before open a window ("since August 6"), which then runs to the day of publication."""
    before = text[max(0, moment.start - 80) : moment.end].lower()
    return "since " in before.rpartition(". ")[2].rpartition(",")[2]


def sentences_moments(spans: list[Span], text: str, published: date | None) -> Iterator[Moment]:
    """The times of several sentences, in the order given."""
    for span in spans:
        yield from find_moments(text, span, published)
