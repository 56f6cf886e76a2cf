"""Finds a sentence in a compiled catalogue (`.mo`) without reading the others.

The first page says some fifty of a thousand sentences. GNU gettext writes the keys of a catalogue in
order (Manual, 10.3 "The Format of GNU MO Files"), so that one is found by halving.
"""

import struct
from pathlib import Path

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<5I")  # magic, revision, how many, where keys and where sentences are listed
_PLACE = struct.Struct("<2I")  # the length of a string, and where it begins


class Sentences:
    """The sentences of one file."""

    def __init__(self, path: Path) -> None:
        """Read the file, and nothing in it yet.

        Raises:
            OSError: it cannot be read.
            ValueError: it is not a catalogue, or cut short.
        """
        self._bytes = path.read_bytes()
        try:
            magic, _, self._count, self._keys, self._values = _HEAD.unpack_from(self._bytes)
            _, end = self._place(self._values, self._count - 1)
        except struct.error as fault:
            raise ValueError(path) from fault
        if magic != _MAGIC or end >= len(self._bytes):  # every string ends with a zero byte
            raise ValueError(path)

    def find(self, key: str) -> str | None:
        """The sentence of a key, or None; None also where the file is damaged just there."""
        wanted, low, high = key.encode(), 0, self._count
        try:
            while low < high:
                middle = (low + high) // 2
                start, end = self._place(self._keys, middle)
                found = self._bytes[start:end]
                if found == wanted:
                    start, end = self._place(self._values, middle)
                    return self._bytes[start:end].decode()
                low, high = (middle + 1, high) if found < wanted else (low, middle)
        except (ValueError, struct.error):
            pass
        return None

    def _place(self, table: int, number: int) -> tuple[int, int]:
        length, start = _PLACE.unpack_from(self._bytes, table + _PLACE.size * number)
        return start, start + length
