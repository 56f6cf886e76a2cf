"""The words by which people ask, and those by which the texts answer: `jail` finds custody.

Rows of `data/everyday_words.yaml` hold words of one thing in three languages. A query that holds one
of them is widened, weakly, by the others and by the terms that the row names.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzref.model.text import Language
from kzref.store.index.analyzers import Word, stem
from kzref.store.index.lexicon import Lexicon
from kzref.store.index.ranking import Variant
from kzref.store.index.search_index import NOTIONS

WORD, TERM = 0.3, 0.4  # weights against the word itself: another of its row, and its term


class Meant(NamedTuple):
    """A run of words of a query, from first to last, and the thing that it speaks of."""

    first: int
    last: int
    thing: str


class Everyday:
    """All rows, as the lexicon of the index has them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Read them from this lexicon, when a query asks."""
        self._lexicon = lexicon

    def meant(self, run: Sequence[str], language: Language) -> Iterator[Meant]:
        """The things that the stems of a query speak of."""
        for at, base in enumerate(run):
            for word in self._lexicon.everyday(language, base):
                if tuple(run[at : at + len(word.stems)]) == word.stems:
                    yield Meant(at, at + len(word.stems) - 1, word.thing)

    def knows(self, word: Word) -> bool:
        """Whether a word is one of theirs, so that it is no slip of the hand."""
        return any(
            len(one.stems) == 1
            for language in Language
            for one in self._lexicon.everyday(language, stem(word.text, language))
        )

    def variants(self, thing: str) -> tuple[Variant, ...]:
        """What else speaks of a thing."""
        terms = (Variant(NOTIONS, f"term:{term}", TERM) for term in self._lexicon.terms_of(thing))
        words = (
            Variant(word.language.value, word.stems[0], WORD)
            for word in self._lexicon.speaking_of(thing)
            if len(word.stems) == 1
        )
        return tuple(dict.fromkeys((*terms, *words)))
