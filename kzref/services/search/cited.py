"""The passages of the places that a query cites, which come before all that the words find."""

from collections.abc import Iterable

from kzref.engine.citations.citation import Citation
from kzref.model.passage import Passage
from kzref.services.search.clauses import Wording
from kzref.services.search.match import is_about
from kzref.services.search.sources import PassageShelf
from kzref.store.index.ranking import Clause, Filters, Ranker, Variant
from kzref.store.index.search_index import REFERENCES, token

_BESIDE = 3  # places named beside words that are shown first


def cited_first(
    citation: Citation, wording: Wording, filters: Filters, ranker: Ranker, shelf: PassageShelf
) -> list[int]:
    """The passages of the cited places themselves, before those that cite them.

    A number without an act is a citation only where its article is about the words beside it.
    """
    if citation.nickname or (citation.guessed and not citation.is_whole):
        return []
    ids = ranker.index.cards.ids
    found: list[int] = []
    for place in (citation.candidates or citation.nearest)[:_BESIDE]:
        own = _standing_at(str(place), filters, ranker)
        if not (citation.named or citation.is_whole):
            texts = shelf.passages([ids[number] for number in own], Passage)
            own = [number for number in own if is_about(texts[ids[number]], wording)]
        found += own
    return found


def _standing_at(place: str, filters: Filters, ranker: Ranker) -> list[int]:
    if " " not in place:
        return []
    places = ranker.index.cards.places
    clause = Clause(variants=(Variant(REFERENCES, token(place)),))
    every = ranker.rank([clause], filters, limit=len(places)).best
    return [scored.number for scored in every if places[scored.number] == place]


def named_beside(citation: Citation, first: Iterable[str]) -> tuple[str, ...]:
    """The cited places that came first though there are words beside them."""
    meant = set(map(str, citation.candidates)) if citation.rest else set()
    return tuple(dict.fromkeys(place for place in first if place in meant))
