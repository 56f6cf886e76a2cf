"""Ranks passages for a query: BM25 over whole posting lists, the best variants of each word counting.

A query is a list of clauses, one for each word, phrase or citation. A clause has variants: the
word's stem in each language, a mended spelling, the notion that it names. A passage earns the
best variants of each clause, and more for answering more of the clauses.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nlargest
from math import log
from typing import Generic, TypeVar

from kzref.model.text import Language
from kzref.store.index.analysed import TEXT_WEIGHT
from kzref.store.index.search_index import STARTS, SearchIndex

SATURATION, LENGTH_SHARE = 1.0, 0.4  # k1 and b of BM25
GOOD = 1 / 3  # of the best score: what counts as an answer when answers are counted
SECOND = 0.4  # how much the second best variant of a clause adds to the best
_KEPT, _KEPT_AT_MOST = 10, 100_000  # times the passages, and in a large library: some 10 MB at most
# what only a large library meets: weak variants in so many passages tell nothing, and a clause with
# so many passages only weighs those that rarer clauses have found
_COMMON_VARIANT, _COMMON_CLAUSE = 2_500, 5_000
_ENOUGH = 3  # times the wanted number of passages, found by rarer clauses
Key = TypeVar("Key")
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
    """The best passages of a query, and in how many places of each kind there are good ones."""

    best: tuple[Scored, ...]
    counts: dict[str, int]


class _Kept(Generic[Key]):
    """Values by passage that were worked out lately, up to so many in all."""

    def __init__(self, passages: int) -> None:
        self._most = min(_KEPT * passages, _KEPT_AT_MOST)
        self._held: dict[Key, Mapping[int, float]] = {}
        self._size = 0

    def get(self, key: Key) -> Mapping[int, float] | None:
        return self._held.get(key)

    def keep(self, key: Key, values: Mapping[int, float]) -> None:
        self._held[key] = values
        self._size += len(values)
        while self._size > self._most and len(self._held) > 1:
            oldest = next(iter(self._held))
            self._size -= len(self._held.pop(oldest))


class Ranker:
    """Ranks over one open index and remembers what it has read: a query grows letter by letter."""

    def __init__(self, index: SearchIndex) -> None:
        """Use this index."""
        self.index = index
        self._lists: _Kept[tuple[str, str]] = _Kept(len(index.cards))
        self._clauses: _Kept[tuple[tuple[Variant, ...], float]] = _Kept(len(index.cards))
        self._day: tuple[int, frozenset[int]] = (0, frozenset())

    def rank(self, clauses: Sequence[Clause], filters: Filters, *, limit: int) -> Ranking:
        """The `limit` best passages that pass the filters, best first."""
        scores: dict[int, float] = {}
        asked = [clause for clause in clauses if not clause.excluded]
        for clause in sorted(asked, key=self._passages):
            found = self._clause(clause)
            both = scores.keys() & found.keys()
            sums = [(number, scores[number] + found[number]) for number in both]
            if len(found) <= _COMMON_CLAUSE or len(scores) <= limit * _ENOUGH:
                scores |= found
            scores.update(sums)
        self._drop(scores, clauses, filters)
        floor = max(scores.values(), default=0.0) * GOOD
        kinds = self.index.cards.kinds
        good = [number for number, score in scores.items() if score >= floor]
        places = self.index.cards.places
        counts = dict(Counter({places[number]: kinds[number] for number in good}.values()))
        kept: Iterable[int] = good if len(good) >= limit and not filters.kinds else scores
        if filters.kinds:
            kept = [number for number in scores if kinds[number] in filters.kinds]
        best = nlargest(limit, kept, key=scores.__getitem__)
        return Ranking(tuple(Scored(number, scores[number]) for number in best), counts)

    def _drop(self, scores: dict[int, float], clauses: Iterable[Clause], filters: Filters) -> None:
        """Take out what a clause forbids or the filters do not let pass."""
        gone: set[int] = set()
        for clause in clauses:
            if clause.excluded:
                gone.update(self._clause(clause))
            elif clause.required:
                gone |= scores.keys() - self._clause(clause).keys()
        if filters.homes:
            homes = self.index.cards.homes
            gone.update(n for n in scores if homes[n] not in filters.homes)
        if filters.as_of is not None:
            gone |= self._not_in_force(filters.as_of.toordinal())
        for number in gone & scores.keys():
            del scores[number]

    def _not_in_force(self, day: int) -> frozenset[int]:
        """The passages that are not the law of a day; few, and the same for keystroke after keystroke."""
        if self._day[0] != day:
            self._day = day, frozenset(self.index.cards.not_in_force(day))
        return self._day[1]

    def _clause(self, clause: Clause) -> Mapping[int, float]:
        """What a clause is worth in each passage: its best variant there, and some of the second.

        A passage that answers a word in two languages, or by two words, answers it more surely.

        A variant is never rarer than the word itself: a stray Latin "court" in a Russian text
        must not outweigh the English texts that are full of courts.
        """
        key = (clause.variants, clause.weight)
        known = self._clauses.get(key)
        if known is not None:
            return known
        surest = max((variant.weight for variant in clause.variants), default=0.0)
        ceiling = self._rarity(self._passages(clause))
        found: dict[int, float] = {}
        second: dict[int, float] = {}
        get, get_second = found.get, second.get
        for variant in _different(clause.variants):
            if variant.weight < surest and self._frequency(variant) > _COMMON_VARIANT:
                continue
            rarity = min(self._rarity(self._frequency(variant)), ceiling)
            worth = rarity * variant.weight * clause.weight
            shares = self._shares(variant)
            if not found:
                found |= {number: share * worth for number, share in shares.items()}
                continue
            for number, share in shares.items():
                score = share * worth
                best = get(number)
                if best is None or score > best:
                    found[number] = score
                    score = best or 0.0
                if score > get_second(number, 0.0):
                    second[number] = score
        for number, score in second.items():
            found[number] += SECOND * score
        self._clauses.keep(key, found)
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

    def _shares(self, variant: Variant) -> Mapping[int, float]:
        """How much a term has of each passage that holds it: about 1, more where it is frequent."""
        key = (variant.field, variant.term)
        known = self._lists.get(key)
        if known is None:
            known = self._read(variant)
            self._lists.keep(key, known)
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
    def _norms(self) -> "list[array[float]]":
        """By language and passage: how much the length of a text dampens its words."""
        means = [mean or 1.0 for mean in self.index.mean_lengths]
        return [
            array(
                "d",
                (SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * n / mean) for n in lengths),
            )
            for lengths, mean in zip(self.index.cards.lengths, means, strict=True)
        ]


def _different(variants: Iterable[Variant]) -> Iterable[Variant]:
    """Each term once, with the most that it weighs: said twice it is no second answer."""
    strongest: dict[tuple[str, str], Variant] = {}
    for variant in variants:
        held = strongest.get((variant.field, variant.term))
        if held is None or held.weight < variant.weight:
            strongest[variant.field, variant.term] = variant
    return strongest.values()
