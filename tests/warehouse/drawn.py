"""Figures drawn as a table, stored in a real DuckDB file of the newest schema: the fixture of the comparison tests.

A row is one figure; columns left out, and blank cells, take the dull defaults below. ``amount`` is a hedge and
a number ("about 800", "more than 1250", "900 to 1000", "vague 300 to 999").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import duckdb

from figures.catalogue import catalogue
from figures.figure import Quantifier
from figures.hedges import allowed, place_value
from figures.interval import Interval
from figures.units import factor, is_count
from warehouse.comparison import assess
from warehouse.migrating import migrate
from warehouse.settings import DEFAULTS, Settings

DULL = {
    "id": "",
    "voice": "",
    "indicator": "area_controlled",
    "holder": "",
    "place": "Kursk",
    "event": "",
    "population": "",
    "statistic": "",
    "amount": "100",
    "unit": "",
    "as_of": "2024-08-15",
    "publisher": "Daily",
    "published": "",
    "document": "",
    "confidence": "1",
    "stance": "asserts",
    "restates": "",
    "derived_from": "",
    "sentence": "",
    "share_of": "",
}
# voice: kind, party, alignment
VOICES = {
    "Smirnov": ("official", "Russia", "party"),
    "Manturov": ("official", "Russia", "party"),
    "Gerasimov": ("military", "Russia", "party"),
    "Khinshtein": ("official", "Russia", "party"),
    "Tsukanov": ("official", "Russia", "party"),
    "Russia": ("government", "Russia", "party"),
    "Syrskyi": ("military", "Ukraine", "party"),
    "Zelensky": ("official", "Ukraine", "party"),
    "General Staff": ("military", "Ukraine", "party"),
    "DeepState": ("map project", "Ukraine", "aligned"),
    "ISW": ("monitor", "ISW", "unaffiliated"),
    "UN": ("un", "UN", "unaffiliated"),
}
_HEDGES = {
    "about": Quantifier.APPROXIMATELY,
    "nearly": Quantifier.ALMOST,
    "more than": Quantifier.MORE_THAN,
    "at least": Quantifier.AT_LEAST,
    "less than": Quantifier.LESS_THAN,
    "up to": Quantifier.AT_MOST,
    "": Quantifier.EXACT,
}
_AMOUNT = re.compile(r"(?P<hedge>[a-z ]*?)\s*(?P<first>[\d.]+)(?: to (?P<last>[\d.]+))?$")


@dataclass(frozen=True)
class Verdict:
    """An assessment, as the tests ask for it."""

    relation: str
    explanation: str
    severity: int
    gap: float | None
    score: float
    labels: tuple[str, ...]
    others: tuple[str, ...]
    narrative: str


class Drawn:
    """A work file with the figures of one or more tables."""

    def __init__(self, path: Path) -> None:
        self.db = duckdb.connect(str(path))
        migrate(self.db, path)
        self._known: set[tuple[str, str]] = set()
        self.settings = DEFAULTS
        self.db.execute(
            "insert into run by name select 'r1' as run_id, '0' as software_version, '0' as reader_version,"
            " '0' as method_version, '{}' as params, timestamp '2026-01-01' as started_at"
        )
        for each in catalogue().values():
            self.db.execute(
                "insert into indicator values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    each.id, each.label, each.definition, each.unit, each.kind,
                    each.people, each.tolerance_days, each.family, each.hxl,
                ],
            )  # fmt: skip

    def store(self, table: str) -> Drawn:
        """Add the figures of a drawn table."""
        lines = [line for line in table.strip().splitlines() if line.strip() and not set(line) <= set("-| ")]
        header = [cell.strip() for cell in lines[0].split("|")]
        for line in lines[1:]:
            cells = [cell.strip() for cell in line.split("|")]
            assert len(cells) == len(header), line
            given = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
            self.add(**given)
        return self

    def add(self, **given: str) -> str:
        """Add one figure; give its id."""
        assert given.keys() <= DULL.keys(), given
        row = {**DULL, **given}
        figure_id = row["id"] or f"f{self._count()}"
        document = self._document(row)
        series = self._series(row)
        voice = row["voice"] or row["publisher"]
        self._source(voice)
        value, amount, quantifier, low_reported, high_reported = _read_amount(row)
        unit = catalogue()[row["indicator"]].unit
        reported = row["unit"] or unit
        times = factor(reported, unit)
        first, last, precision = _window(row["as_of"])
        sentence = row["sentence"] or None
        stored = {
            "figure_id": figure_id, "version": 1, "document_id": document,
            "evidence": "passage" if sentence else "table_row",
            "char_start": 0 if sentence else None, "char_end": 1 if sentence else None,
            "excerpt": f"{row['amount']} {reported}", "sentence": sentence, "quantifier": quantifier.value,
            "value_reported": value, "low_reported": low_reported, "high_reported": high_reported,
            "unit_reported": reported, "significant_digits": _digits(row["amount"]),
            "value": None if value is None else value * times,
            "low": None if amount.low is None else amount.low * times,
            "high": None if amount.high is None else amount.high * times,
            "unit": unit, "series_id": series, "as_of_start": first, "as_of_end": last,
            "as_of_precision": precision, "as_of_basis": "given", "voice_id": voice.lower(),
            "originator_id": row["voice"].lower() or None, "stance": row["stance"], "chain": voice,
            "origin_group": document, "restates_id": row["restates"] or None,
            "derived_from_id": row["derived_from"] or None, "confidence": float(row["confidence"]),
            "run_id": "r1", "recorded_at": "2026-01-01",
        }  # fmt: skip
        names, marks = ", ".join(stored), ", ".join("?" for _ in stored)
        self.db.execute(f"insert into figure ({names}) values ({marks})", list(stored.values()))
        return figure_id

    def assess(self, series_ids: list[str] | None = None) -> Drawn:
        """Assess, all series unless some are named."""
        assess(self.db, series_ids, settings=self.settings, run_id="r1")
        return self

    def using(self, **settings: float) -> Drawn:
        """Assess with other thresholds from now on."""
        self.settings = Settings(**settings)
        return self

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What is told of two figures; None where they are not paired."""
        found = self.db.execute(
            "select relation, explanation, severity, gap, severity_score, labels, other_explanations, narrative"
            " from assessment where figure_a = ? and figure_b = ? and method_version = ?",
            [*sorted((one, other)), self.settings.method_version],
        ).fetchall()
        assert len(found) <= 1
        return Verdict(*found[0][:5], tuple(found[0][5]), tuple(found[0][6]), found[0][7]) if found else None

    def flags(self, least: int = 1) -> set[tuple[str, str]]:
        """The pairs at or above a severity."""
        return set(
            self.db.execute(
                "select figure_a, figure_b from assessment where severity >= ? and method_version = ?",
                [least, self.settings.method_version],
            ).fetchall()
        )

    def _count(self) -> int:
        found = self.db.execute("select count(*) from figure").fetchone()
        assert found is not None
        return int(found[0])

    def _once(self, table: str, key: str, *values: object) -> None:
        if (table, key) not in self._known:
            self._known.add((table, key))
            self.db.execute(f"insert into {table} values ({', '.join('?' for _ in values)})", list(values))

    def _source(self, name: str) -> None:
        kind, party, alignment = VOICES.get(name, ("newspaper", name, "unknown"))
        for each, parent in ((party, None), (name, party if party != name else None)):
            each_kind, each_alignment = (kind, alignment) if each == name else ("government", "party")
            self._once(
                "source", each.lower(), each.lower(), each, each_kind,
                None if parent is None else parent.lower(), party.lower(), each_alignment, None, True,
            )  # fmt: skip

    def _document(self, row: dict[str, str]) -> str:
        self._source(row["publisher"])
        published = row["published"] or _window(row["as_of"])[1].isoformat()
        document = row["document"] or f"{row['publisher']} {published} {row['voice']} {row['amount']}"
        self._once(
            "document", document, document, "article", f"{document}.txt", None, None, None, "en", None,
            row["publisher"].lower(), None, published, "day", "given", "2026-01-01", document, None, None,
        )  # fmt: skip
        return document

    def _series(self, row: dict[str, str]) -> str:
        indicator = catalogue()[row["indicator"]]
        usual = {"running_total": "total", "share": "share"}.get(indicator.kind, "level")
        key = [row["holder"], row["share_of"], row["place"].lower(), row["event"].lower(), row["population"]]
        key.append(row["statistic"] or usual)
        series = f"{indicator.id}-{sha256('|'.join(key).encode()).hexdigest()[:12]}"
        if row["place"]:
            self._once("place", row["place"], row["place"].lower(), row["place"], "region", None, "", 1, 1, 1, True)
        if row["event"]:
            name, _, first = row["event"].partition("@")
            self._once(
                "event", row["event"], row["event"].lower(), name, "attack", row["place"].lower(),
                date.fromisoformat(first) if first else None, None, [], True,
            )  # fmt: skip
        self._once("series", series, series, series, series, indicator.id, *key)
        return series


def _read_amount(row: dict[str, str]) -> tuple[float | None, Interval, Quantifier, float | None, float | None]:
    text = row["amount"]
    found = _AMOUNT.match(text)
    assert found, text
    first = float(found["first"])
    if found["last"]:
        ends = Interval(first, float(found["last"]))
        kind = Quantifier.VAGUE if found["hedge"] == "vague" else Quantifier.RANGE
        return None, ends, kind, ends.low, ends.high
    quantifier = _HEDGES[found["hedge"]]
    counted = is_count(row["unit"] or catalogue()[row["indicator"]].unit)
    ends = allowed(first, quantifier, place_value(found["first"]), counted=counted)
    return first, ends, quantifier, ends.low, ends.high


def _digits(amount: str) -> int | None:
    found = _AMOUNT.match(amount)
    if found is None or found["last"]:
        return None
    digits = found["first"].replace(".", "").strip("0")
    return max(1, len(digits))


def _window(as_of: str) -> tuple[date, date, str]:
    """A day, a month, a year, or ``first..last``."""
    if ".." in as_of:
        first, last = as_of.split("..")
        return date.fromisoformat(first), date.fromisoformat(last), "range"
    if len(as_of) == 4:
        return date(int(as_of), 1, 1), date(int(as_of), 12, 31), "year"
    if len(as_of) == 7:
        first_day = date.fromisoformat(f"{as_of}-01")
        after = (first_day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return first_day, after - timedelta(days=1), "month"
    return date.fromisoformat(as_of), date.fromisoformat(as_of), "day"
