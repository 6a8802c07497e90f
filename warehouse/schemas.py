"""The columns of what was read (``rows.py``), as workers write them to Parquet: names, not ids; times in UTC."""

from __future__ import annotations

import pyarrow as pa

_TEXT = pa.string()
_DAY = pa.date32()
_INSTANT = pa.timestamp("us")  # UTC, without a zone, as the database keeps it

DOCUMENT = pa.schema(
    [
        ("document_id", _TEXT),
        ("kind", _TEXT),  # article, claims
        ("file", _TEXT),
        ("title", _TEXT),
        ("url", _TEXT),
        ("archive_url", _TEXT),
        ("language", _TEXT),
        ("translated", pa.bool_()),
        ("publisher", _TEXT),
        ("original_publisher", _TEXT),
        ("published_at", _INSTANT),
        ("published_precision", _TEXT),
        ("published_basis", _TEXT),
        ("content_sha256", _TEXT),
        ("text", _TEXT),  # null for a row of a claims table
    ]
)
FIGURE = pa.schema(
    [
        ("figure_id", _TEXT),
        ("document_id", _TEXT),
        ("evidence", _TEXT),  # passage, table_row
        ("char_start", pa.int32()),
        ("char_end", pa.int32()),
        ("excerpt", _TEXT),
        ("sentence", _TEXT),
        ("sentence_start", pa.int32()),
        ("quantifier", _TEXT),
        ("value_reported", pa.float64()),
        ("low_reported", pa.float64()),
        ("high_reported", pa.float64()),
        ("unit_reported", _TEXT),
        ("significant_digits", pa.int8()),
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("unit", _TEXT),
        ("indicator", _TEXT),
        ("holder", _TEXT),  # the parts of the series key: '' for "does not apply", never null
        ("share_of", _TEXT),
        ("place", _TEXT),
        ("event", _TEXT),
        ("population", _TEXT),
        ("statistic", _TEXT),
        ("term", _TEXT),
        ("part_of", _TEXT),
        ("as_of_start", _DAY),
        ("as_of_end", _DAY),
        ("as_of_precision", _TEXT),
        ("as_of_basis", _TEXT),
        ("originator", _TEXT),
        ("originator_side", _TEXT),  # the party a claims table names beside the speaker
        ("stance", _TEXT),
        ("chain_key", _TEXT),  # of CHAIN; null where nobody is known
        ("restates_id", _TEXT),
        ("derived_from_id", _TEXT),
        ("derivation", _TEXT),
        ("fx_date", _DAY),
        ("fx_source", _TEXT),
        ("confidence", pa.float64()),
    ]
)
STEP = pa.struct(
    [
        ("step", pa.int8()),
        ("source", _TEXT),
        ("role", _TEXT),
        ("stance", _TEXT),
        ("cue", _TEXT),
    ]
)
CHAIN = pa.schema([("chain_key", _TEXT), ("words", _TEXT), ("steps", pa.list_(STEP))])
UNREAD = pa.schema(
    [
        ("document_id", _TEXT),
        ("char_start", pa.int32()),
        ("char_end", pa.int32()),
        ("excerpt", _TEXT),
        ("reason", _TEXT),
    ]
)
