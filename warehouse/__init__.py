"""Figures in; rows, comparisons and exports out.

>>> import warehouse
>>> with warehouse.open("var/pub/figures.duckdb") as file:                         # doctest: +SKIP
...     file.figures(indicator="area_controlled", place="Kursk")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warehouse.frames import Published


def open(path: str | Path | None = None) -> Published:
    """The published file as pandas frames (``frames.Published``): *path*, or that of ``$FIGURES_HOME``, else ``var``.

    Raises NotPublished when there is none, Damaged when it is no warehouse.
    """
    from warehouse.frames import open_published  # pandas takes half a second that the command line need not wait

    return open_published(path)
