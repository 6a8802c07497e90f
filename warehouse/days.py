"""Days, months and years as a table's cell gives them: a window of days and how finely it is known."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

_PARTIAL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a cell means, both included. *precision* is time, day, month or year.

    *moment* is the time itself, UTC, for a cell with a time of day; else None.
    """

    start: date
    end: date
    precision: str
    moment: datetime | None = None

    @property
    def opening(self) -> datetime:
        """The first moment of the window, UTC."""
        return self.moment or datetime(self.start.year, self.start.month, self.start.day, tzinfo=UTC)


def read_window(cell: str) -> Window:
    """Read ``2024``, ``2024-08``, ``2024-08-13`` or an ISO timestamp.

    A timestamp without a zone is taken as UTC. Raises ValueError for anything else and for
    days that the calendar does not have.
    """
    match = _PARTIAL.fullmatch(cell.strip())
    if match is None:
        return _read_moment(cell.strip())
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    assert year is not None  # noqa: S101 the pattern requires it
    if month is None:
        return Window(date(year, 1, 1), date(year, 12, 31), "year")
    if day is None:
        return Window(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
    return Window(date(year, month, day), date(year, month, day), "day")


def read_window_as(cell: str, formats: tuple[str, ...]) -> Window:
    """Read *cell* by the first of the strptime *formats* that fits; without formats, as ISO.

    A format without ``%d`` gives a month, one without ``%m`` and ``%b`` and ``%B`` too a
    year. Raises ValueError when none fits.
    """
    for pattern in formats:
        try:
            moment = datetime.strptime(cell.strip(), pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
        return _window_of(moment, pattern)
    if formats:
        raise ValueError(f"{cell!r} has none of the forms {', '.join(formats)}")
    return read_window(cell)


def _window_of(moment: datetime, pattern: str) -> Window:
    if "%H" in pattern or "%I" in pattern:
        return Window(moment.date(), moment.date(), "time", moment)
    if "%d" in pattern or "%j" in pattern:
        return Window(moment.date(), moment.date(), "day")
    if any(code in pattern for code in ("%m", "%b", "%B")):
        return read_window(f"{moment:%Y-%m}")
    return read_window(f"{moment:%Y}")


def _read_moment(cell: str) -> Window:
    moment = datetime.fromisoformat(cell)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return Window(moment.date(), moment.date(), "time", moment)
