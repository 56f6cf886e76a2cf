"""Ranks passages for a query: BM25 over whole posting lists, the best variant of each word counting.

A query is a list of clauses, one for each word, phrase or citation. A clause has variants: the
word's stem in each language, a mended spelling, the notion that it names. A passage earns the
best variant of each clause, and more for answering more of the clauses.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nlargest
from math import log

from kzref.model.text import Language
from kzref.store.analysed import TEXT_WEIGHT
from kzref.store.search_index import STARTS, SearchIndex

SATURATION, LENGTH_SHARE = 1.0, 0.4  # k1 and b of BM25
GOOD = 1 / 3  # of the best score: what counts as an answer when answers are counted
_KEPT_POSTINGS = 600_000
# what only a large library meets: weak variants in so many passages tell nothing, and a clause with
# so many passages only weighs those that rarer clauses have found
_COMMON_VARIANT, _COMMON_CLAUSE = 2_500, 5_000
_ENOUGH = 3  # times the wanted number of passages, found by rarer clauses
_FIELDS = {language.value: at for at, language in enumerate(Language)}


@dataclass(frozen=True, slots=True)
class Variant:
    """A term of the index that stands for a word of the query; weight 1 is the word itself."""

    field: str
    term: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A word of a query and the variants by which it is looked for."""

    variants: tuple[Variant, ...]
    weight: float = 1.0
    required: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a hit must be; empty: anything."""

    kinds: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage by its number in the index, and its score."""

    number: int
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best passages of a query, and how many there are of each kind."""

    best: tuple[Scored, ...]
    counts: dict[str, int]


def _add(scores: dict[int, float], found: Mapping[int, float]) -> None:
    if not scores:
        scores.update(found)
        return
    get = scores.get
    for number, score in found.items():
        scores[number] = get(number, 0.0) + score


class Ranker:
    """Ranks over one open index and remembers the posting lists it has read."""

    def __init__(self, index: SearchIndex) -> None:
        """Use this index."""
        self.index = index
        self._known: dict[tuple[str, str], dict[int, float]] = {}
        self._held = 0

    def rank(self, clauses: Sequence[Clause], filters: Filters, *, limit: int) -> Ranking:
        """The `limit` best passages that pass the filters, best first."""
        scores: dict[int, float] = {}
        asked = [clause for clause in clauses if not clause.excluded]
        for clause in sorted(asked, key=self._passages):
            found = self._clause(clause)
            if len(found) > _COMMON_CLAUSE and len(scores) > limit * _ENOUGH:
                found = {number: found[number] for number in scores if number in found}
            _add(scores, found)
        numbers: Iterable[int] = scores
        for clause in clauses:
            if clause.required or clause.excluded:
                holding = self._clause(clause).keys()
                numbers = [n for n in numbers if (n in holding) is clause.required]
        kept = list(self._passing(numbers, filters))
        counts = self._count(kept, scores)
        if filters.kinds:
            kept = [n for n in kept if self.index.cards[n].kind in filters.kinds]
        best = nlargest(limit, kept, key=scores.__getitem__)
        return Ranking(tuple(Scored(number, scores[number]) for number in best), counts)

    def _count(self, kept: Sequence[int], scores: Mapping[int, float]) -> dict[str, int]:
        """The good passages of each kind, also of kinds that are filtered out."""
        floor = max(map(scores.__getitem__, kept), default=0.0) * GOOD
        cards = self.index.cards
        return dict(Counter(cards[number].kind for number in kept if scores[number] >= floor))

    def _passing(self, numbers: Iterable[int], filters: Filters) -> Iterable[int]:
        cards = self.index.cards
        if filters.homes:
            numbers = [n for n in numbers if cards[n].home in filters.homes]
        if filters.as_of is not None:
            day = filters.as_of.toordinal()
            numbers = [n for n in numbers if cards[n].start <= day < (cards[n].until or day + 1)]
        return numbers

    def _clause(self, clause: Clause) -> dict[int, float]:
        """What a clause is worth in each passage: its best variant there.

        A variant is never rarer than the word itself: a stray Latin "court" in a Russian text
        must not outweigh the English texts that are full of courts.
        """
        surest = max((variant.weight for variant in clause.variants), default=0.0)
        ceiling = self._rarity(self._passages(clause))
        found: dict[int, float] = {}
        get = found.get
        for variant in clause.variants:
            if variant.weight < surest and self._frequency(variant) > _COMMON_VARIANT:
                continue
            rarity = min(self._rarity(self._frequency(variant)), ceiling)
            worth = rarity * variant.weight * clause.weight
            if not found:
                found |= {number: share * worth for number, share in self._shares(variant).items()}
                continue
            for number, share in self._shares(variant).items():
                score = share * worth
                if score > get(number, 0.0):
                    found[number] = score
        return found

    def _passages(self, clause: Clause) -> int:
        """In how many passages the word itself stands, in the language where it is commonest."""
        surest = max((variant.weight for variant in clause.variants), default=0.0)
        counts = [self._frequency(v) for v in clause.variants if v.weight == surest]
        return max(counts, default=0)

    def _frequency(self, variant: Variant) -> int:
        return self.index.frequency(variant.field, variant.term)

    def _rarity(self, frequency: int) -> float:
        """Less for what stands in more passages (BM25's idf)."""
        return log(1 + (len(self.index.cards) - frequency + 0.5) / (frequency + 0.5))

    def _shares(self, variant: Variant) -> dict[int, float]:
        """How much a term has of each passage that holds it: about 1, more where it is frequent."""
        key = (variant.field, variant.term)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(variant)
            self._held += len(known)
            while self._held > _KEPT_POSTINGS and len(self._known) > 1:
                oldest = next(iter(self._known))
                self._held -= len(self._known.pop(oldest))
        return known

    def _read(self, variant: Variant) -> dict[int, float]:
        numbers, counts = self.index.postings(variant.field, variant.term)
        if variant.field == STARTS:
            return dict.fromkeys(numbers, 1.0)
        top = SATURATION + 1
        at = _FIELDS.get(variant.field)
        if at is None:
            shares = [count * top / (count + SATURATION) for count in counts]
        else:
            norms = self._norms[at]
            shares = [
                count * top / (count + norms[number] * TEXT_WEIGHT)
                for number, count in zip(numbers, counts, strict=True)
            ]
        return dict(zip(numbers, shares, strict=True))

    @cached_property
    def _norms(self) -> list[list[float]]:
        """By language and passage: how much the length of a text dampens its words."""
        means = [mean or 1.0 for mean in self.index.mean_lengths]
        return [
            [
                SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * card.lengths[at] / mean)
                for card in self.index.cards
            ]
            for at, mean in enumerate(means)
        ]
