"""Money: which currency an amount is in, and what it is in another on a day for which there is a rate.

Rates are reference rates between a base and a quote currency on a day, from a table of the
user's (``fx_rates.csv``) and from the history of the European Central Bank that the package
``currencyconverter`` ships. Where there is none for the day (roubles after 1 March 2022) an
amount keeps its own currency, and is compared with none in another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path

from figures import units, wordlists
from figures.errors import InputError, LexiconError
from figures.interval import Interval

LONGEST_GAP = 5  # days a rate may be older than the day asked for: a long weekend without trading
ECB = "European Central Bank"
_COLUMNS = ("base", "quote", "rate", "rate_date", "rate_source")


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of *base* is *rate* units of *quote* on *day*, says *source*."""

    base: str
    quote: str
    rate: float
    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another currency, with the day and the source of the rate; both are stored with it."""

    value: float | None
    amount: Interval
    unit: str
    rate: Rate


@dataclass(frozen=True)
class Rates:
    """All rates known, asked by pair and day; rates given first win over later ones for the same day."""

    rates: tuple[Rate, ...] = ()
    _by_pair: dict[tuple[str, str], dict[date, Rate]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for rate in self.rates:
            self._by_pair.setdefault((rate.base, rate.quote), {}).setdefault(rate.day, rate)

    def find(self, base: str, quote: str, day: date) -> Rate | None:
        """The rate of the day, or of the nearest trading day at most LONGEST_GAP days before it; None without one.

        A pair that is given the other way round is inverted; two pairs that share a currency
        and a source (as all of the European Central Bank's do) are crossed.
        """
        if base == quote:
            return Rate(base, quote, 1.0, day, "same currency")
        return self._direct(base, quote, day) or self._crossed(base, quote, day)

    def _direct(self, base: str, quote: str, day: date) -> Rate | None:
        forward = self._latest(base, quote, day)
        backward = self._latest(quote, base, day)
        if forward is not None and (backward is None or forward.day >= backward.day):
            return forward
        return None if backward is None else Rate(base, quote, 1 / backward.rate, backward.day, backward.source)

    def _crossed(self, base: str, quote: str, day: date) -> Rate | None:
        for bridge in sorted({currency for pair in self._by_pair for currency in pair} - {base, quote}):
            first, second = self._direct(base, bridge, day), self._direct(bridge, quote, day)
            if first is not None and second is not None and first.source == second.source:
                return Rate(base, quote, first.rate * second.rate, min(first.day, second.day), first.source)
        return None

    def _latest(self, base: str, quote: str, day: date) -> Rate | None:
        known = self._by_pair.get((base, quote))
        if known is None:
            return None
        days = sorted(known)
        place = bisect_right(days, day)
        if place == 0 or (day - days[place - 1]).days > LONGEST_GAP:
            return None
        return known[days[place - 1]]


def currency_of(unit: str) -> str | None:
    """The currency of an amount or a rate of money: RUB of ``RUB`` and of ``RUB/month``; None for no money."""
    money, _, _ = units.short(unit).partition("/")
    return units.currency_rows()[money].of if money in units.currency_rows() else None


def in_currency(unit: str, currency: str) -> str:
    """The same unit in another currency: ``USD/month`` in RUB is ``RUB/month``. *unit* is money."""
    _, slash, time = units.short(unit).partition("/")
    return f"{currency}{slash}{time}"


def convert(value: float | None, amount: Interval, unit: str, to: str, *, day: date, rates: Rates) -> Converted | None:
    """An amount of money in the currency and time of *to*, at the rate of *day*.

    None where there is no rate for the day: the amount then stays in its own currency.
    Raises DimensionMismatch when the two are not money over the same kind of time.
    """
    base, quote = currency_of(unit), currency_of(to)
    if base is None or quote is None:
        raise units.DimensionMismatch(unit, to)
    factor = units.factor(unit, in_currency(to, base))
    rate = rates.find(base, quote, day)
    if rate is None:
        return None
    whole = factor * rate.rate * units.factor(in_currency(to, quote), to)
    return Converted(None if value is None else value * whole, amount.scaled(whole), units.short(to), rate)


def read_rates(path: Path) -> list[Rate]:
    """Rates of a table with the columns base, quote, rate, rate_date (ISO day) and rate_source.

    Raises InputError for the first row that makes no sense: rates decide what may be compared.
    """
    return [_rate(cells, path.name, line) for line, cells in _rows(path)]


def central_bank_rates(currencies: Iterable[str]) -> Iterator[Rate]:
    """The European Central Bank's rates of the euro in *currencies*, day by day from 1999.

    Nothing where the package ``currencyconverter`` is not installed (the extra ``money``).
    """
    try:
        from currency_converter import CurrencyConverter
    except ImportError:
        return
    history = CurrencyConverter()
    for currency in sorted(set(currencies) & set(history.currencies or ())):
        for day, rate in sorted((history._rates or {}).get(currency, {}).items()):
            if rate is not None and currency != history.ref_currency:
                yield Rate(history.ref_currency, currency, float(rate), day, ECB)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for line, cells in wordlists.from_file(path):
            for column in _COLUMNS:
                if column not in cells:
                    raise InputError(path.name, f"column {column!r} is missing", f"give {', '.join(_COLUMNS)}", line)
            yield line, cells
    except LexiconError as error:
        raise InputError(path.name, error.problem, error.remedy, error.line) from error


def _rate(cells: dict[str, str], file: str, line: int) -> Rate:
    for column in ("base", "quote"):
        if cells[column] not in units.currency_rows():
            raise InputError(file, f"{column} {cells[column]!r} is no currency", "give a code such as USD or RUB", line)
    return Rate(
        cells["base"],
        cells["quote"],
        _above_zero(cells["rate"], file, line),
        _day(cells, file, line),
        cells["rate_source"],
    )


def _above_zero(cell: str, file: str, line: int) -> float:
    try:
        rate = float(cell)
    except ValueError:
        rate = 0.0
    if rate > 0 and isfinite(rate):
        return rate
    raise InputError(file, f"rate {cell!r} is no number above zero", "give how many quote one base is", line)


def _day(cells: dict[str, str], file: str, line: int) -> date:
    try:
        return date.fromisoformat(cells["rate_date"])
    except ValueError as error:
        raise InputError(file, f"rate_date {cells['rate_date']!r} is no day", "write it as 2024-08-13", line) from error
