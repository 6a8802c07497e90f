"""Who says so: "according to X", "X said that", "…, X said", chains such as "TASS, citing an unnamed insider"."""

from __future__ import annotations

from figures.attributions import Attribution
from figures.citations import CitationFinder
from figures.figure import Role, Stance, Step
from figures.named import NOBODY, Named
from figures.naming import Namer
from figures.noun_phrases import CALENDAR, phrase_words, speaker_nouns
from figures.phrases import QUOTES, is_comma, is_weekday, phrase_after
from figures.sayer_names import SayerNames
from figures.sayers import find_subjects, main_subject
from figures.scopes import LOST_COMMA, scope_of
from figures.sources import SourceIndex
from figures.verbs import BE, Verb, is_report, reporting_verbs
from figures.words import Word


class SpeakerFinder:
    """Finds the attributions of a document's sentences; each sentence is read once."""

    def __init__(self, namer: Namer, sources: SourceIndex) -> None:
        self._namer = namer
        self._sources = sources
        self._sayers = SayerNames(namer, sources)
        self._citations = CitationFinder(namer, sources, self._sayers)

    def find(self, words: list[Word]) -> list[Attribution]:
        """Every attribution in a sentence, in order of its cue; a pronoun's speaker is still open."""
        found: list[Attribution] = self._citations.as_saying(words)
        quoted = range(found[0].cue, found[0].cue + 16) if found else range(0)
        for verb in reporting_verbs().find(words):
            if verb.first not in quoted:
                found += self._spoken(words, verb.first, verb.last, verb.entry, found)
        found += self._citations.according(words)
        found += self._citations.headline(words, found)
        return sorted(self._citations.with_citations(words, found), key=lambda a: a.cue)

    def _spoken(
        self, words: list[Word], first: int, last: int, verb: Verb, before: list[Attribution]
    ) -> list[Attribution]:
        if first and words[first - 1].lower in BE and words[first].lower.endswith("ing"):
            first -= 1  # "local media is reporting"
        elif not is_report(words, first, last, verb):
            return []
        if words[first].lower.endswith("ing"):
            return self._going_on(words, first, last, verb, before)
        said = self._said(words, first, last, verb)
        if said is not None and before and self._is_hearer(words, first):
            said = None  # "Mitch Matlow told CBS News on Wednesday said that …"
            before[-1:] = [before[-1]._replace(last=len(words))]
        if said is None and before and words[first - 1].lower in ("and", "but", "then"):
            said = before[-1]._replace(first=last, last=scope_of(words, first, first, last)[1], cue=first)
        return [] if said is None else [said]

    def _going_on(
        self, words: list[Word], first: int, last: int, verb: Verb, before: list[Attribution]
    ) -> list[Attribution]:
        """What "adding" or "saying" goes on with: its own subject's behind "with", else the one's who spoke before."""
        scope = scope_of(words, first, first, last)[1]
        start = next((k for k in range(first - 1, max(0, first - 9), -1) if words[k - 1].lower == "with"), None)
        if start is not None and all(word.text[0].isalnum() for word in words[start:first]):
            speaker = self._namer.name(words[start:first])
            return [Attribution(last, scope, first, speaker, verb.stance, ())] if speaker.name else []
        earlier = max((a for a in before if a.cue < first), key=lambda a: a.cue, default=None)
        if earlier is not None:
            return [earlier._replace(first=last, last=scope, cue=first)]
        subject = main_subject(words, first)
        speaker = NOBODY if subject is None else self._namer.name(words[subject[0] : subject[1]])
        return [Attribution(last, scope, first, speaker, verb.stance, ())] if speaker.name else []

    def _said(self, words: list[Word], first: int, last: int, verb: Verb) -> Attribution | None:
        inverted = self._inverted(words, first, last, verb)
        if inverted is not None:
            return Attribution(0, first, first, inverted, verb.stance, ())
        sure = words[first].lower not in phrase_words("ambiguous")
        nearest: int | None = None
        for begins, end in find_subjects(words, first, self._namer.is_known):
            nearest = begins if nearest is None else nearest
            speaker, pronoun = self._sayers.subject(words, begins, end)
            if speaker.name is not None or (pronoun and (sure or pronoun in ("it", "he", "she", "they"))):
                scope = self._scope(words, begins, first, last)
                return Attribution(*scope, first, speaker, verb.stance, self._hearer(words, last, verb), pronoun)
            if pronoun == "we":  # inside a quotation, whose speaker stands outside
                return None
        if not sure or nearest is None:
            return None
        return Attribution(*scope_of(words, nearest, first, last), first, NOBODY, verb.stance, ())

    def _scope(self, words: list[Word], begins: int, first: int, last: int) -> tuple[int, int]:
        """What is said; within a relative clause of the sentence's own subject no more than that clause."""
        scope = scope_of(words, begins, first, last)
        if begins == 0 and words[first - 1].lower in ("who", "which", "that"):
            return scope[0], next((k for k in range(last, scope[1]) if is_comma(words, k)), scope[1])
        return scope

    def _inverted(self, words: list[Word], first: int, last: int, verb: Verb) -> Named | None:
        """The speaker of '"…," said X', None when the verb does not follow what was said."""
        if first < 2 or last >= len(words):
            return None
        quoted = words[first - 1].text in QUOTES or words[first - 2].text in QUOTES
        if not quoted and verb.kind == "hear":
            return None
        opens = words[last].lower in phrase_words("determiner") or words[last].lower in speaker_nouns()
        if not (words[last].is_capital or opens):
            return None
        phrase = self._without_byline(phrase_after(words, last))
        speaker = self._namer.name(phrase)
        if quoted:
            given = speaker.name is None and _is_given_name(words, last)
            return Named(words[last].text, person=True) if given else speaker
        if speaker.name is None or not _is_closed(words, last + len(phrase)):
            return None  # "Serhiy Lysak, the governor, said the air force had …"
        if words[first - 1].text == ",":
            return speaker
        lost = first >= LOST_COMMA and self._namer.is_known(phrase)  # "… on the river said the Observatory"
        ends = _after_time(words, last + len(phrase)) >= len(words)
        group = phrase[-1].lower in speaker_nouns() and phrase[0].lower in phrase_words("determiner")
        if first >= LOST_COMMA and ends and (lost or group):
            return speaker
        return speaker if lost and not self._named_subject(words, first) else None

    def _without_byline(self, phrase: list[Word]) -> list[Word]:
        """The speaker of "… says the Observatory AFP Thursday", a headline and its byline run together in a crawl."""
        while phrase and phrase[-1].lower in CALENDAR:
            phrase = phrase[:-1]
        known = self._sources.find(phrase)
        if len(known) < 2 or known[-2].last != known[-1].first or known[-1].last != len(phrase):
            return phrase
        return phrase[: known[-1].first] if self._sources.kinds.get(known[-1].entry[0]) == "agency" else phrase

    def _is_hearer(self, words: list[Word], verb: int) -> bool:
        """Whether the phrase before a verb is whom another verb tells."""
        phrase = next(find_subjects(words, verb, self._namer.is_known), None)
        return phrase is not None and phrase[0] > 0 and words[phrase[0] - 1].lower in ("told", "tells", "informed")

    def _named_subject(self, words: list[Word], verb: int) -> bool:
        return any(self._sayers.subject(words, *p)[0].name for p in find_subjects(words, verb, self._namer.is_known))

    def _hearer(self, words: list[Word], last: int, verb: Verb) -> tuple[Step, ...]:
        """The agency that was told."""
        if verb.kind != "hear":
            return ()
        heard = self._sources.find(words[last : last + 5])
        if heard and heard[0].first <= 1:
            return (Step(heard[0].entry[0], Role.RELAY, Stance.NOT_STATED, f"told {heard[0].entry[0]}"),)
        return ()


def _after_time(words: list[Word], at: int) -> int:
    """The position behind marks, a day or "today"."""
    while at < len(words) and (
        not words[at].text[0].isalnum()
        or is_weekday(words[at].lower)
        or words[at].lower in ("on", "today", "yesterday")
    ):
        at += 1
    return at


def _is_closed(words: list[Word], at: int) -> bool:
    """Whether a mark, a time, a place or "adding" follows a speaker, and no verb of which it would be the subject."""
    if at < len(words) and words[at].text in "([":
        at = next((k + 1 for k in range(at, len(words)) if words[k].text in ")]"), len(words))
    if at >= len(words) or not words[at].text[0].isalnum():
        return True
    lower = words[at].lower
    if lower in ("a", "an"):  # "said the Observatory a monitoring group"
        return True
    goes_on = lower.endswith("ing") and reporting_verbs().starts_at(words, at)
    return goes_on or lower in phrase_words("adverbial") or is_weekday(lower)


def _is_given_name(words: list[Word], at: int) -> bool:
    """Whether one word and a comma follow the verb of a quotation: '"…," said Mohammed, a resident'."""
    return words[at].is_capital and words[at].text.isalpha() and at + 1 < len(words) and words[at + 1].text == ","
