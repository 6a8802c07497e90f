"""What whoever runs the service may set; every part of the app reads it from here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """*home* holds the published file and the inbox; *public_url* is the address readers see, '' when not known.

    *login_header* is the header in which a reverse proxy names who has logged in, '' for a
    service open to all; *proxies* is how many proxies stand before it, whose word on the
    client's address is taken. *keeps_texts* lets everybody leave texts in the inbox; else only who has logged in,
    or who sits at this machine.
    """

    home: Path = Path("var")
    public_url: str = ""
    login_header: str = ""
    proxies: int = 0
    keeps_texts: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Each field from ``FIGURES_`` and its name in capitals, such as FIGURES_HOME; or its default."""
        return cls(
            home=Path(environment.get("FIGURES_HOME", "var")),
            public_url=environment.get("FIGURES_PUBLIC_URL", "").rstrip("/"),
            login_header=environment.get("FIGURES_LOGIN_HEADER", ""),
            proxies=int(environment.get("FIGURES_PROXIES", "0")),
            keeps_texts=environment.get("FIGURES_KEEPS_TEXTS", "no") == "yes",
        )
