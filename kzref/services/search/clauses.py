"""Turns a query into clauses for the ranking: stems, notions, mended spellings, beginnings of words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kzref.engine.citations.citation import Citation
from kzref.engine.words.keyboard import other_layouts
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.search.everyday_words import Everyday
from kzref.services.search.query import Piece, Query, read_query
from kzref.services.search.slips import nearest
from kzref.services.search.sounds import Sounds
from kzref.store.index.analyzers import STOP_WORDS, Word, stem, words
from kzref.store.index.lexicon import Spelling
from kzref.store.index.ranking import Clause, Variant
from kzref.store.index.search_index import (
    LONGEST_START,
    NOTIONS,
    REFERENCES,
    SHORTEST_START,
    STARTS,
    SearchIndex,
    token,
)

NOTION = 0.8  # weights: a notion that the word names, against the word itself
FEW_WORDS, LESS_BY_WORD, LESS_AT_MOST = 4, 0.05, 0.2  # and for words beyond so few
SEVERAL_WORDS = 0.6
EVERYDAY_RUN = 0.6  # a clause for several everyday words
PART_OF_NOTION = 0.3
TRANSLATED = 1.0
SHOWN = 0.4  # the least weight of a variant that is marked in the snippet
SURE_ENOUGH = 0.4
BEGINNING = 0.5
BEGUN = 0.1  # and whatever begins so, after the likeliest words: enough to be found
MENDED = 0.8
RARE = 2  # passages: a Latin word in no more of them may be a Cyrillic one
CITED = 1.5
MAYBE_CITED = 0.6
ACT_CITED = 0.3
WHOLLY_CITED, BESIDE_CITATION = 4.0, 0.3  # a query that is nothing but a citation, and its words
_ONE_SLIP, _TWO_SLIPS = 5, 9  # letters from which on a word may hold so many
_MOST_ENDINGS = 60
_LIKELY_ENDINGS = 8


@dataclass
class Wording:
    """How the words of a query were understood: for marking them, and for suggestions."""

    clauses: list[Clause] = field(default_factory=list)
    beginnings: set[str] = field(default_factory=set)
    notions: set[str] = field(default_factory=set)
    close: list[str] = field(default_factory=list)  # spellings that unknown words may have meant
    meant: dict[str, str] = field(default_factory=dict)  # unknown words and the likeliest of these

    @cached_property
    def stems(self) -> dict[Language, set[str]]:
        """The stems that were looked for in each language."""
        found: dict[Language, set[str]] = {language: set() for language in Language}
        for clause in self.clauses:
            for variant in () if clause.excluded else clause.variants:
                if variant.field in found and variant.weight >= SHOWN:
                    found[Language(variant.field)].add(variant.term)
        return found


class ClauseMaker:
    """Makes clauses with the words that an index knows."""

    def __init__(self, index: SearchIndex) -> None:
        """Use the lexicon and the terms of this index."""
        self.index = index
        self._everyday = Everyday(index.lexicon)

    def as_meant(self, query: Query) -> Query:
        """The query in another keyboard layout, when its words are known only there."""
        if self._known_share(query.text):
            return query
        typed = max(other_layouts(query.text), key=self._known_share, default=query.text)
        if not self._known_share(typed):
            return query
        meant = read_query(typed)
        return replace(query, text=meant.text, pieces=meant.pieces)

    def _known_share(self, text: str) -> float:
        """How many of the words of two letters and more the index knows."""
        found = [word for word in words(text) if len(word.text) > 1]
        known = [word for word in found if word.is_number or self._known(_variants(word))]
        return len(known) / len(found) if found else 0.0

    def make(self, query: Query, citation: Citation) -> Wording:
        """The clauses of a query and of what it cites."""
        wording = Wording()
        asked: list[tuple[Word, int]] = []  # with the number of its clause
        for piece in query.pieces:
            strict = piece.required or piece.excluded  # then only the word itself will do
            found = [word for word in words(piece.text) if not _is_idle(word)]
            for at, word in enumerate(found):
                unfinished = piece.unfinished and at == len(found) - 1
                clause = self._clause(word, wording, unfinished=unfinished, strict=strict)
                self._add(clause, piece, wording)
                if not strict:
                    asked.append((word, len(wording.clauses) - 1))
        self._add_notions(asked, wording)
        self._add_everyday(asked, wording)
        self._add_citation(citation, wording)
        return wording

    def _add(self, clause: Clause, piece: Piece, wording: Wording) -> None:
        if piece.instead and wording.clauses:
            _widen(wording, len(wording.clauses) - 1, clause.variants)
            return
        wording.clauses.append(replace(clause, required=piece.required, excluded=piece.excluded))

    def _clause(self, word: Word, wording: Wording, *, unfinished: bool, strict: bool) -> Clause:
        variants = self._known(_variants(word))
        if not strict:
            variants += self._translations(variants)
        if unfinished and not word.is_number:
            variants += self._beginnings(word, wording)
        if not variants and not (word.is_number or self._everyday.knows(word)):
            variants = self._mended(word, wording, unfinished=unfinished)
        elif not (strict or word.is_cyrillic or word.is_number) and self._is_rare(variants):
            variants += self._sounding(word)
        best: dict[tuple[str, str], Variant] = {}
        for variant in variants:
            held = best.get((variant.field, variant.term))
            if held is None or held.weight < variant.weight:
                best[variant.field, variant.term] = variant
        return Clause(variants=tuple(best.values()))

    def _is_rare(self, variants: Iterable[Variant]) -> bool:
        return all(self.index.frequency(v.field, v.term) <= RARE for v in variants)

    def _sounding(self, word: Word) -> list[Variant]:
        """Cyrillic words of that sound: `sud` stands somewhere in Latin letters, and means суд."""
        alike = (Word(spelled, 0, 0) for spelled in self._sounds.alike(word.text))
        found = (variant for meant in alike for variant in _variants(meant))
        return self._known(replace(variant, weight=MENDED) for variant in found)

    def _known(self, variants: Iterable[Variant]) -> list[Variant]:
        return [v for v in variants if self.index.frequency(v.field, v.term)]

    def _translations(self, variants: Iterable[Variant]) -> list[Variant]:
        return [
            Variant(pair.other.value, pair.meant, TRANSLATED * pair.sureness)
            for variant in variants
            for pair in self.index.lexicon.translations(Language(variant.field), variant.term)
        ]

    def _beginnings(self, word: Word, wording: Wording) -> list[Variant]:
        """The words that begin so; beyond the length of the indexed beginnings, by their stems."""
        if len(word.text) < SHORTEST_START:
            return []
        wording.beginnings.add(word.text)
        if len(word.text) <= LONGEST_START:
            likely = self.index.lexicon.commonest(word.text, _LIKELY_ENDINGS)
            return [*self._known([Variant(STARTS, word.text, BEGUN)]), *self._longer(likely)]
        return self._longer(self.index.lexicon.beginning(word.text, _MOST_ENDINGS))

    def _longer(self, spelled: Iterable[str]) -> list[Variant]:
        found: dict[tuple[str, str], Variant] = {}
        for longer in spelled:
            for variant in _variants(Word(longer, 0, 0)):
                found[variant.field, variant.term] = replace(variant, weight=BEGINNING)
        return self._known(found.values())

    def _mended(self, word: Word, wording: Wording, *, unfinished: bool) -> list[Variant]:
        """What an unknown word may have been meant to be: another layout, alphabet, or spelling."""
        lexicon = self.index.lexicon
        layouts = map(words, other_layouts(word.text))
        typed = [found[0].text for found in layouts if len(found) == 1]
        if known := [meant for meant in typed if lexicon.spelling(meant)]:
            return self._known(self._meant(word, known[:1], wording, weight=1.0))
        if not word.is_cyrillic and (alike := self._sounds.alike(word.text)):
            return self._known(self._meant(word, alike, wording, weight=1.0))
        close = self.close_words(word.text)
        if unfinished and not close:
            begun = [meant for meant in typed if len(meant) >= LONGEST_START]
            longer = [word for start in begun for word in lexicon.beginning(start, _MOST_ENDINGS)]
            longer += () if word.is_cyrillic else self._sounds.beginning(word.text)
            if variants := self._longer(longer[:_MOST_ENDINGS]):
                return variants
        close = close or self._sounds.close(word.text)
        return self._known(self._meant(word, close, wording, weight=MENDED))

    def _meant(
        self, word: Word, spelled: Sequence[str], wording: Wording, *, weight: float
    ) -> Iterator[Variant]:
        """The stems of the words that an unknown one may have meant."""
        wording.close += spelled
        if spelled:
            wording.meant[word.text] = spelled[0]
        for spelling in spelled:
            for variant in _variants(Word(spelling, 0, 0)):
                yield replace(variant, weight=weight)

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds(self.index.lexicon)

    def close_words(self, word: str) -> list[str]:
        """The spellings nearest to a folded word, commonest first among equals."""
        if len(word) < _ONE_SLIP:
            return []
        slips = 1 if len(word) < _TWO_SLIPS else 2
        lexicon = self.index.lexicon
        near = lexicon.of_length(range(len(word) - slips, len(word) + slips + 1))
        found = nearest(word, near, slips=slips, most=8)
        found.sort(key=lambda match: (match[1], -_passages(lexicon.spelling(match[0]))))
        fewest = found[0][1] if found else 0
        return [match[0] for match in found if match[1] == fewest][:4]

    def _add_notions(self, asked: Sequence[tuple[Word, int]], wording: Wording) -> None:
        """A notion named by one word is a variant of the word; by several, a clause of its own.

        In a long question each word says less of what is sought, and so do the notions.
        """
        whole = NOTION - min(LESS_AT_MOST, LESS_BY_WORD * max(0, len(asked) - FEW_WORDS))
        for language in Language:
            fitting = [(word, clause) for word, clause in asked if _fits(word, language)]
            run = [stem(word.text, language) for word, _ in fitting]
            for naming in self.index.lexicon.named(run, language):
                if naming.sureness < SURE_ENOUGH:
                    continue
                weight = whole if naming.sureness == 1 else PART_OF_NOTION * naming.sureness
                variant = Variant(NOTIONS, naming.notion, weight)
                first, last = fitting[naming.first][1], fitting[naming.last][1]
                if first == last:
                    _widen(wording, first, (variant,))
                elif naming.notion not in wording.notions:
                    wording.clauses.append(Clause(variants=(variant,), weight=SEVERAL_WORDS))
                wording.notions.add(naming.notion)

    def _add_everyday(self, asked: Sequence[tuple[Word, int]], wording: Wording) -> None:
        """Other words for the thing: variants of a word, or a clause where several words name it."""
        several: set[str] = set()
        for language in Language:
            fitting = [(word, clause) for word, clause in asked if _fits(word, language)]
            run = [stem(word.text, language) for word, _ in fitting]
            for meant in self._everyday.meant(run, language):
                variants = tuple(self._known(self._everyday.variants(meant.thing)))
                first, last = fitting[meant.first][1], fitting[meant.last][1]
                if first == last:
                    _widen(wording, first, variants)
                elif meant.thing not in several:
                    several.add(meant.thing)
                    wording.clauses.append(Clause(variants=variants, weight=EVERYDAY_RUN))

    def _add_citation(self, citation: Citation, wording: Wording) -> None:
        places = citation.candidates or citation.nearest
        if not places:
            return
        variants = tuple(Variant(REFERENCES, token(str(place))) for place in places)
        is_act = isinstance(places[0], Pinpoint) and places[0].article is None
        weight = MAYBE_CITED if citation.guessed or not citation.named else CITED
        if is_act:
            weight = ACT_CITED
        if citation.is_whole and not citation.nickname:
            weight = WHOLLY_CITED
            wording.clauses = [replace(c, weight=BESIDE_CITATION) for c in wording.clauses]
        wording.clauses.append(Clause(variants=variants, weight=weight))


def _widen(wording: Wording, at: int, variants: tuple[Variant, ...]) -> None:
    clause = wording.clauses[at]
    wording.clauses[at] = replace(clause, variants=clause.variants + variants)


def _is_idle(word: Word) -> bool:
    return any(word.text in stop for stop in STOP_WORDS.values())


def _fits(word: Word, language: Language) -> bool:
    return word.is_number or word.is_cyrillic == (language is not Language.EN)


def _variants(word: Word) -> Iterator[Variant]:
    """The stems of a word in each language that it may be of."""
    for language in Language:
        if language is not Language.EN or not word.is_cyrillic:
            yield Variant(language.value, stem(word.text, language))


def _passages(spelling: Spelling | None) -> int:
    return spelling.passages if spelling else 0
