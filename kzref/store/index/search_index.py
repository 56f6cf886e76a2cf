"""An index of passages as search reads it: for every stem of every language, the passages that hold it.

Built by `index_building`; nothing of it is held in memory but a card for each passage.
"""

import struct
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from kzref.model.errors import DataError
from kzref.model.text import Language
from kzref.store.index.cards import Cards
from kzref.store.index.folder import verify
from kzref.store.index.lexicon import Lexicon
from kzref.store.index.term_table import TermTable

FORMAT = "4"
NOTIONS, REFERENCES, STARTS = "notions", "references", "starts"
FIELDS = tuple(sorted((*(language.value for language in Language), NOTIONS, REFERENCES, STARTS)))
SHORTEST_START, LONGEST_START = 3, 4
_TERMS_KEPT = 4_000  # whose number of passages is remembered: every letter typed asks again


def token(reference: str) -> str:
    """A reference as one term of the index."""
    return reference.replace(" ", "_")


def is_whole(folder: Path, *, edition: str) -> bool:
    """Whether exactly the index built for this edition is there; nothing in it is opened."""
    try:
        verify(folder, edition=edition, version=FORMAT)
    except DataError:
        return False
    return True


class SearchIndex:
    """An open index: its cards, its lexicon, and the postings of its terms."""

    def __init__(self, folder: Path, *, edition: str) -> None:
        """Check every file against the manifest, then open.

        Raises:
            DataError: the index is missing, damaged or of another edition.
        """
        verify(folder, edition=edition, version=FORMAT)
        try:
            self._terms = TermTable(folder, FIELDS)
            self.cards = Cards.load(folder)
        except (OSError, ValueError, struct.error, msgspec.MsgspecError) as fault:
            raise DataError("index.damaged", path=str(folder)) from fault
        self.lexicon = Lexicon(folder)
        self._find = lru_cache(_TERMS_KEPT)(self._terms.find)

    def close(self) -> None:
        """Let go of the files."""
        self._terms.close()
        self.lexicon.close()

    @cached_property
    def mean_lengths(self) -> tuple[float, ...]:
        """The mean number of stems of a passage, by language."""
        return tuple(sum(lengths) / max(1, len(lengths)) for lengths in self.cards.lengths)

    def frequency(self, field: str, term: str) -> int:
        """In how many passages a term stands."""
        found = self._find(field, term)
        return found.passages if found else 0

    def postings(self, field: str, term: str) -> tuple[Sequence[int], Sequence[int]]:
        """The numbers of the passages in which a term stands, rising, and how often in each."""
        found = self._find(field, term)
        return self._terms.postings(found) if found else ((), ())
