"""Units: one spelling for each, what converts into what, and by how much. The only module that knows pint.

Loading pint costs 0.8 CPU seconds, so the units that news prints stand with their factors in
``lexicon/units.csv`` and ``lexicon/currencies.csv``; pint is loaded, once, for any other. Persons,
households, settlements, buildings, regions, ages and every currency are dimensions of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from figures import wordlists
from figures.errors import FiguresError, LexiconError

if TYPE_CHECKING:
    from pint import UnitRegistry

Dimension = tuple[tuple[str, int], ...]  # base unit and exponent, by name
COUNTS = frozenset({"", "person", "household", "settlement", "building", "region"})
_TERM = re.compile(
    r"\s*(?P<operator>\*(?!\*)|/)?\s*(?P<name>[^\s*/^\d][^\s*/^]*)(?:\s*(?:\*\*|\^)\s*(?P<power>-?\d+))?\s*"
)


class UnknownUnit(FiguresError):  # noqa: N818 - reads as what happened
    """A unit that neither the lexicon nor pint knows; *unit* is as given."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit

    def __str__(self) -> str:
        return f"unit {self.unit!r} is not known; correct it, or add it to figures/lexicon/units.csv"


class DimensionMismatch(FiguresError):  # noqa: N818 - the name is part of the contract
    """Two units that do not measure the same thing, such as persons and households."""

    def __init__(self, unit: str, to: str) -> None:
        super().__init__(unit, to)
        self.unit = unit
        self.to = to

    def __str__(self) -> str:
        return f"{self.unit!r} cannot be converted to {self.to!r}: they measure different things"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of the lexicon: *factor* times *base* (SI, or a dimension of our own), and how text spells it."""

    unit: str
    name: str  # British, singular
    base: Dimension
    factor: float
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    glued: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurrencyRow:
    """A currency or a share of one; *before* are the signs in front of a number, *after* and *glued* behind it."""

    code: str
    of: str  # the currency that it is *factor* of; its own code when it is none's share
    factor: float
    name: str
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    glued: tuple[str, ...]


@cache
def unit_rows() -> dict[str, UnitRow]:
    """Every unit of ``units.csv`` by its short name."""
    found: dict[str, UnitRow] = {}
    for line, row in wordlists.packaged("units.csv"):
        if row["unit"] in found:
            raise LexiconError("figures/lexicon/units.csv", f"unit {row['unit']!r} twice", "join the two rows", line)
        base = tuple(sorted(_terms(row["base"]).items()))
        spelled = [_list(row[column]) for column in ("words", "symbols", "glued")]
        found[row["unit"]] = UnitRow(row["unit"], row["name"], base, float(row["factor"]), *spelled)
    return found


@cache
def currency_rows() -> dict[str, CurrencyRow]:
    """Every currency and subunit of ``currencies.csv`` by its code."""
    return {
        row["code"]: CurrencyRow(
            row["code"],
            row["of"] or row["code"],
            float(row["factor"]),
            row["name"],
            *[_list(row[column]) for column in ("words", "before", "after", "glued")],
        )
        for _, row in wordlists.packaged("currencies.csv")
    }


@cache
def short(unit: str) -> str:
    """The one spelling of a unit: pint's short name without spaces, such as ``km**2`` or ``USD/month``.

    Any spelling of pint or of the lexicon is understood (``mile**2``, ``square mile``); '' is ``dimensionless``.
    Raises UnknownUnit.
    """
    text = unit.strip()
    if text in ("", "dimensionless"):
        return "dimensionless"
    if text in unit_rows() or text in currency_rows():
        return text
    terms = _known_terms(text)
    return _pint_short(text) if terms is None else _spelled(terms)


@cache
def factor(unit: str, to: str) -> float:
    """How many *to* one *unit* is; for temperatures the size of a degree.

    Raises DimensionMismatch when they measure different things, UnknownUnit for a unit nobody knows.
    """
    size, dimension = _measure(short(unit))
    other, wanted = _measure(short(to))
    if dimension != wanted:
        raise DimensionMismatch(unit, to)
    return size / other


def same_dimension(unit: str, other: str) -> bool:
    """Whether the one converts into the other. Raises UnknownUnit."""
    return _measure(short(unit))[1] == _measure(short(other))[1]


def measure(unit: str) -> tuple[float, Dimension]:
    """How many base units one *unit* is, and which those are: SI, and the dimensions of our own. Raises UnknownUnit."""
    return _measure(short(unit))


def is_currency(unit: str) -> bool:
    """Whether this is an amount of one currency; a rate such as ``USD/month`` is not."""
    return short(unit) in currency_rows()


def is_count(unit: str) -> bool:
    """Whether whole things are counted: persons, households, villages ..., or things without a unit."""
    return short(unit).replace("dimensionless", "") in COUNTS


@cache
def name_of(unit: str) -> str:
    """The unit in words, British and singular: ``square kilometre``, ``dollar per month``; '' for a plain number."""
    text = short(unit)
    known = unit_rows().get(text) or currency_rows().get(text)
    if known is not None:
        return known.name
    top, _, bottom = text.partition("/")
    return f"{name_of(top)} per {name_of(bottom)}" if bottom else text.replace("_", " ")


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _terms(expression: str) -> dict[str, int]:
    """``kg*m**2/s**3`` as name to exponent; raises UnknownUnit for what is no product of powers."""
    found: dict[str, int] = {}
    position = int(expression.startswith("1"))  # 1/s
    while position < len(expression):
        term = _TERM.match(expression, position)
        if term is None:
            raise UnknownUnit(expression)
        power = int(term["power"] or 1) * (-1 if term["operator"] == "/" else 1)
        found[term["name"]] = found.get(term["name"], 0) + power
        position = term.end()
    return found


@cache
def _spellings() -> dict[str, str]:
    """Every spelling of the lexicon, in lower case unless a symbol, to its unit."""
    found: dict[str, str] = {}
    for unit, row in unit_rows().items():
        for word in (unit, row.name, row.name.replace(" ", "_"), *row.words, *row.symbols):
            found.setdefault(word, unit)
    for code, money in currency_rows().items():
        for word in (code, money.name, *money.words):
            found.setdefault(word, code)
    return found


def _known_terms(text: str) -> dict[str, int] | None:
    """The terms of an expression in short names; None when the lexicon lacks one."""
    spellings = _spellings()
    if text in spellings:
        return {spellings[text]: 1}
    terms: dict[str, int] = {}
    for name, power in _terms(text.replace(" per ", "/")).items():
        unit = spellings.get(name) or spellings.get(name.removesuffix("s"))
        if unit is None or unit == "dimensionless":
            return None
        terms[unit] = terms.get(unit, 0) + power
    return terms


def _spelled(terms: dict[str, int]) -> str:
    """Terms as pint prints them: what multiplies by name, then what divides."""
    squares = {f"{name}**{power}" for name, power in terms.items()} & unit_rows().keys()
    if len(terms) == 1 and squares:
        return squares.pop()
    top = [_power(name, power) for name, power in sorted(terms.items()) if power > 0]
    bottom = [_power(name, -power) for name, power in sorted(terms.items()) if power < 0]
    return "/".join(["*".join(top) or "1", *bottom]) if top or bottom else "dimensionless"


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"


@cache
def _measure(unit: str) -> tuple[float, Dimension]:
    """A short unit's size in its base units, and those; from the lexicon when it can."""
    if unit in unit_rows():
        return unit_rows()[unit].factor, unit_rows()[unit].base
    if unit in currency_rows():
        money = currency_rows()[unit]
        return money.factor, ((money.of, 1),)
    terms = _terms(unit) if unit != "dimensionless" else {}
    if not terms or (len(terms) == 1 and set(terms.values()) == {1}):
        return _pint_measure(unit)
    return _product(terms)


def _product(terms: dict[str, int]) -> tuple[float, Dimension]:
    size, dimension = 1.0, dict[str, int]()
    for name, power in terms.items():
        one, base = _measure(name)
        size *= one**power
        for unit, exponent in base:
            dimension[unit] = dimension.get(unit, 0) + exponent * power
    return size, tuple(sorted((unit, power) for unit, power in dimension.items() if power))


@cache
def registry() -> UnitRegistry[float]:
    """Pint with our definitions and one dimension a currency, built at the first call."""
    import pint

    # Loaded in two steps, not by the constructor: it caches base units before our definitions replace some.
    built: UnitRegistry[float] = pint.UnitRegistry(None, on_redefinition="ignore", system="mks")
    built.load_definitions(Path(pint.__file__).with_name("default_en.txt"))
    built.load_definitions(files("figures").joinpath("lexicon", "units.txt").read_text(encoding="utf-8").splitlines())
    for code, money in currency_rows().items():
        relation = f"[currency_{code}]" if money.of == code else f"{money.factor} * {money.of}"
        built.define(f"{code} = {relation}")
    return built


def _pint_short(text: str) -> str:
    import pint

    try:
        return f"{registry().Unit(text):~D}".replace(" ", "")
    except (pint.errors.PintError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        raise UnknownUnit(text) from error


def _pint_measure(unit: str) -> tuple[float, Dimension]:
    base = registry().get_base_units(unit)
    terms = _terms(f"{base[1]:~D}".replace(" ", "").replace("dimensionless", ""))
    return float(str(base[0])), tuple(sorted(terms.items()))
