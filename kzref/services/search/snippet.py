"""Cuts the part of a text that answers a query, and marks the words as they stand: [[word]]."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kzref.model.passage import Passage
from kzref.model.text import Language, Text
from kzref.services.search.clauses import Wording
from kzref.store.index.analyzers import STOP_WORDS, fold, stem, tokens
from kzref.store.index.glossary import Phrase
from kzref.store.index.lexicon import Lexicon

LENGTH = 240  # characters
_SPARED = 40  # a text that is longer by no more than these is shown whole
_MOST_BEGUN = 500  # words with the same beginning that are marked
_REACH = 12  # words within which a term is looked for
_LEAD = LENGTH // 4  # characters shown before the first marked word


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word or term that answers the query, and what it answers."""

    start: int
    end: int
    answer: str


def labelled(text: Text, language: Language) -> str:
    """The text in the reader's language; in another, it says in which: `[en] Detention`."""
    own, known = text.best(language)
    return own if known is language else f"[{known.value}] {own}"


class Marker:
    """Marks the answers to one query."""

    def __init__(self, wording: Wording, lexicon: Lexicon) -> None:
        """Mark what the wording looked for."""
        begun = {w for start in wording.beginnings for w in lexicon.beginning(start, _MOST_BEGUN)}
        self._wanted = {each: dict.fromkeys(begun, "…") for each in Language}
        self._terms: dict[Language, dict[str, list[Phrase]]] = {each: {} for each in Language}
        for phrase in lexicon.phrases(wording.notions):
            for word in lexicon.forms(phrase.language, phrase.stems[0]):
                if len(phrase.stems) == 1:
                    self._wanted[phrase.language][word] = phrase.notion
                else:
                    self._terms[phrase.language].setdefault(word, []).append(phrase)
        for each, bases in wording.stems.items():
            for base in bases:
                self._wanted[each] |= dict.fromkeys(lexicon.forms(each, base), base)
        self._asked = {each: self._wanted[each].keys() | self._terms[each] for each in Language}

    def snippet(self, passage: Passage, language: Language) -> str:
        """The answering part of the passage in the reader's language; in another, it says which."""
        text, known = passage.text.best(language)
        label = "" if known is language else f"[{known.value}] "
        return label + _cut(text, self._marks(text, known))

    def _marks(self, text: str, language: Language) -> list[_Mark]:
        run, starts = _taken_apart(text)
        asked = self._asked[language]
        wanted, terms = self._wanted[language], self._terms[language]
        found: list[_Mark] = []
        covered = 0
        for at in [at for at, word in enumerate(run) if word in asked]:
            if at < covered:  # inside a term
                continue
            word, start = run[at], starts[at]
            if word in terms and (length := _longest(run[at : at + _REACH], terms[word])):
                covered = at + length
                end = starts[covered - 1] + len(run[covered - 1])
                found.append(_Mark(start, end, terms[word][0].notion))
            elif word in wanted:
                found.append(_Mark(start, start + len(word), wanted[word]))
        return found


@lru_cache(maxsize=40)
def _taken_apart(text: str) -> tuple[list[str], list[int]]:
    """The words of a text, folded, and where they begin: the same texts answer the next keystroke."""
    folded = fold(text)
    run = tokens(folded)
    starts: list[int] = []
    end = 0
    for word in run:
        start = folded.find(word, end)
        starts.append(start)
        end = start + len(word)
    return run, starts


def _longest(run: Sequence[str], phrases: Sequence[Phrase]) -> int:
    """How many words the longest of the terms covers that the words begin with; 0: none does."""
    language = phrases[0].language
    stop = STOP_WORDS[language]
    said = [at for at, word in enumerate(run) if word not in stop]
    stems = tuple(stem(run[at], language) for at in said)
    lengths = [len(p.stems) for p in phrases if stems[: len(p.stems)] == p.stems]
    return said[max(lengths) - 1] + 1 if lengths else 0


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
    if len(text) <= LENGTH + _SPARED:
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
