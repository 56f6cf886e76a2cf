"""Two indexes that are searched as one: that of the edition and that of the user's own texts.

The passages of the second are numbered on from the first, so the ranking sees one collection:
a word is as rare as it is in both together, and a place that both hold is one place.
"""

from collections.abc import Sequence

from kzref.store.index.lexicon import JointLexicon
from kzref.store.index.search_index import SearchIndex


class JointIndex(SearchIndex):
    """What `SearchIndex` offers, over both."""

    def __init__(self, first: SearchIndex, second: SearchIndex) -> None:
        """Join two open indexes; the notions and translations are those of the first."""
        self._first, self._second = first, second
        self._offset = len(first.cards)
        self.cards = first.cards.joined(second.cards)
        self.lexicon = JointLexicon(first.lexicon, second.lexicon)

    def close(self) -> None:
        """Let go of both."""
        self._first.close()
        self._second.close()

    def frequency(self, field: str, term: str) -> int:
        """In how many passages of both a term stands."""
        return self._first.frequency(field, term) + self._second.frequency(field, term)

    def postings(self, field: str, term: str) -> tuple[Sequence[int], Sequence[int]]:
        """The numbers of the passages in which a term stands, rising, and how often in each."""
        numbers, counts = self._first.postings(field, term)
        others, other_counts = self._second.postings(field, term)
        if not others:
            return numbers, counts
        offset = self._offset
        return [*numbers, *(number + offset for number in others)], [*counts, *other_counts]
