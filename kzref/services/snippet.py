"""Cuts the part of a text that answers a query, and marks the words as they stand: [[word]]."""

from collections.abc import Sequence
from dataclasses import dataclass

from kzref.model.passage import Passage
from kzref.model.text import FALLBACK, Language
from kzref.services.search_clauses import Wording
from kzref.store.analyzers import content, fold, stem, tokens
from kzref.store.lexicon import Lexicon

LENGTH = 240  # characters
_LONGEST_TERM = 120  # characters
_LEAD = LENGTH // 4  # characters shown before the first marked word


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word that answers the query, and what it answers."""

    start: int
    end: int
    answer: str


class Marker:
    """Marks the answers to one query."""

    def __init__(self, wording: Wording, lexicon: Lexicon) -> None:
        """Mark what the wording looked for."""
        self._wording = wording
        self._beginnings = tuple(wording.beginnings)
        self._starts = {each: lexicon.starts(wording.notions, each) for each in Language}
        self._known: dict[Language, dict[str, tuple[str, str] | None]] = {
            each: {} for each in Language
        }

    def snippet(self, passage: Passage, language: Language) -> str:
        """The answering part of the passage, in the reader's language if the words stand there."""
        shown: tuple[str, list[_Mark]] | None = None
        for candidate in FALLBACK[language]:
            text = passage.text.own(candidate)
            if not text or (shown and not self._is_asked(candidate)):
                continue
            marks = self._marks(text, candidate)
            if shown is None or marks:
                shown = text, marks
            if marks:
                break
        return _cut(*shown) if shown else ""

    def _is_asked(self, language: Language) -> bool:
        """Whether anything that was looked for can stand in a text of this language."""
        return bool(self._wording.stems[language] or self._starts[language] or self._beginnings)

    def _marks(self, text: str, language: Language) -> list[_Mark]:
        folded = fold(text)
        run = tokens(folded)
        known = self._known[language]
        for word in run:
            if word not in known:
                known[word] = self._meaning(word, language)
        if not any([known[word] for word in run]):  # a list: faster than a generator
            return []
        found: dict[int, _Mark] = {}
        end = 0
        for word in run:
            start = folded.find(word, end)
            end = start + len(word)
            if meaning := known[word]:
                answer, first = meaning
                if answer:
                    found[start] = _Mark(start, end, answer)
                if first:
                    for mark in self._term(folded, start, first, language):
                        found.setdefault(mark.start, mark)
        return [found[start] for start in sorted(found)]

    def _meaning(self, word: str, language: Language) -> tuple[str, str] | None:
        """What a word answers, and the stem with which it may begin a term; None: neither."""
        base = stem(word, language)
        answer = base if base in self._wording.stems[language] else ""
        if not answer and word.startswith(self._beginnings):
            answer = word
        first = base if base in self._starts[language] else ""
        return (answer, first) if answer or first else None

    def _term(self, text: str, at: int, first: str, language: Language) -> list[_Mark]:
        """The words of the longest term with this first stem that stands at this place."""
        following = content(text[at : at + _LONGEST_TERM], language)
        run = tuple(stem(word.text, language) for word in following)
        lengths = [
            len(phrase.stems)
            for phrase in self._starts[language][first]
            if run[: len(phrase.stems)] == phrase.stems
        ]
        named = following[: max(lengths, default=0)]
        return [_Mark(at + word.start, at + word.end, first) for word in named]


def _cut(text: str, marks: Sequence[_Mark]) -> str:
    start, end = _window(text, marks)
    pieces = ["… " if start else ""]
    at = start
    for mark in marks:
        if mark.start >= at and mark.end <= end:
            pieces += [text[at : mark.start], "[[", text[mark.start : mark.end], "]]"]
            at = mark.end
    pieces += [text[at:end], " …" if end < len(text) else ""]
    return "".join(pieces)


def _window(text: str, marks: Sequence[_Mark]) -> tuple[int, int]:
    """The stretch with the most different answers, cut between words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best, most = 0, 0
    for at, first in enumerate(marks):
        reach = first.start + LENGTH - _LEAD
        inside = {mark.answer for mark in marks[at:] if mark.end <= reach}
        if len(inside) > most:
            best, most = first.start, len(inside)
    start = max(0, min(best - _LEAD, len(text) - LENGTH))
    end = min(len(text), start + LENGTH)
    if start:
        start = text.find(" ", start) + 1
    if end < len(text):
        end = max(text.rfind(" ", start, end), start)
    return start, end
