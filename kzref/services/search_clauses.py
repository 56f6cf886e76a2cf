"""Turns a query into clauses for the ranking: stems, notions, mended spellings, beginnings of words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kzref.engine.citation import Citation
from kzref.engine.keyboard import other_layouts
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.search_query import Piece, Query
from kzref.store.analyzers import STOP_WORDS, Word, stem, words
from kzref.store.ranking import Clause, Variant
from kzref.store.search_index import (
    LONGEST_START,
    NOTIONS,
    REFERENCES,
    SHORTEST_START,
    STARTS,
    SearchIndex,
    token,
)

NOTION = 0.5  # weights: a notion that the word names, against the word itself
PART_OF_NOTION = 0.3
SURE_ENOUGH = 0.4
BEGINNING = 0.5
MENDED = 0.8
CITED = 1.5
MAYBE_CITED = 0.3
_ONE_SLIP, _TWO_SLIPS = 5, 9  # letters from which on a word may hold so many
_MOST_ENDINGS = 60


@dataclass
class Wording:
    """How the words of a query were understood: for marking them, and for suggestions."""

    clauses: list[Clause] = field(default_factory=list)
    beginnings: set[str] = field(default_factory=set)
    notions: set[str] = field(default_factory=set)
    close: list[str] = field(default_factory=list)  # spellings that unknown words may have meant

    @cached_property
    def stems(self) -> dict[Language, set[str]]:
        """The stems that were looked for in each language."""
        found: dict[Language, set[str]] = {language: set() for language in Language}
        for clause in self.clauses:
            for variant in () if clause.excluded else clause.variants:
                if variant.field in found:
                    found[Language(variant.field)].add(variant.term)
        return found


class ClauseMaker:
    """Makes clauses with the words that an index knows."""

    def __init__(self, index: SearchIndex) -> None:
        """Use the lexicon and the terms of this index."""
        self.index = index

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.index.lexicon.spellings)

    def make(self, query: Query, citation: Citation) -> Wording:
        """The clauses of a query and of what it cites."""
        wording = Wording()
        plain: list[Word] = []
        for piece in query.pieces:
            found = [word for word in words(piece.text) if not _is_idle(word)]
            for at, word in enumerate(found):
                last = at == len(found) - 1
                clause = self._clause(word, wording, unfinished=piece.unfinished and last)
                self._add(clause, piece, wording)
            if not piece.excluded:
                plain += found
        self._add_notions(plain, wording)
        self._add_citation(citation, wording)
        return wording

    def _add(self, clause: Clause, piece: Piece, wording: Wording) -> None:
        if piece.instead and wording.clauses:
            before = wording.clauses[-1]
            wording.clauses[-1] = replace(before, variants=before.variants + clause.variants)
            return
        wording.clauses.append(replace(clause, required=piece.required, excluded=piece.excluded))

    def _clause(self, word: Word, wording: Wording, *, unfinished: bool) -> Clause:
        variants = self._known(_variants(word))
        if unfinished and not word.is_number:
            variants += self._beginnings(word, wording)
        if not variants and not word.is_number:
            variants = self._mended(word, wording)
        return Clause(variants=tuple(variants))

    def _known(self, variants: Iterable[Variant]) -> list[Variant]:
        return [v for v in variants if self.index.frequency(v.field, v.term)]

    def _beginnings(self, word: Word, wording: Wording) -> list[Variant]:
        """The words that begin so; beyond the length of the indexed beginnings, by their stems."""
        if len(word.text) < SHORTEST_START:
            return []
        wording.beginnings.add(word.text)
        if len(word.text) <= LONGEST_START:
            return self._known([Variant(STARTS, word.text, BEGINNING)])
        first = bisect_left(self._sorted, word.text)
        found: dict[tuple[str, str], Variant] = {}
        for longer in self._sorted[first : first + _MOST_ENDINGS]:
            if not longer.startswith(word.text):
                break
            for variant in _variants(Word(longer, 0, 0)):
                found[variant.field, variant.term] = replace(variant, weight=BEGINNING)
        return self._known(found.values())

    def _mended(self, word: Word, wording: Wording) -> list[Variant]:
        """What an unknown word may have been meant to be: another layout, else close spellings."""
        for typed in other_layouts(word.text):
            for meant in words(typed):
                if meant.text in self.index.lexicon.spellings:
                    wording.close.append(meant.text)
                    return self._known(_variants(meant))
        close = self.close_words(word.text)
        wording.close += close
        found = []
        for spelling in close:
            found += [
                replace(variant, weight=MENDED) for variant in _variants(Word(spelling, 0, 0))
            ]
        return self._known(found)

    def close_words(self, word: str) -> tuple[str, ...]:
        """The spellings nearest to a folded word, commonest first among equals."""
        if len(word) < _ONE_SLIP:
            return ()
        slips = 1 if len(word) < _TWO_SLIPS else 2
        found = process.extract(
            word, self._sorted, scorer=OSA.distance, score_cutoff=slips, limit=8
        )
        spellings = self.index.lexicon.spellings
        found.sort(key=lambda match: (match[1], -spellings[match[0]].passages))
        nearest = found[0][1] if found else 0
        return tuple(match[0] for match in found if match[1] == nearest)[:4]

    def _add_notions(self, plain: Sequence[Word], wording: Wording) -> None:
        for language in Language:
            fitting = [word for word in plain if _fits(word, language)]
            run = [stem(word.text, language) for word in fitting]
            for naming in self.index.lexicon.named(run, language):
                if naming.sureness < SURE_ENOUGH:
                    continue
                weight = NOTION if naming.sureness == 1 else PART_OF_NOTION * naming.sureness
                wording.notions.add(naming.notion)
                wording.clauses.append(
                    Clause(variants=(Variant(NOTIONS, naming.notion),), weight=weight)
                )

    def _add_citation(self, citation: Citation, wording: Wording) -> None:
        places = citation.candidates or citation.nearest
        if not places:
            return
        variants = tuple(Variant(REFERENCES, token(str(place))) for place in places)
        is_act = isinstance(places[0], Pinpoint) and places[0].article is None
        weight = CITED if citation.named and not is_act else MAYBE_CITED
        wording.clauses.append(Clause(variants=variants, weight=weight))


def _is_idle(word: Word) -> bool:
    return any(word.text in stop for stop in STOP_WORDS.values())


def _fits(word: Word, language: Language) -> bool:
    return word.is_number or word.is_cyrillic == (language is not Language.EN)


def _variants(word: Word) -> Iterator[Variant]:
    """The stems of a word in each language that it may be of."""
    for language in Language:
        if language is not Language.EN or not word.is_cyrillic:
            yield Variant(language.value, stem(word.text, language))
