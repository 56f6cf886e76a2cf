"""The tables of `library.db`; a change of them is one more migration, never an edit of an old one."""

import sqlite3

from sqlite_utils import Database, Migrations

_MIGRATIONS = Migrations("kzref.library")


@_MIGRATIONS()
def first_tables(database: Database) -> None:
    """Texts, their units, and the amendments that their notes report."""
    text = database.table("text")
    text.create(
        {
            "id": int, "kind": str, "work": str, "language": str, "redaction": str, "title": str,
            "file_name": str, "sha256": str, "imported_at": str, "deleted_at": str,
            "articles": int, "units": int,
        },
        pk="id",
        not_null={"kind", "work", "language", "title", "file_name", "sha256", "imported_at"},
    )  # fmt: skip
    # the same file twice is one; what was deleted may be brought again
    database.execute("CREATE UNIQUE INDEX text_once ON text (sha256) WHERE deleted_at IS NULL")
    database.execute(
        "CREATE TABLE unit (id INTEGER PRIMARY KEY,"
        " text INTEGER NOT NULL REFERENCES text (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
        " kind TEXT NOT NULL, body TEXT NOT NULL, line INTEGER NOT NULL, page INTEGER,"
        " holder TEXT NOT NULL, at TEXT NOT NULL, level TEXT NOT NULL, number TEXT NOT NULL,"
        " is_excluded INTEGER NOT NULL)"
    )
    database.execute("CREATE UNIQUE INDEX unit_order ON unit (text, position)")
    database.execute("CREATE INDEX unit_holder ON unit (text, holder)")
    database.execute(
        "CREATE TABLE amendment (id INTEGER PRIMARY KEY,"
        " text INTEGER NOT NULL REFERENCES text (id) ON DELETE CASCADE, holder TEXT NOT NULL,"
        " at TEXT NOT NULL, law TEXT, adopted TEXT NOT NULL, action TEXT NOT NULL,"
        " effect TEXT NOT NULL, in_force_from TEXT, days_after_publication INTEGER,"
        " line INTEGER NOT NULL)"
    )
    database.execute("CREATE INDEX amendment_holder ON amendment (text, holder)")


def prepared(connection: sqlite3.Connection) -> Database:
    """The database with all its tables; each migration is one transaction."""
    database = Database(connection)
    _MIGRATIONS.apply(database)
    return database
