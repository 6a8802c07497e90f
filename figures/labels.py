"""Numbers that name and do not count: dates, years, clock times, scores, ids, addresses, products, list numbers."""

from __future__ import annotations

import re
from functools import cache

from figures import wordlists
from figures.cues import cues
from figures.nouns import counted, function_words, harming, is_plural
from figures.numeral import Numeral
from figures.tokens import PAD, Tokens

_MONTHS = cues("months")
_DAYS = cues("days")
_CLOCK = cues("clock")
_BEFORE_YEAR = cues("before_year") | frozenset(",/'’-–(")
_SIGNS_BEFORE = frozenset("#№@=&?_:/\\^")
_RUN_TOGETHER = re.compile(r"\d{1,2}(?:19|20)\d\d")  # Jul 262016, from pages that lost their commas
_NETWORKS = ("G", "D", "X")  # 5G, 3D
_SIGNS_AFTER = frozenset("=_@:\\#")


@cache
def _labels(side: str, case: str) -> frozenset[str]:
    return frozenset(
        word
        for _, row in wordlists.packaged("labels.csv")
        if (row["side"], row["case"]) == (side, case)
        for word in row["words"].split()
    )


def model_words() -> frozenset[str]:
    """Words that open the name of a model or product: "Model 3"."""
    return _labels("before", "name")


def is_label(tokens: Tokens, number: Numeral, *, measured: bool) -> bool:
    """Whether *number* names something; *measured* says that a unit or a currency sign was printed with it."""
    if number.form == "vague":
        return False
    if number.form == "words":
        return _is_named_word(tokens, number, measured=measured)
    if number.form == "fraction" and tokens.kinds[number.first] != "number":
        return False
    if _is_in_code(tokens, number) or _is_clock(tokens, number) or _is_list_number(tokens, number):
        return True
    if measured:
        return False
    return (
        _is_date(tokens, number) or _is_year(tokens, number) or _is_name(tokens, number) or _is_address(tokens, number)
    )


def _is_in_code(tokens: Tokens, number: Numeral) -> bool:
    """Part of an id, a phone number, a web address or a word with digits: F-150, #12, 24/7, 555-0199-22, 3D."""
    before, after, words = number.first - 1, number.last, tokens.words
    if words[before] in ("#", "№") or _is_device(tokens, number):
        return True
    if words[after] == "-" and words[after + 1] in ("something", "somethings"):
        return True
    return (tokens.glued(before) and _goes_with_what_precedes(tokens, number)) or (
        tokens.glued(after - 1) and _goes_with_what_follows(tokens, number)
    )


def _goes_with_what_precedes(tokens: Tokens, number: Numeral) -> bool:
    """Whether the mark in front, which touches the number, makes it a part of a name, a year or a chain."""
    before = number.first - 1
    if _is_marked(tokens, before) or _is_second_year(tokens, before):
        return True
    return number.last - number.first == 1 and _is_digit_chain(tokens, number.first)


def _goes_with_what_follows(tokens: Tokens, number: Numeral) -> bool:
    """Whether what touches the number from behind makes it a part of a chain, a decade, a code."""
    after, words = number.last, tokens.words
    if number.last - number.first == 1 and _is_digit_chain(tokens, number.first):
        return True
    if words[after] == "s" and (number.low % 10 == 0 or words[number.first - 1] in ("-", "‑")):
        return True  # in their 30s, under-5s
    if words[after] == "/" and tokens.kinds[after + 1] == "number":
        return True
    return (words[after] in _SIGNS_AFTER and tokens.glued(after)) or tokens.raw[after] in _NETWORKS


def _is_marked(tokens: Tokens, before: int) -> bool:
    """Whether the mark in front makes the number a part of a name: "V-6", "site.45", "UTC+3"."""
    mark = tokens.words[before]
    if mark in _SIGNS_BEFORE or _is_hyphenated(tokens, before):
        return True
    joined = tokens.glued(before - 1)
    return joined and (mark == "." or (mark == "+" and tokens.kinds[before - 1] == "word"))


def _is_device(tokens: Tokens, number: Numeral) -> bool:
    """The 007 of an agent, a 4K screen, a PS5 (mangled pounds are larger, or have pence)."""
    printed = tokens.raw[number.first]
    if printed.startswith("0") and printed.isdigit() and number.low >= 1:
        return True
    if tokens.raw[number.last - 1] == "K" and printed in ("4", "8"):
        return True
    return tokens.raw[number.first - 1] == "PS" and number.low < 10 and number.scale == 1 and printed.isdigit()


def _is_second_year(tokens: Tokens, before: int) -> bool:
    """The 15 of 2014-15."""
    if tokens.words[before] not in ("-", "–", "/") or not tokens.glued(before - 1):
        return False
    year = tokens.raw[before - 1]
    return len(year) == 4 and year.isdigit() and 1500 <= int(year) < 2100


def _is_hyphenated(tokens: Tokens, before: int) -> bool:
    """Whether a hyphen joins the number to a word in front of it ("V-6", "COVID-19"), which no sign or range does."""
    if tokens.words[before] not in ("-", "‑", "–") or not tokens.glued(before - 1):
        return False
    if tokens.kinds[before - 2] == "number":
        return False  # $3bn-5bn
    return tokens.kinds[before - 1] == "word" and tokens.words[before - 1] not in _MAY_JOIN


_MAY_JOIN = cues("may_join")


def _is_digit_chain(tokens: Tokens, at: int) -> bool:
    """Whether the number belongs to three or more joined by hyphens, slashes or stops: 020-7946-0018, 2024-08-12."""
    first = last = at
    while last - first < 6 and _is_joined(tokens, first - 2):
        first -= 2
    while last - first < 6 and _is_joined(tokens, last):
        last += 2
    return last - first >= 4


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Whether the tokens at *at* and two further are numbers, with nothing but a glued mark between them."""
    return (
        tokens.words[at + 1] in ("-", "/", ".", "–", "‑")
        and tokens.kinds[at] == tokens.kinds[at + 2] == "number"
        and tokens.glued(at)
        and tokens.glued(at + 1)
    )


def _is_clock(tokens: Tokens, number: Numeral) -> bool:
    after, words = number.last, tokens.words
    if words[after] in _CLOCK or (words[after] in ("a", "p") and words[after + 1] == "." and words[after + 2] == "m"):
        return number.low < 2400
    if words[after] == ":" and tokens.glued(after - 1) and tokens.kinds[after + 1] == "number" and tokens.glued(after):
        return True
    return words[number.first - 1] == "at" and words[after] in ("local", "hours") and tokens.raw[number.first].isdigit()


def _is_list_number(tokens: Tokens, number: Numeral) -> bool:
    """Whether the number opens a line of a list ("1. The army") or is a reference in brackets ("[12]")."""
    first, after, words = number.first, number.last, tokens.words
    if words[first - 1] == "[" and words[after] == "]":
        return True
    opens = first == PAD or (first == PAD + 1 and words[PAD] in ("(", "["))
    if not opens or number.low > 99 or not tokens.glued(after - 1):
        return False
    return words[after] in (")", "]") or (words[after] in (".", ":") and tokens.kinds[after + 1] in ("word", ""))


def _is_date(tokens: Tokens, number: Numeral) -> bool:
    first, after, words = number.first, number.last, tokens.words
    if _is_month(tokens, first - 1) and _RUN_TOGETHER.fullmatch(tokens.raw[first]):
        return True
    if number.low > 31 or number.low != int(number.low) or number.low < 1:
        return False
    month = first - 1 - (words[first - 1] in (".", ","))
    month -= words[month] == "the"
    if _is_month(tokens, month) or _is_month(tokens, after + (words[after] == "of")):
        return True
    if words[after] in ("-", "–", "to", "and", "or") and tokens.kinds[after + 1] == "number":
        return _is_month(tokens, after + 2)
    if words[first - 1] in ("-", "–", "to", "and", "or", ","):  # Sept. 20-24, August 6 and 7
        day = first - 2
        return (
            tokens.kinds[day] == "number"
            and tokens.raw[day].isdigit()
            and len(tokens.raw[day]) < 3
            and _is_month(tokens, day - 1 - (words[day - 1] == "."))
        )
    return False


def _is_month(tokens: Tokens, at: int) -> bool:
    return (tokens.words[at] in _MONTHS and tokens.words[at] != "mar") or tokens.raw[at] in ("May", "MAY", "Mar")


def _is_year(tokens: Tokens, number: Numeral) -> bool:
    """Whether four bare digits are a year: nothing counted follows, or a word before it asks for a year."""
    first, after = number.first, number.last
    printed = tokens.raw[first]
    if after - first != 1 or len(printed) != 4 or not printed.isdigit() or not 1500 <= number.low < 2100:
        return False
    if tokens.words[after] in ("-", "–") and tokens.glued(after) and tokens.kinds[after + 1] == "number":
        return True
    if tokens.kinds[first - 1] == "number" and _is_month(tokens, first - 2):
        return True  # August 3 2015
    word = tokens.words[after]
    if tokens.words[first - 1] == "(" and tokens.words[first - 2] in ("%", "percent", "cent"):
        return False  # 56% (1778)
    if word in ("-", "–") and tokens.kinds[after + 1] == "number" and len(tokens.raw[after + 1]) == 4:
        return 1500 <= int(tokens.raw[after + 1]) < 2100 if tokens.raw[after + 1].isdigit() else False
    if word in counted() and is_plural(word):
        return number.low % 100 != 0 and tokens.words[first - 1] in _BEFORE_YEAR
    if tokens.words[first - 1] in _BEFORE_YEAR or word in function_words() or tokens.kinds[after] != "word":
        return True
    return not (number.low % 50 == 0 and is_plural(word))


def _is_name(tokens: Tokens, number: Numeral) -> bool:
    """Whether a word in front makes it a name ("Section 427", "iPhone 14"), or one behind ("90049 ZIP code")."""
    first, after, words = number.first, number.last, tokens.words
    before = first - 1 - (words[first - 1] == "." and tokens.glued(first - 2))
    word, raw = words[before], tokens.raw[before]
    if words[after] in _labels("after", "any") or (
        words[after] in ("st", "nd", "rd", "th") and tokens.glued(after - 1)
    ):
        return True
    printed = tokens.raw[first]
    if word in _labels("before", "any") and "," not in printed and not _counts_known(tokens, after, raw):
        return True
    if not raw[:1].isupper() and not any(letter.isupper() for letter in raw[1:]):
        return False
    if word in _labels("before", "name"):
        return True
    is_large = "," in printed or (printed.isdigit() and len(printed) > 4)
    return not is_large and _is_capital_name(tokens, before, after)


def _is_capital_name(tokens: Tokens, before: int, after: int) -> bool:
    """Whether a capitalised word in front of the number owns it: "Apple Watch 5", not "In Aleppo 30 people died"."""
    word = tokens.words[before]
    if tokens.words[after] in ("-", "–") and tokens.glued(after) and tokens.kinds[after + 1] == "number":
        return False  # a score, or a range that is settled with its other end
    if tokens.kinds[before] != "word" or word in function_words() or word in _DAYS or word in _MONTHS or before == PAD:
        return False
    if word in harming():
        return False  # "Flood Kills 603"
    if tokens.raw[before].isupper() and tokens.raw[PAD].isupper() and len(tokens.raw[before]) > 1:
        return False  # a headline in capitals
    return not _counts_known(tokens, after, "") and not _is_listed(tokens, before, after)


def _is_listed(tokens: Tokens, before: int, after: int) -> bool:
    """Whether name and number are one of several such pairs: the 299 of "Sindh 678, Balochistan 299, Punjab 191"."""
    return _is_pair_near(tokens, after, 1) or _is_pair_near(tokens, before, -1)


def _is_pair_near(tokens: Tokens, at: int, step: int) -> bool:
    """Whether a comma or "and" and then another name with its number follow *at*, or go before it."""
    if step < 0:
        while tokens.kinds[at] == "word" and (tokens.raw[at][:1].isupper() or tokens.words[at] == "and"):
            at -= 1
        return tokens.words[at] in (",", ";") and tokens.kinds[at - 1] == "number"
    if tokens.words[at] not in (",", ";", "and"):
        return False
    at += 1 + (tokens.words[at + 1] == "and")
    first = at
    while tokens.kinds[at] == "word" and (tokens.raw[at][:1].isupper() or tokens.words[at] == "and") and at - first < 5:
        at += 1
    return at > first and tokens.kinds[at] == "number"


def _counts_known(tokens: Tokens, after: int, label: str) -> bool:
    """Whether a counted noun stands within three words behind the number."""
    if label[:1].isupper():
        return False
    for position in range(after, after + 3):
        word = tokens.words[position]
        if word in counted() and is_plural(word):
            return True
        if tokens.kinds[position] != "word" or word in function_words():
            return False
    return False


def _is_address(tokens: Tokens, number: Numeral) -> bool:
    """Whether the number is a house number: a street follows in capitals ("49 Zorro Ranch Road", "22 Ave Foch")."""
    position = number.last
    if number.low >= 100_000 or number.low != int(number.low):
        return False
    for step in range(5):
        word, raw = tokens.words[position + step], tokens.raw[position + step]
        if raw in ("st", "nd", "rd", "th") or tokens.kinds[position + step] == "number":
            continue
        if not raw[:1].isupper():
            return False
        if word in _labels("street", "any"):
            return True
    return False


def _is_named_word(tokens: Tokens, number: Numeral, *, measured: bool) -> bool:
    """Whether a number word is a pronoun, a name or an idiom: "no one", "one of", "phase two", "one-off"."""
    before, after, words = tokens.words[number.first - 1], number.last, tokens.words
    if before in ("-", "‑") and tokens.glued(number.first - 1) and tokens.glued(number.first - 2):
        return tokens.kinds[number.first - 2] == "word" and words[number.first - 2] not in _MAY_JOIN
    if before in ("top", "bottom", "final", "last") and not _names_things(tokens, after):
        return not measured
    if _is_capital_pair(tokens, number):
        return not measured and not _counts_known(tokens, after, "")
    if words[number.first] != "one" or number.last - number.first > 1:
        return not measured and before in _labels("before", "any") and not _counts_known(tokens, after, "")
    if words[after].endswith("ing") and function_words().get(words[after + 1]) == "determiner":
        return True  # the one leaving the car
    if words[after] in ("or", "to") and tokens.words[after + 1] in ("two", "three", "more"):
        return False
    if before in _ONE_IS_PRONOUN_AFTER or (tokens.kinds[after] != "word" and words[after] != "-"):
        return not measured
    if words[after] == "-":
        return not measured
    return function_words().get(words[after], "participle") not in ("participle", "harmed") or words[after] in (
        "time",
        "day",
        "thing",
    )


def _is_capital_pair(tokens: Tokens, number: Numeral) -> bool:
    """Whether number word and the word in front are both capitalised within a sentence: "the Kick Six"."""
    word, raw = tokens.words[number.first - 1], tokens.raw[number.first - 1]
    capitals = raw[:1].isupper() and tokens.raw[number.first][:1].isupper() and number.first > PAD + 1
    capitals = capitals and word not in harming()  # "Kills Two, Injures Three"
    return capitals and tokens.kinds[number.first - 1] == "word" and word not in function_words() and not raw.isupper()


def _names_things(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == "word" and function_words().get(tokens.words[at], "harmed") in ("harmed", "participle")


_ONE_IS_PRONOUN_AFTER = cues("one_is_pronoun_after")
