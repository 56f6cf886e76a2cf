"""The words of an index: as they stand in the texts, and the notions that terms of all languages name.

A notion is a glossary entry. Every passage is marked with the notions that its texts name in any
language, and a query that names one finds them all: `стража` finds custody and күзетпен ұстау.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import log
from pathlib import Path

import msgspec

from kzref.model.passage import Passage, PassageKind
from kzref.model.text import Language
from kzref.store.analysed import Analysed
from kzref.store.analyzers import stem, stems
from kzref.store.translations import Translation, learn

_FILE = "lexicon.json"
_BRACKETS = re.compile(r"\([^)]*\)")


class Phrase(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The stems of a term in one language, and the notion that it names."""

    language: Language
    stems: tuple[str, ...]
    notion: str


class Spelling(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A word of the texts: folded, as it is shown, in how many passages it stands, its stems.

    A Latin word has one stem, the English one; a Cyrillic word has a Russian and a Kazakh one.
    """

    folded: str
    shown: str
    passages: int
    stems: tuple[str, ...]


class Naming(msgspec.Struct, frozen=True):
    """A notion named in a run of words: by which of them, and how surely (1 is the whole term)."""

    first: int
    last: int
    notion: str
    sureness: float


class _Content(msgspec.Struct):
    phrases: list[Phrase]
    words: list[Spelling]
    translations: list[Translation]


class Lexicon:
    """Terms and words of one index."""

    def __init__(
        self,
        phrases: Iterable[Phrase],
        spellings: Iterable[Spelling],
        translations: Iterable[Translation],
    ) -> None:
        """Learn them."""
        self.terms = tuple(phrases)
        self._translations: dict[tuple[Language, str], list[Translation]] = {}
        for pair in translations:
            self._translations.setdefault((pair.language, pair.stem), []).append(pair)
        self.spellings = {spelling.folded: spelling for spelling in spellings}
        self.sorted = sorted(self.spellings)
        self._starts: dict[Language, dict[str, list[Phrase]]] = {each: {} for each in Language}
        self._parts: dict[tuple[Language, str], list[Phrase]] = {}
        self._by_notion: dict[str, list[Phrase]] = {}
        for phrase in self.terms:
            self._by_notion.setdefault(phrase.notion, []).append(phrase)
            self._starts[phrase.language].setdefault(phrase.stems[0], []).append(phrase)
            if len(phrase.stems) > 1:
                for part in set(phrase.stems):
                    self._parts.setdefault((phrase.language, part), []).append(phrase)
        frequency = Counter(key for key, held in self._parts.items() for _ in held)
        self._rarity = {key: 1 / (1 + log(count)) for key, count in frequency.items()}

    @classmethod
    def of(cls, passages: Sequence[Analysed], known: "Lexicon | None" = None) -> "Lexicon":
        """The lexicon of these passages; glossary entries among them name the notions.

        With a known lexicon its notions serve, and nothing is learned anew.
        """
        phrases: dict[tuple[Language, tuple[str, ...], str], Phrase] = {}
        shown: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        for one in passages:
            if one.passage.kind is PassageKind.GLOSSARY:
                for phrase in _phrases(one.passage):
                    phrases[phrase.language, phrase.stems, phrase.notion] = phrase
            for original, folded in one.spelled.items():
                shown[folded][original] += 1
        spellings = [
            Spelling(
                folded, max(counts, key=counts.__getitem__), sum(counts.values()), _stems_of(folded)
            )
            for folded, counts in sorted(shown.items())
        ]
        if known is not None:
            return cls(known.terms, spellings, ())
        return cls(phrases.values(), spellings, learn(passages))

    def with_words_of(self, other: "Lexicon") -> "Lexicon":
        """This lexicon, with the words of another one beside its own."""
        spellings = dict(self.spellings)
        for folded, spelling in other.spellings.items():
            held = spellings.get(folded)
            if held is not None:
                count = held.passages + spelling.passages
                spelling = Spelling(folded, held.shown, count, held.stems)  # noqa: PLW2901
            spellings[folded] = spelling
        pairs = [pair for held in self._translations.values() for pair in held]
        return Lexicon(self.terms, spellings.values(), pairs)

    def save(self, folder: Path) -> None:
        """Write it beside the index."""
        pairs = [pair for held in self._translations.values() for pair in held]
        content = _Content(list(self.terms), list(self.spellings.values()), pairs)
        (folder / _FILE).write_bytes(msgspec.json.encode(content))

    @classmethod
    def load(cls, folder: Path) -> "Lexicon":
        """Read what `save` wrote."""
        content = msgspec.json.decode((folder / _FILE).read_bytes(), type=_Content)
        return cls(content.phrases, content.words, content.translations)

    def translations(self, language: Language, base: str) -> Sequence[Translation]:
        """The counterparts of a stem in the other languages."""
        return self._translations.get((language, base), ())

    def notions(self, one: Analysed) -> list[str]:
        """The notions that a passage names, once for each time it names them."""
        return [
            phrase.notion
            for language in Language
            for run in (one.text[language], one.context[language])
            for _, phrase in self._found(run, language)
        ]

    def _found(self, run: Sequence[str], language: Language) -> Iterator[tuple[int, Phrase]]:
        starts = self._starts[language]
        for at in [at for at, word in enumerate(run) if word in starts]:
            for phrase in starts[run[at]]:
                if tuple(run[at : at + len(phrase.stems)]) == phrase.stems:
                    yield at, phrase

    @cached_property
    def _forms(self) -> dict[Language, dict[str, list[str]]]:
        forms: dict[Language, dict[str, list[str]]] = {each: {} for each in Language}
        for spelling in self.spellings.values():
            for language, stem_ in zip(
                _languages(spelling.stems), spelling.stems * 3, strict=False
            ):
                forms[language].setdefault(stem_, []).append(spelling.folded)
        return forms

    def forms(self, language: Language, base: str) -> Sequence[str]:
        """The words of the texts, folded, that have this stem."""
        return self._forms[language].get(base, ())

    def beginning(self, start: str, most: int) -> list[str]:
        """The words of the texts, folded, that begin so; the first `most` of them."""
        first = bisect_left(self.sorted, start)
        last = bisect_left(self.sorted, start + "\uffff", lo=first)
        return self.sorted[first : min(last, first + most)]

    def phrases(self, notions: Iterable[str]) -> list[Phrase]:
        """The terms of these notions in all languages."""
        return [phrase for notion in notions for phrase in self._by_notion.get(notion, ())]

    def whole(self, run: Sequence[str], language: Language) -> list[Naming]:
        """The notions that whole terms among the stems of a text name."""
        return [
            Naming(at, at + len(phrase.stems) - 1, phrase.notion, 1.0)
            for at, phrase in self._found(run, language)
        ]

    def named(self, run: Sequence[str], language: Language) -> list[Naming]:
        """The notions that words of a query name: whole terms, and single words of longer terms."""
        found = self.whole(run, language)
        whole = {at for naming in found for at in range(naming.first, naming.last + 1)}
        for at, word in enumerate(run):
            if at not in whole:
                found += self._partly(at, word, language)
        return found

    def _partly(self, at: int, word: str, language: Language) -> Iterator[Naming]:
        for phrase in self._parts.get((language, word), ()):
            weights = {part: self._rarity.get((language, part), 1.0) for part in phrase.stems}
            yield Naming(at, at, phrase.notion, weights[word] / sum(weights.values()))


def _stems_of(folded: str) -> tuple[str, ...]:
    if folded.isascii():
        return (stem(folded, Language.EN),)
    return stem(folded, Language.RU), stem(folded, Language.KK)


def _languages(stems_: tuple[str, ...]) -> tuple[Language, ...]:
    """The languages of the stems of a spelling; a Latin word may stand in any text."""
    return tuple(Language) if len(stems_) == 1 else (Language.RU, Language.KK)


def _phrases(entry: Passage) -> Iterator[Phrase]:
    """The terms of a glossary entry; its context lists them, parted by semicolons."""
    for language in Language:
        for form in (entry.context.own(language) or "").split(";"):
            if run := stems(_BRACKETS.sub(" ", form), language):
                yield Phrase(language, tuple(run), entry.id)
