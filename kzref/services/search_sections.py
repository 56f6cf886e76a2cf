"""Weighs paragraphs of documents by their surroundings: a question is seldom answered by one alone.

Measured on three sets of questions (`tests/bench/search_quality.py`): of all paragraphs that answer,
more come among the first three and ten hits when the best of their section lend them weight.
"""

from collections.abc import Iterable, Mapping, Sequence

from kzref.model.passage import PassageKind
from kzref.store.ranking import Scored
from kzref.store.search_index import Card

_SECTION = 0.23  # how much of a score comes from the best paragraphs of the section
_BEST = 3  # of them
_WORD, _QUESTION = 1, 3  # words: so few ask for a word, more than these ask a question
_TERM_BESIDE_WORDS, _TERM = 0.85, 0.65
_FOOTNOTE, _BULLET = 0.85, 0.95  # what stands beside a paragraph tells less than the paragraph


def weighed(best: Iterable[Scored], cards: Sequence[Card], *, words: int = 1) -> list[Scored]:
    """The passages in their new order, for a query of so many words.

    Provisions keep their scores. A term of the glossary answers a word, and hardly a question.
    """
    term = 1.0 if words <= _WORD else _TERM_BESIDE_WORDS if words <= _QUESTION else _TERM
    held = list(best)
    sections: dict[str, list[float]] = {}
    for scored in held:  # best first
        if section := _section(cards[scored.number]):
            sections.setdefault(section, []).append(scored.score)
    means = {section: sum(scores[:_BEST]) / _BEST for section, scores in sections.items()}
    scores = [
        (
            scored.score * term
            if cards[scored.number].kind == PassageKind.GLOSSARY
            else _score(scored, cards[scored.number], means),
            scored.number,
        )
        for scored in held
    ]
    scores.sort(key=lambda one: -one[0])
    return [Scored(number, score) for score, number in scores]


def _score(scored: Scored, card: Card, means: Mapping[str, float]) -> float:
    mean = means.get(_section(card))
    if mean is None:
        return scored.score
    return ((1 - _SECTION) * scored.score + _SECTION * mean) * _standing(card.place)


def _section(card: Card) -> str:
    """The document and section of a paragraph."""
    if card.kind != PassageKind.SOURCE_PARAGRAPH:
        return ""
    return card.place.rpartition(" ")[0]


def _standing(place: str) -> float:
    number = place.rpartition(" ")[2]
    if number.startswith("fn"):
        return _FOOTNOTE
    return _BULLET if ".b" in number else 1.0
