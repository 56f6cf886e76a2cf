"""The tables of `user.db`; a change of them is one more migration, never an edit of an old one."""

import sqlite3

from sqlite_utils import Database, Migrations

_MIGRATIONS = Migrations("kzref.user")


@_MIGRATIONS()
def first_tables(database: Database) -> None:
    """Notes and bookmarks."""
    database.table("note").create(
        {
            "id": str, "kind": str, "place": str, "text": str, "language": str, "law_day": str,
            "copy": str, "copy_sha256": str, "edition": str, "created_at": str,
            "changed_at": str, "deleted_at": str,
        },
        pk="id",
        not_null={
            "kind", "place", "text", "language", "copy", "copy_sha256", "edition", "created_at",
            "changed_at",
        },
    )  # fmt: skip


def prepared(connection: sqlite3.Connection) -> Database:
    """The database with all its tables; each migration is one transaction."""
    database = Database(connection)
    _MIGRATIONS.apply(database)
    return database
