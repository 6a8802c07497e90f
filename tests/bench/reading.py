"""How fast we read beside other readers of quantities, in CPU seconds on the same text, in one run.

    python -m tests.bench.reading [--peers PYTHON] [--texts NAME=FILE ...]

A FILE is a JSON list of objects with ``text``, or a CSV with a column of articles. PYTHON is the interpreter of a virtual environment
that holds quantulum3 (``python -m venv peers && peers/bin/pip install quantulum3``); a peer that it lacks is skipped, and said so.
Each reader runs in a process of its own: load, one sentence for the cold start, then every text. Only ratios of one run compare.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURE = """
import json, resource, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
began = time.process_time()
{load}
read("The army holds 58 square kilometers.")
cold = time.process_time() - began
began = time.process_time()
found = failed = 0
for text in texts:
    try:
        found += len(read(text))
    except Exception:
        failed += 1
seconds = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({{"seconds": seconds, "cold": cold, "found": found, "failed": failed, "megabytes": peak}}))
"""
OURS = {
    "quantities": "from figures import quantities as read",
    "read": """
from figures.document import Document, Origin
from figures.figure import Span
from figures.reading import read as read_document
def read(text):
    return read_document(Document("text", text, Span(0, len(text)), Origin())) if text else []
""",
}
PEERS = {
    "quantulum3": "from quantulum3 import parser\nread = parser.parse",
    "CQE": "from CQE import CQE\nread = CQE.CQE().parse",
}
MODULES = {"quantulum3": "quantulum3", "CQE": "CQE"}
HOSTILE = {
    "digits": "1",
    "commas": ",",
    "brackets": "(",
    "numbers": "5 ",
    "groups": "1,",
    "number words": "one ",
    "lists": "5 and ",
    "ranges": "5 to ",
    "money": "$5 ",
    "hedges": "about ",
    "blanks": " ",
    "lines": "\n",
    "letters": "a",
    "stops": ". ",
}
MEGABYTE = 1_000_000
REPEATS = 5  # of the same texts by us, who are done before a clock can tell
PEER_CHARACTERS = 60_000  # a peer reads 30 kB a second: enough to measure, not to wait for


def read_texts(file: Path) -> list[str]:
    """The texts of a JSON list or of a CSV, whichever column is the longest."""
    if file.suffix == ".json":
        return [row["text"] for row in json.loads(file.read_text(encoding="utf-8"))]
    csv.field_size_limit(MEGABYTE * 10)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    column = max(rows[0], key=lambda name: sum(len(row[name] or "") for row in rows))
    return [row[column] or "" for row in rows]


def sample(texts: list[str], characters: int) -> list[str]:
    """The first texts, as many as fit."""
    kept: list[str] = []
    for text in texts:
        if sum(map(len, kept)) + len(text) > characters and kept:
            break
        kept.append(text)
    return kept


def measure(python: str, load: str, texts: list[str]) -> dict[str, float]:
    """CPU seconds, cold start, quantities and peak memory of a reader in a process of its own."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        script = MEASURE.format(load=load)
        done = subprocess.run(
            [python, "-W", "ignore", "-c", script, file.name], capture_output=True, text=True, check=True
        )
    return {name: float(value) for name, value in json.loads(done.stdout.splitlines()[-1]).items()}


def has_module(python: str, module: str) -> bool:
    """Whether that interpreter can import it."""
    return not subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode


def compare(name: str, texts: list[str], peers: str) -> None:
    """Print what we do on all texts, then each peer's throughput on the first of them beside ours on the same."""
    size = sum(map(len, texts)) / MEGABYTE
    for verb, load in OURS.items():
        ours = measure(sys.executable, load, texts)
        print(
            f"{name}, {verb}: {size:.2f} MB, {ours['found']:.0f} found, {size / ours['seconds']:.2f} MB/s,"
            f" start {ours['cold']:.2f} s, {ours['megabytes']:.0f} MB resident"
        )
    part = sample(texts, PEER_CHARACTERS)
    for peer, load in PEERS.items():
        if has_module(peers, MODULES[peer]):
            print_ratio(peer, load, peers, part)
        else:
            print(f"  {peer}: not installed for {peers}; skipped")


def print_ratio(peer: str, load: str, python: str, part: list[str]) -> None:
    """Print how many times as fast we are: the better of two turns each, taken in turn on a machine that others use."""
    megabytes = sum(map(len, part)) / MEGABYTE
    best = {"theirs": 0.0, **dict.fromkeys(OURS, 0.0)}
    for _ in range(2):
        theirs = measure(python, load, part)
        best["theirs"] = max(best["theirs"], megabytes / theirs["seconds"])
        for verb, ours in OURS.items():
            best[verb] = max(best[verb], megabytes * REPEATS / measure(sys.executable, ours, part * REPEATS)["seconds"])
    ratios = ", ".join(f"{verb} {best[verb] / best['theirs']:.0f} times" for verb in OURS)
    failures = f"; it failed on {theirs['failed']:.0f} of {len(part)} texts" if theirs["failed"] else ""
    print(
        f"  {peer}: {best['theirs']:.4f} MB/s, start {theirs['cold']:.2f} s, {theirs['megabytes']:.0f} MB resident{failures}"
    )
    print(f"  as fast as {peer}: {ratios}")


def print_linearity(prose: list[str]) -> None:
    """Print what a hostile megabyte costs, in megabytes of prose."""
    text = "\n".join(prose)
    text = (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]
    base = measure(sys.executable, OURS["quantities"], [text])["seconds"]
    for name, unit in HOSTILE.items():
        seconds = measure(sys.executable, OURS["quantities"], [unit * (MEGABYTE // len(unit))])["seconds"]
        print(f"  a megabyte of {name}: {seconds / base:.1f} times a megabyte of prose")


def main() -> None:
    """Compare on each named file of texts, then show that time stays linear."""
    shared = Path(__file__).resolve().parents[2] / ".." / "shared" / "data"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", default=sys.executable, help="interpreter that has the other readers")
    parser.add_argument("--texts", action="append", metavar="NAME=FILE")
    arguments = parser.parse_args()
    defaults = [f"NewsQuant={shared / 'newsquant' / 'dev.json'}", f"Syria={shared / 'syria' / 'articles.csv'}"]
    for pair in arguments.texts or defaults:
        name, _, file = pair.partition("=")
        if not Path(file).exists():
            print(f"{name}: {file} is not there; skipped")
            continue
        texts = read_texts(Path(file))
        compare(name, texts, arguments.peers)
    print_linearity(texts)


if __name__ == "__main__":
    main()
