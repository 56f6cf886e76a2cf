"""Reads the terms of an index as Whoosh wrote them, without Whoosh: one look into a file for each.

Whoosh's reader loads 130 modules, an HTTP client and an event loop among them, and unpickles what
it finds; a search needs one of its tables. That is D. J. Bernstein's constant database: records of
a key and a value; 256 hash tables, each of twice as many slots as keys, with the hash and the place
of a record; their directory; what Whoosh adds for itself (not read); and the length of that.
"""

import os
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from weakref import finalize

from kzref.store.checksums import md5
from kzref.store.index.posting_lists import unpacked

TERMS, LISTS = "MAIN_passages.trm", "MAIN_passages.pst"
_MAGIC = b"HSH3\0"  # the format, and 0 for MD5
_TABLES = 256
_DIRECTORY, _SLOT, _LENGTHS = struct.Struct("!qi"), struct.Struct("!Iq"), struct.Struct("!ii")
_VALUE = struct.Struct("!5xI14xqi")  # passages; where the list lies, and its length
_ADDED = struct.Struct("!i")


class Term(NamedTuple):
    """In how many passages a term stands, and where the list of them lies."""

    passages: int
    offset: int
    length: int


class TermTable:
    """The terms of the fields of an index."""

    def __init__(self, folder: Path, fields: Sequence[str]) -> None:
        """Open the two files; the fields are those of the index, in the order of writing.

        Raises:
            OSError: they cannot be read.
            ValueError, struct.error: they are not those of an index.
        """
        self._terms, self._lists = _File(folder / TERMS), _File(folder / LISTS)
        if self._terms.read(0, len(_MAGIC)) != _MAGIC:
            raise ValueError(folder / TERMS)
        self._prefixes = {field: at.to_bytes(2, "big") for at, field in enumerate(fields)}
        end = self._terms.size - _ADDED.size
        (added,) = self._terms.unpack(_ADDED, end)
        self._directory = end - added - _TABLES * _DIRECTORY.size

    def close(self) -> None:
        """Let go of the files."""
        self._terms.close()
        self._lists.close()

    def find(self, field: str, term: str) -> Term | None:
        """A term of a field, or None."""
        terms, key = self._terms, self._prefixes[field] + term.encode()
        hashed = int.from_bytes(md5(key, usedforsecurity=False).digest()[-4:], "big")
        entry = self._directory + hashed % _TABLES * _DIRECTORY.size
        start, slots = terms.unpack(_DIRECTORY, entry)
        for step in range(slots):
            at = (hashed // _TABLES + step) % slots
            found, record = terms.unpack(_SLOT, start + at * _SLOT.size)
            if not record:
                return None
            if found == hashed:
                length, _ = terms.unpack(_LENGTHS, record)
                begin = record + _LENGTHS.size
                if length == len(key) and terms.read(begin, length) == key:
                    return Term(*terms.unpack(_VALUE, begin + length))
        return None

    def postings(self, term: Term) -> tuple[list[int], bytes]:
        """The numbers of the passages in which a term stands, rising, and how often in each."""
        content = self._lists.read(term.offset, term.length)
        return unpacked(content, term.passages)


class _File:
    """A file of which pieces are read; not mapped, for what was once looked at would stay in memory.

    One thread at a time, as search has it.
    """

    def __init__(self, path: Path) -> None:
        """Open it; it is closed with the last reference to it at the latest."""
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.close = finalize(self, os.close, self._handle)
        self.size = os.fstat(self._handle).st_size

    def read(self, at: int, length: int) -> bytes:
        """So many bytes from there on."""
        os.lseek(self._handle, at, os.SEEK_SET)
        return os.read(self._handle, length)

    def unpack(self, shape: struct.Struct, at: int) -> tuple[int, ...]:
        """The numbers at a place."""
        return shape.unpack(self.read(at, shape.size))
