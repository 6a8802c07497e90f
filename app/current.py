"""What the request at hand may use: the published file, who speaks in it, and the settings of its app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import cast

from flask import Flask, current_app, request

from app.holding import Shelf
from app.settings import Settings
from app.sides import Sides
from warehouse import asking
from warehouse.connection import Snapshot

_KEY = "reported-figures"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks in a generation of the file: the sides, short names by name, and the series last asked for."""

    sides: Sides
    short: Mapping[str, str]
    shelf: Shelf


class _Equipment:
    """What one app has; the cast is asked for once a generation."""

    def __init__(self, settings: Settings, published: Snapshot) -> None:
        self.settings = settings
        self.published = published
        self._lock = Lock()
        self._cast: tuple[object, Cast] | None = None

    def cast(self) -> Cast:
        with self._lock:
            generation = self.published.signature
            if self._cast is None or self._cast[0] != generation:
                sides, short = Sides(asking.parties(self.published)), asking.short_names(self.published)
                self._cast = (generation, Cast(sides, short, Shelf(self.published)))
            return self._cast[1]


def equip(server: Flask, settings: Settings, published: Snapshot) -> None:
    """Give every request of *server* these two."""
    server.extensions[_KEY] = _Equipment(settings, published)


def settings() -> Settings:
    """The settings of the app that answers this request."""
    return _equipment().settings


def published() -> Snapshot:
    """The published file, for the functions of ``warehouse.asking``."""
    return _equipment().published


def cast_of_file() -> Cast:
    """Who speaks in the published file."""
    return _equipment().cast()


def scheme() -> str:
    """The colour scheme that the browser told in its cookie; light until it does."""
    return "dark" if request.cookies.get("scheme") == "dark" else "light"


def is_narrow() -> bool:
    """Whether the browser told in its cookie that its window is a phone's; a desk's until it does."""
    return request.cookies.get("narrow") == "yes"


def _equipment() -> _Equipment:
    return cast(_Equipment, current_app.extensions[_KEY])
