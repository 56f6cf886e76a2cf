"""The one search box: a citation to jump to, then places ranked for the words, in three languages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

from kzref.engine.citation import Citation
from kzref.model.errors import DataError
from kzref.model.passage import Passage
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable
from kzref.model.text import Language, Text
from kzref.paths import user_data
from kzref.services.search_clauses import ClauseMaker, Wording
from kzref.services.search_query import Query, read_query
from kzref.services.snippet import Marker
from kzref.store.analyzers import stems
from kzref.store.ranking import Filters, Ranker
from kzref.store.search_index import SearchIndex, build

_SPARE = 5  # passages ranked for each hit wanted, since those of one place are one hit
_MOST_SUGGESTIONS = 8
_PHRASE_POOL = 400  # passages in which a phrase is looked for


class PassageShelf(Protocol):
    """Where the texts of passages are kept: the reference database."""

    meta: dict[str, str]

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        """Passages by id."""

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        """All passages, in order."""


class CitationDesk(Protocol):
    """Reads and writes citations."""

    def read(self, text: str, as_of: date | None = None) -> Citation:
        """What a text cites."""

    def write(self, reference: str, language: Language) -> str:
        """A reference in the citation form of a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """The one place that the query cites."""

    reference: str
    citation: str
    instrument: str | None = None
    eid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place that answers, told by its best passage; `others` are its further passages."""

    kind: str
    id: str
    place: str
    title: str
    citation: str
    document: str | None
    section: str | None
    paragraph: str | None
    snippet: str
    score: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to a query.

    `candidates` are the references that an ambiguous citation may mean; `counts` tells how many
    good passages there are of each kind; `suggestions` are queries to try when nothing was found.
    """

    query: str
    jump: Jump | None = None
    candidates: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()


class Search:
    """Search over one edition. The index is opened by the first query, or by `warm`."""

    def __init__(
        self,
        shelf: PassageShelf,
        index_path: Path,
        citations: CitationDesk,
        rebuilt_path: Path | None = None,
    ) -> None:
        """Remember where everything is; nothing is opened yet.

        `rebuilt_path` is where `rebuild` writes: by default in the user's own folder.
        """
        self._shelf = shelf
        self._index_path = index_path
        self._rebuilt_path = rebuilt_path or user_data() / "index"
        self._citations = citations
        self._lock = Lock()

    @cached_property
    def _index(self) -> SearchIndex:
        edition = self._shelf.meta["data"]
        try:
            return SearchIndex(self._index_path, edition=edition)
        except DataError:
            if self._rebuilt_path.is_dir():
                return SearchIndex(self._rebuilt_path, edition=edition)
            raise

    @cached_property
    def _ranker(self) -> Ranker:
        return Ranker(self._index)

    @cached_property
    def _maker(self) -> ClauseMaker:
        return ClauseMaker(self._index)

    def warm(self) -> None:
        """Open the index now, so that the first query finds it open.

        Raises:
            DataError: it is missing, damaged or of another edition.
        """
        self.find("131")

    def rebuild(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        """Build the index anew from the database, when the one that came with it is of no use."""
        with self._lock:
            every = self._shelf.every_passage(Passage)
            edition = self._shelf.meta["data"]
            build(self._rebuilt_path, every, edition=edition, progress=progress)
            for opened in ("_index", "_ranker", "_maker"):
                self.__dict__.pop(opened, None)

    def whole(self, passage_id: str) -> Text:
        """The whole text of a passage that was found; empty when the edition has none of that id."""
        passage = self._shelf.passages([passage_id], Passage).get(passage_id)
        return passage.text if passage is not None else Text()

    def find(
        self,
        typed: str,
        *,
        language: Language = Language.RU,
        as_of: date | None = None,
        kinds: Iterable[str] = (),
        homes: Iterable[str] = (),
        limit: int = 20,
    ) -> Found:
        """What answers the query, told in the reader's language.

        `as_of` leaves out provisions that were not in force on that day; `kinds` are kinds of
        passages, `homes` keys of acts and ids of documents.

        Raises:
            DataError: the index is missing, damaged or of another edition.
        """
        query = read_query(typed)
        filters = Filters(
            kinds=frozenset((*query.kinds, *kinds)),
            homes=frozenset((*query.homes, *homes)),
            as_of=query.as_of or as_of,
        )
        citation = self._citations.read(query.text, filters.as_of)
        with self._lock:
            query = self._maker.as_meant(query)
            filters = replace(filters, homes=self._homes(filters.homes))
            return self._find(query, citation, filters, language, limit)

    def _homes(self, named: frozenset[str]) -> frozenset[str]:
        """The acts and documents whose keys are or begin so: `cpc`, `ngo`."""
        if not named:
            return frozenset()
        known = {card.home for card in self._index.cards}
        exact = {home for name in named for home in known if home.lower() == name.lower()}
        begun = {home for name in named for home in known if home.lower().startswith(name.lower())}
        return frozenset(exact or begun)

    def _find(
        self, query: Query, citation: Citation, filters: Filters, language: Language, limit: int
    ) -> Found:
        wording = self._maker.make(query, citation)
        phrases = [piece.text for piece in query.pieces if piece.phrase and not piece.excluded]
        pool = _PHRASE_POOL if phrases else limit * _SPARE
        ranking = self._ranker.rank(wording.clauses, filters, limit=pool)
        cards = self._index.cards
        ids = [cards[scored.number].id for scored in ranking.best]
        places: dict[str, list[int]] = {}
        texts = self._shelf.passages(ids, Passage) if phrases else {}
        for at, scored in enumerate(ranking.best):
            if phrases and not _holds(texts[ids[at]], phrases):
                continue
            places.setdefault(cards[scored.number].place, []).append(at)
        shown = list(places.values())[:limit]
        texts = self._shelf.passages([ids[group[0]] for group in shown], Passage)
        marker = Marker(wording, self._index.lexicon)
        hits = tuple(
            replace(
                self._hit(texts[ids[group[0]]], marker, language),
                score=round(ranking.best[group[0]].score, 3),
                others=tuple(ids[at] for at in group[1:]),
            )
            for group in shown
        )
        jump, candidates = self._jump(citation, language)
        return Found(
            query=query.text,
            jump=jump,
            candidates=candidates,
            hits=hits,
            counts=ranking.counts,
            suggestions=() if hits else self._suggestions(wording, citation),
        )

    def _jump(self, citation: Citation, language: Language) -> tuple[Jump | None, tuple[str, ...]]:
        if not citation.is_whole:
            return None, ()
        if len(citation.candidates) > 1:
            return None, tuple(str(place) for place in citation.candidates)
        place: Citable = citation.candidates[0]
        reference = str(place)
        written = self._citations.write(reference, language)
        if isinstance(place, Pinpoint):
            jump = Jump(reference=reference, citation=written, instrument=place.key, eid=place.eid)
        else:
            jump = Jump(reference=reference, citation=written)
        return jump, ()

    def _hit(self, passage: Passage, marker: Marker, language: Language) -> Hit:
        return Hit(
            kind=passage.kind.value,
            id=passage.id,
            place=passage.place,
            title=passage.title[language],
            citation=self._cited(passage, language),
            document=passage.document,
            section=passage.section,
            paragraph=passage.paragraph,
            snippet=marker.snippet(passage, language),
            score=0.0,
        )

    def _cited(self, passage: Passage, language: Language) -> str:
        """How the place is cited; by its name where it is no place of an act or document."""
        if passage.instrument is None and passage.document is None:
            return passage.title[language]
        return self._citations.write(passage.place, language)

    def _suggestions(self, wording: Wording, citation: Citation) -> tuple[str, ...]:
        """Close spellings, the terms of the notions in every language, the nearest citations."""
        spellings = self._index.lexicon.spellings
        words = [spellings[close].shown for close in wording.close if close in spellings]
        terms = self._shelf.passages(sorted(wording.notions), Passage).values()
        named = [own for term in terms for lang in Language if (own := term.title.own(lang))]
        nearest = [str(place) for place in citation.nearest]
        return tuple(dict.fromkeys([*words, *named, *nearest]))[:_MOST_SUGGESTIONS]


def _holds(passage: Passage, phrases: Sequence[str]) -> bool:
    """Whether all phrases stand in the passage word for word (endings aside) in one language."""
    for language in Language:
        text = passage.text.own(language)
        run = " ".join(["", *stems(text or "", language), ""])
        wanted = [" ".join(["", *stems(phrase, language), ""]) for phrase in phrases]
        if text and all(phrase in run for phrase in wanted):
            return True
    return False
