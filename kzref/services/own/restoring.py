"""Puts restored files in place of the present ones: all of them or none, whenever it is interrupted.

The new files wait complete in a folder of their own; a mark that is written last says so. From then
on whatever interrupts the exchange, `finish` goes on with it at the next start. Before the mark,
nothing has happened, and the folder is thrown away.
"""

import os
import shutil
from pathlib import Path
from typing import Final

NEW: Final = ".restoring"
_OLD: Final = ".before-restoring"
_READY: Final = "ready"
_COMPANIONS: Final = ("-journal", "-wal", "-shm")  # of the old database, wrong for the new one


def prepared(home: Path) -> Path:
    """An empty folder for the new files."""
    folder = home / NEW
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def exchange(home: Path) -> None:
    """Put the prepared files in place; the old ones are kept until all are there.

    Raises:
        OSError: a file is held by another program; `finish` will go on.
    """
    mark = home / NEW / _READY
    with mark.open("wb") as opened:
        os.fsync(opened.fileno())
    finish(home)


def finish(home: Path) -> bool:
    """Go on with an exchange that was interrupted; whether there was one.

    Raises:
        OSError: a file is held by another program.
    """
    new, old = home / NEW, home / _OLD
    if not (new / _READY).is_file():
        discard(home)
        return False
    old.mkdir(exist_ok=True)
    for file in sorted(new.iterdir()):
        if file.name == _READY:
            continue
        for name in (file.name, *(file.name + companion for companion in _COMPANIONS)):
            if (home / name).exists():
                os.replace(home / name, old / name)  # noqa: PTH105 - over what is there
        os.replace(file, home / file.name)  # noqa: PTH105
    (new / _READY).unlink()
    discard(home)
    return True


def discard(home: Path) -> None:
    """Throw away what was being prepared, and what was replaced."""
    for folder in (home / NEW, home / _OLD):
        shutil.rmtree(folder, ignore_errors=True)
