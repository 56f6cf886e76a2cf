"""The own library, `library.db`: verbatim texts that the user brought, and nothing of anybody else.

One import is one transaction: a process killed at any moment leaves all of a text or nothing of it.
Deleting only marks a text, so that it can be undone; what is marked is removed by `purge`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzref.model.errors import DataError
from kzref.model.own_text import (
    LAW,
    Amendment,
    OwnText,
    Structure,
    TextKind,
    Unit,
    UnitKind,
)
from kzref.model.text import Language
from kzref.store.library_rows import (
    AMENDMENT,
    TEXT,
    UNIT,
    amendment_from,
    amendment_row,
    text_from,
    unit_from,
    unit_row,
)
from kzref.store.sqlite_faults import is_out_of_reach

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """What is to be stored beside the structure of a text."""

    work: str
    language: Language
    redaction: date | None
    title: str
    file_name: str
    sha256: str
    at: datetime


class LibraryDb:
    """The own library; no file is made before the first import."""

    def __init__(self, path: Path) -> None:
        """Use this file, which need not exist yet."""
        self.path = path
        self._open: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def add(
        self, structure: Structure, bringing: Bringing, replacing: Iterable[OwnText] = ()
    ) -> OwnText:
        """Store a text, all of it or nothing, and take out those that it replaces with it.

        Raises:
            DataError: the file cannot be written, or is damaged.
        """
        with self._writing() as database:
            connection = database.conn
            row = {
                "kind": structure.kind.value,
                "work": bringing.work,
                "language": bringing.language.value,
                "redaction": bringing.redaction and bringing.redaction.isoformat(),
                "title": bringing.title,
                "file_name": bringing.file_name,
                "sha256": bringing.sha256,
                "imported_at": bringing.at.isoformat(),
                "articles": structure.count(UnitKind.ARTICLE),
                "units": len(structure.units),
            }
            for text in replacing:
                database.table("text").update(text.id, {"deleted_at": bringing.at.isoformat()})
            number = database.table("text").insert(row).last_pk
            connection.executemany(
                f"INSERT INTO unit (text, position, {UNIT}) VALUES (?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 - only names
                (
                    (number, position, *unit_row(unit))
                    for position, unit in enumerate(structure.units)
                ),
            )
            connection.executemany(
                f"INSERT INTO amendment (text, {AMENDMENT}) VALUES (?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 - only names
                ((number, *amendment_row(one)) for one in structure.amendments),
            )
        return next(text for text in self.texts() if text.id == number)

    def texts(self, work: str | None = None) -> tuple[OwnText, ...]:
        """The texts, newest redaction first; only those of one act or document when given."""
        rows = self._rows(
            f"SELECT {TEXT} FROM text WHERE deleted_at IS NULL AND (? IS NULL OR work = ?)"  # noqa: S608 - only names
            " ORDER BY work, redaction DESC, language, id",
            work,
            work,
        )
        return tuple(text_from(row) for row in rows)

    def with_hash(self, sha256: str) -> OwnText | None:
        """The text that was read from a file with exactly these bytes, or None."""
        return next((text for text in self.texts() if text.sha256 == sha256), None)

    def units(self, text: OwnText, holder: str | None = None) -> tuple[Unit, ...]:
        """The units of a text in its order; only those of one article or section when given."""
        rows = self._rows(
            f"SELECT {UNIT} FROM unit WHERE text = ? AND (? IS NULL OR holder = ?)"  # noqa: S608 - only names
            " ORDER BY position",
            text.id,
            holder,
            holder,
        )
        return tuple(unit_from(row) for row in rows)

    def units_at(self, text: OwnText, positions: Iterable[int]) -> dict[int, Unit]:
        """Single units of a text by their position in it, counted from 0."""
        wanted = list(positions)
        marks = ",".join("?" * len(wanted))
        rows = self._rows(
            f"SELECT position, {UNIT} FROM unit WHERE text = ? AND position IN ({marks})",  # noqa: S608 - only names
            text.id,
            *wanted,
        )
        return {int(row[0]): unit_from(row[1:]) for row in rows}

    def headings(self, text: OwnText, holders: Iterable[str]) -> dict[str, str]:
        """The heading lines of articles by their numbers."""
        wanted = list(holders)
        marks = ",".join("?" * len(wanted))
        rows = self._rows(
            f"SELECT holder, body FROM unit WHERE text = ? AND kind = ? AND holder IN ({marks})",  # noqa: S608 - only marks
            text.id,
            UnitKind.ARTICLE.value,
            *wanted,
        )
        return {str(holder): str(body) for holder, body in rows}

    def amendments(self, text: OwnText, holder: str | None = None) -> tuple[Amendment, ...]:
        """The changes that the notes of a text report; only those of one article when given."""
        rows = self._rows(
            f"SELECT {AMENDMENT} FROM amendment WHERE text = ? AND (? IS NULL OR holder = ?)"  # noqa: S608 - only names
            " ORDER BY id",
            text.id,
            holder,
            holder,
        )
        return tuple(amendment_from(row) for row in rows)

    def places(self, kind: TextKind) -> frozenset[tuple[str, str, str]]:
        """Every place that has a verbatim text: work, article or section, unit."""
        marks = ",".join("?" * len(LAW))
        rows = self._rows(
            "SELECT DISTINCT text.work, unit.holder, unit.at FROM unit"  # noqa: S608 - only marks
            " JOIN text ON text.id = unit.text WHERE text.deleted_at IS NULL AND text.kind = ?"
            f" AND unit.holder <> '' AND (text.kind = 'document' OR unit.kind IN ({marks},'article'))",
            kind.value,
            *(one.value for one in LAW),
        )
        return frozenset((str(work), str(holder), str(at)) for work, holder, at in rows)

    def delete(self, text: OwnText, at: datetime) -> None:
        """Take a text out of the library; `restore` brings it back.

        Raises:
            DataError: the file cannot be written, or is damaged.
        """
        with self._writing() as database:
            database.table("text").update(text.id, {"deleted_at": at.isoformat()})

    def restore(self, text: OwnText) -> None:
        """Bring a deleted text back.

        Raises:
            DataError: the file cannot be written, or the same text was brought again meanwhile.
        """
        with self._writing() as database:
            database.table("text").update(text.id, {"deleted_at": None})

    def deleted(self) -> tuple[OwnText, ...]:
        """The texts that were taken out and can still be brought back, the last one first."""
        rows = self._rows(
            f"SELECT {TEXT} FROM text WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC"  # noqa: S608 - only names
        )
        return tuple(text_from(row) for row in rows)

    def purge(self) -> None:
        """Remove for good what was deleted.

        Raises:
            DataError: the file cannot be written, or is damaged.
        """
        with self._writing() as database:
            database.execute("DELETE FROM text WHERE deleted_at IS NOT NULL")

    @contextmanager
    def _writing(self) -> "Iterator[Database]":
        """One transaction on the file, with its tables made or brought up to date first."""
        from kzref.store.library_tables import prepared  # noqa: PLC0415 - not needed for reading

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            database = prepared(self._connection())
            with database.atomic():
                yield database
        except (sqlite3.Error, OSError) as fault:
            raise DataError("own.not_written", path=str(self.path), fault=str(fault)) from fault

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = sqlite3.connect(self.path, check_same_thread=False, timeout=10)
            self._open.execute("PRAGMA foreign_keys = ON")
            self._open.execute("PRAGMA synchronous = FULL")
        return self._open

    def _rows(self, sql: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        if not self.path.is_file() or not self.path.stat().st_size:
            return []
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.Error as fault:
            if "no such table" in str(fault):  # killed before the first tables were made
                return []
            key = "own.out_of_reach" if is_out_of_reach(fault) else "own.damaged"
            raise DataError(key, path=str(self.path)) from fault
