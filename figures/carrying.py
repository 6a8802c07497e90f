"""What a number takes over from another: "11 of 17", "30 of them in Bogo", "the count stood at 65,036"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from figures.catalogue import catalogue
from figures.counting import Thing
from figures.figure import Figure, Mention, Span, Unread
from figures.indicators import Meaning, Number, joins_part
from figures.nouns import unit_of_noun
from figures.words import Words

COUNTED_KINDS = frozenset({"person", "household", "settlement", "region", "building", "equipment", "animal", "thing"})


class Placed(NamedTuple):
    """A number of the sentence with the words that it covers and what they say it is of."""

    mention: Mention
    number: Number
    meaning: Meaning | None


def with_carried(words: Words, numbers: list[Number]) -> list[Number]:
    """A number "of them" counts what the number before it counted."""
    carried: list[Number] = []
    for number in numbers:
        after = words.lowers[number.last - 1 : number.last + 2]
        thing = number.thing
        if thing.kind == "none" and (before_colon := labelled(words, number.first)) is not None:
            thing = before_colon
        elif thing.kind == "none" and "us" in after:
            thing = Thing("person", "", "")
        elif thing.kind == "none" and carried and ("them" in after or "which" in after):
            thing = carried[-1].thing
        elif thing.kind in ("none", "person") and not thing.noun and carried and carried[-1].thing.kind == "animal":
            thing = carried[-1].thing  # "77 animals died and 94 were rescued"
        carried.append(number if thing is number.thing else number._replace(thing=thing))
    return carried


def labelled(words: Words, first: int) -> Thing | None:
    """What the words before a colon say is counted: the houses of "Houses damaged: 300"."""
    if first == 0 or words[first - 1].lower != ":":
        return None
    before = words.lowers[max(0, first - 4) : first - 1]
    units_ = [(unit_of_noun(lower), lower) for lower in reversed(before)]
    return next((Thing(unit, "", noun) for unit, noun in units_ if unit), None)


def with_whole(words: Words, numbers: list[Number]) -> list[Number]:
    """In "11 of 17 townships" the first number counts townships, and the second only says how many there are."""
    found = list(numbers)
    for at, (part, whole) in enumerate(itertools.pairwise(numbers)):
        between = words.lowers[part.last : whole.first]
        if (
            between in (["of"], ["of", "the"])
            and part.thing.kind in ("none", whole.thing.kind)
            and whole.thing.kind in COUNTED_KINDS
        ):
            found[at] = part._replace(thing=whole.thing)
            found[at + 1] = whole._replace(thing=Thing("idle", "", whole.thing.noun))
    return found


def is_of_number(words: Words, number: Number) -> bool:
    """Whether another number follows "of": the 22 of "22 of the 23 counties"."""
    after = words.lowers[number.last : number.last + 3]
    return after[:1] == ["of"] and any(word[:1].isdigit() for word in after[1 : 3 if after[1:2] == ["the"] else 2])


def whole_of(words: Words, item: Placed, all_: list[Placed]) -> Meaning | None:
    """The meaning of the number that this one is said to be a part of, in the same sentence."""
    root = _first_of_list(words, item, all_)
    if not _is_part(words, root.number):
        return None
    listed = range(root.number.first, item.number.last)
    others = [
        other
        for other in all_
        if other.number.first not in listed and other.meaning is not None and counts_people(other.number.thing)
    ]
    nearest = min(others, key=lambda other: abs(other.number.first - root.number.first), default=None)
    return nearest.meaning if nearest else None


def _first_of_list(words: Words, item: Placed, all_: list[Placed]) -> Placed:
    """The number that begins the list which *item* ends: 35 for the 58 of "among them 35 children and 58 women"."""
    for earlier in reversed([other for other in all_ if other.number.last <= item.number.first]):
        between = set(words.lowers[earlier.number.last : item.number.first])
        if not between or not between <= {",", "and"}:
            break
        item = earlier
    return item


def is_included(words: Words, number: Number) -> bool:
    """Whether "including" or "among them" stands right before the number, which then means what the whole does."""
    before = words.lowers[max(0, number.first - 2) : number.first]
    return "including" in before or (before[-1:] == ["them"] and "among" in before)


def alike_of(words: Words, item: Placed, all_: list[Placed]) -> Meaning | None:
    """The meaning of the number before, when this one leaves it out: "Four died in Kano, two in Jos, three in Ede"."""
    number = item.number
    earlier = [other for other in all_ if other.number.last <= number.first]
    if number.thing.kind != "none" or not earlier or not counts_people(earlier[-1].number.thing):
        return None
    if earlier[-1].meaning is None:
        return alike_of(words, earlier[-1], all_)
    between = words[earlier[-1].number.last : number.first]
    behind = words[number.last].lower if number.last < len(words) else "."
    joins = {word.lower for word in between if not word.is_capital}
    if not joins & {",", "and"} or not joins - {",", "and"} <= _LEFT_OUT or behind not in _AFTER_ALIKE:
        return None
    return earlier[-1].meaning if any(word.is_capital for word in between) else None


_LEFT_OUT = frozenset(
    {"in", "at", "near", "from", "on", "died", "were", "was", "killed", "people", "about", "another", "more"}
)
_AFTER_ALIKE = frozenset({",", ".", ";", "and", "in", "at", "near", "from", "each"})
_COMPARING = frozenset({"figure", "from", "compared", "against", "versus", "earlier", "previously"})


def compared_to(words: Words, item: Placed, all_: list[Placed]) -> Meaning | None:
    """The meaning of the number before, to which this one is compared: "7.1 million …, up from 6.8 million"."""
    before = set(words.lowers[max(0, item.number.first - 3) : item.number.first])
    earlier = [
        o
        for o in all_
        if o.number.last <= item.number.first and o.meaning is not None and counts_people(o.number.thing)
    ]
    return earlier[-1].meaning if earlier and before & _COMPARING else None


def counts_people(thing: Thing) -> bool:
    """Whether it is of people, or may be, since nothing is said."""
    return thing.is_people or thing.kind == "none"


def _is_part(words: Words, number: Number) -> bool:
    """Whether "including", "of them" or "among" joins the number to another."""
    before = " ".join(words.lowers[max(0, number.first - 4) : number.first])
    after = " ".join(words.lowers[number.last - 1 : number.last + 3])
    return bool(joins_part().search(before) or joins_part().search(after.partition(" ")[2]))


# "The ombudswoman spoke of 60", "the count stood at 65,036": a number of what was counted just before.
_OF_THE_SAME = re.compile(
    r"\b(?:(?:spoke|speaks) of|(?:puts?|putting) (?:it|that|the (?:toll|figure|number|count|tally)) at"
    r"|(?:raised|lowered|revised|updated|corrected|cut) (?:it|that|the (?:toll|figure|number|count|tally)) to"
    r"|(?:figure|count|tally)s?(?: had| has)? (?:of|at|is|was|stands at|stood at|reached|rose to|climbed to|fell to)) "
    r"(?:[\w\-]+ ){0,3}[\"“'‘]?$"
)
# "The governor said “more than 80” on Sunday", "had reached 70": the number alone, nothing counted
_SAID_ALONE = re.compile(
    r"(?:\b(?:said|says|claimed|claims|believes?|estimates?|estimated|reported|insists?|insisted) [\"“'‘]"
    r"|\b(?:had|has|have) (?:already |now )?(?:reached|counted|recorded|confirmed|logged|registered) [\"“'‘]?"
    r"|\b(?:believes?|estimates?|estimated|reckons?|reckoned) (?:there (?:are|were) )?[\"“'‘]?)$"
)
_NOTHING_COUNTED = re.compile(
    r"(?:[\"”’']|,? (?:including|among|of them|by|on|so far|as of|and|had|were|was|lie|lay|died|perished)\b|[.;,])"
)
_COUNTED_UP = re.compile(
    r" (?:had|have|has|were) (?:already |now |so far )?(?:been )?(?:registered|counted|recorded|confirmed)\b"
)
_FARTHEST = 30  # times larger or smaller than what it is said to be the number of
_NEAR = 400  # characters back to it


def continued(text: str, mention: Mention, before: Sequence[Figure | Unread]) -> Meaning | None:
    """The meaning of the people counted last, where a bare number is said to be another figure of them.

    *before* are the items found so far, in text order; only one of the two sentences before is near enough.
    """
    start = mention.span.start
    if mention.value is None or not _is_another_figure(text, mention.span):
        return None
    for item in reversed(before[-6:]):
        near = start - item.mention.span.end < _NEAR
        if isinstance(item, Figure) and near and catalogue()[item.indicator].people and item.value:
            ratio = mention.value / item.value
            fits = 1 / _FARTHEST <= ratio <= _FARTHEST
            return Meaning(item.indicator, item.term, None, 5.5) if fits else None
    return None


def _is_another_figure(text: str, span: Span) -> bool:
    """Whether the words before or behind say that the bare number is another figure of what was counted."""
    back = max(0, span.start - 60)
    if _OF_THE_SAME.search(text, back, span.start) or _COUNTED_UP.match(text, span.end):
        return True
    return bool(_SAID_ALONE.search(text, back, span.start) and _NOTHING_COUNTED.match(text, span.end))
