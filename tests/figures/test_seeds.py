"""The seeds: our own words, the same facts, and names that hang together."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from figures.files import find_files, open_document, read_manifest
from figures.names import packaged_names

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SHARED = SEEDS.parent.parent / "shared" / "data"

# The bare number phrase that both must print: value, unit, hedge and restatement.
NUMBER_PHRASES = ("just 58 square kilometers around 22 square miles",)
WORD = re.compile(r"[^\W_]+(?:\.\d+)?%?")


def articles() -> dict[str, Path]:
    """Our dispatches by the number that their file names begin with."""
    return {file.name[:3]: file for file in find_files([SEEDS]).articles}


def originals() -> dict[str, Path]:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the original dispatches lie in ../shared, which is not here")
    return {file.name[:3]: file for file in sorted((SHARED / "seeds").glob("*.txt"))}


def body(path: Path) -> str:
    document = open_document(path)
    return document.text[document.body.start : document.body.end]


def runs(text: str, length: int = 7) -> set[str]:
    """Every run of *length* words, lower case."""
    words = WORD.findall(text.lower().replace(",", ""))
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_no_seven_words_of_ours_stand_in_an_original() -> None:
    theirs = {run for path in originals().values() for run in runs(path.read_text(encoding="utf-8"))}
    allowed = {run for phrase in NUMBER_PHRASES for run in runs(phrase)}

    ours = {run for path in articles().values() for run in runs(body(path))}

    assert ours & theirs <= allowed


def test_the_two_copies_of_the_new_york_times_echo_one_phrase_and_no_other_pair_does() -> None:
    texts = {number: runs(body(path)) for number, path in articles().items()}

    echoes = {
        (one, other): texts[one] & texts[other] for one in texts for other in texts if one < other
    }  # fmt: skip

    assert [pair for pair, shared in echoes.items() if shared] == [("001", "002")]
    assert any("some 500 square miles" in run for run in echoes["001", "002"])


def test_front_matter_says_what_the_manifest_says() -> None:
    originals()
    manifest = read_manifest(SHARED / "seeds" / "manifest.csv")

    stated = {name[:3]: origin for name, origin in manifest.items()}

    assert stated == {number: open_document(path).origin for number, path in articles().items()}


def claims(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_claims_state_the_facts_given_with_remarks_of_our_own() -> None:
    originals()
    given, ours = claims(SHARED / "kursk" / "claims.csv"), claims(SEEDS / "claims.csv")

    assert [{**row, "remark": ""} for row in given] == [{**row, "remark": ""} for row in ours]
    assert not {row["remark"] for row in given if row["remark"]} & {row["remark"] for row in ours}


def named_sources() -> Iterator[str]:
    for row in claims(SEEDS / "claims.csv"):
        yield from (row["speaker"], row["publisher"])
    for path in articles().values():
        origin = open_document(path).origin
        yield from (origin.publisher or "", origin.original_publisher or "")


def test_every_outlet_and_speaker_of_the_seeds_is_known() -> None:
    names = packaged_names().with_folder(SEEDS)

    assert {name for name in named_sources() if name} <= set(names.sources)


def test_every_parent_and_place_of_the_tables_is_known() -> None:
    names = packaged_names().with_folder(SEEDS)

    assert {source.parent for source in names.sources.values()} <= {*names.sources, ""}
    assert {place.parent for place in names.places.values()} <= {*names.places, ""}
    assert {event.place for event in names.events.values()} <= set(names.places)


@pytest.mark.parametrize(
    ("voice", "party"),
    [
        ("Oleksandr Syrskyi", "Ukraine"),
        ("Volodymyr Zelensky", "Ukraine"),
        ("Ukrainian General Staff", "Ukraine"),
        ("DeepState", "Ukraine"),
        ("Alexei Smirnov", "Russia"),
        ("Denis Manturov", "Russia"),
        ("Valery Gerasimov", "Russia"),
        ("Alexander Khinshtein", "Russia"),
        ("Alexei Tsukanov", "Russia"),
        ("Sergei Rudskoi", "Russia"),
        ("TASS", "Russia"),
        ("The New York Times", "The New York Times"),
        ("Institute for the Study of War", "Institute for the Study of War"),
    ],
)
def test_a_voice_leads_up_to_its_party(voice: str, party: str) -> None:
    sources = packaged_names().with_folder(SEEDS).sources

    name = voice
    while sources[name].parent:
        name = sources[name].parent

    assert name == party


@pytest.mark.parametrize(
    ("name", "alignment"),
    [
        ("DeepState", "aligned"),
        ("TASS", "aligned"),
        ("Oleksandr Syrskyi", "party"),
        ("Alexei Smirnov", "party"),
        ("The New York Times", "unaffiliated"),
        ("Institute for the Study of War", "unaffiliated"),
    ],
)
def test_an_alignment_is_stated_with_its_basis(name: str, alignment: str) -> None:
    source = packaged_names().with_folder(SEEDS).sources[name]

    assert (source.alignment, bool(source.alignment_basis)) == (alignment, True)
