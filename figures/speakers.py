"""Who says so: "according to X", "X said that", "…, X said", chains such as "TASS, citing an unnamed insider"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from figures.figure import Role, Stance, Step
from figures.naming import NOBODY, Named, Namer
from figures.noun_phrases import office_of, phrase_words, speaker_nouns
from figures.phrases import QUOTES, clause_around, find_subject, phrase_after, phrase_start, scope_of
from figures.sources import SourceIndex
from figures.verbs import Verb, reporting_verbs
from figures.words import Phrases, Word


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words in a sentence. *first*, *last*: word positions of what is said; *cue*: the verb's."""

    first: int
    last: int
    cue: int
    speaker: Named
    stance: Stance
    steps: tuple[Step, ...]
    pronoun: str | None = None


_ACCORDING: Phrases[str] = Phrases(
    (cue, cue)
    for cue in (
        "according to", "as per", "attributed to", "cited by", "reported by", "announced by", "released by",
        "provided by", "published by", "compiled by", "issued by", "quoted by", "confirmed by", "said by", "per",
        "in the words of",
    )
)  # fmt: skip
_CITING = frozenset({"citing", "quoting", "cited", "cites"})
_BE = frozenset({"was", "were", "been", "be", "being", "is", "are", "am"})


class SpeakerFinder:
    """Finds the attributions of a document's sentences; each sentence is read once."""

    def __init__(self, namer: Namer, sources: SourceIndex) -> None:
        self._namer = namer
        self._sources = sources

    def find(self, words: list[Word]) -> list[Attribution]:
        """Every attribution in a sentence, in order of its cue; a pronoun's speaker is still open."""
        found = [
            a
            for verb in reporting_verbs().find(words)
            if (a := self._said(words, verb.first, verb.last, verb.entry)) is not None
        ]
        found += [a for cue in _ACCORDING.find(words) if (a := self._according(words, cue.first, cue.last)) is not None]
        found += self._colon(words, found)
        return sorted(self._with_citations(words, found), key=lambda a: a.cue)

    def _colon(self, words: list[Word], found: list[Attribution]) -> list[Attribution]:
        """The speaker behind the colon that ends a headline: "Bombs kill 13: monitor"."""
        end = len(words) - (words[-1].text == "." if words else 0)
        colon = next((k for k in range(end - 1, max(0, end - 6), -1) if words[k].text == ":"), None)
        if found or colon is None or colon + 1 >= end:
            return []
        speaker = self._namer.name(words[colon + 1 : end])
        return [] if speaker.name is None else [Attribution(0, colon, colon, speaker, Stance.ASSERTS, ())]

    def _said(self, words: list[Word], first: int, last: int, verb: Verb) -> Attribution | None:
        if _is_no_report(words, first, last):
            return None
        inverted = self._inverted(words, first, last, verb)
        if inverted is not None:
            return Attribution(0, first, first, inverted, verb.stance, ())
        phrase = find_subject(words, first)
        if phrase is None:
            return None
        noun_phrase, begins = self._with_known_name(words, *phrase)
        pronoun = _pronoun(noun_phrase)
        if pronoun in ("we", "i"):  # inside a quotation, whose speaker stands outside
            return None
        speaker = NOBODY if pronoun else self._with_partner(words, begins, self._namer.name(noun_phrase))
        speaker = self._for_owner(words, begins, noun_phrase) or self._described(words, begins, noun_phrase) or speaker
        if speaker.name is None and pronoun is None:
            speaker = self._before_relative(words, first)
        if speaker.name is None and pronoun is None and _is_definite(noun_phrase):
            pronoun = "the"  # "the source", "the official": whoever spoke before, if one did
        if speaker.name is None and not pronoun and not _is_certain_verb(words[first]):
            return None
        scope = scope_of(words, begins, first, last)
        return Attribution(*scope, first, speaker, verb.stance, self._hearer(words, last, verb), pronoun)

    def _before_relative(self, words: list[Word], verb: int) -> Named:
        """The subject of "X who works in the region said", in copy without commas; NOBODY without a relative clause."""
        for position in range(verb - 2, max(0, verb - 16), -1):
            if words[position].text in ".,;":
                break
            if words[position].lower in ("who", "which"):
                start = phrase_start(words, position - 1)
                return self._namer.name(words[start:position])
        return NOBODY

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
        if len(noun_phrase) < 2 or noun_phrase[0].lower not in ("a", "an", "the") or head not in ("title", "people"):
            return None
        first = begins
        while first > 0 and words[first - 1].is_capital and words[first - 1].text[0].isalpha() and begins - first < 4:
            first -= 1
        name = self._namer.name(words[first:begins]) if begins - first in (2, 3) else NOBODY
        return name if name.person else None

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
        if partner.name is None or partner.person or speaker.person or partner.name == speaker.name:
            return speaker
        return Named(" and ".join(sorted((partner.name, speaker.name))), anonymous=speaker.anonymous)

    def _inverted(self, words: list[Word], first: int, last: int, verb: Verb) -> Named | None:
        """The speaker of '"…," said X', None when the verb does not follow a quotation."""
        if first < 2 or last >= len(words):
            return None
        quoted = words[first - 1].text in QUOTES or words[first - 2].text in QUOTES
        if not quoted and (words[first - 1].text != "," or verb.kind == "hear"):
            return None
        opens = words[last].lower in phrase_words("determiner") or words[last].lower in speaker_nouns()
        if not (words[last].is_capital or opens):
            return None
        speaker = self._namer.name(phrase_after(words, last))
        if quoted and speaker.name is None and _is_given_name(words, last):
            return Named(words[last].text, person=True)
        return speaker if quoted or speaker.name is not None else None

    def _hearer(self, words: list[Word], last: int, verb: Verb) -> tuple[Step, ...]:
        """The agency that was told."""
        if verb.kind != "hear":
            return ()
        heard = self._sources.find(words[last : last + 5])
        if heard and heard[0].first <= 1:
            return (Step(heard[0].entry[0], Role.RELAY, Stance.NOT_STATED, f"told {heard[0].entry[0]}"),)
        return ()

    def _according(self, words: list[Word], first: int, last: int) -> Attribution | None:
        speakers = self._list_after(words, last)
        named = [s for s in speakers if s.name is not None]
        if words[first].lower == "per" and not named:
            return None
        if len(named) > 1:
            names = sorted(str(s.name) for s in named)
            steps = tuple(Step(name, Role.ORIGINATOR, Stance.ASSERTS, "according to") for name in names)
            joint = Named(", ".join(names[:-1]) + " and " + names[-1])
            return Attribution(0, len(words), first, joint, Stance.ASSERTS, steps)
        if (
            words[first].lower not in ("according", "per", "as")
            and first > 0
            and words[first - 1].lower in _BE
            and not named
        ):
            return None
        return Attribution(*clause_around(words, first), first, named[0] if named else NOBODY, Stance.ASSERTS, ())

    def _list_after(self, words: list[Word], position: int) -> list[Named]:
        """One speaker, or a list of them: "Seoul, Kyiv, and Washington", "soldiers and officials"."""
        phrase = phrase_after(words, position)
        speakers = [self._namer.name(phrase)]
        end = position + len(phrase)
        while len(speakers) < 5 and end < len(words) and words[end].lower in (",", "and"):
            start = end + 1
            if start < len(words) and words[end].text == "," and words[start].lower == "and":
                start += 1
            nearby = self._sources.find(words[start : start + 6])
            if not nearby or nearby[0].first > 1:
                break
            speakers.append(self._namer.name(words[start + nearby[0].first : start + nearby[0].last]))
            end = start + nearby[0].last
        closed = end >= len(words) or words[end].text in ",.;"
        return speakers if closed else speakers[:1]

    def _with_citations(self, words: list[Word], found: list[Attribution]) -> list[Attribution]:
        """The one cited made the number, the one who cites relays it: "TASS, citing an unnamed insider, reported"."""
        cite = next((k for k, word in enumerate(words) if word.lower in _CITING), None)
        if cite is None:
            return found
        if words[cite].lower in ("cites", "cited") and (cite == 0 or words[cite - 1].lower in _BE):
            return found
        cited = self._namer.name(phrase_after(words, cite + 1))
        if not found:
            speaker = cited if cited.name and not cited.anonymous else NOBODY
            return [Attribution(0, len(words), cite, speaker, Stance.ASSERTS, ())]
        near = min(found, key=lambda a: abs(a.cue - cite))
        return [self._relayed(a, cited, words[cite].lower) if a is near else a for a in found]

    @staticmethod
    def _relayed(relay: Attribution, cited: Named, cue: str) -> Attribution:
        if relay.speaker.name is None:
            return relay if cited.name is None or cited.anonymous else replace(relay, speaker=cited)
        step = Step(relay.speaker.name, Role.RELAY, relay.stance, cue)
        if cited.name is None or cited.anonymous:
            maker = Step(cited.name or "unnamed", Role.ORIGINATOR, relay.stance, cue)
            return replace(relay, steps=(maker, step, *relay.steps))
        return replace(relay, speaker=cited, steps=(step, *relay.steps))


def _is_given_name(words: list[Word], at: int) -> bool:
    """Whether one word and a comma follow the verb of a quotation: '"…," said Mohammed, a resident'."""
    return words[at].is_capital and words[at].text.isalpha() and at + 1 < len(words) and words[at + 1].text == ","


def _is_certain_verb(word: Word) -> bool:
    return word.lower not in phrase_words("ambiguous")


def _is_no_report(words: list[Word], first: int, last: int) -> bool:
    """A passive ("was reported"), an infinitive ("to say"), or a participle of state ("reported killed")."""
    if words[first].text == "Said":  # a name far more often than a verb
        return True
    before = words[first - 1].lower if first else ""
    if (
        before in _BE
        or before == "to"
        or before in phrase_words("determiner")
        or (before in ("have", "has", "had") and first > 1 and words[first - 2].lower == "to")
    ):
        return True
    if before in ("will", "would", "could", "should", "must", "may", "might", "not", "no", "cannot", "n't"):
        return True
    if words[first].lower in ("claimed", "claims", "claiming"):  # "the floods claimed 76 lives"
        taken = [word.lower for word in words[last : last + 6]]
        if "lives" in taken or "responsibility" in taken or "victims" in taken:
            return True
    return last < len(words) and words[last].lower in phrase_words("state")


def _is_definite(noun_phrase: list[Word]) -> bool:
    """Whether it is somebody who was spoken of before: "the source", "the official"."""
    if len(noun_phrase) < 2 or noun_phrase[0].lower != "the":
        return False
    return speaker_nouns().get(noun_phrase[-1].lower, "body") != "body"


def _pronoun(noun_phrase: list[Word]) -> str | None:
    if len(noun_phrase) != 1:
        return None
    word = noun_phrase[0].lower
    return word if word in phrase_words("pronoun_person") or word in phrase_words("pronoun_group") else None


def says(attributions: list[Attribution], position: int) -> Attribution | None:
    """The attribution that the word at *position* stands under: the nearest cue whose scope holds it, or None."""
    holding = [a for a in attributions if a.first <= position < a.last]
    return min(holding, key=lambda a: abs(a.cue - position), default=None)
