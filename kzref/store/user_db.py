"""The user's own work, `user.db`: notes and bookmarks, and nothing that was not typed by the user.

Every write is one transaction: a process killed at any moment leaves the note as it was or as it is.
No file is made before the first note. Deleting only marks a note, so that it can be undone.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from kzref.model.errors import DataError
from kzref.model.language import Language
from kzref.model.note import Note, NoteKind
from kzref.store.sqlite_faults import is_out_of_reach

_FIELDS = (
    "id", "kind", "place", "text", "language", "law_day", "copy", "copy_sha256", "edition",
    "created_at", "changed_at", "deleted_at",
)  # fmt: skip


class UserDb:
    """The file of the user's own work; it need not exist yet."""

    def __init__(self, path: Path) -> None:
        """Use this file."""
        self.path = path
        self._writing = Lock()  # notes may be saved by several workers; each opens the file anew
        self._known: object = None  # the state of the file that was read, or written on top of it

    @property
    def has_changed(self) -> bool:
        """Whether another program has written since the notes were read here."""
        return self._stamp() != self._known

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:  # none yet, or its folder cannot be reached
            return None
        return status.st_mtime_ns, status.st_size

    def notes(self) -> tuple[Note, ...]:
        """All notes, the deleted ones too, oldest first.

        Raises:
            DataError: the file is damaged.
        """
        self._known = self._stamp()
        if not self.path.is_file() or not self.path.stat().st_size:
            return ()
        try:
            with closing(sqlite3.connect(self.path, timeout=10)) as connection:
                rows = connection.execute(
                    f"SELECT {', '.join(_FIELDS)} FROM note ORDER BY created_at, rowid"  # noqa: S608 - only names
                ).fetchall()
        except sqlite3.Error as fault:
            if "no such table" in str(fault):  # killed before the first tables were made
                return ()
            key = "own.out_of_reach" if is_out_of_reach(fault) else "notes.damaged"
            raise DataError(key, path=str(self.path)) from fault
        try:
            return tuple(_note(row) for row in rows)
        except ValueError as fault:  # whole as a file, but not what kzref writes
            raise DataError("notes.damaged", path=str(self.path)) from fault

    def save(self, notes: Iterable[Note]) -> None:
        """Keep these notes, all or none; a note never gives way to an older state of itself.

        Raises:
            DataError: the file cannot be written, or is damaged.
        """
        from kzref.store.user_tables import prepared  # noqa: PLC0415 - not needed for reading

        marks = ", ".join("?" * len(_FIELDS))
        fresh = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS[1:])
        try:
            with self._writing:
                is_known = not self.has_changed
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with closing(sqlite3.connect(self.path, timeout=10)) as connection:
                    connection.execute("PRAGMA synchronous = FULL")
                    database = prepared(connection)
                    with database.atomic():
                        connection.executemany(
                            f"INSERT INTO note ({', '.join(_FIELDS)}) VALUES ({marks})"  # noqa: S608 - only names
                            f" ON CONFLICT (id) DO UPDATE SET {fresh}"
                            " WHERE excluded.changed_at >= note.changed_at",
                            [_row(note) for note in notes],
                        )
                if is_known:
                    self._known = self._stamp()
        except (sqlite3.Error, OSError) as fault:
            raise DataError("notes.not_written", path=str(self.path), fault=str(fault)) from fault


def _row(note: Note) -> tuple[str | None, ...]:
    return (
        note.id, note.kind.value, note.place, note.text, note.language.value,
        note.law_day.isoformat() if note.law_day else None, note.copy, note.copy_sha256,
        note.edition, note.created_at.isoformat(), note.changed_at.isoformat(),
        note.deleted_at.isoformat() if note.deleted_at else None,
    )  # fmt: skip


def _note(row: tuple[Any, ...]) -> Note:
    held = dict(zip(_FIELDS, row, strict=True))
    if not all(isinstance(value, str | None) for value in row):
        raise ValueError(held["id"])
    deleted = held["deleted_at"]
    return Note(
        id=held["id"], kind=NoteKind(held["kind"]), place=held["place"], text=held["text"],
        language=Language(held["language"]),
        law_day=date.fromisoformat(held["law_day"]) if held["law_day"] else None,
        copy=held["copy"], copy_sha256=held["copy_sha256"], edition=held["edition"],
        created_at=datetime.fromisoformat(held["created_at"]),
        changed_at=datetime.fromisoformat(held["changed_at"]),
        deleted_at=datetime.fromisoformat(deleted) if deleted else None,
    )  # fmt: skip
