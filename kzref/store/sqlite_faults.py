"""Tells a damaged database from one that only cannot be reached now."""

import sqlite3

_REACH = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY,
    }
)  # fmt: skip
_PRIMARY = 0xFF  # the low byte of SQLite's codes; the rest says more of the same


def is_out_of_reach(fault: sqlite3.Error) -> bool:
    """Whether the disk, another program or the rights are in the way; the file may be sound.

    Nobody may be told to give up a file for such a fault.
    """
    code = getattr(fault, "sqlite_errorcode", None)
    return code is not None and code & _PRIMARY in _REACH
