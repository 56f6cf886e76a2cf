"""What else to try: the query as it may have been meant, the nearest citations, other words."""

from collections.abc import Iterable, Mapping

from kzref.engine.citations.citation import Citation
from kzref.model.passage import Passage
from kzref.model.text import Language
from kzref.services.search.answer import Suggestion
from kzref.services.search.clauses import Wording
from kzref.services.search.query import Query
from kzref.services.search.sources import CitationDesk, PassageShelf
from kzref.store.index.analyzers import words
from kzref.store.index.lexicon import Lexicon

_MOST = 8


class Suggestions:
    """Makes the suggestions for one query."""

    def __init__(
        self, lexicon: Lexicon, citations: CitationDesk, shelf: PassageShelf, language: Language
    ) -> None:
        """Use the words of the index, and say places in this language."""
        self._lexicon, self._citations, self._shelf = lexicon, citations, shelf
        self._language = language

    def of(
        self, query: Query, wording: Wording, citation: Citation, *, few: bool
    ) -> tuple[Suggestion, ...]:
        """The suggestions; other words are among them where there are few hits."""
        spelled = self._respelled(query, wording, citation)
        named: Iterable[str] = ()
        if few:
            spelled += self._shown(wording.close)
            named = self._terms(wording)
        found = (
            *(Suggestion(kind="spelling", text=text) for text in dict.fromkeys(spelled)),
            *self._places(query, citation),
            *(Suggestion(kind="term", text=text) for text in dict.fromkeys(named)),
        )
        return tuple(one for one in found if one.text != query.text)[:_MOST]

    def _respelled(self, query: Query, wording: Wording, citation: Citation) -> list[str]:
        """The query without its slips; none where it is nothing but a citation."""
        if (citation.candidates or citation.nearest) and not citation.rest:
            return []
        meant = {typed: self._shown([one]) for typed, one in wording.meant.items()}
        shown = {typed: found[0] for typed, found in meant.items() if found}
        return [_respelled(query.text, shown)] if shown else []

    def _shown(self, folded: Iterable[str]) -> list[str]:
        """Words as the texts show them."""
        found = map(self._lexicon.spelling, folded)
        return [spelling.shown for spelling in found if spelling is not None]

    def _terms(self, wording: Wording) -> Iterable[str]:
        """The names of the notions that were meant, in every language."""
        terms = self._shelf.passages(sorted(wording.notions), Passage).values()
        return [own for term in terms for lang in Language if (own := term.title.own(lang))]

    def _places(self, query: Query, citation: Citation) -> Iterable[Suggestion]:
        """The nearest citations that exist, and where else the cited place may stand."""
        places = [("citation", place) for place in citation.nearest]
        if citation.one is not None:
            beside = self._citations.beside(query.text, citation.one)
            places += [("counterpart", place) for place in beside]
        for kind, place in places:
            written = self._citations.write(str(place), self._language)
            yield Suggestion(kind=kind, text=written, reference=str(place))


def _respelled(text: str, meant: Mapping[str, str]) -> str:
    """The text with its unknown words as they may have been meant."""
    for word in reversed(words(text)):
        if word.text in meant:
            text = text[: word.start] + meant[word.text] + text[word.end :]
    return text
