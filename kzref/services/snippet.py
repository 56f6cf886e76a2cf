"""Cuts the part of a text that answers a query, and marks the words as they stand: [[word]]."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kzref.model.passage import Passage
from kzref.model.text import FALLBACK, Language
from kzref.services.search_clauses import Wording
from kzref.store.analyzers import Word, content, stem
from kzref.store.lexicon import Lexicon, Phrase

LENGTH = 240  # characters
_LEAD = LENGTH // 4  # characters shown before the first marked word


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word that answers the query, and what it answers."""

    start: int
    end: int
    answer: str


@dataclass(slots=True)
class Marker:
    """Marks the answers to one query; remembers what it has decided about each word."""

    wording: Wording
    lexicon: Lexicon
    _decided: dict[tuple[Language, str], str] = field(default_factory=dict)

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
        wording = self.wording
        return bool(wording.stems[language] or wording.beginnings or wording.notions)

    def _marks(self, text: str, language: Language) -> list[_Mark]:
        run = content(text, language)
        found = {}
        for at, word in enumerate(run):
            if answer := self._answer(word.text, language):
                found[at] = answer
        for at, phrase in self._terms(run, language):
            for step in range(at, at + len(phrase.stems)):
                found.setdefault(step, phrase.notion)
        return [_Mark(run[at].start, run[at].end, found[at]) for at in sorted(found)]

    def _answer(self, word: str, language: Language) -> str:
        """What a word answers, or "": one of the stems or beginnings that were looked for."""
        key = (language, word)
        decided = self._decided.get(key)
        if decided is None:
            base = stem(word, language)
            if base in self.wording.stems[language]:
                decided = base
            else:
                decided = next((b for b in self.wording.beginnings if word.startswith(b)), "")
            self._decided[key] = decided
        return decided

    def _terms(self, run: Sequence[Word], language: Language) -> list[tuple[int, Phrase]]:
        """Where the text names a notion that the query names."""
        wanted = self.wording.notions
        starts = self.lexicon.starts(wanted, language)
        if not starts:
            return []
        found = []
        for at, word in enumerate(run):
            for phrase in starts.get(stem(word.text, language), ()):
                following = run[at : at + len(phrase.stems)]
                if tuple(stem(each.text, language) for each in following) == phrase.stems:
                    found.append((at, phrase))
        return found


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
