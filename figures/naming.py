"""Who a noun phrase means: "the ministry", "Mr. Putin", "a monitor" → a name, or None when in doubt."""

from __future__ import annotations

from figures.bodies import Bodies
from figures.named import NOBODY, Named, recognisable, without_dots
from figures.noun_phrases import (
    CALENDAR,
    full_name_behind,
    head_of,
    is_institution,
    is_rest_of_name,
    office_of,
    phrase_words,
    seat_of,
    speaker_nouns,
    text_of,
    without_determiner,
)
from figures.nouns import function_words
from figures.people import LONG, People
from figures.places import PlaceIndex
from figures.sources import SourceIndex
from figures.words import Found, Word

_BELONGING = frozenset({"of", "from", "with", "at"})


class Namer:
    """Gives names to the noun phrases of one document."""

    def __init__(self, text: str, sources: SourceIndex, places: PlaceIndex) -> None:
        self._text = text
        self._sources = sources
        self._people = People(text, sources, places)
        self._bodies = Bodies(text, sources)

    def name(self, words: list[Word]) -> Named:
        """The one that the noun phrase *words* means; NOBODY when it is no speaker or cannot be told."""
        if words and words[0].lower == "no":  # "no group claimed the attack"
            return NOBODY
        words = without_determiner(words)
        if not words:
            return NOBODY
        seat = seat_of(words)
        if seat:
            return self.name(words[:seat])
        office = office_of(words)
        if office:
            return self._named_office(words, office)
        of = next((k for k in range(2, min(7, len(words) - 1)) if words[k].lower in _BELONGING), 0)
        member = self._member(words[: of + 1]) or self._titled(words[:of]) if of else None
        if member is not None:
            return Named(member, person=True)
        tail = self._proper_tail(words)
        if tail:
            found = self._named_by_tail(words, tail)
            if found.name is not None:
                return found
        return self._named_by_noun(words)

    def in_full(self, acronym: str) -> Named | None:
        """The body whose name stands before its acronym in brackets; None when the article does not spell it out."""
        return self._bodies.in_full(acronym)

    def body_before(self, noun: Word) -> Named:
        """The aid body that was named right before "the charity"; nobody when none was, or two were."""
        return self._bodies.body_before(noun)

    def is_unplaced(self, word: Word) -> bool:
        """Whether a capital word is neither a place nor a word that a title, a body or a sentence begins with."""
        plain = (
            word.lower in speaker_nouns()
            or word.lower in phrase_words("honorific")
            or word.lower in phrase_words("stop")
        )
        return not plain and word.lower not in phrase_words("determiner") and not self._people.is_place([word])

    def is_known(self, words: list[Word]) -> bool:
        """Whether the words end with a name that the tables or the article have for a speaker, states left aside."""
        found = self._sources.find(words)
        if found and found[-1].last == len(words):
            return self._sources.kinds.get(found[-1].entry[0]) != "government"
        last = words[-1]
        if last.text.isupper() and last.text.isalpha() and len(last.text) > 2:
            return not self._people.is_place([last])
        return last.is_capital and self._people.full_name(last.text) is not None and not self._people.is_place([last])

    def _proper_tail(self, words: list[Word]) -> list[Word]:
        """The run of capitalised words that ends the phrase, "of" and "for" inside it included."""
        first = len(words)
        while first > 0:
            word = words[first - 1]
            if (
                word.is_capital
                or (word.text == "." and first < len(words) and first > 1 and words[first - 2].is_capital)
                or (
                    word.lower in ("of", "for", "and", "the", "bin", "ibn", "de", "van", "abu", "&")
                    and 0 < first < len(words)
                )
            ):
                first -= 1
            else:
                break
        while first < len(words) and not words[first].is_capital:
            first += 1
        return words[first:]

    def _named_by_tail(self, words: list[Word], tail: list[Word]) -> Named:
        sources = self._sources.find(words)
        if sources and sources[-1].last == len(words):
            return self._named_by_source(words, tail, sources)
        if any(word.lower in ("of", "for") for word in tail[1:-1]) and tail[0].lower not in phrase_words("honorific"):
            return Named(text_of(tail))
        person = self._people.words_of(tail)
        if not person:
            return NOBODY
        titles = tail[: len(tail) - len(person)]
        titled = any(word.lower in phrase_words("honorific") for word in titles) or (
            len(words) > len(tail) and words[-len(tail) - 1].lower in speaker_nouns()
        )
        if len(tail) == 1 and tail[0].lower in phrase_words("institution"):
            return self._bodies.earlier_body(tail[0])
        if is_institution(person if titled and len(person) > 1 else tail):
            return Named(text_of(tail))
        if len(person) == 1 and not titled and self._people.full_name(person[0].text) is None:
            return self._single(person[0])
        if self._people.is_place(person):
            return NOBODY
        if titles and not titled and len(self._sources.find(titles)) == 1:  # "NBC Bay Area"
            return Named(text_of(tail), unsure=True)
        return Named(self._people.named(person), person=True)

    def _named_by_source(self, words: list[Word], tail: list[Word], sources: list[Found[tuple[str, str]]]) -> Named:
        """Whom a phrase that ends with a known name means: that source, its branch, its member, what it belongs to."""
        spoken, last = _without_branch(sources, self._sources), sources[-1]
        if self._sources.kinds.get(last.entry[0]) == "government" and last.first > 0:
            before = words[last.first - 1].lower
            if before in phrase_words("institution"):  # "the World Heath Organization Syria is …", without commas
                return self.name(words[: last.first])
            if before in phrase_words("preposition") and before not in ("of", "for"):
                return NOBODY  # "a group with helpers inside Syria"
        if is_rest_of_name(words, spoken) and self._sources.kinds.get(spoken.entry[0]) == "government":
            return Named(text_of(tail))
        member = self._member(words[: spoken.first])
        if member is not None:
            return Named(member, person=True)
        return self._bodies.known(spoken.entry[0], spoken, words)

    def _titled(self, words: list[Word]) -> str | None:
        """The person of "Governor William Villamizar", before the place that he governs; None without both."""
        if not all(word.is_capital for word in words):
            return None
        name = self._people.words_of(words)
        titles = words[: len(words) - len(name)]
        if not name or not any(word.lower in phrase_words("honorific") for word in titles) or is_institution(name):
            return None
        return None if self._people.is_place(name) else self._people.named(name)

    def _member(self, words: list[Word]) -> str | None:
        """The person of "Thierno Balde of the World Health Organization", from the words before the body."""
        while words and (words[-1].lower in phrase_words("determiner") or words[-1].lower.endswith("'s")):
            words = words[:-1]
        name = words[:-1]
        if not 2 <= len(name) <= 3 or words[-1].lower not in _BELONGING:
            return None
        if not all(word.is_capital for word in name) or is_institution(name) or self._sources.find(name):
            return None
        return (
            self._people.named(name)
            if self._people.words_of(name) == name and not self._people.is_place(name)
            else None
        )

    def _single(self, word: Word) -> Named:
        """A name of one word that no table has: taken for one only if it is printed as names are, or more than once."""
        if (
            word.lower in CALENDAR
            or self._people.is_place([word])
            or word.lower.endswith(("-based", "-led", "-backed", "-run"))
        ):
            return NOBODY
        again = self._text.count(word.text, 0, LONG) > 1
        if word.text.isupper() and len(word.text) > 1:
            return Named(without_dots(word.text))
        return Named(word.text, unsure=True) if again or "-" in word.text else NOBODY

    def _named_by_noun(self, words: list[Word]) -> Named:
        head = head_of(words)
        if head is None:
            return self._body_of(words) or self._known_inside(words)
        kind, size = head
        inside = self._sources.find(words)
        if kind == "monitor":
            return self._bodies.monitor(words, inside)
        if kind == "paper":
            return self._issuer(words[:-size], inside)
        if kind == "title":
            return self._title(words, size)
        return self._body(words, size, anonymous=kind == "people")

    def _issuer(self, words: list[Word], inside: list[Found[tuple[str, str]]]) -> Named:
        """Whose report it is: "a Red Cross report", "the health ministry's latest figures"."""
        if inside:
            return self._bodies.known(inside[0].entry[0], inside[0], words)
        while words and words[0].lower in phrase_words("adverb"):
            words = words[1:]
        owner = max((k for k, word in enumerate(words) if word.lower.endswith("'s")), default=None)
        if owner is None:
            lost = words and words[-1].text.endswith("s") and self._sources.named(words[-1].text[:-1])
            return Named(lost) if lost else self.name(words)  # "SANAs reporter", in copy without apostrophes
        last = words[owner]
        plain = last._replace(end=last.end - 2, text=last.text[:-2], lower=last.lower[:-2])
        return self.name([*words[:owner], plain])

    def _named_office(self, words: list[Word], office: int) -> Named:
        """As printed ("a doctor at the hospital"), unless one person is known to hold the office."""
        kind = speaker_nouns()[words[office - 1].lower]
        before = words[: office - 1]
        if len(before) >= 2 and all(word.is_capital for word in before):
            name = self._people.words_of(before)
            if len(name) >= 2 and not self._people.is_place(name):
                return Named(self._people.named(name), person=True)  # "Rami Abdel Rahman director of the Observatory"
        if kind == "title":
            holder = self._holder_after(words)
            if holder is not None:
                return Named(holder, person=True)
        person = self._title(words[:office], 1) if kind == "title" else NOBODY
        if person.name is not None and person.name != text_of(words[:office]):
            return person
        end = next((k for k, word in enumerate(words) if word.lower in phrase_words("relative")), 9)
        return Named(text_of(words[: min(end, 9)]), person=kind == "title", anonymous=kind == "people")

    def _holder_after(self, words: list[Word]) -> str | None:
        """The person behind an office and its body: "president of the Syrian Coalition Anas al-Abdah"."""
        known = self._sources.find(words)
        name = words[known[-1].last :] if known else full_name_behind(words)
        return self._people.named(name) if len(name) >= 2 and all(word.is_capital for word in name) else None

    def _body_of(self, words: list[Word]) -> Named | None:
        """The body that its field follows: "ministry of health"; None without one."""
        of = next((k for k, word in enumerate(words[:-1]) if k and word.lower in ("of", "for")), None)
        if of is None or speaker_nouns().get(words[of - 1].lower) != "body":
            return None
        text = text_of(words)
        return Named(self._sources.named(text) or text)

    def _known_inside(self, words: list[Word]) -> Named:
        """A source whose name only a general noun follows: "the SOHR monitor", "the TASS news agency"."""
        found = self._sources.find(words)
        if found and all(
            w.lower in phrase_words("generic") or w.lower in speaker_nouns() for w in words[found[-1].last :]
        ):
            return self._bodies.known(found[-1].entry[0], found[-1], words)
        return NOBODY

    def _title(self, words: list[Word], size: int) -> Named:
        """The only person whom the article gives this title; else the office, where the phrase says whose it is."""
        holders = self._people.holders(" ".join(word.text for word in words[-size:]))
        if len(holders) == 1:
            return Named(next(iter(holders)), person=True)
        if len(words) > size and not holders:
            office = text_of(words)
            return Named(self._sources.named(office.replace("’s", "'s")) or office, person=True)
        return NOBODY

    def _body(self, words: list[Word], size: int, *, anonymous: bool) -> Named:
        """The institution as printed, from its demonym on: "Russian government", "local officials"."""
        while words and words[0].lower in CALENDAR:
            words = words[1:]
        words = _plain_group(words, size) if anonymous else words
        vague = words[-1].lower == "reports" or (len(words) == 1 and words[0].lower in ("media", "source", "sources"))
        if vague and not any(word.is_capital or word.lower in ("state", "media") for word in words[:-1]):
            return NOBODY
        text = text_of(words)
        if text.lower() == "social media":  # a place, not a speaker
            return NOBODY
        known = self._sources.named(text) or self._sources.named(text.replace("’s", "'s"))
        if known is not None:
            return Named(recognisable(known, text))
        if not anonymous and len(words) == size and size == 1:
            return self._bodies.earlier_body(words[-1])
        own = any(word.is_capital for word in words[1:]) or self._people.is_place(words[:1])
        nameless = anonymous and not own
        one = anonymous and not words[-1].lower.endswith("s") and words[-1].lower not in phrase_words("many")
        return Named(text_of(words[-4:]), person=one, anonymous=nameless)


def _plain_group(words: list[Word], size: int) -> list[Word]:
    """The group without what runs into it in copy that lost its commas: "of … 50 children state media said"."""
    first = len(words) - size
    while first > 0:
        lower, word = words[first - 1].lower, words[first - 1]
        kind = function_words().get(lower)
        runs_in = lower.endswith("s") and not word.is_capital and lower not in phrase_words("adjective")
        if kind is not None or runs_in or lower in CALENDAR or lower in phrase_words("counted"):
            break
        first -= 1
    return words[first:]


def _without_branch(sources: list[Found[tuple[str, str]]], index: SourceIndex) -> Found[tuple[str, str]]:
    """The last source of a phrase, or the body whose branch in a country it is: "Amnesty International Kenya"."""
    *_, body, last = (sources[0], *sources)
    branch = len(sources) > 1 and body.last == last.first and index.kinds.get(last.entry[0]) == "government"
    return body if branch and index.kinds.get(body.entry[0]) in ("monitor", "ngo", "un") else last
