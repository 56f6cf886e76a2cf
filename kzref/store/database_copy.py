"""Copies a database of the user's while it may be open, and tells a sound one from a damaged one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kzref.model.errors import DataError
from kzref.store.sqlite_faults import is_out_of_reach

_PAGES_AT_ONCE = 512


def copy_database(source: Path, target: Path, step: Callable[[float], None]) -> None:
    """Write a consistent copy; `step` hears the finished share and may raise to stop.

    Raises:
        DataError: the source is damaged.
        OSError: the disk refuses: it is full, or the source is held by another program.
    """

    def hear(_status: int, remaining: int, total: int) -> None:
        step(1 - remaining / max(total, 1))

    try:
        with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
            one.backup(other, pages=_PAGES_AT_ONCE, progress=hear)
    except sqlite3.Error as fault:
        if is_out_of_reach(fault):
            raise OSError(str(fault)) from fault
        raise DataError("own.damaged", path=str(source)) from fault


def is_sound(path: Path) -> bool:
    """Whether a file is a database whose pages and indexes are whole."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
