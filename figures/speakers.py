"""Who says so: "according to X", "X said that", "…, X said", chains such as "TASS, citing an unnamed insider"."""

from __future__ import annotations

from typing import NamedTuple

from figures.figure import Role, Stance, Step
from figures.naming import NOBODY, Named, Namer
from figures.noun_phrases import CALENDAR, office_of, phrase_words, speaker_nouns
from figures.nouns import function_words
from figures.phrases import QUOTES, is_comma, is_weekday, phrase_after, phrase_start
from figures.sayers import find_subjects, main_subject
from figures.scopes import LOST_COMMA, clause_around, scope_of
from figures.sources import SourceIndex
from figures.verbs import Verb, reporting_verbs
from figures.words import Phrases, Word


class Attribution(NamedTuple):
    """Somebody's words in a sentence. *first*, *last*: word positions of what is said; *cue*: the verb's."""

    first: int
    last: int
    cue: int
    speaker: Named
    stance: Stance
    steps: tuple[Step, ...]
    pronoun: str | None = None
    is_deeper: bool = False  # "according to": deeper than the one who says so in front


_ACCORDING: Phrases[str] = Phrases(
    (cue, cue)
    for cue in (
        "according to", "as per", "attributed to", "cited by", "reported by", "announced by", "released by",
        "provided by", "published by", "compiled by", "issued by", "quoted by", "confirmed by", "said by", "per",
        "in the words of", "according", "based on", "by its", "by their", "by his", "by her",
    )
)  # fmt: skip
_RELAYING = frozenset({"agency", "newspaper"})
_QUOTED = frozenset({"quoted", "quotes", "cited", "cites", "quoting", "citing"})
_CITING = frozenset({"citing", "quoting", "cited", "cites"})
_BE = frozenset({"was", "were", "been", "be", "being", "is", "are", "am"})


class SpeakerFinder:
    """Finds the attributions of a document's sentences; each sentence is read once."""

    def __init__(self, namer: Namer, sources: SourceIndex) -> None:
        self._namer = namer
        self._sources = sources

    def find(self, words: list[Word]) -> list[Attribution]:
        """Every attribution in a sentence, in order of its cue; a pronoun's speaker is still open."""
        found: list[Attribution] = self._as_saying(words)
        quoted = range(found[0].cue, found[0].cue + 16) if found else range(0)
        for verb in reporting_verbs().find(words):
            if verb.first not in quoted:
                found += self._spoken(words, verb.first, verb.last, verb.entry, found)
        found += [a for cue in _ACCORDING.find(words) if (a := self._according(words, cue.first, cue.last)) is not None]
        found += self._headline(words, found)
        return sorted(self._with_citations(words, found), key=lambda a: a.cue)

    def _spoken(
        self, words: list[Word], first: int, last: int, verb: Verb, before: list[Attribution]
    ) -> list[Attribution]:
        if first and words[first - 1].lower in _BE and words[first].lower.endswith("ing"):
            first -= 1  # "local media is reporting"
        elif not _is_report(words, first, last, verb):
            return []
        if words[first].lower.endswith("ing"):
            return self._going_on(words, first, last, verb, before)
        said = self._said(words, first, last, verb)
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

    def _as_saying(self, words: list[Word]) -> list[Attribution]:
        """Both of "TASS quoted the governor as saying" and of "the governor was quoted by TASS as saying"."""
        saying = next((k for k in range(2, len(words)) if words[k].lower in ("saying", "putting")), 0)
        quoted = next((k for k in range(saying - 2, max(-1, saying - 16), -1) if words[k].lower in _QUOTED), None)
        if not saying or quoted is None:
            return []
        passive = quoted > 0 and words[quoted - 1].lower in _BE
        behind = words[
            quoted + 1 + (passive and words[quoted + 1].lower == "by") : saying - (words[saying - 1].lower == "as")
        ]
        subject = next(find_subjects(words, quoted - passive, self._namer.is_known), None)
        front = [] if subject is None else words[subject[0] : subject[1]]
        maker, relay = (self._namer.name(phrase) for phrase in ((front, behind) if passive else (behind, front)))
        if maker.name is None:
            return []
        steps = () if relay.name is None else (Step(relay.name, Role.RELAY, Stance.ASSERTS, words[quoted].lower),)
        scope = scope_of(words, quoted if subject is None else subject[0], quoted, saying + 1)
        return [Attribution(*scope, quoted, maker, Stance.ASSERTS, steps)]

    def _headline(self, words: list[Word], found: list[Attribution]) -> list[Attribution]:
        """The speaker at an end of a headline: "Bombs kill 13: monitor", "Police: 12 people killed"."""
        if found or not words:
            return []
        first = next((k for k in range(1, min(5, len(words))) if words[k].text == ":"), None)
        if first is not None:
            speaker = self._speaker_of_headline(words[:first])
            if speaker.name is not None and self._sources.kinds.get(speaker.name) != "government":
                return [Attribution(first, len(words), first, speaker, Stance.ASSERTS, ())]
        end = len(words) - (words[-1].text == ".")
        marks = (":", "–", "—", "-") if end == len(words) else (":",)
        last = next((k for k in range(end - 1, max(0, end - 6), -1) if words[k].text in marks), None)
        if last is None or last + 1 >= end:
            return []
        behind = words[last + 1 : end]
        if behind[0].lower in speaker_nouns():
            behind = behind[:1]  # "…: monitor Sylvia Westall", the name of the writer in a crawl
        speaker = self._speaker_of_headline(behind)
        return [] if speaker.name is None else [Attribution(0, last, last, speaker, Stance.ASSERTS, ())]

    def _speaker_of_headline(self, phrase: list[Word]) -> Named:
        """Whom a phrase names that a headline sets apart: a known source or a noun for those who speak."""
        known = phrase[-1].lower in speaker_nouns() or self._sources.find(phrase)
        return self._namer.name(phrase) if known else NOBODY

    def _said(self, words: list[Word], first: int, last: int, verb: Verb) -> Attribution | None:
        inverted = self._inverted(words, first, last, verb)
        if inverted is not None:
            return Attribution(0, first, first, inverted, verb.stance, ())
        sure = words[first].lower not in phrase_words("ambiguous")
        nearest: int | None = None
        for begins, end in find_subjects(words, first, self._namer.is_known):
            nearest = begins if nearest is None else nearest
            speaker, pronoun = self._subject(words, begins, end)
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

    def _subject(self, words: list[Word], begins: int, end: int) -> tuple[Named, str | None]:
        """Whom a subject names, or the pronoun for somebody who spoke before."""
        noun_phrase, begins = self._with_known_name(words, words[begins:end], begins)
        pronoun = pronoun_of(noun_phrase)
        if pronoun in ("we", "i"):
            return NOBODY, "we"
        if pronoun in ("he", "she", "it", "they"):
            return NOBODY, pronoun
        acronym = words[end + 1].text if end + 2 < len(words) and words[end].text == "(" else ""
        full = self._namer.in_full(acronym) if words[end - 1].is_capital else None
        if full is not None:
            return full, None
        speaker = (
            self._for_owner(words, begins, noun_phrase)
            or self._described(words, begins, noun_phrase)
            or self._issued_by(words, end)
            or self._with_partner(words, begins, self._namer.name(noun_phrase))
        )
        if speaker.name is None and (_has_office(words, begins, end) or self._stands_alone(words, begins, end)):
            return Named(words[begins].text, unsure=True), None
        hangs = begins > 0 and words[begins - 1].lower in phrase_words("preposition")
        if hangs and self._sources.kinds.get(speaker.name or "") == "government":
            return NOBODY, None  # "activists in Syria said"
        if pronoun == "monitor" and noun_phrase[-1].lower in phrase_words("any_group") and not _is_proper(noun_phrase):
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
        if begins - first not in (2, 3) or (first > 0 and words[first - 1].lower in phrase_words("preposition")):
            return None
        name = self._namer.name(words[first:begins])
        return name if name.person else None

    def _stands_alone(self, words: list[Word], begins: int, end: int) -> bool:
        """Whether a name that nothing else tells of stands between a mark and its verb: "…, Onmanorama reported"."""
        word = words[begins]
        alone = end - begins == 1 and begins > 0 and (words[begins - 1].text == "," or words[begins - 1].text in QUOTES)
        named = word.is_capital and len(word.text) > 2 and word.text.isalpha() and word.lower not in CALENDAR
        return alone and named and self._namer.is_unplaced(word)

    def _issued_by(self, words: list[Word], end: int) -> Named | None:
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

    def _named_subject(self, words: list[Word], verb: int) -> bool:
        return any(self._subject(words, *p)[0].name for p in find_subjects(words, verb, self._namer.is_known))

    def _hearer(self, words: list[Word], last: int, verb: Verb) -> tuple[Step, ...]:
        """The agency that was told."""
        if verb.kind != "hear":
            return ()
        heard = self._sources.find(words[last : last + 5])
        if heard and heard[0].first <= 1:
            return (Step(heard[0].entry[0], Role.RELAY, Stance.NOT_STATED, f"told {heard[0].entry[0]}"),)
        return ()

    def _according(self, words: list[Word], first: int, last: int) -> Attribution | None:
        if words[first].lower == "by":
            return self._by_count(words, first)
        named = [s for s in self._list_after(words, last) if s.name is not None]
        if not named and not _is_open_citation(words, first):
            return None
        if words[first].lower == "based" and not any(_is_paper(word) for word in words[last : last + 6]):
            return None  # "based on the border"
        start, end = clause_around(words, first)
        if words[last - 1].lower == "by" and words[first].lower in phrase_words("issued"):
            start, end = _counted_before(words, first)
        start = first if words[first].is_capital else start  # "… in Aleppo city According to …", without a stop
        if len(named) > 1:
            names = sorted(str(s.name) for s in named)
            steps = tuple(Step(name, Role.ORIGINATOR, Stance.ASSERTS, "according to") for name in names)
            joint = Named(", ".join(names[:-1]) + " and " + names[-1])
            return Attribution(start, end, first, joint, Stance.ASSERTS, steps)
        if not named:
            return Attribution(start, end, first, NOBODY, Stance.ASSERTS, (), pronoun_of(phrase_after(words, last)))
        deeper = words[first].lower == "according" and self._sources.kinds.get(named[0].name or "") not in _RELAYING
        return Attribution(start, end, first, named[0], Stance.ASSERTS, (), is_deeper=deeper)

    @staticmethod
    def _by_count(words: list[Word], first: int) -> Attribution | None:
        """Who counted, for "by its figures": the one spoken of before; None for "by its soldiers"."""
        owner = {"its": "it", "their": "they", "his": "he", "her": "she"}[words[first + 1].lower]
        if not any(_is_paper(word) for word in words[first + 2 : first + 4]):
            return None
        return Attribution(*clause_around(words, first), first, NOBODY, Stance.ASSERTS, (), owner)

    def _list_after(self, words: list[Word], position: int) -> list[Named]:
        """One speaker, or a list of them: "Seoul, Kyiv, and Washington", "soldiers and officials"."""
        phrase = phrase_after(words, position)
        end = position + len(phrase)
        issuer = self._issued_by(words, end) if phrase else None
        speakers = [issuer or self._by_name(words, end) or self._namer.name(phrase)]
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

    def _by_name(self, words: list[Word], comma: int) -> Named | None:
        """The person of "according to one resident, Ali Said, …"; None without a noun for one and a name behind it."""
        if comma >= len(words) or words[comma].text != "," or words[comma - 1].lower not in speaker_nouns():
            return None
        end = next((k for k in range(comma + 1, min(comma + 6, len(words))) if not words[k].is_capital), len(words))
        if end - comma not in (3, 4) or (end < len(words) and words[end].text not in ",."):
            return None
        speaker = self._namer.name(words[comma + 1 : end])
        return speaker if speaker.person else None

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
        verb = max((v.first for v in reporting_verbs().find(words) if v.first < cite), default=None)
        near = min(found, key=lambda a: abs(a.cue - cite))
        if verb is not None and near.cue < verb:
            return found  # "…, said the ministry, News.az reports citing Xinhua"
        return [self._relayed(a, cited, words[cite].lower, len(words)) if a is near else a for a in found]

    @staticmethod
    def _relayed(relay: Attribution, cited: Named, cue: str, end: int) -> Attribution:
        if relay.speaker.name is None:
            return relay if cited.name is None or cited.anonymous else relay._replace(speaker=cited, pronoun=None)
        step = Step(relay.speaker.name, Role.RELAY, relay.stance, cue)
        if relay.first > 0:  # "SANA reported the attack, quoting the governor as putting the toll at six"
            relay = relay._replace(last=max(relay.last, end))
        if cited.name is None or cited.anonymous:
            maker = Step(cited.name or "unnamed", Role.ORIGINATOR, relay.stance, cue)
            return relay._replace(steps=(maker, step, *relay.steps))
        return relay._replace(speaker=cited, steps=(step, *relay.steps))


def _after_time(words: list[Word], at: int) -> int:
    """The position behind marks, a day or "today"."""
    while at < len(words) and (
        not words[at].text[0].isalnum()
        or is_weekday(words[at].lower)
        or words[at].lower in ("on", "today", "yesterday")
    ):
        at += 1
    return at


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


def _counted_before(words: list[Word], cue: int) -> tuple[int, int]:
    """What "reported by" reports: the noun right before it, or the clause that "a figure confirmed by" takes up."""
    start = next((k + 1 for k in range(cue - 1, max(-1, cue - 8), -1) if _parts(words, k)), max(0, cue - 8))
    if words[cue - 1].lower in _BE:  # "ten more deaths were reported by the authorities"
        return clause_around(words, cue)[0], cue
    if words[cue - 1].lower in ("figure", "figures", "toll", "number", "count"):
        return 0, len(words)
    return start, cue


def _parts(words: list[Word], at: int) -> bool:
    """Whether a comma, a verb or the opening of a clause stands there."""
    lower = words[at].lower
    verb = function_words().get(lower) in ("verb", "harming")
    return verb or is_comma(words, at) or lower in phrase_words("relative") or lower in phrase_words("opener")


def _is_paper(word: Word) -> bool:
    return speaker_nouns().get(word.lower) == "paper"


def _is_open_citation(words: list[Word], first: int) -> bool:
    """Whether "according to" or "in the words of" stands there, and no passive: "was reported by"."""
    if words[first].lower in ("per", "based"):
        return False
    passive = first > 0 and words[first - 1].lower in _BE and words[first].lower not in ("according", "as")
    return not passive


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


def _is_report(words: list[Word], first: int, last: int, verb: Verb) -> bool:
    """Whether a verb reports: no passive ("was reported"), infinitive ("to say") or participle ("reported killed")."""
    word, at = words[first], first - 1
    while at > 0 and function_words().get(words[at].lower) == "adverb":
        at -= 1
    before = words[at].lower if at >= 0 else ""
    if word.text == "Said":  # a name far more often than a verb
        return False
    if (
        before.endswith("n't")
        or before in _BE
        or before == "to"
        or before in phrase_words("determiner")
        or before in phrase_words("modal")
    ):
        return False
    if before in ("have", "has", "had") and first > 1 and words[first - 2].lower == "to":
        return False
    behind = [word.lower for word in words[last : last + 6]]
    if behind[:1] == ["by"] and not words[last - 1].lower.endswith("ing"):
        return False  # "an attack claimed by Islamic State"
    if word.lower in ("claimed", "claims", "claiming") and not {"lives", "responsibility", "victims"}.isdisjoint(
        behind
    ):
        return False  # "the floods claimed 76 lives"
    if word.lower == "informed" and behind[:1] and behind[0] in speaker_nouns():
        return False  # "informed sources"
    if verb.kind == "that":
        return behind[:1] == ["that"]
    if verb.kind == "toll":
        given = {word.lower for word in words[last : last + 9]}
        return not given.isdisjoint(("toll", "tolls", "figure", "number", "count", "as"))
    return not behind or behind[0] not in phrase_words("state")


def pronoun_of(noun_phrase: list[Word]) -> str | None:
    """The pronoun that a phrase is, or for "the source", "the official" the kind of noun; None for any other."""
    if len(noun_phrase) == 1:
        word = noun_phrase[0].lower
        return word if word in phrase_words("pronoun_person") or word in phrase_words("pronoun_group") else None
    if not noun_phrase:
        return None
    head = speaker_nouns().get(noun_phrase[-1].lower)
    if len(noun_phrase) > 1 and head == "paper" and noun_phrase[0].lower in ("its", "their"):
        return "it" if noun_phrase[0].lower == "its" else "they"  # "its table", "their report"
    if head == "paper" and len(noun_phrase) > 2 and noun_phrase[1].lower.endswith("'s"):
        owner = noun_phrase[1].lower.removesuffix("'s")  # "the body's report"
        return speaker_nouns().get(owner) if noun_phrase[0].lower == "the" else None
    if len(noun_phrase) < 2 or noun_phrase[0].lower != "the":
        return None
    kind = speaker_nouns().get(noun_phrase[-1].lower, "body")
    return None if kind == "body" else kind


def says(attributions: list[Attribution], position: int) -> Attribution | None:
    """The attribution that the word at *position* stands under: the nearest cue whose scope holds it, or None.

    "… said that 12 died, according to Y": Y made the number, whoever passes it on.
    """
    holding = [a for a in attributions if a.first <= position < a.last]
    deeper = [a for a in holding if a.is_deeper and position < a.cue]
    if deeper and all(a.cue < position or a.is_deeper for a in holding):
        return deeper[0]
    return min(holding, key=lambda a: abs(a.cue - position), default=None)


def spoken_by(attribution: Attribution) -> set[Named]:
    """Who spoke, for the pronouns that follow: the maker, and the one who relays him."""
    relays = {Named(step.source) for step in attribution.steps if step.role is Role.RELAY and step.cue in _QUOTED}
    return relays if attribution.speaker.name is None else {attribution.speaker, *relays}
