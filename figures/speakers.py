"""Who says so: "according to X", "X said that", "…, X said", chains such as "TASS, citing an unnamed insider"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from figures import wordlists
from figures.figure import Role, Span, Stance, Step
from figures.naming import NOBODY, Named, Namer, SourceIndex, phrase_words, speaker_nouns
from figures.words import Phrases, Word


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its stance, and whether its object hears ("told") or an infinitive follows ("claimed to")."""

    stance: Stance
    kind: str


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


@cache
def _verbs() -> Phrases[Verb]:
    return Phrases(
        (form, Verb(Stance(row["stance"]), row["kind"]))
        for _, row in wordlists.packaged("reporting_verbs.csv")
        for form in row["forms"].split("|")
    )


_ACCORDING: Phrases[str] = Phrases(
    (cue, cue)
    for cue in (
        "according to", "as per", "attributed to", "cited by", "reported by", "announced by", "released by", "provided by",
        "published by", "compiled by", "issued by", "quoted by", "confirmed by", "said by", "per", "in the words of",
    )
)  # fmt: skip
_CITING = frozenset({"citing", "quoting", "cited", "cites"})
_BE = frozenset({"was", "were", "been", "be", "being", "is", "are", "am"})
_QUOTES = frozenset('"“”')
_CLOSE = frozenset({".", "!", "?", "…"})
_AFTER_VERB = frozenset(
    "on in a an the statement late early monday tuesday wednesday thursday friday saturday sunday today yesterday earlier reporters "
    "to at news conference press briefing via telegram twitter x facebook social media its his her their website morning afternoon "
    "evening night by telephone phone television state afp reuters ap agency post tweet video address interview with daily".split()
)
_OPENERS = frozenset(
    "and but while that as when although though because whereas where after before".split()
)
_ADVERBIAL = frozenset(
    "in on at to during from by after via late early earlier later this last yesterday today overnight over".split()
)
_STATES = frozenset(
    {"killed", "dead", "injured", "wounded", "missing", "displaced", "destroyed", "damaged", "captured", "arrested"}
)


class SpeakerFinder:
    """Finds the attributions of a document's sentences; each sentence is read once."""

    def __init__(self, namer: Namer, sources: SourceIndex) -> None:
        self._namer = namer
        self._sources = sources

    def find(self, words: list[Word]) -> list[Attribution]:
        """Every attribution in a sentence, in order of its cue; a pronoun's speaker is still open."""
        found = [
            a
            for verb in _verbs().find(words)
            if (a := self._said(words, verb.first, verb.last, verb.entry)) is not None
        ]
        found += [a for cue in _ACCORDING.find(words) if (a := self._according(words, cue.first, cue.last)) is not None]
        return sorted(self._with_citations(words, found), key=lambda a: a.cue)

    def _said(self, words: list[Word], first: int, last: int, verb: Verb) -> Attribution | None:
        if _is_no_report(words, first, last):
            return None
        inverted = self._inverted(words, first, last, verb)
        if inverted is not None:
            return Attribution(0, first, first, inverted, verb.stance, ())
        phrase = _subject(words, first)
        if phrase is None:
            return None
        noun_phrase, begins = self._with_known_name(words, *phrase)
        pronoun = _pronoun(noun_phrase)
        if pronoun in ("we", "i"):  # inside a quotation, whose speaker stands outside
            return None
        speaker = NOBODY if pronoun else self._with_partner(words, begins, self._namer.name(noun_phrase))
        if speaker.name is None and pronoun is None and _is_definite(noun_phrase):
            pronoun = "it"  # "the source", "the official": whoever spoke before, if one did
        if speaker.name is None and not pronoun and not _is_certain_verb(words[first]):
            return None
        scope = _scope(words, begins, first, last)
        return Attribution(*scope, first, speaker, verb.stance, self._hearer(words, last, verb), pronoun)

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
        first = max(_phrase_start(words, begins - 2), begins - 5)
        if any(word.lower.endswith("ing") or word.lower in light_nouns() for word in words[first : begins - 1]):
            return speaker
        partner = self._namer.name(words[first : begins - 1])
        if partner.name is None or partner.person or speaker.person or partner.name == speaker.name:
            return speaker
        return Named(" and ".join(sorted((partner.name, speaker.name))), anonymous=speaker.anonymous)

    def _inverted(self, words: list[Word], first: int, last: int, verb: Verb) -> Named | None:
        """The speaker of '"…," said X', None when the verb does not follow a quotation."""
        if first < 2 or last >= len(words):
            return None
        quoted = words[first - 1].text in _QUOTES or words[first - 2].text in _QUOTES
        if not quoted and (words[first - 1].text != "," or verb.kind == "hear"):
            return None
        if not (words[last].is_capital or words[last].lower in phrase_words("determiner")):
            return None
        speaker = self._namer.name(_phrase_after(words, last))
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
        return Attribution(*_clause_around(words, first), first, named[0] if named else NOBODY, Stance.ASSERTS, ())

    def _list_after(self, words: list[Word], position: int) -> list[Named]:
        """One speaker, or a list of them: "Seoul, Kyiv, and Washington", "soldiers and officials"."""
        phrase = _phrase_after(words, position)
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
        """ "TASS, citing an unnamed insider, reported": the one cited made the number, the one who cites relays it."""
        cite = next((k for k, word in enumerate(words) if word.lower in _CITING), None)
        if cite is None:
            return found
        if words[cite].lower in ("cites", "cited") and (cite == 0 or words[cite - 1].lower in _BE):
            return found
        cited = self._namer.name(_phrase_after(words, cite + 1))
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


@cache
def _ambiguous_forms() -> frozenset[str]:
    """Forms that are nouns or plain verbs as often as they report: they count only with a speaker that is known."""
    return frozenset(
        "claims reports claim report estimates counts posts notes states put puts show shows showed recorded documented counted "
        "registered posted accused quotes saying adding noting warning reporting says believe believes believed suggests suggested "
        "maintained maintains recalled released verified confirmed rejected dismissed stressed".split()
    )


def _is_certain_verb(word: Word) -> bool:
    return word.lower not in _ambiguous_forms()


def _is_no_report(words: list[Word], first: int, last: int) -> bool:
    """A passive ("was reported"), an infinitive ("to say"), or a participle of state ("reported killed")."""
    if words[first].text == "Said":  # a name far more often than a verb
        return True
    before = words[first - 1].lower if first else ""
    if (
        before in _BE
        or before == "to"
        or before in phrase_words("determiner")
        or before in ("have", "has", "had")
        and first > 1
        and words[first - 2].lower == "to"
    ):
        return True
    if before in ("will", "would", "could", "should", "must", "may", "might", "not", "no", "cannot", "n't"):
        return True
    if words[first].lower in ("claimed", "claims", "claiming"):  # "the floods claimed 76 lives"
        taken = [word.lower for word in words[last : last + 6]]
        if "lives" in taken or "responsibility" in taken or "victims" in taken:
            return True
    return last < len(words) and words[last].lower in _STATES


@cache
def light_nouns() -> frozenset[str]:
    """Words of a number's noun phrase, which is no speaker: "dozens", "people"."""
    return frozenset("dozens scores hundreds thousands people civilians more others".split())


def _is_definite(noun_phrase: list[Word]) -> bool:
    """"The source", "the official": somebody who was spoken of before."""
    if len(noun_phrase) < 2 or noun_phrase[0].lower != "the":
        return False
    return speaker_nouns().get(noun_phrase[-1].lower, "body") != "body"


def _pronoun(noun_phrase: list[Word]) -> str | None:
    if len(noun_phrase) != 1:
        return None
    word = noun_phrase[0].lower
    return word if word in phrase_words("pronoun_person") or word in phrase_words("pronoun_group") else None


def _subject(words: list[Word], verb: int) -> tuple[list[Word], int] | None:
    """The noun phrase before a verb and where it begins; None when the verb has none of its own ("and said")."""
    at = _skip_adverbs(words, verb - 1)
    if at < 0:
        return None
    if words[at].text == ")":  # "Doctors Without Borders (MSF) said"
        at = next((k - 1 for k in range(at, -1, -1) if words[k].text == "("), -1)
        if at < 0:
            return None
    if words[at].text == ",":
        return _before_apposition(words, at)
    if words[at].text in _QUOTES and at > 0:
        return None
    if words[at].lower in ("and", "but", "who", "which", "that", "while", "then"):
        return _clause_subject(words, at)
    first = _phrase_start(words, at)
    return words[first : at + 1], first


def _skip_adverbs(words: list[Word], at: int) -> int:
    while at >= 0:
        lower = words[at].lower
        if lower in phrase_words("adverb") or (lower.endswith("ly") and not words[at].is_capital):
            at -= 1
        elif _is_weekday(lower) and at > 0:
            at -= 2 if words[at - 1].lower == "on" else 1
        else:
            return at
    return at


def _is_weekday(lower: str) -> bool:
    return lower.endswith("day") and lower[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _before_apposition(words: list[Word], comma: int) -> tuple[list[Word], int] | None:
    """ "X, governor of Y, said" is X; "the governor of Y, X, said" is X too."""
    opening = next((k for k in range(comma - 1, max(-1, comma - 26), -1) if words[k].text == ","), None)
    if opening is None or opening == 0:
        return None
    inner = words[opening + 1 : comma]
    if len(inner) == 1 and inner[0].text.isupper() and len(inner[0].text) > 1:
        return inner, opening + 1
    if 2 <= len(inner) <= 5 and all(
        word.is_capital or word.text == "." or word.lower in ("bin", "al", "de", "abu") for word in inner
    ):
        return inner, opening + 1
    first = _phrase_start(words, opening - 1)
    return words[first:opening], first


def _clause_subject(words: list[Word], conjunction: int) -> tuple[list[Word], int] | None:
    """The subject at the head of the sentence, for the second verb of "Ukraine launched … and claimed …"."""
    start = 0
    commas = [k for k in range(min(conjunction, 9)) if words[k].text == ","]
    if commas and words[0].lower in (
        "in",
        "on",
        "at",
        "by",
        "since",
        "after",
        "during",
        "earlier",
        "meanwhile",
        "last",
        "over",
    ):
        start = commas[0] + 1
    if start < len(words) and words[start].lower in ("the", "a", "an"):
        start += 1
    last = start
    while last < conjunction and words[last].is_capital and words[last].text[0].isalpha():
        last += 1
    if last == start or any(words[k].text in ",;" for k in range(last, conjunction)):
        return None
    return words[start:last], start


def _phrase_start(words: list[Word], last: int) -> int:
    """Where the noun phrase that ends at *last* begins: at its determiner, after a mark or a word that cannot be in it."""
    first = last
    while first > 0:
        left, here = words[first - 1], words[first]
        if here.lower in phrase_words("determiner"):
            if not _links(words, first - 1):
                break
            first -= 2
        elif left.lower in phrase_words("link") and _links(words, first - 1):
            first -= 2
        elif left.text == "." and first > 1 and words[first - 2].is_capital and len(words[first - 2].text) <= 4:
            first -= 1
        elif not left.text[0].isalnum() or left.lower in phrase_words("stop") or left.text[0].isdigit():
            break
        elif last - first > 12:
            break
        else:
            first -= 1
    return first


def _links(words: list[Word], link: int) -> bool:
    """Whether the preposition at *link* joins two parts of one office: "head of the agency", "Ministry of Defence"."""
    if link < 1 or words[link].lower not in phrase_words("link"):
        return False
    before = words[link - 1]
    if words[link].lower in ("of", "for"):
        return before.is_capital or before.lower in _offices()
    return before.lower in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(
        {word.split(" ")[-1] for word in (row["word"] for _, row in wordlists.packaged("speaker_nouns.csv"))}
        | {"head", "member", "members"}
    )


def _phrase_after(words: list[Word], position: int) -> list[Word]:
    """The noun phrase that begins at *position*, up to a mark, a verb or a word that cannot be in it."""
    end = position
    while end < len(words) and end - position < 14:
        word = words[end]
        if end > position and word.is_capital and speaker_nouns().get(words[end - 1].lower) == "paper":
            break  # "according to the bulletin Jabhat al-Nusra …": the next clause, in copy without commas
        if end > position and words[end - 1].is_capital and not word.is_capital and not _continues_name(word):
            break
        if end > position and word.is_capital and (word.lower in phrase_words("determiner") or word.lower in phrase_words("stop")):
            break  # "… Rahman The attack …": a new sentence in copy without stops
        if word.text in _QUOTES and end == position:
            position = end = end + 1
            continue
        if word.lower in ("of", "for") and end > position and _links(words, end):
            end += 1
            continue
        abbreviated = (
            word.text == "." and end > position and len(words[end - 1].text) <= 4 and words[end - 1].is_capital
        )
        if not (word.text[0].isalnum() or (abbreviated and end + 1 < len(words))) or _verbs().starts_at(words, end):
            break
        if word.lower in phrase_words("stop") or _is_weekday(word.lower):
            break
        end += 1
    return words[position:end]


def _continues_name(word: Word) -> bool:
    """Whether a word in lower case may follow a capital inside a noun phrase: "Syrian army", "TASS news agency"."""
    lower = word.lower
    known = lower in phrase_words("link") or lower in phrase_words("generic") or lower in phrase_words("adjective")
    return known or lower in _offices() or not word.text[0].isalpha()


def _scope(words: list[Word], begins: int, first: int, last: int) -> tuple[int, int]:
    """What is said: all that follows the verb, or all that precedes it when the verb closes the sentence, or both."""
    rest = [word for word in words[last:] if word.text not in _CLOSE and word.text not in _QUOTES]
    if (
        all(word.lower in _AFTER_VERB or word.is_capital or word.text[0].isdigit() or word.text == "," for word in rest)
        and len(rest) <= 8
    ):
        return 0, first
    after_comma = begins > 0 and words[begins - 1].text == ","
    if after_comma and rest and _is_adverbial(rest):
        return 0, first
    if after_comma and _pauses(words, last):
        return 0, len(words)
    parenthesis = last < len(words) and words[last].text == "," and begins > 0 and words[begins - 1].text == ","
    quoted_before = begins > 1 and (
        words[begins - 1].text in _QUOTES or (words[begins - 1].text == "," and words[begins - 2].text in _QUOTES)
    )
    if parenthesis or quoted_before:
        return 0, len(words)
    # Copy that lost its commas: "… were injured local authorities said stressing that …".
    if begins >= 5 and words[begins - 1].text[0].isalnum() and words[begins - 1].lower not in _OPENERS:
        return 0, len(words)
    return last, next((k for k in range(last, len(words)) if words[k].lower in ("while", "whereas", ";")), len(words))


def _is_adverbial(rest: list[Word]) -> bool:
    """Whether what follows the verb only says where or when: "OCHA said in its fortnightly report"."""
    first = rest[0].lower in _ADVERBIAL or _is_weekday(rest[0].lower)
    return first and len(rest) <= 9 and not any(word.lower == "that" or word.text == "," for word in rest)


def _pauses(words: list[Word], last: int) -> bool:
    """Whether only a time stands between the verb and the next comma: "state television reported on Monday, while …"."""
    for word in words[last : last + 6]:
        if word.text == ",":
            return True
        if not (word.lower in _AFTER_VERB or word.text[0].isdigit() or word.is_capital):
            return False
    return False


def _clause_around(words: list[Word], cue: int) -> tuple[int, int]:
    """ "According to" speaks for its sentence, up to a semicolon."""
    start = max((k + 1 for k in range(cue) if words[k].text == ";"), default=0)
    end = min((k for k in range(cue, len(words)) if words[k].text == ";"), default=len(words))
    return start, end


def says(attributions: list[Attribution], position: int) -> Attribution | None:
    """The attribution that the word at *position* stands under: the nearest cue whose scope holds it, or None."""
    holding = [a for a in attributions if a.first <= position < a.last]
    return min(holding, key=lambda a: abs(a.cue - position), default=None)


def span_of(words: list[Word], first: int, last: int) -> Span:
    """Offsets of the words from *first* up to *last*."""
    return Span(words[first].start, words[last - 1].end)
