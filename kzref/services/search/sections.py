"""Weighs paragraphs of documents by their surroundings: a question is seldom answered by one alone.

Measured on five sets of questions (`tests/bench/search_quality.py`): of all paragraphs that answer,
more come among the first three and ten hits when the best of their section, and those right before
and after them, lend them weight.
"""

from collections.abc import Iterable, Mapping, Sequence

from kzref.model.passage import PassageKind
from kzref.store.index.ranking import Scored

_SECTION = 0.23  # how much of a score comes from the best paragraphs of the section
_BEST = 3  # of them
_BESIDE = 0.1  # and how much from the best of the two paragraphs before and after it
_WORD, _QUESTION = 1, 3  # words: so few ask for a word, more than these ask a question
_TERM_BESIDE_WORDS, _TERM = 0.85, 0.65
_FOOTNOTE, _BULLET = 0.85, 0.95  # what stands beside a paragraph tells less than the paragraph


def weighed(
    best: Iterable[Scored], kinds: Sequence[str], places: Sequence[str], *, words: int = 1
) -> list[Scored]:
    """The passages in their new order, for a query of so many words; by number their kinds and places.

    Provisions keep their scores. A term of the glossary answers a word, and hardly a question.
    """
    term = 1.0 if words <= _WORD else _TERM_BESIDE_WORDS if words <= _QUESTION else _TERM
    held = list(best)
    sections = {
        scored.number: _section(kinds[scored.number], places[scored.number]) for scored in held
    }
    by_section: dict[str, list[float]] = {}
    for scored in held:  # best first
        by_section.setdefault(sections[scored.number], []).append(scored.score)
    means = {section: sum(scores[:_BEST]) / _BEST for section, scores in by_section.items()}
    scores: dict[int, float] = {}
    for scored in held:
        number, score = scored.number, scored.score
        if section := sections[number]:
            whole = (1 - _SECTION) * score + _SECTION * means[section]
            scores[number] = whole * _standing(places[number])
        else:
            scores[number] = score * term if kinds[number] == PassageKind.GLOSSARY else score
    found = [
        Scored(number, _with_neighbours(number, scores, sections) if sections[number] else score)
        for number, score in scores.items()
    ]
    found.sort(key=lambda scored: -scored.score)
    return found


def _with_neighbours(
    number: int, scores: Mapping[int, float], sections: Mapping[int, str]
) -> float:
    """The score of a paragraph with its share of the best of those around it in its section."""
    section, best = sections[number], 0.0
    for beside in (number - 2, number - 1, number + 1, number + 2):
        score = scores.get(beside, 0.0)
        if score > best and sections[beside] == section:
            best = score
    return (1 - _BESIDE) * scores[number] + _BESIDE * best


def _section(kind: str, place: str) -> str:
    """The document and section of a paragraph."""
    return place.rpartition(" ")[0] if kind == PassageKind.SOURCE_PARAGRAPH else ""


def _standing(place: str) -> float:
    number = place.rpartition(" ")[2]
    if number.startswith("fn"):
        return _FOOTNOTE
    return _BULLET if ".b" in number else 1.0
