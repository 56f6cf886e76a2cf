"""The words by which people ask, and those by which the texts answer: `jail` finds custody.

Rows of `data/everyday_words.yaml` hold words of one thing in three languages. A query that holds one
of them is widened, weakly, by the others and by the terms that the row names.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kzref.model.practice import EverydayWords
from kzref.model.text import Language
from kzref.store.analyzers import Word, stem, stems
from kzref.store.ranking import Variant
from kzref.store.search_index import NOTIONS

WORD, TERM = 0.3, 0.4  # weights against the word itself: another of its row, and its term


class Meant(NamedTuple):
    """A run of words of a query, from first to last, and the row that holds it."""

    first: int
    last: int
    row: int


class Everyday:
    """All rows, by the stems of their words."""

    def __init__(self, rows: Iterable[EverydayWords]) -> None:
        """Take the words apart."""
        self._starts: dict[tuple[Language, str], list[tuple[tuple[str, ...], int]]] = {}
        self._variants: list[tuple[Variant, ...]] = []
        for number, row in enumerate(rows):
            found = {Variant(NOTIONS, f"term:{term}", TERM): None for term in row.terms}
            for language in Language:
                for run in dict.fromkeys(
                    tuple(stems(word, language)) for word in row.own(language)
                ):
                    if not run:
                        continue
                    self._starts.setdefault((language, run[0]), []).append((run, number))
                    if len(run) == 1:
                        found[Variant(language.value, run[0], WORD)] = None
            self._variants.append(tuple(found))

    def meant(self, run: Sequence[str], language: Language) -> Iterator[Meant]:
        """The rows that the stems of a query name."""
        for at, base in enumerate(run):
            for stems_, number in self._starts.get((language, base), ()):
                if tuple(run[at : at + len(stems_)]) == stems_:
                    yield Meant(at, at + len(stems_) - 1, number)

    def knows(self, word: Word) -> bool:
        """Whether a word is one of theirs, so that it is no slip of the hand."""
        return any(
            len(run) == 1
            for language in Language
            for run, _ in self._starts.get((language, stem(word.text, language)), ())
        )

    def variants(self, row: int) -> tuple[Variant, ...]:
        """What else speaks of the thing of a row."""
        return self._variants[row]
