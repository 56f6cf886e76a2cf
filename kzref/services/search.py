"""The one search box: a citation to jump to, then places ranked for the words, in three languages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from kzref.engine.citations.citation import Citation
from kzref.engine.words.keyboard import digits_meant
from kzref.model.errors import DataError
from kzref.model.passage import Passage
from kzref.model.pinpoint import Pinpoint
from kzref.model.practice import EverydayWords
from kzref.model.reference import Citable
from kzref.model.text import Language, Text
from kzref.paths import user_data
from kzref.services.own.passages import JointShelf
from kzref.services.own.search import OwnSearch
from kzref.services.search_answer import Found, Hit, Jump, Suggestion
from kzref.services.search_clauses import ClauseMaker, Wording
from kzref.services.search_match import holds, is_about
from kzref.services.search_query import Query, read_query
from kzref.services.search_sections import weighed
from kzref.services.search_sources import CitationDesk, PassageShelf, RecordShelf, ReferenceShelf
from kzref.services.snippet import Marker, labelled
from kzref.store.analyzers import words
from kzref.store.index_building import build
from kzref.store.ranking import Clause, Filters, Ranker, Scored, Variant
from kzref.store.search_index import REFERENCES, SearchIndex, token

_SPARE = 5  # passages ranked for each hit wanted, since those of one place are one hit
_MOST_SUGGESTIONS = 8
_FEW = 3  # hits: with fewer, other words are offered
_CITED_BESIDE = 3  # places named beside words that are shown first
_POOL = 250  # passages that are weighed together, and in which a phrase is looked for


class Search:
    """Search over one edition. The index is opened by the first query, or by `warm`."""

    def __init__(
        self,
        shelf: ReferenceShelf,
        index_path: Path,
        citations: CitationDesk,
        rebuilt_path: Path | None = None,
        records: RecordShelf | None = None,
        own: OwnSearch | None = None,
    ) -> None:
        """Remember where everything is; nothing is opened yet.

        `rebuilt_path` is where `rebuild` writes: by default in the user's own folder.
        """
        self._records = records
        self._library = own
        self._joined = ""  # the state of the own library that the open index holds
        self._reference = shelf
        self._shelf: PassageShelf = JointShelf(shelf, own.passages) if own else shelf
        self._index_path = index_path
        self._rebuilt_path = rebuilt_path or user_data() / "index"
        self._citations = citations
        self._lock = Lock()

    @cached_property
    def _index(self) -> SearchIndex:
        """The index of the edition, with that of the user's own texts when there is one."""
        if self._library is None:
            return self._of_edition
        edition = self._shelf.meta["data"]
        self._joined = self._library.state(edition)
        return self._library.joined(self._of_edition, edition)

    @cached_property
    def _of_edition(self) -> SearchIndex:
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
        return ClauseMaker(self._index, self._reference.values(EverydayWords))

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
            self._forget("_of_edition", "_index", "_ranker", "_maker", "_known_homes")

    def take_in(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        """Index the user's own texts as they now are; searching goes on meanwhile without them.

        Raises:
            DataError: the index of the edition is of no use, or the new one cannot be written.
        """
        if self._library is None:
            return
        with self._lock:
            edition = self._of_edition
        self._library.refresh(edition, self._shelf.meta["data"], progress)
        with self._lock:
            self._forget("_index", "_ranker", "_maker", "_known_homes")

    def _forget(self, *opened: str) -> None:
        for name in opened:
            self.__dict__.pop(name, None)

    def _keep_in_step(self) -> bool:
        """Let go of own texts that have changed; whether some are not indexed yet."""
        if self._library is None:
            return False
        state = self._library.state(self._shelf.meta["data"])
        if state != self._joined:
            self._forget("_index", "_ranker", "_maker", "_known_homes")
        return bool(state) and self._index is self._of_edition

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
        with self._lock:
            missing = self._keep_in_step()
            query = self._maker.as_meant(read_query(digits_meant(typed), self._homes))
            filters = Filters(
                kinds=frozenset((*query.kinds, *kinds)),
                homes=frozenset(
                    (*query.homes, *(key for name in homes for key in self._homes(name)))
                ),
                as_of=query.as_of or as_of,
            )
            citation = self._citations.read(query.text, filters.as_of)
            found = self._find(query, citation, filters, language, limit)
            return replace(found, own_missing=missing)

    def _homes(self, name: str) -> tuple[str, ...]:
        """The acts and documents that a filter names: by the key, its beginning, or any of their names."""
        known = self._known_homes
        exact = [home for home in known if home.lower() == name.lower()]
        named = [home for home in self._citations.homes(name) if home in known]
        begun = [home for home in known if home.lower().startswith(name.lower())]
        return tuple(exact or named or begun)

    @cached_property
    def _known_homes(self) -> tuple[str, ...]:
        return tuple(sorted(home for home in set(self._index.cards.homes) if home))

    def _find(
        self, query: Query, citation: Citation, filters: Filters, language: Language, limit: int
    ) -> Found:
        wording = self._maker.make(query, citation)
        record = self._records.called(query.text, language) if self._records else None
        phrases = [piece.text for piece in query.pieces if piece.phrase and not piece.excluded]
        ranking = self._ranker.rank(wording.clauses, filters, limit=max(_POOL, limit * _SPARE))
        cards = self._index.cards
        ranked = weighed(ranking.best, cards.kinds, cards.places, words=len(query.pieces))
        cited = self._cited_first(citation, wording, filters)
        if record is not None:
            name = record[0].partition(":")[2]
            cited = [n for n, held in enumerate(cards.ids) if held == name]
        top = ranked[0].score if ranked else 0.0
        best = [
            *(Scored(number, top) for number in cited),
            *(scored for scored in ranked if scored.number not in cited),
        ]
        ids = [cards.ids[scored.number] for scored in best]
        places: dict[str, list[int]] = {}
        texts = self._shelf.passages(ids, Passage) if phrases else {}
        for at, scored in enumerate(best):
            if phrases and not holds(texts[ids[at]], phrases):
                continue
            places.setdefault(cards.places[scored.number], []).append(at)
        shown = list(places.values())[:limit]
        texts = self._shelf.passages([ids[group[0]] for group in shown], Passage)
        marker = Marker(wording, self._index.lexicon)
        hits = tuple(
            replace(
                self._hit(texts[ids[group[0]]], marker, language),
                score=round(best[group[0]].score, 3),
                others=tuple(ids[at] for at in group[1:]),
            )
            for group in shown
        )
        jump = self._jump(citation, record, language)
        return Found(
            query=query.text,
            jump=jump,
            candidates=() if jump or not citation.is_whole else _references(citation.candidates),
            cited=_beside(citation, (cards.places[number] for number in cited)),
            hits=hits,
            counts=ranking.counts,
            suggestions=self._suggestions(
                query, wording, citation, language, few=len(places) < _FEW
            ),
        )

    def _cited_first(self, citation: Citation, wording: Wording, filters: Filters) -> list[int]:
        """The passages of the cited places themselves, which come before those that cite them.

        A number without an act is a citation only where its article is about the words beside it.
        """
        if citation.nickname or (citation.guessed and not citation.is_whole):
            return []
        found: list[int] = []
        for place in (citation.candidates or citation.nearest)[:_CITED_BESIDE]:
            own = self._own(str(place), filters)
            if not (citation.named or citation.is_whole):
                texts = self._shelf.passages([self._index.cards.ids[n] for n in own], Passage)
                own = [n for n in own if is_about(texts[self._index.cards.ids[n]], wording)]
            found += own
        return found

    def _own(self, place: str, filters: Filters) -> list[int]:
        """The passages that stand at a place."""
        if " " not in place:
            return []
        clause = Clause(variants=(Variant(REFERENCES, token(place)),))
        cards = self._index.cards
        every = self._ranker.rank([clause], filters, limit=len(cards)).best
        return [scored.number for scored in every if cards.places[scored.number] == place]

    def _jump(
        self, citation: Citation, record: tuple[str, str] | None, language: Language
    ) -> Jump | None:
        if record is not None:
            return Jump(reference=record[0], citation=record[1])
        place = citation.one
        if place is None:
            return None
        reference = str(place)
        written = self._citations.write(reference, language)
        if isinstance(place, Pinpoint):
            return Jump(reference=reference, citation=written, instrument=place.key, eid=place.eid)
        return Jump(reference=reference, citation=written)

    def _hit(self, passage: Passage, marker: Marker, language: Language) -> Hit:
        return Hit(
            kind=passage.kind.value,
            id=passage.id,
            place=passage.place,
            title=labelled(passage.title, language),
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

    def _suggestions(
        self, query: Query, wording: Wording, citation: Citation, language: Language, *, few: bool
    ) -> tuple[Suggestion, ...]:
        """The query as it may have been meant, the nearest citations, other words where hits are few."""
        places = [("citation", place) for place in citation.nearest]
        if citation.one is not None:
            beside = self._citations.beside(query.text, citation.one)
            places += [("counterpart", place) for place in beside]
        spelling = self._index.lexicon.spelling
        meant = {typed: spelling(one) for typed, one in wording.meant.items()}
        shown = {typed: found.shown for typed, found in meant.items() if found}
        is_citation = bool(citation.candidates or citation.nearest) and not citation.rest
        spelled = [_respelled(query.text, shown)] if shown and not is_citation else []
        named: list[str] = []
        if few:
            spelled += [found.shown for close in wording.close if (found := spelling(close))]
            terms = self._shelf.passages(sorted(wording.notions), Passage).values()
            named = [own for term in terms for lang in Language if (own := term.title.own(lang))]
        offered = (
            *(Suggestion(kind="spelling", text=text) for text in dict.fromkeys(spelled)),
            *(
                Suggestion(
                    kind=kind,
                    text=self._citations.write(str(place), language),
                    reference=str(place),
                )
                for kind, place in places
            ),
            *(Suggestion(kind="term", text=text) for text in dict.fromkeys(named)),
        )
        return tuple(one for one in offered if one.text != query.text)[:_MOST_SUGGESTIONS]


def _references(places: Iterable[Citable]) -> tuple[str, ...]:
    return tuple(map(str, places))


def _beside(citation: Citation, first: Iterable[str]) -> tuple[str, ...]:
    """The cited places that came first though there are words beside them."""
    meant = set(_references(citation.candidates)) if citation.rest else set()
    return tuple(dict.fromkeys(place for place in first if place in meant))


def _respelled(text: str, meant: Mapping[str, str]) -> str:
    """The text with its unknown words as they may have been meant."""
    for word in reversed(words(text)):
        if word.text in meant:
            text = text[: word.start] + meant[word.text] + text[word.end :]
    return text
