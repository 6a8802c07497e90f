"""Whom a sentence cites: "according to X", "X was quoted as saying", "TASS, citing an insider", "Police: …"."""

from __future__ import annotations

from figures.anaphora import pronoun_of
from figures.attributions import QUOTING, Attribution
from figures.figure import Role, Stance, Step
from figures.named import NOBODY, Named
from figures.naming import Namer
from figures.noun_phrases import phrase_words, speaker_nouns
from figures.nouns import function_words
from figures.phrases import is_comma, phrase_after
from figures.sayer_names import SayerNames, is_paper
from figures.sayers import find_subjects
from figures.scopes import clause_around, scope_of
from figures.sources import SourceIndex
from figures.verbs import BE, reporting_verbs
from figures.words import Phrases, Word

_ACCORDING: Phrases[str] = Phrases(
    (cue, cue)
    for cue in (
        "according to", "as per", "attributed to", "cited by", "reported by", "announced by", "released by",
        "provided by", "published by", "compiled by", "issued by", "quoted by", "confirmed by", "said by", "per",
        "in the words of", "according", "based on", "by its", "by their", "by his", "by her", "by the",
    )
)  # fmt: skip
_COUNTS = frozenset({"count", "counts", "tally", "estimate", "estimates", "figures", "reckoning", "calculation"})
_RELAYING = frozenset({"agency", "newspaper"})
_CITING = frozenset({"citing", "quoting", "cited", "cites"})


class CitationFinder:
    """Finds whom the sentences of one document cite."""

    def __init__(self, namer: Namer, sources: SourceIndex, sayers: SayerNames) -> None:
        self._namer = namer
        self._sources = sources
        self._sayers = sayers

    def according(self, words: list[Word]) -> list[Attribution]:
        """Those to whom the sentence goes "according"."""
        return [a for cue in _ACCORDING.find(words) if (a := self._according(words, cue.first, cue.last)) is not None]

    def as_saying(self, words: list[Word]) -> list[Attribution]:
        """Both of "TASS quoted the governor as saying" and of "the governor was quoted by TASS as saying"."""
        saying = next((k for k in range(2, len(words)) if words[k].lower in ("saying", "putting")), 0)
        quoting = QUOTING | {"reported", "reports"} if words[saying - 1].lower == "as" else QUOTING
        quoted = next((k for k in range(saying - 2, max(-1, saying - 16), -1) if words[k].lower in quoting), None)
        if not saying or quoted is None:
            return []
        passive = quoted > 0 and words[quoted - 1].lower in BE
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

    def headline(self, words: list[Word], found: list[Attribution]) -> list[Attribution]:
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
        if speaker.name is None or speaker.kind in _RELAYING:  # "…–AFP" is who wrote it
            return []
        return [Attribution(0, last, last, speaker, Stance.ASSERTS, ())]

    def _speaker_of_headline(self, phrase: list[Word]) -> Named:
        """Whom a phrase names that a headline sets apart: a known source or a noun for those who speak."""
        known = phrase[-1].lower in speaker_nouns() or self._sources.find(phrase)
        return self._namer.name(phrase) if known else NOBODY

    def _according(self, words: list[Word], first: int, last: int) -> Attribution | None:
        if words[first].lower == "by":
            return self._by_count(words, first)
        named = [s for s in self._list_after(words, last) if s.name is not None]
        if not named and not _is_open_citation(words, first):
            return None
        if words[first].lower == "based" and not any(is_paper(word) for word in words[last : last + 6]):
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

    def _by_owners_count(self, words: list[Word], first: int) -> Attribution | None:
        """Who counted, for "by the United Nations' count"."""
        end = next((k for k in range(first + 3, min(first + 9, len(words))) if words[k].lower in _COUNTS), 0)
        owner = words[end - 1] if end else words[first]
        bare = owner.text in ("'", "’")  # "the United Nations' count"
        if not end or not (bare or owner.lower.endswith("'s")):
            return None
        named = [] if bare else [owner._replace(text=owner.text[:-2], lower=owner.lower[:-2])]
        speaker = self._namer.name([*words[first + 1 : end - 1], *named])
        if speaker.name is None:
            return None
        return Attribution(*clause_around(words, first), first, speaker, Stance.ASSERTS, ())

    def _by_count(self, words: list[Word], first: int) -> Attribution | None:
        """Who counted, for "by its figures": the one spoken of before; None for "by its soldiers"."""
        if words[first + 1].lower == "the":
            return self._by_owners_count(words, first)
        owner = {"its": "it", "their": "they", "his": "he", "her": "she"}[words[first + 1].lower]
        if not any(is_paper(word) for word in words[first + 2 : first + 4]):
            return None
        return Attribution(*clause_around(words, first), first, NOBODY, Stance.ASSERTS, (), owner)

    def _list_after(self, words: list[Word], position: int) -> list[Named]:
        """One speaker, or a list of them: "Seoul, Kyiv, and Washington", "soldiers and officials"."""
        phrase = phrase_after(words, position)
        end = position + len(phrase)
        issuer = self._sayers.issued_by(words, end) if phrase else None
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

    def with_citations(self, words: list[Word], found: list[Attribution]) -> list[Attribution]:
        """The one cited made the number, the one who cites relays it: "TASS, citing an unnamed insider, reported"."""
        cite = next((k for k, word in enumerate(words) if word.lower in _CITING), None)
        if cite is None:
            return found
        if words[cite].lower in ("cites", "cited") and (cite == 0 or words[cite - 1].lower in BE):
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


def _counted_before(words: list[Word], cue: int) -> tuple[int, int]:
    """What "reported by" reports: the noun right before it, or the clause that "a figure confirmed by" takes up."""
    start = next((k + 1 for k in range(cue - 1, max(-1, cue - 8), -1) if _parts(words, k)), max(0, cue - 8))
    if words[cue - 1].lower == "as":  # "as reported by a local official"
        return clause_around(words, cue)
    if words[cue - 1].lower in BE:  # "ten more deaths were reported by the authorities"
        return clause_around(words, cue)[0], cue
    if words[cue - 1].lower in ("figure", "figures", "toll", "number", "count"):
        return 0, len(words)
    return start, cue


def _parts(words: list[Word], at: int) -> bool:
    """Whether a comma, a verb or the opening of a clause stands there."""
    lower = words[at].lower
    verb = function_words().get(lower) in ("verb", "harming")
    return verb or is_comma(words, at) or lower in phrase_words("relative") or lower in phrase_words("opener")


def _is_open_citation(words: list[Word], first: int) -> bool:
    """Whether "according to" or "in the words of" stands there, and no passive: "was reported by"."""
    if words[first].lower in ("per", "based"):
        return False
    passive = first > 0 and words[first - 1].lower in BE and words[first].lower not in ("according", "as")
    return not passive
