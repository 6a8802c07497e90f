"""The words at a mark when the pointer rests on it."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from app import words
from app.display_units import DisplayUnit
from app.marks import Mark

_WIDTH = 46  # characters; plotly's hover box has no width of its own
_LONGEST = 320  # characters of a sentence; the passage itself opens on a click


def hover_text(mark: Mark, unit: DisplayUnit, *, quote: bool = True) -> str:
    """Number, who, when and the sentence, as the small HTML that plotly shows; text from articles is escaped."""
    claim = mark.claim
    lines = [
        f"<b>{escape(words.told(claim.value, claim.low, claim.high, claim.quantifier, unit))}</b>",
        escape(_who(mark)),
        escape(f"as of {words.window(mark.start, mark.end)}"),
    ]
    if claim.derivation is not None:
        lines += _wrapped(f"worked out: {claim.derivation}")
    if mark.denied:
        lines.append("denied by another source")
    if claim.evidence == "passage":
        lines += _wrapped(f"printed: {claim.excerpt}")
    if quote and claim.sentence:
        lines += ["", *_wrapped(f"“{_cut(claim.sentence)}”")]
    return "<br>".join(lines)


def _who(mark: Mark) -> str:
    claim = mark.claim
    voice = f"{mark.name}, in its own voice" if claim.originator is None else mark.name
    return f"{voice}, in {claim.publisher}" if claim.publisher and claim.publisher != mark.name else voice


def _wrapped(text: str) -> list[str]:
    return [escape(line) for line in wrap(" ".join(text.split()), _WIDTH, break_on_hyphens=False)]


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rsplit(" ", 1)[0] + " …"
