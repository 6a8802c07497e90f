"""The README is executed: each question and each command prints what stands below it.

To write the answers anew after a change that is meant: README_WRITE=1 .venv/bin/pytest -n 0 tests/app/test_readme.py
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import main

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
QUESTION = re.compile(r"```sql\n(?P<asked>.*?)```\n\n```text\n(?P<answer>.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(?P<asked>.*?)```\n\n```text\n(?P<answer>.*?)```", re.DOTALL)
COMMAND = re.compile(r"```console\n\$ figures (?P<asked>.*?)\n(?P<answer>.*?)```", re.DOTALL)
ELIDED = "...\n"  # the answer goes on


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    assert printed(folder, ["ingest", "seeds"])
    return folder


def printed(home: Path, arguments: list[str]) -> str:
    """What the command prints, run at the root of the repository."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        result = CliRunner().invoke(main, arguments, env={"FIGURES_HOME": str(home)})
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    return result.stdout


def examples() -> Iterator[re.Match[str]]:
    """Each example of the README, in its order."""
    text = README.read_text(encoding="utf-8")
    found = [match for kind in (QUESTION, PYTHON, COMMAND) for match in kind.finditer(text)]
    yield from sorted(found, key=lambda match: match.start())


def answered(match: re.Match[str], home: Path) -> str:
    """What the example prints, cut where the README cuts it."""
    if match.re is PYTHON:
        return shortened(python_printed(match["asked"], home), match["answer"])
    arguments = ["sql", match["asked"]] if match.re is QUESTION else shlex.split(match["asked"])
    return shortened(printed(home, arguments), match["answer"])


def python_printed(code: str, home: Path) -> str:
    environment = {**os.environ, "FIGURES_HOME": str(home), "PYTHONPATH": str(ROOT)}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return result.stdout


def shortened(answer: str, like: str) -> str:
    """*answer*, cut where *like* is cut."""
    if not like.endswith(ELIDED):
        return answer
    return "".join(answer.splitlines(keepends=True)[: like.count("\n") - 1]) + ELIDED


@pytest.mark.parametrize("match", examples(), ids=lambda match: " ".join(match["asked"].split())[:60])
def test_an_example_prints_what_stands_below_it(match: re.Match[str], home: Path) -> None:
    assert answered(match, home) == match["answer"]


def test_the_readme_asks_ten_questions_in_sql() -> None:
    assert len(QUESTION.findall(README.read_text(encoding="utf-8"))) >= 10


@pytest.mark.skipif("README_WRITE" not in os.environ, reason="writes the README")
def test_write_the_answers_anew(home: Path) -> None:
    def anew(match: re.Match[str]) -> str:
        start, end = (place - match.start() for place in match.span("answer"))
        return f"{match[0][:start]}{answered(match, home)}{match[0][end:]}"

    text = README.read_text(encoding="utf-8")
    for kind in (QUESTION, PYTHON, COMMAND):
        text = kind.sub(anew, text)
    README.write_text(text, encoding="utf-8")
