"""The terms of the glossary in all languages, and the passages that name them.

A notion is a glossary entry. Every passage is marked with the notions that its texts name in any
language, and a query that names one finds them all: `стража` finds custody and күзетпен ұстау.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kzref.model.passage import Passage, PassageKind
from kzref.model.text import Language
from kzref.store.index.analysed import Analysed
from kzref.store.index.analyzers import stems

_BRACKETS = re.compile(r"\([^)]*\)")


class Phrase(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The stems of a term in one language, and the notion that it names."""

    language: Language
    stems: tuple[str, ...]
    notion: str

    def begins(self, run: Sequence[str], at: int) -> bool:
        """Whether the stems of a text are those of the term from there on."""
        return tuple(run[at : at + len(self.stems)]) == self.stems


class Glossary:
    """All terms, held in memory while an index is built; search reads them from the lexicon."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Use these terms; one that is there twice counts once."""
        self.phrases = tuple(dict.fromkeys(phrases))
        self._starts: dict[tuple[Language, str], list[Phrase]] = {}
        for phrase in self.phrases:
            self._starts.setdefault((phrase.language, phrase.stems[0]), []).append(phrase)

    @classmethod
    def of(cls, passages: Iterable[Analysed]) -> "Glossary":
        """The terms of the glossary entries among these passages."""
        entries = (one.passage for one in passages if one.passage.kind is PassageKind.GLOSSARY)
        return cls(phrase for entry in entries for phrase in _phrases(entry))

    def notions(self, one: Analysed) -> list[str]:
        """The notions that a passage names, once for each time it names them."""
        return [
            phrase.notion
            for language in Language
            for run in (one.text[language], one.context[language])
            for at, word in enumerate(run)
            for phrase in self._starts.get((language, word), ())
            if phrase.begins(run, at)
        ]


def _phrases(entry: Passage) -> Iterator[Phrase]:
    """The terms of a glossary entry; its context lists them, parted by semicolons."""
    for language in Language:
        for form in (entry.context.own(language) or "").split(";"):
            if run := stems(_BRACKETS.sub(" ", form), language):
                yield Phrase(language, tuple(run), entry.id)
