"""The Humanitarian Exchange Language: a row of tags below the header, so that relief tools find the columns."""

from __future__ import annotations

from warehouse.connection import Connection, run
from warehouse.selection import Selection
from warehouse.sql import query

TAGS = {  # by column of the view figures; columns without one have an empty cell
    "figure_id": "#meta+id",
    "indicator": "#indicator+code",
    "indicator_label": "#indicator+name",
    "place": "#adm1+name",
    "place_code": "#adm1+code",
    "event": "#event+name",
    "population": "#indicator+population",
    "excerpt": "#meta+excerpt",
    "as_of_start": "#date+start",
    "as_of_end": "#date+end",
    "originator": "#meta+source+originator",
    "voice": "#meta+source",
    "publisher": "#meta+source+publisher",
    "published_at": "#date+reported",
    "url": "#meta+url",
    "unit": "#indicator+unit",
}
_AMOUNTS = {"value": "+num", "low": "+num+min", "high": "+num+max"}
_MANY = "#indicator+value"


def tag_row(cursor: Connection, selection: Selection) -> list[str]:
    """A tag for each column of the view figures, '' where none fits.

    The amounts have the indicator's own tag (``#affected+killed``) where only one indicator matches.
    """
    amount = _amount_tag(cursor, selection)
    tags = TAGS | {column: f"{amount}{attributes}" for column, attributes in _AMOUNTS.items()}
    columns = [row[0] for row in run(cursor, "describe figures")]
    return [tags.get(column, "") for column in columns]


def _amount_tag(cursor: Connection, selection: Selection) -> str:
    found = run(
        cursor, query("export_hxl", source=selection.source, condition=selection.condition), selection.parameters
    )
    tag = str(found[0][0]) if len(found) == 1 and found[0][0] else _MANY
    return _MANY if tag.startswith(_MANY) else tag
