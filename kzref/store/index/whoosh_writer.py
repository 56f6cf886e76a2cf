"""Writes the terms of an index with Whoosh, each with its packed list.

Whoosh's own codec keeps blocks of 128 postings as pickles and checks every posting on its way
through a sorted pool; this one hands it finished lists. Whoosh does the rest: term dictionary,
segment, table of contents. Names are not random, so the same passages give the same bytes.

The only importer of Whoosh, which takes a tenth of a second and 17 MB: search reads what it wrote
without it (`term_table`).
"""

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kzref.store.index.posting_lists import Postings, packed

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own deprecations are not ours
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3Segment, W3TermInfo
    from whoosh.fields import KEYWORD, Schema
    from whoosh.index import create_in

SEGMENT = "passages"


class ListWriter(W3FieldWriter):  # type: ignore[misc] # Whoosh has no types
    """Writes a term with its list."""

    def add_lists(self, name: str, field: Any, postings: Postings) -> None:  # noqa: ANN401 - of Whoosh
        """Write a field, its terms in the order of their bytes."""
        self.start_field(name, field)
        for key, numbers, counts in postings:
            info = W3TermInfo()
            info._weight, info._df = float(sum(counts)), len(numbers)
            info._minid, info._maxid = numbers[0], numbers[-1]
            info._maxweight = float(max(counts))
            content = packed(numbers, counts)
            info.set_extent(self._postfile.tell(), len(content))
            self._postfile.write(content)
            self._tindex.add(self._fieldid.to_bytes(2, "big") + key, info.to_bytes())
        self.finish_field()


class ListCodec(W3Codec):  # type: ignore[misc] # Whoosh has no types
    """Whoosh's codec with packed lists."""

    length_stats = False

    def new_segment(self, storage: object, indexname: str) -> W3Segment:
        """The one segment of an index."""
        del storage
        return W3Segment(self, indexname, segid=SEGMENT)

    def field_writer(self, storage: object, segment: object) -> ListWriter:
        """Writes the terms."""
        return ListWriter(self, storage, segment)


def write_terms(folder: Path, fields: Mapping[str, Postings], passages: int) -> None:
    """Write the index of so many passages; the fields in the order of their names."""
    schema = Schema(**{name: KEYWORD() for name in fields})
    writer = create_in(folder, schema).writer(codec=ListCodec(), compound=False)
    for _ in range(passages):
        writer.add_document()  # its terms follow, all passages of a term at once
    for name, postings in fields.items():
        writer.fieldwriter.add_lists(name, schema[name], postings)
    writer.commit()
