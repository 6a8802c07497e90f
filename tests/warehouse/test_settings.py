"""The thresholds: defaults, a settings file, and the method version they make."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.errors import InputError
from warehouse.settings import DEFAULTS, Settings, load_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == load_settings() == DEFAULTS


def test_a_file_changes_what_it_names_and_the_method_version(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("silent_below = 2\n")

    changed = load_settings(tmp_path)

    assert (changed.silent_below, changed.note_up_to) == (2.0, DEFAULTS.note_up_to)
    assert changed.method_version != DEFAULTS.method_version


def test_equal_settings_are_one_version() -> None:
    assert Settings(silent_below=3.0).method_version == DEFAULTS.method_version


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("silent = 2", "there is no setting 'silent'"),
        ("silent_below = 'two'", "silent_below is 'two'"),
        ("silent_below = true", "silent_below is True"),
        ("silent_below = -1", "silent_below is -1"),
        ("silent_below =", "not a TOML file"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "settings.toml").write_text(text)

    with pytest.raises(InputError, match=problem):
        load_settings(tmp_path)
