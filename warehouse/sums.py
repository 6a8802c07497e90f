"""Does it add up? What the words themselves tie together is worked out and held against what is said.

800 km² said to be 64 % of the land implies 1,250 km² of it; a part cannot exceed its whole, nor can parts
together; a number told in two units is one number. What does not fit is a finding with its formula, explained
as IMPLIED_WHOLE, listed beside the disagreements and never above severity 1.
"""

from __future__ import annotations

from warehouse.connection import Connection
from warehouse.sql import query


def add_up(connection: Connection) -> None:
    """Write the temporary table ``summed``: the findings of the series in ``touched_series``."""
    connection.execute(query("sums"))
