"""What the request at hand may use: the published file and the settings of its app."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app

from app.settings import Settings
from warehouse.connection import Snapshot

_KEY = "reported-figures"


def equip(server: Flask, settings: Settings, published: Snapshot) -> None:
    """Give every request of *server* these two."""
    server.extensions[_KEY] = (settings, published)


def settings() -> Settings:
    """The settings of the app that answers this request."""
    return cast(tuple[Settings, Snapshot], current_app.extensions[_KEY])[0]


def published() -> Snapshot:
    """The published file, for the functions of ``warehouse.asking``."""
    return cast(tuple[Settings, Snapshot], current_app.extensions[_KEY])[1]
