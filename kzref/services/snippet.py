"""Cuts the part of a text that answers a query, and marks the words as they stand: [[word]]."""

from collections.abc import Sequence
from dataclasses import dataclass

from kzref.model.passage import Passage
from kzref.model.text import FALLBACK, Language
from kzref.services.search_clauses import Wording
from kzref.store.analyzers import STOP_WORDS, Word, stem, words
from kzref.store.lexicon import Lexicon

LENGTH = 240  # characters


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with the words that answer the query, each with what it answers."""

    text: str
    words: tuple[tuple[Word, str], ...]

    @property
    def answers(self) -> int:
        return len({answer for _, answer in self.words})


def snippet(passage: Passage, wording: Wording, lexicon: Lexicon, language: Language) -> str:
    """The answering part of the passage, in the reader's language where the words are found there."""
    best: _Marked | None = None
    for candidate in FALLBACK[language]:
        text = passage.text.own(candidate)
        if not text:
            continue
        marked = _Marked(text, tuple(_answers(text, candidate, wording, lexicon)))
        if best is None or (marked.answers and not best.answers):
            best = marked
    return _cut(best) if best else ""


def _answers(
    text: str, language: Language, wording: Wording, lexicon: Lexicon
) -> Sequence[tuple[Word, str]]:
    stop = STOP_WORDS[language]
    run = [word for word in words(text) if word.text not in stop]
    stems = [stem(word.text, language) for word in run]
    terms = wording.terms
    beginnings = tuple(wording.beginnings)
    found: dict[int, str] = {}
    for at, (word, base) in enumerate(zip(run, stems, strict=True)):
        if (language.value, base) in terms:
            found[at] = base
        elif beginnings and word.text.startswith(beginnings):
            found[at] = word.text
    for naming in lexicon.whole(stems, language):
        if naming.notion in wording.notions:
            for at in range(naming.first, naming.last + 1):
                found.setdefault(at, naming.notion)
    return [(run[at], found[at]) for at in sorted(found)]


def _cut(marked: _Marked) -> str:
    start, end = _window(marked)
    pieces = ["… " if start else ""]
    at = start
    for word, _ in marked.words:
        if word.start >= at and word.end <= end:
            pieces += [marked.text[at : word.start], "[[", marked.text[word.start : word.end], "]]"]
            at = word.end
    pieces += [marked.text[at:end], " …" if end < len(marked.text) else ""]
    return "".join(pieces).replace("]] [[", " ")


def _window(marked: _Marked) -> tuple[int, int]:
    """The stretch with the most different answers, cut between words."""
    text = marked.text
    if len(text) <= LENGTH:
        return 0, len(text)
    best, most = 0, -1
    for first, _ in marked.words:
        inside = {
            answer
            for word, answer in marked.words
            if word.start >= first.start and word.end <= first.start + LENGTH - LENGTH // 4
        }
        if len(inside) > most:
            best, most = first.start, len(inside)
    start = max(0, min(best - LENGTH // 4, len(text) - LENGTH))
    end = min(len(text), start + LENGTH)
    if start:
        start = text.find(" ", start) + 1
    if end < len(text):
        end = max(text.rfind(" ", start, end), start)
    return start, end
