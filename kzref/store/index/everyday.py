"""Everyday words as an index holds them: the stems of each, and the thing that it speaks of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kzref.model.practice import EverydayWords
from kzref.model.text import Language
from kzref.store.index.analyzers import stems


class EverydayWord(NamedTuple):
    """One of the words of a thing, by the stems that stand side by side in it."""

    language: Language
    stems: tuple[str, ...]
    thing: str  # id of its row


def everyday_words(rows: Iterable[EverydayWords]) -> Iterator[EverydayWord]:
    """All words of all rows, in their order; words with the same stems once a row."""
    for row in rows:
        found = (
            EverydayWord(language, tuple(stems(word, language)), row.id)
            for language in Language
            for word in row.own(language)
        )
        yield from dict.fromkeys(one for one in found if one.stems)
