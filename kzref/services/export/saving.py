"""Puts a file on the disk whole or not at all, and refuses a bad path before any work is done."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from kzref.model.errors import DataError, InputError


def checked(path: Path, formats: Sequence[str]) -> str:
    """The format that a path asks for by its suffix (`pdf`), one of `formats`.

    Raises:
        InputError: another suffix, no such folder, or something there that must not be replaced.
    """
    suffix = path.suffix.casefold().removeprefix(".")
    if suffix not in formats:
        known = ", ".join(f".{one}" for one in formats)
        raise InputError("export.format", path=path.name, known=known)
    folder = path.parent
    try:
        if not folder.is_dir():
            raise InputError("export.no_folder", folder=str(folder))
        if path.is_dir():
            raise InputError("export.is_folder", path=str(path))
        if not os.access(folder, os.W_OK):
            raise InputError("export.read_only", path=str(path))
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            raise InputError("export.read_only", path=str(path))
    except PermissionError as fault:  # a folder that may not be entered
        raise InputError("export.read_only", path=str(path)) from fault
    return suffix


def save(path: Path, content: bytes) -> None:
    """Write beside the place, then replace: a failure leaves what was there before.

    Raises:
        DataError: the disk refuses: it is full, or may not be written to.
    """
    place = path.resolve()
    part = place.with_name(f".kzref-{os.urandom(4).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as fault:
        raise DataError("export.cannot_write", path=str(path)) from fault
    finally:
        part.unlink(missing_ok=True)
