"""The summary of each as-of window of a series: its low and high end, its voices, and what most of them share.

Marzullo's algorithm finds the sub-interval that most voices cover. It is called a consensus only with two parties
or one unaffiliated counter behind it, more than half of the named voices, and no open conflict. An outlet's own
voice, of unknown origin, is counted among the voices and supports nothing.
"""

from __future__ import annotations

from warehouse.connection import Connection
from warehouse.sql import query


def summarize(connection: Connection) -> None:
    """Write the rows of ``summary`` for the touched series, from the tables ``claim``, ``newest`` and ``narrated``."""
    connection.execute(query("drop_summaries"))
    connection.execute(query("summarize_windows"))
