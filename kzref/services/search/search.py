"""The one search box: a citation to jump to, then places ranked for the words, in three languages."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kzref.engine.citations.citation import Citation
from kzref.engine.words.keyboard import digits_meant
from kzref.model.passage import Passage
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import Citable
from kzref.model.text import Language, Text
from kzref.paths import user_data
from kzref.services.own.passages import JointShelf
from kzref.services.own.search import OwnSearch
from kzref.services.search.answer import Found, Hit, Jump
from kzref.services.search.cited import cited_first, named_beside
from kzref.services.search.match import holds
from kzref.services.search.opened import Opened
from kzref.services.search.query import Query, read_query
from kzref.services.search.sections import weighed
from kzref.services.search.snippet import Marker, labelled
from kzref.services.search.sources import CitationDesk, PassageShelf, RecordShelf, ReferenceShelf
from kzref.services.search.suggestions import Suggestions
from kzref.store.index.ranking import Filters, Scored

_SPARE = 5  # passages ranked for each hit wanted, since those of one place are one hit
_FEW = 3  # hits: with fewer, other words are offered
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
        self._shelf: PassageShelf = JointShelf(shelf, own.passages) if own else shelf
        self._citations = citations
        self.opened = Opened(shelf, index_path, rebuilt_path or user_data() / "index", own)

    def warm(self) -> None:
        """Open the index now, so that the first query finds it open.

        Raises:
            DataError: it is missing, damaged or of another edition.
        """
        self.find("131")

    def rebuild(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        """Build the index anew from the database, when the one that came with it is of no use."""
        self.opened.rebuild(progress)

    def take_in(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        """Index the user's own texts as they now are; searching goes on meanwhile without them.

        Raises:
            DataError: the index of the edition is of no use, or the new one cannot be written.
        """
        self.opened.take_in(progress)

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
        with self.opened.lock:
            missing = self.opened.keep_in_step()
            query = self.opened.maker.as_meant(read_query(digits_meant(typed), self._homes))
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
        known = self.opened.homes
        exact = [home for home in known if home.lower() == name.lower()]
        named = [home for home in self._citations.homes(name) if home in known]
        begun = [home for home in known if home.lower().startswith(name.lower())]
        return tuple(exact or named or begun)

    def _find(
        self, query: Query, citation: Citation, filters: Filters, language: Language, limit: int
    ) -> Found:
        wording = self.opened.maker.make(query, citation)
        record = self._records.called(query.text, language) if self._records else None
        phrases = [piece.text for piece in query.pieces if piece.phrase and not piece.excluded]
        ranking = self.opened.ranker.rank(
            wording.clauses, filters, limit=max(_POOL, limit * _SPARE)
        )
        cards = self.opened.index.cards
        ranked = weighed(ranking.best, cards.kinds, cards.places, words=len(query.pieces))
        cited = cited_first(citation, wording, filters, self.opened.ranker, self._shelf)
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
        stands_in = Counter(cards.kinds[best[group[0]].number] for group in places.values())
        shown = list(places.values())[:limit]
        texts = self._shelf.passages([ids[group[0]] for group in shown], Passage)
        lexicon = self.opened.index.lexicon
        marker = Marker(wording, lexicon)
        hits = tuple(
            replace(
                self._hit(texts[ids[group[0]]], marker, language),
                score=round(best[group[0]].score, 3),
                others=tuple(ids[at] for at in group[1:]),
            )
            for group in shown
        )
        suggestions = Suggestions(lexicon, self._citations, self._shelf, language)
        jump = self._jump(citation, record, language)
        return Found(
            query=query.text,
            jump=jump,
            candidates=() if jump or not citation.is_whole else _references(citation.candidates),
            cited=named_beside(citation, (cards.places[number] for number in cited)),
            hits=hits,
            counts=dict(stands_in) if phrases else ranking.counts,
            suggestions=suggestions.of(query, wording, citation, few=len(places) < _FEW),
        )

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


def _references(places: Iterable[Citable]) -> tuple[str, ...]:
    return tuple(map(str, places))
