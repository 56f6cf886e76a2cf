"""Reads `reference.db`: records by kind and id, who cites a provision, and the edition's identity.

Opened read-only and immutable, so it works from a read-only medium and is never locked. Plain
`sqlite3` reads here; sqlite-utils, which writes the file, is not loaded while the window starts.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from kzref.model.errors import DataError
from kzref.store.tables import KINDS, SCHEMA_VERSION

T = TypeVar("T")
_KEPT_PASSAGES = 100
_PAGES = "PRAGMA cache_size = -256"  # KiB; what is read again comes from the system, as quickly
_SORTING = "PRAGMA temp_store = MEMORY"  # on a full disk the law is still to be read


class Stored(NamedTuple, Generic[T]):
    """A record with its id and the id of the record above it."""

    id: str
    parent: str
    value: T


class Citing(NamedTuple):
    """A record that cites a provision."""

    kind: str
    id: str
    to: str


class ReferenceDb:
    """An open reference database."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            DataError: it is missing, damaged, or of another version of kzref.
        """
        self.path = path
        if not path.is_file():
            raise DataError("database.missing", path=str(path))
        try:
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self._connection.execute(_PAGES)
            self._connection.execute(_SORTING)
            self.meta: dict[str, str] = dict(
                self._connection.execute("SELECT key, value FROM meta")
            )
        except sqlite3.Error as fault:
            raise DataError("database.damaged", path=str(path)) from fault
        self._passages: dict[str, Any] = {}  # lately read: the next keystroke shows most of them
        if self.meta.get("schema") != SCHEMA_VERSION:
            raise DataError("database.other_version", path=str(path))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, sql: str, *values: str | int) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as fault:
            raise DataError("database.damaged", path=str(self.path)) from fault

    def _each(self, sql: str, *values: str | int) -> Iterator[tuple[str, ...]]:
        """The rows one by one: the texts of all articles at once are 4 MB that stay taken."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.Error as fault:
            raise DataError("database.damaged", path=str(self.path)) from fault

    def get(self, shape: type[T], record_id: str) -> T | None:
        """The record of this kind and id, or None."""
        rows = self._rows(
            "SELECT body FROM record WHERE kind = ? AND id = ?", KINDS[shape.__name__], record_id
        )
        return self._decode(shape, rows[0][0]) if rows else None

    def all(self, shape: type[T], parent: str | None = None) -> tuple[Stored[T], ...]:
        """The records of this kind, in order; only those under `parent` when given."""
        sql, wanted = "SELECT id, parent, body FROM record WHERE kind = ?", [KINDS[shape.__name__]]
        if parent is not None:
            sql, wanted = f"{sql} AND parent = ?", [*wanted, parent]
        return tuple(
            Stored(id=row[0], parent=row[1], value=self._decode(shape, row[2]))
            for row in self._each(f"{sql} ORDER BY position", *wanted)
        )

    def values(self, shape: type[T], parent: str | None = None) -> tuple[T, ...]:
        """The records themselves, where their ids stand in them."""
        return tuple(stored.value for stored in self.all(shape, parent))

    def counts(self) -> dict[str, int]:
        """How many records there are of each kind."""
        rows = self._rows("SELECT kind, COUNT(*) FROM record GROUP BY kind ORDER BY kind")
        return {kind: int(count) for kind, count in rows}

    def called(self, record_id: str) -> tuple[tuple[str, str], ...]:
        """The kinds and ids of the records with this id, whatever the case of its letters."""
        rows = self._rows(
            "SELECT kind, id FROM record WHERE id = ? COLLATE NOCASE ORDER BY position", record_id
        )
        return tuple((row[0], row[1]) for row in rows)

    def citing(self, reference: str) -> tuple[Citing, ...]:
        """The records that cite this place or a unit inside it."""
        rows = self._rows(
            "SELECT kind, id, reference FROM link"
            " WHERE reference = ? OR reference LIKE ? ESCAPE '\\' ORDER BY kind, position",
            reference,
            reference.replace("%", r"\%").replace("_", r"\_") + "(%",
        )
        return tuple(Citing(kind=kind, id=id_, to=to) for kind, id_, to in rows)

    def pinpoints(self) -> frozenset[str]:
        """The canonical spelling of every provision that has a digest."""
        return frozenset(row[0] for row in self._rows("SELECT pinpoint FROM provision"))

    def provisions(self) -> tuple[tuple[str, str], ...]:
        """Every provision with a digest, with the record of its article, in the order of the law."""
        rows = self._rows("SELECT pinpoint, article FROM provision ORDER BY position")
        return tuple((row[0], row[1]) for row in rows)

    def passages(self, ids: Iterable[str], shape: type[T]) -> dict[str, T]:
        """Indexed passages by id, as they were when the index was built."""
        wanted = list(ids)
        known = self._passages
        missing = [name for name in wanted if name not in known]
        if missing:
            if len(known) + len(missing) > _KEPT_PASSAGES:
                known = self._passages = {name: known[name] for name in wanted if name in known}
            marks = ", ".join("?" * len(missing))
            rows = self._rows(
                f"SELECT id, body FROM passage WHERE id IN ({marks})",  # noqa: S608 - only marks
                *missing,
            )
            known.update((row[0], self._decode(shape, row[1])) for row in rows)
        return {name: known[name] for name in wanted if name in known}

    def every_passage(self, shape: type[T]) -> Iterator[T]:
        """All indexed passages, in the order of the edition: what an index is rebuilt from."""
        for row in self._each("SELECT body FROM passage ORDER BY rowid"):
            yield self._decode(shape, row[0])

    @cached_property
    def sha256(self) -> str:
        """The hash of the whole file, in hexadecimal."""
        from kzref.store.checksums import sha256_of_file  # noqa: PLC0415 - not for the first page

        return sha256_of_file(self.path)

    def _decode(self, shape: type[T], body: str) -> T:
        import msgspec  # noqa: PLC0415 - slow to import; the first page needs no record

        try:
            return msgspec.json.decode(body, type=shape, strict=False)
        except msgspec.MsgspecError as fault:
            raise DataError("database.damaged", path=str(self.path)) from fault
