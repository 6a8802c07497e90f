"""Our dispatches say what the originals say: the same numbers, of the same things, by the same people."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from figures.document import Origin
from figures.figure import Figure, Unread
from figures.files import find_files, open_document, read_manifest
from figures.names import packaged_names
from figures.reading import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ORIGINALS = SEEDS.parent.parent / "shared" / "data" / "seeds"
DISPATCHES = ("000", "001", "002", "003", "004")

Said = tuple[object, ...]


def said(path: Path, origin: Origin | None) -> Counter[Said]:
    """Value (interval where no number is printed), unit, quantifier, indicator or reason, place, originator, as-of."""
    names = packaged_names().with_folder(SEEDS)
    return Counter(facts(number) for number in read(open_document(path, origin), names))


def facts(number: Figure | Unread) -> Said:
    mention = number.mention
    if isinstance(number, Unread):
        return amount(mention.value, mention.amount.low), mention.unit, str(mention.quantifier), str(number.reason)
    period = number.period and f"{number.period.start}..{number.period.end}"
    value = amount(number.value, number.amount.low)
    return value, number.unit, str(mention.quantifier), number.indicator, number.place, number.originator, period


def amount(value: float | None, low: float | None) -> float | None:
    number = low if value is None else value
    return None if number is None else float(f"{number:.6g}")


@pytest.mark.parametrize("dispatch", DISPATCHES)
def test_our_dispatch_gives_the_figures_of_the_original(dispatch: str) -> None:
    if not ORIGINALS.is_dir():
        pytest.skip("the original dispatches lie in ../shared, which is not here")
    (original,) = ORIGINALS.glob(f"{dispatch}_*.txt")
    (ours,) = (file for file in find_files([SEEDS]).articles if file.name.startswith(dispatch))

    theirs, retold = said(original, read_manifest(ORIGINALS / "manifest.csv")[original.name]), said(ours, None)

    lost, added = theirs - retold, retold - theirs
    print(*(f"- {fact}" for fact in lost), *(f"+ {fact}" for fact in added), sep="\n")
    assert (lost, added) == (Counter(), Counter())
