"""Whom the subject of a reporting verb names, with what stands around it: an office, a partner, an acronym."""

from __future__ import annotations

from figures.anaphora import pronoun_of
from figures.named import NOBODY, Named
from figures.naming import Namer
from figures.noun_phrases import CALENDAR, office_of, phrase_words, speaker_nouns
from figures.phrases import QUOTES, phrase_after, phrase_start
from figures.sources import SourceIndex
from figures.words import Word


class SayerNames:
    """Names the subjects of one document's reporting verbs."""

    def __init__(self, namer: Namer, sources: SourceIndex) -> None:
        self._namer = namer
        self._sources = sources

    def subject(self, words: list[Word], begins: int, end: int) -> tuple[Named, str | None]:
        """Whom a subject names, or the pronoun for somebody who spoke before."""
        noun_phrase, begins = self._with_known_name(words, words[begins:end], begins)
        pronoun = pronoun_of(noun_phrase)
        if pronoun in ("we", "i"):
            return NOBODY, "we"
        if noun_phrase and noun_phrase[0].lower in phrase_words("preposition"):
            return NOBODY, None  # "In November, when the police …"
        if pronoun in ("he", "she", "it", "they"):
            return NOBODY, pronoun
        acronym = words[end + 1].text if end + 2 < len(words) and words[end].text == "(" else ""
        full = self._namer.in_full(acronym) if words[end - 1].is_capital else None
        if full is not None:
            return full, None
        speaker = (
            self._for_owner(words, begins, noun_phrase)
            or self._described(words, begins, noun_phrase)
            or self.issued_by(words, end)
            or self._with_partner(words, begins, self._namer.name(noun_phrase))
        )
        if speaker.name is None and (_has_office(words, begins, end) or self._stands_alone(words, begins, end)):
            return Named(words[begins].text, unsure=True), None
        hangs = begins > 0 and words[begins - 1].lower in phrase_words("preposition")
        if hangs and self._sources.kinds.get(speaker.name or "") == "government":
            return NOBODY, None  # "activists in Syria said"
        if (
            pronoun in ("monitor", "agency")
            and noun_phrase[-1].lower in phrase_words("any_group")
            and not _is_proper(noun_phrase)
        ):
            # "The group", "the militant group": this one unless another spoke before.
            return self._namer.body_before(noun_phrase[-1]) if len(noun_phrase) == 2 else speaker, pronoun
        if (
            len(noun_phrase) == 2
            and noun_phrase[0].lower == "the"
            and (speaker.name or "").lower() == noun_phrase[1].lower
        ):
            return speaker, "the " + noun_phrase[1].lower
        return speaker, pronoun if speaker.name is None else None

    def _for_owner(self, words: list[Word], begins: int, noun_phrase: list[Word]) -> Named | None:
        """The body for which "its spokeswoman" speaks: the subject of the sentence, when a known one; else None."""
        if not 2 <= len(noun_phrase) <= 3 or noun_phrase[0].lower not in ("its", "their"):
            return None
        owner = next(iter(self._sources.find(words[:begins])), None)
        if owner is None or owner.first > 1 or speaker_nouns().get(noun_phrase[-1].lower) not in ("title", "people"):
            return None
        return self._namer.name(words[owner.first : owner.last])

    def _described(self, words: list[Word], begins: int, noun_phrase: list[Word]) -> Named | None:
        """The person before "a Red Cross official", in copy that lost its commas; None without a full name."""
        office = office_of(noun_phrase[1:])
        head = speaker_nouns().get(noun_phrase[office or -1].lower) if noun_phrase else None
        described = head in ("title", "people") or (head is None and len(noun_phrase) == 2)  # "Ali Said a writer told"
        if len(noun_phrase) < 2 or noun_phrase[0].lower not in ("a", "an", "the") or not described:
            return None
        first = begins
        while first > 0 and words[first - 1].is_capital and words[first - 1].text[0].isalpha() and begins - first < 4:
            first -= 1
        led = words[max(0, first - 1)].lower in phrase_words("preposition")
        if begins - first not in (2, 3) or led or words[first].lower in phrase_words("preposition"):
            return None
        name = self._namer.name(words[first:begins])
        return name if name.person else None

    def _stands_alone(self, words: list[Word], begins: int, end: int) -> bool:
        """Whether a name that nothing else tells of stands between a mark and its verb: "…, Onmanorama reported"."""
        word = words[begins]
        alone = end - begins == 1 and begins > 0 and (words[begins - 1].text == "," or words[begins - 1].text in QUOTES)
        named = word.is_capital and len(word.text) > 2 and word.text.isalpha() and word.lower not in CALENDAR
        return alone and named and self._namer.is_unplaced(word)

    def issued_by(self, words: list[Word], end: int) -> Named | None:
        """Whose paper it is that ends at *end*: "a report published on Monday by the Red Cross"; else None."""
        if speaker_nouns().get(words[end - 1].lower) != "paper":
            return None
        for at in range(end, min(end + 5, len(words) - 1)):
            if not words[at].text[0].isalnum():
                return None
            if words[at].lower in ("by", "from", "of"):
                speaker = self._namer.name(phrase_after(words, at + 1))
                return None if speaker.name is None else speaker
        return None

    def _with_known_name(self, words: list[Word], noun_phrase: list[Word], begins: int) -> tuple[list[Word], int]:
        """The phrase drawn out to a known name that ends with it: "Save the Children"."""
        if not noun_phrase or not noun_phrase[-1].is_capital:
            return noun_phrase, begins
        end = begins + len(noun_phrase)
        start = max(0, end - 8)
        known = [start + f.first for f in self._sources.find(words[start:end]) if start + f.last == end]
        first = min([begins, *known])
        return words[first:end], first

    def _with_partner(self, words: list[Word], begins: int, speaker: Named) -> Named:
        """Both of "residents and rights groups said"."""
        if speaker.name is None or begins < 2 or words[begins - 1].lower != "and":
            return speaker
        first = max(phrase_start(words, begins - 2), begins - 5)
        if any(
            word.lower.endswith("ing") or word.lower in phrase_words("counted") for word in words[first : begins - 1]
        ):
            return speaker
        partner = self._namer.name(words[first : begins - 1])
        if partner.name is None or _is_one(partner) or _is_one(speaker) or partner.name == speaker.name:
            return speaker
        return Named(" and ".join(sorted((partner.name, speaker.name))), anonymous=speaker.anonymous)


def _has_office(words: list[Word], begins: int, end: int) -> bool:
    """Whether a name of one word and an office stand there: "Liswanto, head of the observation post, said"."""
    if end - begins != 1 or not words[begins].is_capital or end + 1 >= len(words) or words[end].text != ",":
        return False
    if words[begins].lower in CALENDAR:
        return False
    office = next((word for word in words[end + 1 : end + 5] if word.lower in speaker_nouns()), None)
    return office is not None and speaker_nouns()[office.lower] in ("title", "people")


def _is_one(speaker: Named) -> bool:
    """Whether it is one person with a name."""
    return speaker.person and not speaker.anonymous


def _is_proper(noun_phrase: list[Word]) -> bool:
    """Whether a phrase holds a name: "the UN health agency", but not "the Britain-based group"."""
    return any(word.is_capital and not word.lower.endswith("-based") for word in noun_phrase[1:])


def is_paper(word: Word) -> bool:
    """Whether a word is a noun for a report, data or a statement."""
    return speaker_nouns().get(word.lower) == "paper"
