"""Numbers, spans and dates as the pages print them: one style everywhere."""

from __future__ import annotations

import math
import re
from datetime import date, datetime

from app.display_units import DisplayUnit

_QUANTIFIERS = {
    "exact": "exact",
    "approximately": "about",
    "almost": "nearly",
    "more_than": "more than",
    "at_least": "at least",
    "less_than": "less than",
    "at_most": "at most",
    "range": "a range",
    "vague": "in vague words",
}


def number(value: float) -> str:
    """A number with thousands parted, to three digits or to its last whole: 1,295 · 540.5 · 22.4 · 0.18."""
    if value == 0:
        return "0"
    magnitude = math.floor(math.log10(abs(value)))
    decimals = 1 if magnitude == 2 else max(0, 2 - magnitude)
    text = f"{value:,.{min(decimals, 6)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: float, unit: DisplayUnit) -> str:
    """A canonical *value* in the unit shown, with its sign: ``1,295 km²``, ``$800 a month``."""
    return f"{unit.before}{number(value * unit.factor)}{unit.after}"


def span(low: float | None, high: float | None, unit: DisplayUnit) -> str:
    """Canonical ends in the unit shown: ``1,166–1,424 km²``, ``≥ 1,250 km²``; equal ends are one number."""
    if low is None:
        return "" if high is None else f"≤ {amount(high, unit)}"
    if high is None:
        return f"≥ {amount(low, unit)}"
    first, last = number(low * unit.factor), number(high * unit.factor)
    return f"{unit.before}{first if first == last else f'{first}–{last}'}{unit.after}"


def stated(value: float | None, low: float | None, high: float | None, quantifier: str, unit: DisplayUnit) -> str:
    """A figure in a word or two: ``about 800 km²``, ``more than 1,250 km²``, ``300–999 km²``."""
    if value is None:
        return span(low, high, unit)
    word = "" if quantifier == "exact" else f"{_QUANTIFIERS.get(quantifier, quantifier)} "
    return word + amount(value, unit)


def told(value: float | None, low: float | None, high: float | None, quantifier: str, unit: DisplayUnit) -> str:
    """A figure in a sentence, its unit in words where it has no sign: ``28 settlements``, ``at least 1 settlement``."""
    text = stated(value, low, high, quantifier, unit).replace("≥ ", "at least ").replace("≤ ", "at most ")
    return text if unit.before or unit.after else f"{text} {noun(text, unit)}"


def noun(text: str, unit: DisplayUnit) -> str:
    """What a number in *text* counts: one settlement, two settlements."""
    if text != "1" and not text.endswith(" 1"):
        return unit.words
    return "person" if unit.words == "people" else unit.words.removesuffix("s")


def hedge(quantifier: str) -> str:
    """A quantifier in plain words."""
    return _QUANTIFIERS.get(quantifier, quantifier)


def day(moment: date | datetime | None) -> str:
    """``8 April 2025``; '' for none."""
    return "" if moment is None else f"{moment.day} {moment:%B %Y}"


def short_day(moment: date | datetime | None) -> str:
    """``8 Apr 2025``; '' for none."""
    return "" if moment is None else f"{moment.day} {moment:%b %Y}"


def short_window(start: date, end: date) -> str:
    """A window for narrow places: ``20 Aug 24``, ``Aug 24``, ``2024``, ``2–9 May 25``."""
    if start == end:
        return f"{start.day} {start:%b %y}"
    whole = _whole(start, end)
    if whole:
        return whole if whole[0].isdigit() else f"{start:%b %y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%b %y}"
    return f"{start:%b}–{end:%b %y}" if start.year == end.year else f"{start:%b %y}–{end:%b %y}"


def window(start: date | None, end: date | None) -> str:
    """Days from *start* to *end* as people say them: a day, ``2–9 May 2025``, ``August 2024``, ``2024``."""
    if start is None or end is None:
        return day(start or end)
    if start == end:
        return day(start)
    return _whole(start, end) or _stretch(start, end)


def _whole(start: date, end: date) -> str:
    """The name of a whole year or month, '' for any other stretch."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    whole_month = start.day == 1 and (start.year, start.month) == (end.year, end.month)
    return f"{start:%B %Y}" if whole_month and _is_last(end) else ""


def _is_last(moment: date) -> bool:
    return date.fromordinal(moment.toordinal() + 1).day == 1


def _stretch(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def count(many: int, one: str, more: str = "") -> str:
    """``1 voice``, ``1,204 voices``."""
    return f"{many:,} {one if many == 1 else more or one + 's'}"


def times(ratio: float | None) -> str:
    """A gap factor: ``1.35×``; '' for none."""
    return "" if ratio is None else f"{ratio:.2f}".rstrip("0").rstrip(".") + "×"


def readable(excerpt: str) -> str:
    """The words of a claims row as people write them: ``more than 1,250 km²``, ``65,000 roubles a month``."""
    for unit, sign in _SIGNS.items():
        excerpt = excerpt.replace(unit, sign)
    excerpt = _LONG_NUMBER.sub(lambda digits: f"{int(digits[0]):,}", excerpt)
    number, _, last = excerpt.rpartition(" ")
    return f"{number} {_PLURALS[last]}" if last in _PLURALS and number != "1" else excerpt


# four digits and more that stand alone: no part of a longer number, of a word or of a date
_LONG_NUMBER = re.compile(r"(?<![\w.,-])[1-9]\d{3,14}(?![\w-]|[.,]\d)")
_SIGNS = {
    "km**2": "km²",
    "mi**2": "sq mi",
    "USD/month": "US dollars a month",
    "RUB/month": "roubles a month",
    " dimensionless": "",
}
_PLURALS = {"settlement": "settlements", "person": "people", "household": "households", "building": "buildings"}
