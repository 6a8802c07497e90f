"""The Python door: the published file as pandas frames.

>>> import warehouse
>>> with warehouse.open("var/pub/figures.duckdb") as file:                         # doctest: +SKIP
...     area = file.figures(indicator="area_controlled", place="Kursk")
...     area.groupby("voice")["value"].max()
...     file.disagreements(severity=3)[["narrative", "voice_a", "voice_b"]]

Types are those of the columns: text is ``string``, numbers that may be missing are ``Float64``, ``Int32`` or
``Int8`` with NA, dates and moments (UTC) are ``datetime64``. An open end of an interval is NA.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import pandas as pd
import pyarrow as pa

from warehouse.connection import Snapshot
from warehouse.home import Home
from warehouse.selection import Selection
from warehouse.sql import query

_TYPES = {
    pa.string(): pd.StringDtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.int8(): pd.Int8Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.float64(): pd.Float64Dtype(),
}


class Published:
    """A published file, open for reading; use it in a ``with`` block, or call ``close()``.

    Each frame is of the newest generation at the time it is asked for; ``generation`` says which.
    """

    def __init__(self, path: Path) -> None:
        self._snapshot = Snapshot(path)
        self._snapshot.cursor().close()  # a file that is missing or damaged is told here, not at the first question

    def figures(
        self,
        *,
        indicator: str | None = None,
        place: str | None = None,
        event: str | None = None,
        voice: str | None = None,
        party: str | None = None,
        publisher: str | None = None,
        severity: int | None = None,
        as_of_from: date | None = None,
        as_of_to: date | None = None,
        containing: str | None = None,
    ) -> pd.DataFrame:
        """Current figures that match all that is given, a row each, the columns of the view ``figures``.

        By series and as-of. *severity* is the least; *containing* are words of excerpt or sentence.
        """
        return self._selected(
            Selection(
                indicator=indicator,
                place=place,
                event=event,
                voice=voice,
                party=party,
                publisher=publisher,
                severity=severity,
                as_of_from=as_of_from,
                as_of_to=as_of_to,
                containing=containing,
            )
        )

    def series(self, slug: str) -> pd.DataFrame:
        """The figures of one series, by as-of. Raises KeyError for a series that is not there."""
        frame = self._selected(Selection(slug=slug))
        if frame.empty:
            raise KeyError(f"no series {slug!r}; the column slug of figures() has those there are")
        return frame

    def disagreements(
        self, *, severity: int = 1, indicator: str | None = None, place: str | None = None
    ) -> pd.DataFrame:
        """Pairs of figures of at least that *severity*, worst first: the columns of the view ``disagreements``."""
        parameters = {"severity": severity, "indicator": indicator, "place": place}
        return self.sql(query("frame_disagreements"), parameters)

    def sql(self, statement: str, parameters: Mapping[str, object] | None = None) -> pd.DataFrame:
        """The rows of any query on the file; ``$name`` in it is bound from *parameters*."""
        with self._snapshot.reading() as cursor:
            found: pa.Table = cursor.sql(statement, params=dict(parameters or {})).to_arrow_table()
        frame: pd.DataFrame = found.to_pandas(types_mapper=_TYPES.get, date_as_object=False)
        return frame

    @property
    def generation(self) -> int:
        """Counts the publishings of the file; it never goes back."""
        return int(self.sql(query("meta"))["generation"].iloc[0])

    def close(self) -> None:
        """Let go of the file."""
        self._snapshot.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _selected(self, selection: Selection) -> pd.DataFrame:
        statement = query("frame_figures", source=selection.source, condition=selection.condition)
        return self.sql(statement, selection.parameters)


def open_published(path: str | Path | None = None) -> Published:
    """Open a published file: *path*, or that of the home (``$FIGURES_HOME``, else ``var``).

    Raises NotPublished when there is none, Damaged when it is no warehouse.
    """
    return Published(Home.from_environment().published if path is None else Path(path))
