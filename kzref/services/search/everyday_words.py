"""The words by which people ask, and those by which the texts answer: `jail` finds custody.

Rows of `data/everyday_words.yaml` hold words of one thing in three languages. A query that holds one
of them is widened, weakly, by the others and by the terms that the row names.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kzref.model.practice import EverydayWords
from kzref.model.text import Language
from kzref.store.index.analyzers import Word, stem, stems
from kzref.store.index.ranking import Variant
from kzref.store.index.search_index import NOTIONS

_KEPT = 40  # rows that stay taken apart: the next letter typed asks them again
_Run = tuple[str, ...]
WORD, TERM = 0.3, 0.4  # weights against the word itself: another of its row, and its term


class Meant(NamedTuple):
    """A run of words of a query, from first to last, and the row that holds it."""

    first: int
    last: int
    row: int


class Everyday:
    """All rows, by the first stems of their words; a row is taken apart when one of them is asked."""

    def __init__(self, rows: Iterable[EverydayWords]) -> None:
        """Note where each stem begins a word."""
        self._rows = tuple(rows)
        self._starts: dict[Language, dict[str, tuple[int, ...]]] = {each: {} for each in Language}
        self._runs = lru_cache(_KEPT)(self._taken_apart)
        for number in range(len(self._rows)):
            for language, run in self._taken_apart(number):
                starts = self._starts[language]
                known = starts.get(run[0], ())
                if number not in known:
                    starts[run[0]] = (*known, number)
        stem.cache_clear()  # of thousands of words, few of which a query has

    def _taken_apart(self, number: int) -> tuple[tuple[Language, _Run], ...]:
        """The stems of the words of a row, with their language."""
        row = self._rows[number]
        found = (
            (language, tuple(stems(word, language)))
            for language in Language
            for word in row.own(language)
        )
        return tuple(dict.fromkeys(one for one in found if one[1]))

    def _begun(self, base: str, language: Language) -> Iterator[tuple[_Run, int]]:
        """The words that begin with a stem, and their rows."""
        for number in self._starts[language].get(base, ()):
            for spoken, run in self._runs(number):
                if spoken is language and run[0] == base:
                    yield run, number

    def meant(self, run: Sequence[str], language: Language) -> Iterator[Meant]:
        """The rows that the stems of a query name."""
        for at, base in enumerate(run):
            for stems_, number in self._begun(base, language):
                if tuple(run[at : at + len(stems_)]) == stems_:
                    yield Meant(at, at + len(stems_) - 1, number)

    def knows(self, word: Word) -> bool:
        """Whether a word is one of theirs, so that it is no slip of the hand."""
        return any(
            len(run) == 1
            for language in Language
            for run, _ in self._begun(stem(word.text, language), language)
        )

    def variants(self, row: int) -> tuple[Variant, ...]:
        """What else speaks of the thing of a row."""
        terms = (Variant(NOTIONS, f"term:{term}", TERM) for term in self._rows[row].terms)
        words = (
            Variant(language.value, run[0], WORD)
            for language, run in self._runs(row)
            if len(run) == 1
        )
        return tuple(dict.fromkeys((*terms, *words)))
