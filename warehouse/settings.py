"""Every threshold of the method, in one place: reasoned defaults, each with its unit and its reason.

A file ``settings.toml`` in the home folder changes any of them by name. The settings of a run
are stored with it (``run.params``) and shown on the method page; changing one gives a new method
version, under which everything is assessed again while the old assessments stay.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path

from figures.errors import InputError

CODE_VERSION = "1"  # raise it when the meaning of a rule changes, so that old assessments keep their own version


@dataclass(frozen=True, slots=True)
class Settings:
    """The thresholds. Scores are 0 to 100, weights and shares 0 to 1, times whole days."""

    # Time: which two figures speak of the same moment (method, section 3).
    short_window_days: int = 3  # windows up to this long, overlapping, are the same moment
    longest_window_days: int = (
        31  # a window longer than a month says "at some time in it" and is compared with nothing else
    )
    event_first_days: int = 14  # so long a toll is still being counted: a later, higher one is an update
    event_tolerance_days: int = 3  # how far apart two tolls may lie in those days and still be compared
    horizon_days: int = 400  # figures further apart than a year and a season say nothing about each other

    # Numbers: how far apart (section 4).
    agree_ratio: float = 1.05  # centres within 5 %, the width of a hedge, agree; wider apart they are compatible
    silent_below: float = 3.0  # a score under this is rounding noise and counts as none
    note_up_to: float = 10.0  # severity 1: a gap factor up to 1.11 after rounding and hedging
    minor_up_to: float = 25.0  # severity 2: up to 1.33
    major_up_to: float = 50.0  # severity 3: up to 2; above it 4
    weight_probable: float = 0.4  # what a probable explanation leaves of a gap
    weight_possible: float = 0.7  # what a possible one leaves
    doubt_below: float = 0.6  # confidence under which the reading itself is doubted
    sure_from: float = (
        0.7  # under this two of what, where and when were taken from elsewhere in the text: severity 1 at most
    )
    implausible_gap: float = (
        10.0  # texts that are further apart than ten times hardly speak of one thing: severity 1 at most
    )
    small_count: float = 3.0  # counts less than this apart stay at severity 1

    rival_letters: int = 800  # within so many letters a text that gives another toll disputes the one before

    # Independence: who copied whom (section 2).
    shingle_words: int = 5  # length of the word runs that documents are compared by
    near_duplicate_containment: float = 0.30  # share of shared runs that makes two documents one
    echo_words: int = 7  # a shared run of so many words with hedge, number and unit: probably one origin
    possible_echo_words: int = 4  # hedge, number and unit alone: possibly

    # Events: which tolls belong together.
    event_day_window: int = 1  # days between two reports of one attack
    event_certain_wording: float = 0.30  # share of rare words in common that makes two reports surely one event
    event_certain_words: int = 5  # with at least so many of them
    event_probable_words: int = 2  # rare words in common that make two reports of one place, day and kind probably one
    event_near_place_words: int = (
        3  # that make one of two reports of a place and of what lies in it, or of a whole country
    )
    event_other_day_words: int = 6  # that make one of two outlets' reports that give two days
    loose_toll_gap: float = (
        2.0  # two tolls without an event, further apart than this, are two tolls and not one quarrel
    )
    event_sure_confidence: float = (
        0.8  # least confidence of a figure whose event is sure or probable: its place and day
    )
    event_possible_confidence: float = 0.5  # confidence of a figure whose event is only possibly the series' event

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 0:
                raise ValueError(f"setting {field.name} is {getattr(self, field.name)}; give zero or more")

    def params(self) -> dict[str, float]:
        """All settings by name, as stored in ``run.params``."""
        return asdict(self)

    @property
    def method_version(self) -> str:
        """Code version and the first eight hex digits of the settings' hash: ``1-3f2a9c01``."""
        text = json.dumps(self.params(), sort_keys=True)
        return f"{CODE_VERSION}-{sha256(text.encode()).hexdigest()[:8]}"


DEFAULTS = Settings()


def load_settings(home: Path | None = None) -> Settings:
    """The settings of a home folder: its ``settings.toml`` over the defaults; the defaults without one.

    Raises InputError for a file that is no TOML, a name that is no setting, or a value that is no number.
    """
    path = home / "settings.toml" if home is not None else None
    if path is None or not path.exists():
        return DEFAULTS
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(path.name, f"not a TOML file ({error})", "write lines such as silent_below = 3.0") from error
    return settings_from(given, path.name)


def settings_from(given: dict[str, object], file: str = "settings") -> Settings:
    """Settings with the values *given* by name; *file* is named in errors (InputError)."""
    known = {field.name: type(getattr(DEFAULTS, field.name)) for field in fields(Settings)}
    checked: dict[str, float] = {}
    for name, value in given.items():
        if name not in known:
            raise InputError(file, f"there is no setting {name!r}", f"use one of {', '.join(known)}")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InputError(file, f"{name} is {value!r}", "give a number")
        checked[name] = known[name](value)
    try:
        return Settings(**checked)  # type: ignore[arg-type]  # whole days are made int by known[name] above
    except ValueError as error:
        raise InputError(file, str(error), "mend the value") from error
