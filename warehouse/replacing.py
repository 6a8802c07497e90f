"""A file that was corrected and taken in again: what it no longer says is withdrawn.

A text is known by its content, so an edited file is a new document. The work file keeps which documents came from
which file (``working.taken``, never published); when a file brings others than before, the figures of those it does
not bring any more are retired. A page that was saved again under another date of publication is not a correction:
both versions stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from warehouse.connection import Connection, run, transaction
from warehouse.rows import Rows
from warehouse.sql import query


@dataclass
class Taken:
    """Which documents each file of this ingest brought. *places* are the files, by base name, as their path's hash."""

    places: dict[str, str]
    _seen: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def from_files(cls, paths: Iterable[Path]) -> Taken:
        """The files to watch; of several with one base name none, since documents know only that."""
        files = list(paths)
        times = Counter(path.name for path in files)
        return cls({path.name: _place(path) for path in files if times[path.name] == 1})

    def add(self, rows: Rows) -> None:
        """Note the documents of a batch."""
        names, ids = rows.documents["file"].to_pylist(), rows.documents["document_id"].to_pylist()
        self._seen += [(self.places[name], id_) for name, id_ in zip(names, ids, strict=True) if name in self.places]

    def leave_out(self, file: str) -> None:
        """Forget a file that could not be read whole: what is missing from it was not withdrawn by anybody."""
        place = self.places.pop(file, None)
        self._seen = [(seen, id_) for seen, id_ in self._seen if seen != place]

    def withdraw(self, work: Connection, *, now: datetime) -> tuple[int, set[str]]:
        """Retire what the files do not say any more, in one transaction; how many figures, and their series."""
        if not self._seen:
            return 0, set()
        columns = {"place": [place for place, _ in self._seen], "document_id": [id_ for _, id_ in self._seen]}
        work.register("seen_file", pa.table(columns))
        try:
            with transaction(work):
                return _withdraw(work, now)
        finally:
            work.unregister("seen_file")


def _withdraw(work: Connection, now: datetime) -> tuple[int, set[str]]:
    run(work, "create schema if not exists working")
    run(work, "create table if not exists working.taken (place varchar not null, document_id varchar not null)")
    run(work, query("withdrawn_documents"))
    retired = run(work, query("withdraw_figures"), {"now": now})
    run(work, query("withdraw_unread"))
    run(work, query("forget_withdrawn"))
    run(work, query("remember_taken"))
    return len(retired), {row[0] for row in retired}


def _place(path: Path) -> str:
    return sha256(str(path.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
