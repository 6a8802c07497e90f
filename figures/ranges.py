"""Amounts of one sentence that belong together: the ends of a range, a conversion in brackets, a unit left out."""

from __future__ import annotations

from figures.amounts import Amount
from figures.cues import cues
from figures.figure import Quantifier
from figures.nouns import function_words, singular_of
from figures.tokens import Tokens
from figures.units import currency_rows
from figures.wording import hedge_before, movement_before

_DASHES = ("-", "–", "—", "‑", "−")
_STOPS = frozenset(";:.!?•|")
_TIMES = cues("times")
_COUNTED_SCALES = 1000
_OWNERS = frozenset(("his", "her", "its", "their", "my", "our"))


def joined(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The amounts of a sentence with ranges made one, scores dropped, and hedges, units and nouns handed on."""
    if len(amounts) < 2:
        return amounts
    found: list[Amount] = []
    position = 0
    while position < len(amounts):
        amount = amounts[position]
        following = amounts[position + 1] if position + 1 < len(amounts) else None
        if following is not None and _is_score(tokens, amount, following):
            position += 2
            continue
        if following is not None and _is_range(tokens, amount, following) and not _ends_step(tokens, found, amount):
            found.append(_range(tokens, amount, following))
            position += 2
            continue
        found.append(amount)
        position += 1
    return _with_restatements(tokens, _with_carried(tokens, found))


def _is_score(tokens: Tokens, first: Amount, second: Amount) -> bool:
    """Two bare small numbers around a dash: 2-1, or 54-46 before "win"."""
    dash = first.number.last
    if second.first - dash != 1 or tokens.words[dash] not in _DASHES or tokens.glued(dash - 1) != tokens.glued(dash):
        return False  # four- five- and six-cylinder engines
    if not (first.is_bare and first.measure is None and second.measure is None) or second.carried_unit:
        return False
    if first.number.low % 1 or second.number.low % 1:
        return False  # a quotation, 149.20-149.25
    return second.phrase is None or first.number.low >= second.number.low


def _is_range(tokens: Tokens, first: Amount, second: Amount) -> bool:
    """Whether two neighbours are the ends of one span of numbers."""
    if (first.is_share != second.is_share and not first.is_bare) or first.number.form == "fraction":
        return False
    gap = tuple(tokens.words[first.measure_last : second.first])
    if len(gap) > 1 or (first.phrase is not None and first.phrase.first < second.first):
        gap = tuple(tokens.words[first.last : second.first])
    if gap == ("up", "to"):
        gap = ("to",)
    if len(gap) != 1 or not _same_unit(tokens, first, second):
        return False
    joint, before = gap[0], tokens.words[first.first - 1]
    if joint in _DASHES:
        return _is_span(tokens, first, second)
    if joint == "/":
        return first.measure is not None and second.measure is not None
    if joint == "or":
        return before != "either" and _is_either(first, second)
    hedge = hedge_before(tokens, first.first)
    before = tokens.words[hedge[0] - 1] if hedge else before
    if joint == "and":
        return before == "between"
    return (
        joint == "to"
        and (before != "from" or not _is_moved(tokens, first))
        and not _is_step(tokens, first, second, before)
    )


def _is_span(tokens: Tokens, first: Amount, second: Amount) -> bool:
    if tokens.glued(second.first - 2) and not tokens.glued(second.first - 1):
        return False  # four- five- and six-cylinder engines
    return first.sign > 0 and (
        first.measure is None or first.measure.last == first.number.last or second.measure is not None
    )


def _is_either(first: Amount, second: Amount) -> bool:
    """Whether "or" joins the ends of a range: "two or three days", not "3 or 500"."""
    return first.number.low < second.number.high and second.number.low <= 10 * max(first.number.low, 1) * max(
        second.number.scale, 1
    )


def _is_moved(tokens: Tokens, amount: Amount) -> bool:
    """Whether a verb moved from this level to another: "rose from 5 to 10" is no span."""
    return movement_before(tokens, amount.first - 1, of_money=False, relative=True) is not None


def _is_step(tokens: Tokens, first: Amount, second: Amount, before: str) -> bool:
    """Whether this is a step and then the level reached: "up by $43.6 billion to $419.2 billion"."""
    if before == "from" or (first.is_bare and not second.is_bare):
        return False  # up 2 to 3 per cent
    return _is_step_itself(tokens, first)


def _is_step_itself(tokens: Tokens, amount: Amount) -> bool:
    start = hedge_before(tokens, amount.first)
    return movement_before(tokens, start[0] if start else amount.first, of_money=False, relative=True) is not None


def _ends_step(tokens: Tokens, found: list[Amount], amount: Amount) -> bool:
    """Whether it says a step again, so that the level reached follows: "rose 1.8 per cent or $1.41 to $81.45"."""
    if not found or tuple(tokens.words[found[-1].last : amount.first]) not in _AGAIN:
        return False
    return tokens.words[amount.last] == "to" and _is_step_itself(tokens, found[-1])


_AGAIN = (("or",), (",", "or"))


def _same_unit(tokens: Tokens, first: Amount, second: Amount) -> bool:
    if first.measure is None:
        if first.phrase is not None and second.phrase is not None:
            return singular_of(tokens.words[first.phrase.head]) == singular_of(tokens.words[second.phrase.head])
        return first.phrase is None or second.phrase is None
    if second.measure is None:
        return second.phrase is None
    return first.measure.unit == second.measure.unit or second.measure.unit.startswith(f"{first.measure.unit}/")


def _range(tokens: Tokens, first: Amount, second: Amount) -> Amount:
    """One amount from both ends; a magnitude and a unit printed once belong to both."""
    number = first.number
    if second.number.scale > 1 and number.scale == 1 and number.low < _COUNTED_SCALES:
        scale = second.number.scale
        if number.low * scale <= second.number.low:
            number = number._replace(low=number.low * scale, high=number.high * scale, scale=scale)
    measure = second.measure or first.measure
    if measure is not None:
        measure = measure._replace(last=max(measure.last, second.measure_last))
    return first._replace(
        number=number._replace(last=second.number.last),
        measure=measure,
        phrase=second.phrase or first.phrase,
        counted=second.counted or first.counted,
        other=second,
        apart=first.apart or second.apart,
    )


# Restatements and ellipsis ----------------------------------------------------------------------------------------


def _with_restatements(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """A conversion in brackets takes the bound of what it converts: "more than 100 kilometers (60 miles)"."""
    found = amounts[:1]
    for amount in amounts[1:]:
        found.append(_restating(tokens, found[-1], amount))
    return found


def _restating(tokens: Tokens, before: Amount, amount: Amount) -> Amount:
    """*amount* with the bound or the movement of the one *before*, when it says the same in another unit."""
    gap = tokens.words[before.last : amount.first]
    if len(gap) > 2 or before.measure is None or amount.measure is None:
        return amount
    if gap in (["("], ["/"]) and before.measure.unit != amount.measure.unit:
        return amount._replace(inherited=_hedge_of(tokens, before))
    if gap in ([",", "or"], ["or"], ["("]):
        return amount._replace(movement=_movement_of(tokens, before))
    return amount


def _hedge_of(tokens: Tokens, amount: Amount) -> Quantifier | None:
    """The bound of an amount; an approximation is not handed on, the conversion says so itself where it is one."""
    hedge = hedge_before(tokens, amount.first)
    quantifier = amount.inherited if hedge is None else hedge[1]
    return None if quantifier in (Quantifier.APPROXIMATELY, Quantifier.ALMOST) else quantifier


def _movement_of(tokens: Tokens, amount: Amount) -> str | None:
    hedge = hedge_before(tokens, amount.first)
    start = amount.first if hedge is None else hedge[0]
    return amount.movement or movement_before(tokens, start, of_money=False, relative=True)


def _with_carried(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Units and nouns for bare numbers: from the amount behind ("10, 20 and 30 km"), else from the one before."""
    backwards = list(amounts)
    for position in range(len(amounts) - 2, -1, -1):
        amount, following = backwards[position], backwards[position + 1]
        gap = tuple(tokens.words[amount.number.last : following.first])
        if amount.is_bare and not amount.counted and _is_list(gap, following):
            backwards[position] = _carry(amount, following, tokens)
    found: list[Amount] = []
    for amount in backwards:
        source = _source(tokens, found, amount)
        wants = source is not None and amount.is_bare and not amount.carried_name
        found.append(
            _carry(amount, source, tokens) if source and wants and _may_carry(tokens, source, amount) else amount
        )
    return found


def _is_list(gap: tuple[str, ...], following: Amount) -> bool:
    """Whether the next amount says for this one too what is counted; a bare comma only in a list that ends in "and"."""
    if gap == (",",):
        return bool(following.carried_name)
    if gap[:1] == ("of",) and (len(gap) == 1 or gap[1] in _OWNERS):
        return _says_what(following)  # 24 of 37 passes, 24 of his game-high 37 points
    return gap in _LIST_GAPS and _says_what(following)


def _says_what(amount: Amount) -> bool:
    """Whether a unit or noun is known, printed or carried."""
    return not amount.is_bare or bool(amount.carried_name)


_LIST_GAPS = {
    ("of", "the"),
    (",",),
    ("and",),
    ("or",),
    (",", "and"),
    (",", "or"),
    ("-",),
    ("-", ","),
    ("-", "and"),
    ("-", "or"),
    ("-", ",", "and"),
    ("/",),
    ("by",),
    ("x",),
    ("×",),
}


def _source(tokens: Tokens, found: list[Amount], amount: Amount) -> Amount | None:
    """The amount before; for a level reached ("lost 162 points, or 2.14%, to 7,425") the last that is no share."""
    if found and found[-1].unit in _TIMES:
        found = found[:-1]  # 8.3 billion shares against a 20-day average of 10.9 billion
    if tokens.words[amount.first - 1] != "to":
        in_brackets = len(found) > 1 and tokens.words[found[-1].first - 1] == "("
        return found[-2] if in_brackets else found[-1] if found else None
    return next((before for before in reversed(found[-3:]) if not before.is_share), None)


def _may_carry(tokens: Tokens, before: Amount, amount: Amount) -> bool:
    """Whether a bare number counts what the amount before it counts: "435 homes ... and 187"."""
    if amount.counted == "person" and before.counted != "person":
        return False
    if before.is_share or before.number.form == "fraction":
        return False
    if amount.number.scale > 1 and before.unit in currency_rows() and currency_rows()[before.unit].of != before.unit:
        return False  # put on 6p, and profits fell to 25m
    if amount.number.form == "vague" and not amount.counted:
        return False
    if (
        before.unit.endswith("_of_age")
        or before.unit in _TIMES
        or (before.is_bare and not before.carried_unit and not before.carried_name)
    ):
        return False
    if not _STOPS.isdisjoint(tokens.words[before.last : amount.first]):
        return False
    lead = _hedged_start(tokens, amount) - 1
    if before.measure is not None and tokens.words[lead] not in _CARRYING:
        return False  # advanced 5 km and took 3
    if tokens.words[lead - 1] in _OWNERS and tokens.words[lead] != "other":
        return False  # 14 fours in his unbeaten 118
    if amount.number.last < len(tokens.words) and tokens.kinds[amount.number.last] == "word":
        word = tokens.words[amount.number.last]
        if word not in function_words() and word not in ("others", "more", "other"):
            return word.endswith("ed") and not before.measure  # another 1,300 delayed
    return True


def _hedged_start(tokens: Tokens, amount: Amount) -> int:
    hedge = hedge_before(tokens, amount.first)
    return amount.first if hedge is None else hedge[0]


_CARRYING = cues("carrying") | {","}


def _carry(amount: Amount, source: Amount, tokens: Tokens) -> Amount:
    """*amount* with what *source* counts."""
    if source.measure is not None:
        return amount._replace(carried_unit=source.measure.unit, carried_name=source.measure.name)
    noun, name = source.carried_noun, source.carried_name
    if source.phrase is not None:
        noun, name = source.phrase.printed(tokens), source.phrase.name(tokens)
    return amount._replace(
        carried_unit=source.carried_unit,
        carried_noun=noun,
        carried_name=name,
        counted=amount.counted or source.counted,
    )
