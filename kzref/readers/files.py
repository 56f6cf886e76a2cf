"""Opens a file that the user brings, whole and of a bearable size."""

from pathlib import Path

from kzref.model.errors import InputError
from kzref.model.own_text import ReadFile
from kzref.readers.formats import is_packed, read_bytes
from kzref.readers.limits import LARGEST_FILE, MEGABYTE


def read_file(path: Path) -> ReadFile:
    """The paragraphs of a file; formats that libraries read are read in a process of their own.

    Raises:
        InputError: there is no such file, or it cannot be read; the sentence says why.
    """
    name = path.name
    try:
        if not path.is_file():  # a folder, a device, a pipe
            raise InputError("own.no_file", file=str(path))
        with path.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)  # some files say that they are smaller
    except PermissionError:
        raise InputError("own.no_right", file=str(path)) from None
    except (OSError, ValueError):  # a name that no file can have
        raise InputError("own.no_file", file=str(path)) from None
    if len(data) > LARGEST_FILE:
        raise InputError("own.too_large", file=name, limit=LARGEST_FILE // MEGABYTE)
    if is_packed(data, name):
        from kzref.readers.confined import READER  # noqa: PLC0415 - for those files only

        return READER.read(data, name)
    return read_bytes(data, name)
