"""How Whoosh keeps the passages of a term: one packed list for each term, written and read whole.

Whoosh's own codec keeps blocks of 128 postings as pickles and checks every posting on its way
through a sorted pool. The ranking always reads whole lists, so here a list is its gaps and its
counts, packed; Whoosh does the rest (term dictionary, segment, table of contents). Names are not
random, so the same passages give the same bytes.

Imports Whoosh: only `search_index` may import this, when an index is first touched.
"""

import os
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3Segment, W3TermInfo
from whoosh.matching import ListMatcher

SEGMENT = "passages"
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

    def write(self, writer: "ListWriter", name: str, field: Any) -> None:  # noqa: ANN401 - of Whoosh
        """Write the field, its terms in the order of their bytes."""
        writer.start_field(name, field)
        for key, term in sorted((term.encode(), term) for term in self._numbers):
            writer.add_list(key, self._numbers[term], bytes(self._counts[term]))
        writer.finish_field()


class ListWriter(W3FieldWriter):  # type: ignore[misc] # Whoosh has no types
    """Writes a term with its list."""

    def add_list(self, key: bytes, numbers: "array[int]", counts: bytes) -> None:
        """Add the next term of the field."""
        info = W3TermInfo()
        info._weight, info._df = float(sum(counts)), len(numbers)
        info._minid, info._maxid = numbers[0], numbers[-1]
        info._maxweight = float(max(counts))
        content = _packed(numbers, counts)
        info.set_extent(self._postfile.tell(), len(content))
        self._postfile.write(content)
        self._tindex.add(self._fieldid.to_bytes(2, "big") + key, info.to_bytes())


class PostingList(ListMatcher):  # type: ignore[misc] # Whoosh has no types
    """A list as read: the numbers of the passages, rising, and how often the term stands in each."""

    def __init__(self, numbers: list[int], counts: bytes, **named: Any) -> None:  # noqa: ANN401
        super().__init__(numbers, counts, **named)
        self.numbers, self.counts = numbers, counts


class DatelessSegment(W3Segment):  # type: ignore[misc] # Whoosh has no types
    """A segment whose one file does not tell when its parts were written."""

    def create_compound_file(self, storage: Any) -> None:  # noqa: ANN401 - of Whoosh
        """Put the parts together."""
        for name in self.list_files(storage):
            os.utime(Path(storage.folder) / name, (0, 0))
        super().create_compound_file(storage)


class ListCodec(W3Codec):  # type: ignore[misc] # Whoosh has no types
    """Whoosh's codec with packed lists."""

    length_stats = False

    def new_segment(self, storage: object, indexname: str) -> W3Segment:
        """The one segment of an index."""
        del storage
        return DatelessSegment(self, indexname, segid=SEGMENT)

    def field_writer(self, storage: object, segment: object) -> ListWriter:
        """Writes the terms."""
        return ListWriter(self, storage, segment)

    def postings_reader(
        self,
        dbfile: Any,  # noqa: ANN401 - of Whoosh
        terminfo: W3TermInfo,
        format_: object,
        term: tuple[str, str] | None = None,
        scorer: object = None,
    ) -> PostingList:
        """The list of a term."""
        offset, (length,) = terminfo.extent()  # as Whoosh 2.7.5 reads it back
        numbers, counts = _unpacked(dbfile.get(offset, length), terminfo.doc_frequency())
        return PostingList(numbers, counts, format=format_, scorer=scorer, term=term)


def _packed(numbers: "array[int]", counts: bytes) -> bytes:
    gaps = array(_NUMBER, numbers)
    for at in range(len(gaps) - 1, 0, -1):
        gaps[at] -= gaps[at - 1]
    if sys.byteorder == "big":
        gaps.byteswap()
    content = gaps.tobytes() + counts
    if len(content) < _WORTH_PACKING:
        return _PLAIN + content
    return _PACKED + zlib.compress(content, _LEVEL)


def _unpacked(content: bytes, count: int) -> tuple[list[int], bytes]:
    bare = zlib.decompress(content[1:]) if content[:1] == _PACKED else content[1:]
    gaps = array(_NUMBER)
    end = count * gaps.itemsize
    gaps.frombytes(bare[:end])
    if sys.byteorder == "big":
        gaps.byteswap()
    return list(accumulate(gaps)), bare[end:]
