"""How the passages of a term are kept: one packed list for each term, written and read whole.

The ranking always reads whole lists, so a list is its gaps and its counts, packed.
"""

import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

_NUMBER = "I"
_PLAIN, _PACKED = b"\0", b"\1"
_WORTH_PACKING = 64  # bytes
_LEVEL = 3  # of zlib: more costs time and saves little
_MOST = 255  # times that are counted


class Postings:
    """The passages of each term of a field, gathered one passage after the other."""

    def __init__(self) -> None:
        self._numbers: dict[str, array[int]] = {}
        self._counts: dict[str, bytearray] = {}

    def add(self, number: int, terms: Iterable[str]) -> None:
        """Note the terms of the passage with this number, which is higher than those before."""
        numbers, counts = self._numbers, self._counts
        for term, count in Counter(terms).items():
            held = numbers.get(term)
            if held is None:
                numbers[term] = array(_NUMBER, (number,))
                counts[term] = bytearray((min(count, _MOST),))
            else:
                held.append(number)
                counts[term].append(count if count < _MOST else _MOST)

    def __iter__(self) -> "Iterator[tuple[bytes, array[int], bytes]]":
        """The terms in the order of their bytes, with their passages and counts."""
        for key, term in sorted((term.encode(), term) for term in self._numbers):
            yield key, self._numbers[term], bytes(self._counts[term])


def packed(numbers: "array[int]", counts: bytes) -> bytes:
    """A list as it is kept: the rising numbers of passages, and a count for each."""
    gaps = array(_NUMBER, numbers)
    for at in range(len(gaps) - 1, 0, -1):
        gaps[at] -= gaps[at - 1]
    if sys.byteorder == "big":
        gaps.byteswap()
    content = gaps.tobytes() + counts
    if len(content) < _WORTH_PACKING:
        return _PLAIN + content
    return _PACKED + zlib.compress(content, _LEVEL)


def unpacked(content: bytes, count: int) -> tuple[list[int], bytes]:
    """The numbers and counts of a kept list of so many passages."""
    bare = zlib.decompress(content[1:]) if content[:1] == _PACKED else content[1:]
    gaps = array(_NUMBER)
    end = count * gaps.itemsize
    gaps.frombytes(bare[:end])
    if sys.byteorder == "big":
        gaps.byteswap()
    return list(accumulate(gaps)), bare[end:]
