"""The exchange rates of a run: the user's and those the warehouse holds first, then the European Central Bank's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from figures.catalogue import catalogue
from warehouse.connection import Connection, counted, run
from warehouse.converting import convert_money
from warehouse.money import Rate, Rates, central_bank_rates, currency_of
from warehouse.rows import Rows
from warehouse.sql import query


@dataclass
class Exchange:
    """Converts the money of one batch after the other; the bank's long history is read only when it is needed."""

    own: tuple[Rate, ...]
    _known: Rates = field(init=False)
    _currencies: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._known = Rates(self.own)

    def convert(self, rows: Rows) -> Rows:
        """The same rows, with foreign money converted where there is a rate for its day (``converting.py``)."""
        currencies = _currencies(rows)
        if not currencies <= _HOME:
            self._learn(currencies | _HOME)
        return convert_money(rows, self._known)

    def _learn(self, currencies: set[str]) -> None:
        if not currencies <= self._currencies:
            self._currencies |= currencies
            self._known = Rates((*self.own, *central_bank_rates(self._currencies)))

    def record(self, work: Connection, rows: Rows) -> None:
        """Keep the rates of the days and sources that *rows* were converted by."""
        used = set(zip(rows.figures["fx_date"].to_pylist(), rows.figures["fx_source"].to_pylist(), strict=True))
        keep_rates(work, (rate for rate in self._known.rates if (rate.day, rate.source) in used))


_HOME = {
    currency for indicator in catalogue().values() if (currency := currency_of(indicator.unit)) is not None
}  # what sums are converted to


def held_rates(work: Connection) -> tuple[Rate, ...]:
    """The rates that earlier runs kept."""
    rows = run(work, "select base, quote, rate, rate_date, rate_source from fx_rate order by all")
    return tuple(Rate(*row) for row in rows)


def keep_rates(work: Connection, rates: Iterable[Rate]) -> int:
    """Record rates and give how many are new; one that is there already stays as it is."""
    rows = [
        {
            "base": rate.base,
            "quote": rate.quote,
            "rate": rate.rate,
            "rate_date": rate.day,
            "rate_source": rate.source,
        }
        for rate in rates
    ]
    if not rows:
        return 0
    work.register("given", pa.Table.from_pylist(rows))
    try:
        return counted(work, query("add_rates"))
    finally:
        work.unregister("given")


def _currencies(rows: Rows) -> set[str]:
    units = rows.figures["unit"].unique().to_pylist()
    return {currency for unit in units if (currency := currency_of(unit)) is not None}
