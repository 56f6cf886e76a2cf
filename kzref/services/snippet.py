"""Cuts the part of a text that answers a query, and marks the words as they stand: [[word]]."""

from collections.abc import Sequence
from dataclasses import dataclass

from kzref.model.passage import Passage
from kzref.model.text import FALLBACK, Language
from kzref.services.search_clauses import Wording
from kzref.store.analyzers import Stemmed, content
from kzref.store.lexicon import Lexicon

LENGTH = 240  # characters
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
        self._wanted = {each: wording.stems[each] | self._starts[each].keys() for each in Language}

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
        return bool(self._wanted[language] or self._beginnings)

    def _marks(self, text: str, language: Language) -> list[_Mark]:
        run = content(text, language)
        wanted, beginnings = self._wanted[language], self._beginnings
        found: dict[int, str] = {}
        for at, (word, _, _, base) in enumerate(run):
            if base in wanted:
                self._answer(run, at, language, found)
            elif beginnings and word.startswith(beginnings):
                found[at] = word
        return [_Mark(run[at].start, run[at].end, found[at]) for at in sorted(found)]

    def _answer(
        self, run: Sequence[Stemmed], at: int, language: Language, found: dict[int, str]
    ) -> None:
        """Note what the word answers, and the words of the term that it begins."""
        base = run[at].stem
        if base in self._wording.stems[language]:
            found[at] = base
        for phrase in self._starts[language].get(base, ()):
            following = range(at, min(at + len(phrase.stems), len(run)))
            if tuple(run[step].stem for step in following) == phrase.stems:
                for step in following:
                    found.setdefault(step, phrase.notion)


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
