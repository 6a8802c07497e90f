"""What whoever runs the service may set; every part of the app reads it from here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """*home* holds the published file and the inbox; *public_url* is the address readers see, '' when not known."""

    home: Path = Path("var")
    public_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """FIGURES_HOME and FIGURES_PUBLIC_URL, each with its default."""
        return cls(
            home=Path(environment.get("FIGURES_HOME", "var")),
            public_url=environment.get("FIGURES_PUBLIC_URL", "").rstrip("/"),
        )
