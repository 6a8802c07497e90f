"""An amount while it is being read: a numeral, its unit or noun, and what ranges and ellipsis add to it."""

from __future__ import annotations

from typing import NamedTuple

from figures import units
from figures.ages import is_age
from figures.cues import cues
from figures.figure import Quantifier
from figures.labels import is_label
from figures.measures import Measure, find_measure, may_open_rate, money_before, with_rate
from figures.nouns import NounPhrase, function_words, harming, is_plural
from figures.number_nouns import noun_of, past, unit_start
from figures.numeral import Numeral, values
from figures.numerals import read_numeral, trigger_words
from figures.tokens import PAD, Tokens


class Amount(NamedTuple):
    """A numeral with what says what it counts.

    *first* is the token where it starts (a money sign, a minus); *sign* is -1 or 1; *counted* is the unit of its noun.
    *other* is the second end of a range. *inherited* is the bound, and *movement* the movement, of the amount that this
    one restates. *carried_unit*, *carried_name* and *carried_noun* come from another amount of the sentence. *apart*
    says that the noun stands behind another amount ("eight million 250ml bottles"), out of this one's span.
    """

    number: Numeral
    first: int
    measure: Measure | None
    phrase: NounPhrase | None
    sign: int
    counted: str
    other: Amount | None = None
    inherited: Quantifier | None = None
    movement: str | None = None
    carried_unit: str = ""
    carried_name: str = ""
    carried_noun: str | None = None
    apart: bool = False

    @property
    def low(self) -> float:
        """The number, or the first end of a range, in the printed unit."""
        return self.sign * self.number.low

    @property
    def high(self) -> float | None:
        """The second end of a range as printed; None for a single number."""
        return None if self.other is None else self.other.sign * self.other.number.high

    @property
    def measure_last(self) -> int:
        """The token behind the number and its unit; the noun may hold further numbers."""
        return self.number.last if self.measure is None else max(self.measure.last, self.number.last)

    def named_last(self, tokens: Tokens) -> int:
        """The token behind the number, its unit, and the name of a model in its noun: "two new 737 Max jets"."""
        inner = [] if self.phrase is None or self.apart else tokens.kinds[self.phrase.first : self.phrase.last]
        return self.phrase.last if self.phrase is not None and "number" in inner else self.measure_last

    @property
    def last(self) -> int:
        """The token behind the amount: its noun belongs to it, but not what a share is of."""
        end = max(self.measure_last, self.other.last if self.other else 0)
        return end if self.phrase is None or self.is_share or self.apart else max(end, self.phrase.last)

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something: a percentage or a fraction without a unit."""
        if self.measure is not None:
            return self.measure.name == "percentage"
        return self.number.form == "fraction"

    @property
    def is_counted(self) -> bool:
        """Whether a noun of its own says what is counted."""
        return self.phrase is not None and not self.is_share

    def is_joined(self, tokens: Tokens) -> bool:
        """Whether a hyphen joins the noun to the number: "six-cylinder"."""
        return self.phrase is not None and tokens.words[self.phrase.first - 1] == "-"

    @property
    def is_bare(self) -> bool:
        """Whether nothing was printed that says what is counted."""
        return self.measure is None and self.phrase is None and not self.is_share

    @property
    def unit_in_print(self) -> str:
        """The printed unit, ``%`` for shares in hundredths; '' for a bare count."""
        unit = self.measure.unit if self.measure else self.carried_unit
        return "%" if unit.startswith("%") else unit

    @property
    def unit(self) -> str:
        """The unit that the value is in; shares are plain numbers."""
        if self.measure is not None:
            return "dimensionless" if self.measure.unit == "%" else self.measure.unit.replace("%/", "1/")
        if self.is_share:
            return "dimensionless"
        carried = "dimensionless" if self.carried_unit == "%" else self.carried_unit
        return carried or self.counted or "dimensionless"


def read_amounts(tokens: Tokens) -> list[Amount]:
    """Every numeral of a sentence with its unit or noun, names and dates left out."""
    found: list[Amount] = []
    openings = _openings(tokens)
    free, many = PAD, len(openings) > _DENSE
    for at in openings:
        if at < free:
            continue
        if many and _is_table(tokens, at):
            free = at + _TABLE
            continue
        number = read_numeral(tokens, at)
        if number is None:
            continue
        amount = _amount(tokens, number)
        if amount is not None:
            found.append(amount)
            free = amount.named_last(tokens)
        else:
            free = number.last + 2 if _goes_on(tokens, number.last) else number.last  # ISO 3888-2, August 6-8
    return found


def _openings(tokens: Tokens) -> list[int]:
    """Where a numeral may start: at digits, at a number word, at an "a" before one."""
    triggers, words, kinds = trigger_words(), tokens.words, tokens.kinds
    found = [at for at, word in enumerate(words) if word in triggers or kinds[at] == "number"]
    articles = [at - 1 for at in found if words[at - 1] in ("a", "an") and words[at] in triggers]
    return sorted(found + articles) if articles else found


def _is_table(tokens: Tokens, at: int) -> bool:
    """Whether numbers stand so close together that this is a dump of data, which nothing explains, and no prose."""
    near = slice(at, at + _TABLE)
    return tokens.kinds[near].count("number") > _DENSE or tokens.words[near].count(tokens.words[at]) > _DENSE


_TABLE, _DENSE = 50, 20  # tokens; how many of them are numbers, or the same word


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a dash joins another number to a name in digits."""
    return (
        tokens.words[at] in ("-", "–")
        and tokens.glued(at - 1)
        and tokens.glued(at)
        and tokens.kinds[at + 1] == "number"
    )


_WORDED = frozenset(values("one"))


def _amount(tokens: Tokens, number: Numeral) -> Amount | None:
    """The numeral with its money sign, unit and noun; None when it names something."""
    money, behind = money_before(tokens, number.first), number.last
    measure: Measure | None
    if money is not None:
        measure = with_rate(tokens, Measure(number.last, number.last, money[1], units.name_of(money[1])))
    else:
        behind = unit_start(tokens, number)
        measure = find_measure(tokens, behind, digits=number.form == "digits")
        measure = None if measure is None else with_rate(tokens, measure)
    if tokens.words[number.first] in values("multiple"):
        measure = Measure(number.last, number.last, "dimensionless", "time")
    if is_age(tokens, number, measured=measure is not None) and (measure is None or measure.unit == "year"):
        end = number.last if measure is None else measure.last
        measure = Measure(end, end, "year_of_age", "year of age")
    if is_label(tokens, number, measured=measure is not None):
        return None
    first = number.first if money is None else money[0]
    first, sign = _signed(tokens, first, number.first)
    phrase = noun_of(tokens, number, measure, behind)
    if phrase is not None and not phrase.unit and not is_plural(tokens.words[phrase.head]) and _harmed(tokens, number):
        phrase = None  # wounded 50 state media reported
    if measure is None and phrase is not None:
        measure = _behind_adjectives(tokens, phrase)
        phrase = phrase if measure is None else None
    if measure is None and phrase is not None and number.form != "fraction":
        measure = _rate_of(tokens, phrase)
    counted = phrase.unit if phrase else _harmed(tokens, number)
    apart = phrase is not None and (
        "number" in tokens.kinds[number.last : phrase.first]
        or not _WORDED.isdisjoint(tokens.words[phrase.first : phrase.last])
    )  # "5 one-year terms": the term's length is a number of its own
    return Amount(number, first, measure, phrase, sign, counted, apart=apart)


def _behind_adjectives(tokens: Tokens, phrase: NounPhrase) -> Measure | None:
    """The unit at the end of a noun phrase: "517 rushing yards", "two full days"."""
    if phrase.head == phrase.first or not is_plural(tokens.words[phrase.head]):
        return None
    measure = find_measure(tokens, phrase.head, digits=False)
    return None if measure is None or measure.name == "time" else with_rate(tokens, measure)


def _rate_of(tokens: Tokens, phrase: NounPhrase) -> Measure | None:
    """The unit of things in a time: "5,000 people a day", "60 frames per second"."""
    if not may_open_rate(tokens, phrase.last):
        return None
    things = Measure(phrase.last, phrase.last, phrase.unit or "item", phrase.name(tokens))
    rate = with_rate(tokens, things)
    return None if rate is things else rate


def _signed(tokens: Tokens, first: int, number: int) -> tuple[int, int]:
    """Where the amount starts with its minus sign, and -1 or 1; a hyphen between words is no sign."""
    before = first - 1
    if tokens.words[before] == "minus" or (
        tokens.words[before] == "-" and tokens.words[before - 1] == "minus" and tokens.glued(before - 1)
    ):
        return before - (tokens.words[before] == "-"), -1
    is_sign = tokens.words[before] in ("-", "−", "–") and tokens.glued(before) and not tokens.glued(before - 1)
    if is_sign and tokens.kinds[before - 1] != "number":
        return before, -1
    inside = tokens.words[number - 1] in ("-", "−") and number - 1 > first
    return first, -1 if inside else 1


def _harmed(tokens: Tokens, number: Numeral) -> str:
    """``person`` when a bare number is said to be killed, wounded, displaced ...: "86 killed", "injuring 19"."""
    at = past(tokens, number.last, _BEFORE_HARM)
    if function_words().get(tokens.words[at]) == "harmed":
        return "person"
    before = number.first - 1
    while tokens.words[before] in _AFTER_HARMING or tokens.words[before] in ("injured", "wounded", "dead"):
        before -= 1
    return (
        "person"
        if function_words().get(tokens.words[before + 1]) == "harmed" or tokens.words[before] in harming()
        else ""
    )


_BEFORE_HARM = cues("before_harm") | frozenset("+-")
_AFTER_HARMING = cues("after_harming")
