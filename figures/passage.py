"""The numbers of one sentence, read together: what each counts, where, as of when, who says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from hashlib import sha256

from figures import units
from figures.article import Article, clause_of
from figures.as_of import period_of
from figures.aspects import holder_of, is_plan, is_share_of_land, share_of, statistic_of
from figures.attributions import Attribution
from figures.carrying import (
    COUNTED_KINDS,
    Placed,
    alike_of,
    compared_to,
    continued,
    counts_people,
    is_included,
    is_of_number,
    labelled,
    whole_of,
    with_carried,
    with_whole,
)
from figures.catalogue import catalogue
from figures.chain import spoken
from figures.counting import Thing, is_idle_noun, thing_of
from figures.figure import (
    Basis,
    Figure,
    Mention,
    Precision,
    Reason,
    Span,
    Stance,
    Unread,
)
from figures.indicators import Cues, Meaning, Number
from figures.interval import Interval
from figures.listing import Told, shared_out, told_before
from figures.local_money import as_spent_in
from figures.places import place_words
from figures.pledges import binds_speaker, is_pledged
from figures.words import Words

SURE = 6.0  # how near a cue must stand to outweigh a unit that was carried over


def figure_id(article: Article, mention: Mention, indicator: str, derivation: str | None) -> str:
    """16 hex digits that stay the same as long as text, span, indicator and derivation do."""
    parts = (
        article.document.content_sha256,
        str(mention.span.start),
        str(mention.span.end),
        indicator,
        derivation or "",
    )
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def read_passage(
    article: Article, sentence: int, mentions: list[Mention], before: list[Figure | Unread]
) -> list[Figure | Unread]:
    """What the *mentions* of a sentence say, in their order; *before* is what those of earlier sentences said."""
    if article.is_furniture(sentence):
        return [_unread(article, sentence, mention, Reason.FURNITURE) for mention in mentions]
    words = article.words(sentence)
    mentions = [mention for mention in mentions if not _is_date(article, sentence, mention)]
    mentions = [_localised(article, mention) for mention in mentions]
    numbers = [_number(article, words, mention) for mention in mentions]
    numbers = with_whole(words, with_carried(words, numbers))
    cues = Cues(words, numbers)
    placed = [_placed(cues, m, n) for m, n in zip(mentions, numbers, strict=True)]
    told = told_before(before[-6:])
    for at, item in enumerate(placed):
        placed[at] = _with_default(article, words, item, placed, before, told)
        told.append((item.mention, placed[at].meaning))
    return [_read_one(article, sentence, words, item) for item in placed]


def _localised(article: Article, mention: Mention) -> Mention:
    if not units.is_currency(mention.unit.partition("/")[0]):
        return mention
    return as_spent_in(article.whereabouts.country, mention, article.text[mention.span.start : mention.span.end])


def _placed(cues: Cues, mention: Mention, number: Number) -> Placed:
    """A number with its meaning; a bare one may have been given the unit of another, and is tried without it too."""
    meaning = cues.meaning(number)
    if meaning is None and mention.span == mention.number and number.thing.kind not in ("none", "share"):
        bare = number._replace(thing=Thing("none", "", ""))
        meaning = cues.meaning(bare)
        if meaning is not None and meaning.cost > SURE:
            meaning = None
        number = number if meaning is None else bare
    return Placed(mention, number, meaning)


_COUNTED = frozenset({"dimensionless", "person", "building", "settlement", "household"})


def _is_date(article: Article, sentence: int, mention: Mention) -> bool:
    """Whether the number is part of a date ("August 12 2016 Terrorists …")."""
    number = mention.number
    return mention.unit in _COUNTED and any(
        moment.start <= number.start and number.end <= moment.end and moment.precision is not Precision.RANGE
        for moment in article.moments(sentence)
    )


def _number(article: Article, words: Words, mention: Mention) -> Number:
    first = max(0, bisect_left(words.starts, mention.span.start + 1) - 1)
    last = max(first + 1, bisect_left(words.starts, mention.span.end))
    thing = thing_of(mention, article.lexicon.places)
    if (
        thing.kind == "duration" and mention.span == mention.number
    ):  # a unit carried over from a time counts nothing here
        thing = Thing("none", "", "")
    if mention.unit == "in" and article.text[mention.span.end - 1] == '"':  # the end of a quotation, not inches
        thing = Thing("none", "", "")
    return Number(first, last, thing)


_BY_KIND = {
    "area": None, "length": "distance", "money": "money", "share": "share", "person": "people", "household": "people",
    "settlement": "count", "region": "count", "building": "count", "equipment": "count", "animal": "count",
    "thing": "count",
}  # fmt: skip


def _with_default(
    article: Article,
    words: Words,
    item: Placed,
    all_: list[Placed],
    before: list[Figure | Unread],
    told: list[Told],
) -> Placed:
    """The meaning from cues, from the number that it is a part of, or what such things are counted as anyway."""
    thing, meaning = item.number.thing, item.meaning
    if thing.kind == "share":
        land = is_share_of_land(thing, meaning, words, item.number.last)
        return item._replace(meaning=Meaning("share_of_area" if land else "share", None, None, 3.0))
    if thing.kind == "rate":
        return item._replace(meaning=Meaning("stipend", None, None, 3.0))
    whole = whole_of(words, item, all_) if counts_people(thing) else None
    farthest = 1.0 if is_included(words, item.number) else 4.5  # beyond this its own cue is another number's
    if whole is not None and (meaning is None or meaning.cost > farthest):
        return item._replace(meaning=whole._replace(cost=whole.cost + 1))
    alike = alike_of(words, item, all_)
    if alike is not None:
        return item._replace(meaning=alike._replace(cue=None, cost=4.5))
    if meaning is not None:
        return item
    earlier = compared_to(words, item, all_) if counts_people(thing) else None
    if earlier is not None:
        return item._replace(meaning=earlier._replace(cue=None, cost=5.0))
    if thing.kind == "none" and (same := continued(article.text, item.mention, before)) is not None:
        return item._replace(meaning=same)
    unnamed = thing.kind == "none" or not item.mention.noun or item.mention.span.end == item.mention.number.end
    if unnamed and thing.kind in _SHARED_KINDS and (part := shared_out(article.text, item.mention, told)) is not None:
        return item._replace(meaning=part)
    # "One" points more often than it counts ("in one corner"); it is a figure where a cue says so.
    bare = (
        item.mention.span == item.mention.number
        and thing.kind != "share"
        and labelled(words, item.number.first) is None
        and not is_of_number(words, item.number)
    )  # its unit is carried over, and no cue confirms it
    indicator = (
        None
        if (bare or is_idle_noun(thing.noun) or _is_idle(article.text, item.mention)) and thing.kind in COUNTED_KINDS
        else _BY_KIND.get(thing.kind)
    )
    return item._replace(meaning=None if indicator is None else Meaning(indicator, None, None, 9.0))


_SHARED_KINDS = frozenset({"none", "person", "household", "building"})
_INHABITANTS = re.compile(r"(?:city|town|region|country|nation|province|population|area|state|island|community) of $")


def _is_idle(text: str, mention: Mention) -> bool:
    """Whether the number counts nothing by itself: "one corner", "a 16-member team", "a 6.4 magnitude quake"."""
    before = text[max(0, mention.span.start - 24) : mention.span.start].lower()
    if _INHABITANTS.search(before):  # "the city of 21 million people" is described, not reported on
        return True
    glued = text[mention.number.end : mention.number.end + 1] in ("-", "‑")
    broken = mention.value is not None and mention.value < 1000 and mention.value != int(mention.value)
    return mention.value == 1 or glued or broken


_GIVEN = frozenset({"money", "rate", "thing"})
_REASONS = {reason.value: reason for reason in Reason}


def _read_one(article: Article, sentence: int, words: Words, item: Placed) -> Figure | Unread:
    thing, meaning, number = item.number.thing, item.meaning, item.number
    if (item.mention.noun or "").split(" ")[0] in _LINKS:
        return _unread(article, sentence, item.mention, Reason.FURNITURE)
    if _is_padded(article.text, item.mention):
        return _unread(article, sentence, item.mention, Reason.IDENTIFIER)
    if meaning is None:
        reason = _REASONS.get(thing.kind, Reason.NO_NOUN if thing.kind == "none" else Reason.NOT_UNDERSTOOD)
        return _unread(article, sentence, item.mention, Reason.OTHER_MEASURE if thing.kind == "area" else reason)
    voice = article.voice(sentence, number.first)
    if (
        voice is not None
        and voice.stance is Stance.PROMISES
        and catalogue()[meaning.indicator].kind in ("running_total", "flow")
    ):
        voice = None  # nobody promises a toll: it stands in a clause of the writer's own
    promised = voice is not None and voice.stance is Stance.PROMISES
    pledged = number.thing.kind in ("money", "rate") and is_pledged(article.text, item.mention.span.start)
    if voice is not None and number.thing.kind in _GIVEN and binds_speaker(words, number):
        promised, voice = True, voice._replace(stance=Stance.PROMISES)
    if not (promised or pledged) and is_plan(article, sentence, number, meaning):
        return _unread(article, sentence, item.mention, Reason.PLAN)
    figure = _figure(article, sentence, words, item, meaning, voice)
    return replace(figure, stance=Stance.PROMISES) if pledged else figure


_LINKS = frozenset(
    {"Related", "Topic", "Comments", "Views", "Shares", "Likes", "Photos", "Tags"}
)  # "319 Related …" in a crawl


def _is_padded(text: str, mention: Mention) -> bool:
    """Whether the number begins with an idle nought, as those of dates and clocks do ("032017", "05-2016")."""
    first, second = text[mention.number.start], text[mention.number.start + 1 : mention.number.start + 2]
    return first == "0" and second.isdigit()


def _unread(article: Article, sentence: int, mention: Mention, reason: Reason) -> Unread:
    return Unread(mention, article.text[mention.span.start : mention.span.end], article.sentences[sentence], reason)


def _figure(
    article: Article, sentence: int, words: Words, item: Placed, meaning: Meaning, voice: Attribution | None
) -> Figure:
    mention, number, indicator = item.mention, item.number, meaning.indicator
    clause = clause_of(words, number.first, number.last)
    place, place_stated = _place(article, sentence, words, number, clause, indicator)
    statistic = statistic_of(article, sentence, number, indicator)
    period = period_of(article, sentence, mention.span, clause, statistic)
    value, amount, unit = converted(mention, indicator)
    originator, stance, chain = spoken(article, voice)
    doubts = (meaning.cost >= 9, not place_stated, period is None or period.basis is not Basis.STATED)
    return Figure(
        figure_id=figure_id(article, mention, indicator, None),
        mention=mention,
        excerpt=article.text[mention.span.start : mention.span.end],
        sentence=article.sentences[sentence],
        indicator=indicator,
        value=value,
        amount=amount,
        unit=unit,
        statistic=statistic,
        holder=holder_of(article, sentence, words, number.first, meaning) if meaning else "",
        share_of=share_of(article, sentence, words, number.last, place) if indicator == "share_of_area" else "",
        population=number.thing.population,
        term=meaning.term if indicator == "casualties" else None,
        place=place,
        event="",
        period=period,
        originator=originator,
        stance=stance,
        chain=chain,
        confidence=(1.0, 0.8, 0.6, 0.6)[sum(doubts)],
    )


def _place(
    article: Article, sentence: int, words: Words, number: Number, clause: Span, indicator: str
) -> tuple[str | None, bool]:
    if indicator == "share_of_area":
        whole = share_of(article, sentence, words, number.last, None)
        if whole and whole in article.lexicon.names.places:
            return whole, True
    where = article.whereabouts
    if not any(n.standing > 1 for n in where.within(article.sentences[sentence])):
        if where.country is not None and not _OWNED.isdisjoint(words.lowers):
            return where.country, False  # "of the country's population"
        if _is_of_war(words):
            return where.undisputed, False  # "the conflict has killed …": in all of the country, if one is at war
    earlier = (article.sentences[k] for k in range(sentence - 1, max(-1, sentence - 3), -1))
    before = [span for span in earlier if article.text[span.end - 1] in _ENDS]  # a headline is about all below it
    span = Span(words[number.first].start, words[number.last - 1].end)
    return article.whereabouts.at(article.sentences[sentence], span, clause, before)


_ENDS = frozenset(".!?…;:)'\"”’")


def _is_of_war(words: Words) -> bool:
    """Whether the sentence is about the whole country: "the war has killed …", not "war crimes"; "nationwide"."""
    lowers = words.lowers
    if not _NATIONWIDE.isdisjoint(lowers):
        return True
    if not _WIDE.isdisjoint(lowers) and "since" in lowers and not _BEGAN.isdisjoint(lowers):
        return True
    if place_words("event").isdisjoint(lowers) and _COUNTRY.isdisjoint(lowers):
        return False
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        whole = word.lower in place_words("event") and (
            before.lower in place_words("whole") or before.lower.endswith(("'s", "-year"))
        )
        if word.lower in _COUNTRY and before.lower in ("the", "war-battered", "war-torn"):
            return True
        if whole and after.lower not in ("crimes", "planes", "monitor", "zone", "zones"):
            return True
    return False


_NATIONWIDE = frozenset({"nationwide", "countrywide"})
_COUNTRY = frozenset({"country", "nation"})
_OWNED = frozenset({"country's", "countrys", "nation's"})
# "since protests erupted in March 2011": a toll of all that followed, in all of the country
_BEGAN = frozenset({"erupted", "began", "broke", "started"})
_WIDE = frozenset(
    {"protests", "war", "conflict", "uprising", "revolt", "revolution", "insurgency", "rebellion", "invasion"}
)


def converted(mention: Mention, indicator: str) -> tuple[float | None, Interval, str]:
    """Value, amount and unit as the indicator keeps them: km² and km; money, households and shares stay as they are."""
    wanted = catalogue()[indicator].unit
    counts = {"person": ("person", "household"), "building": ("building",), "settlement": ("settlement",)}
    if wanted in counts:
        return mention.value, mention.amount, mention.unit if mention.unit in counts[wanted] else wanted
    if indicator == "count" and mention.unit == "person":  # "736,459 head of livestock perished"
        return mention.value, mention.amount, "dimensionless"
    if wanted in ("km", "km**2"):
        factor = units.factor(mention.unit, wanted)
        return None if mention.value is None else mention.value * factor, mention.amount.scaled(factor), wanted
    return mention.value, mention.amount, mention.unit
