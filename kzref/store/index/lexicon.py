"""The words of an index as search asks for them, each read from the file when it is asked for."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kzref.model.errors import DataError
from kzref.model.text import Language
from kzref.store.index.everyday import EverydayWord
from kzref.store.index.glossary import Glossary, Phrase
from kzref.store.index.lexicon_tables import LEXICON
from kzref.store.index.translations import Translation

_LAST = "\uffff"  # comes after every letter
_KEPT = 500  # answers: the next letter typed asks most of them again
_CACHE = "PRAGMA cache_size = -256"  # KiB of pages; what is read again comes from the system


class Spelling(NamedTuple):
    """A word of the texts: folded, as it is shown, and in how many passages it stands."""

    folded: str
    shown: str
    passages: int


class Naming(NamedTuple):
    """A notion named in a run of words: by which of them, and how surely (1 is the whole term)."""

    first: int
    last: int
    notion: str
    sureness: float


class Lexicon:
    """Terms and words of one index."""

    def __init__(self, folder: Path) -> None:
        """Open what `write_lexicon` wrote into the folder of the index.

        Raises:
            DataError: it cannot be read.
        """
        self._path = folder / LEXICON
        uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._database.execute(_CACHE)
        except sqlite3.Error as fault:
            raise DataError("index.damaged", path=str(self._path)) from fault
        self._rows = lru_cache(_KEPT)(self._read)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _read(self, sql: str, *values: str | int) -> list[Any]:
        try:
            return self._database.execute(sql, values).fetchall()
        except sqlite3.Error as fault:
            raise DataError("index.damaged", path=str(self._path)) from fault

    def _column(self, sql: str, *values: str | int) -> list[str]:
        return [row[0] for row in self._rows(sql, *values)]

    def spelling(self, folded: str) -> Spelling | None:
        """A word of the texts, or None."""
        rows = self._rows(
            "SELECT folded, ifnull(shown, folded), passages FROM word WHERE folded = ?", folded
        )
        return Spelling(*rows[0]) if rows else None

    def beginning(self, start: str, most: int) -> list[str]:
        """The words of the texts, folded, that begin so; the first `most` of them."""
        return self._column(
            "SELECT folded FROM word WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT ?",
            start, start + _LAST, most,
        )  # fmt: skip

    def commonest(self, start: str, most: int) -> list[str]:
        """Of the words that begin so those that stand in most passages, commonest first."""
        return self._column(
            "SELECT folded FROM word WHERE folded >= ? AND folded < ?"
            " ORDER BY passages DESC, folded LIMIT ?",
            start, start + _LAST, most,
        )  # fmt: skip

    def forms(self, language: Language, base: str) -> list[str]:
        """The words of the texts, folded, that have this stem; a Latin one may stand in any text."""
        if base.isascii():
            return self._column("SELECT folded FROM word WHERE stem = ? AND kazakh IS NULL", base)
        if language is Language.KK:
            return self._column("SELECT folded FROM word WHERE kazakh = ?", base)
        return self._column("SELECT folded FROM word WHERE stem = ?", base)

    def of_length(self, lengths: Iterable[int]) -> str:
        """The words of the texts, folded, of so many letters, each on a line."""
        return self._lines("word", lengths)

    def sounds_of_length(self, lengths: Iterable[int]) -> str:
        """How the Cyrillic words of the texts sound, those of so many sounds, each on a line."""
        return self._lines("sound", lengths)

    def _lines(self, what: str, lengths: Iterable[int]) -> str:
        sql = "SELECT lines FROM same_length WHERE what = ? AND length = ?"
        return "\n".join(row[0] for length in lengths for row in self._read(sql, what, length))

    def sounding(self, heard: str, most: int) -> list[str]:
        """The Cyrillic words that sound so, the commonest first."""
        return self._column(
            "SELECT folded FROM word WHERE sound = ? ORDER BY passages DESC, folded LIMIT ?",
            heard, most,
        )  # fmt: skip

    def beginning_to_sound(self, heard: str, most: int) -> list[str]:
        """The Cyrillic words whose sound begins so."""
        return self._column(
            "SELECT folded FROM word WHERE sound >= ? AND sound < ?"
            " ORDER BY sound, passages DESC, folded LIMIT ?",
            heard, heard + _LAST, most,
        )  # fmt: skip

    def translations(self, language: Language, base: str) -> list[Translation]:
        """The counterparts of a stem in the other languages."""
        return [
            Translation(language, base, Language(other), meant, sureness)
            for other, meant, sureness in self._rows(
                "SELECT other, meant, sureness FROM translation"
                " WHERE language = ? AND stem = ? ORDER BY other, sureness DESC, meant",
                language.value, base,
            )
        ]  # fmt: skip

    def glossary(self) -> Glossary:
        """All terms, for building another index."""
        rows = self._read("SELECT language, stems, notion FROM phrase ORDER BY rowid")
        return Glossary(_phrase(*row) for row in rows)

    def phrases(self, notions: Iterable[str]) -> list[Phrase]:
        """The terms of these notions in all languages."""
        sql = "SELECT language, stems, notion FROM phrase WHERE notion = ? ORDER BY rowid"
        return [_phrase(*row) for notion in notions for row in self._rows(sql, notion)]

    def whole(self, run: Sequence[str], language: Language) -> list[Naming]:
        """The notions that whole terms among the stems of a text name."""
        return list(self._whole(run, language))

    def _whole(self, run: Sequence[str], language: Language) -> Iterator[Naming]:
        sql = "SELECT stems, notion FROM phrase WHERE language = ? AND first = ? ORDER BY rowid"
        for at, word in enumerate(run):
            for stems, notion in self._rows(sql, language.value, word):
                phrase = _phrase(language, stems, notion)
                if phrase.begins(run, at):
                    yield Naming(at, at + len(phrase.stems) - 1, notion, 1.0)

    def named(self, run: Sequence[str], language: Language) -> list[Naming]:
        """The notions that words of a query name: whole terms, and single words of longer terms."""
        found = self.whole(run, language)
        whole = {at for naming in found for at in range(naming.first, naming.last + 1)}
        sql = "SELECT notion, sureness FROM part WHERE language = ? AND stem = ? ORDER BY rowid"
        for at, word in enumerate(run):
            if at not in whole:
                rows = self._rows(sql, language.value, word)
                found += [Naming(at, at, notion, sureness) for notion, sureness in rows]
        return found

    def everyday(self, language: Language, first: str) -> list[EverydayWord]:
        """The everyday words of a language that begin with this stem."""
        rows = self._rows(
            "SELECT stems, thing FROM everyday WHERE language = ? AND first = ? ORDER BY rowid",
            language.value, first,
        )  # fmt: skip
        return [EverydayWord(language, tuple(stems.split(" ")), thing) for stems, thing in rows]

    def speaking_of(self, thing: str) -> list[EverydayWord]:
        """All everyday words of a thing."""
        sql = "SELECT language, stems FROM everyday WHERE thing = ? ORDER BY rowid"
        return [
            EverydayWord(Language(language), tuple(stems.split(" ")), thing)
            for language, stems in self._rows(sql, thing)
        ]

    def terms_of(self, thing: str) -> list[str]:
        """The terms of the glossary that mean what everyday words speak of, by their ids."""
        return self._column("SELECT term FROM everyday_term WHERE thing = ? ORDER BY rowid", thing)


class JointLexicon(Lexicon):
    """The lexicon of the edition with the words of the user's own texts beside its own."""

    def __init__(self, first: Lexicon, second: Lexicon) -> None:
        """Join two open lexicons; terms, translations and everyday words are those of the first."""
        self._rows = first._rows
        self._first, self._second = first, second

    def close(self) -> None:
        """Let go of both."""
        self._first.close()
        self._second.close()

    def spelling(self, folded: str) -> Spelling | None:
        """A word of the texts, or None; it stands in the passages of both."""
        one, other = self._first.spelling(folded), self._second.spelling(folded)
        if one is None or other is None:
            return one or other
        return Spelling(folded, one.shown, one.passages + other.passages)

    def beginning(self, start: str, most: int) -> list[str]:
        """The words of the texts, folded, that begin so; the first `most` of them."""
        both = {*self._first.beginning(start, most), *self._second.beginning(start, most)}
        return sorted(both)[:most]

    def commonest(self, start: str, most: int) -> list[str]:
        """Of the words that begin so those that stand in most passages; the edition's first."""
        return _both(self._first.commonest(start, most), self._second.commonest(start, most))[:most]

    def forms(self, language: Language, base: str) -> list[str]:
        """The words of the texts, folded, that have this stem."""
        return _both(self._first.forms(language, base), self._second.forms(language, base))

    def glossary(self) -> Glossary:
        """All terms of the edition."""
        return self._first.glossary()

    def _lines(self, what: str, lengths: Iterable[int]) -> str:
        kept = tuple(lengths)
        return f"{self._first._lines(what, kept)}\n{self._second._lines(what, kept)}"

    def sounding(self, heard: str, most: int) -> list[str]:
        """The Cyrillic words that sound so, the commonest of the edition first."""
        return _both(self._first.sounding(heard, most), self._second.sounding(heard, most))[:most]

    def beginning_to_sound(self, heard: str, most: int) -> list[str]:
        """The Cyrillic words whose sound begins so."""
        first, second = (one.beginning_to_sound(heard, most) for one in (self._first, self._second))
        return _both(first, second)[:most]


def _both(one: Iterable[str], other: Iterable[str]) -> list[str]:
    return list(dict.fromkeys((*one, *other)))


def _phrase(language: str, stems: str, notion: str) -> Phrase:
    return Phrase(Language(language), tuple(stems.split(" ")), notion)
