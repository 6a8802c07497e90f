"""The README is executed: each question and each command prints what stands below it.

To write the answers anew after a change that is meant: README_WRITE=1 .venv/bin/pytest -n 0 tests/app/test_readme.py
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import main

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
QUESTION = re.compile(r"```sql\n(?P<asked>.*?)```\n\n```text\n(?P<answer>.*?)```", re.DOTALL)
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


def examples() -> Iterator[tuple[list[str], str]]:
    """Arguments of the command and the answer in the README, in its order."""
    text = README.read_text(encoding="utf-8")
    found = [*QUESTION.finditer(text), *COMMAND.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        yield arguments_of(match), match["answer"]


def arguments_of(match: re.Match[str]) -> list[str]:
    return ["sql", match["asked"]] if match.re is QUESTION else shlex.split(match["asked"])


def shortened(answer: str, like: str) -> str:
    """*answer*, cut where *like* is cut."""
    if not like.endswith(ELIDED):
        return answer
    return "".join(answer.splitlines(keepends=True)[: like.count("\n") - 1]) + ELIDED


@pytest.mark.parametrize(("arguments", "answer"), examples(), ids=lambda value: value[-1][:60] if value else "")
def test_an_example_prints_what_stands_below_it(arguments: list[str], answer: str, home: Path) -> None:
    assert shortened(printed(home, arguments), answer) == answer


def test_the_readme_asks_ten_questions_in_sql() -> None:
    assert len(QUESTION.findall(README.read_text(encoding="utf-8"))) >= 10


@pytest.mark.skipif("README_WRITE" not in os.environ, reason="writes the README")
def test_write_the_answers_anew(home: Path) -> None:
    def answered(match: re.Match[str]) -> str:
        answer = shortened(printed(home, arguments_of(match)), match["answer"])
        return match[0].replace(f"{match['answer']}```", f"{answer}```")

    text = README.read_text(encoding="utf-8")
    README.write_text(COMMAND.sub(answered, QUESTION.sub(answered, text)), encoding="utf-8")
