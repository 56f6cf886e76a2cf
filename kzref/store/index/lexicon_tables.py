"""Writes the lexicon of an index: a SQLite file, so that search reads single words and holds none.

| table | holds |
|---|---|
| `word` | a word of the texts, folded; as it is shown, if otherwise; in how many passages it stands; its stems and its sound |
| `same_length` | all words, and all sounds, of one length, a line for each: where slips of the hand are looked for |
| `translation` | a stem, its counterpart in another language, and how surely it is one |
| `phrase`, `part` | the terms of the glossary by their first stem; the stems of those of several, and how much of the term each is |
| `everyday`, `everyday_term` | everyday words by their first stem, with the thing they speak of; the terms of a thing |
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from math import log
from pathlib import Path

from kzref.model.practice import EverydayWords
from kzref.model.text import Language
from kzref.store.index.analysed import Analysed
from kzref.store.index.analyzers import stem
from kzref.store.index.everyday import everyday_words
from kzref.store.index.glossary import Phrase
from kzref.store.index.sounds import sounds
from kzref.store.index.translations import Translation

LEXICON = "lexicon.db"
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
BEGIN;
CREATE TABLE word (
    folded TEXT PRIMARY KEY, shown TEXT, passages INTEGER, stem TEXT, kazakh TEXT, sound TEXT
) WITHOUT ROWID;
CREATE TABLE same_length (what TEXT, length INTEGER, lines TEXT, PRIMARY KEY (what, length));
CREATE TABLE translation (
    language TEXT, stem TEXT, other TEXT, meant TEXT, sureness REAL,
    PRIMARY KEY (language, stem, other, meant)
) WITHOUT ROWID;
CREATE TABLE phrase (language TEXT, first TEXT, stems TEXT, notion TEXT);
CREATE TABLE part (language TEXT, stem TEXT, notion TEXT, sureness REAL);
CREATE TABLE everyday (language TEXT, first TEXT, stems TEXT, thing TEXT);
CREATE TABLE everyday_term (thing TEXT, term TEXT);
"""
_INDEXES = """
CREATE INDEX word_by_stem ON word (stem);
CREATE INDEX word_by_kazakh_stem ON word (kazakh) WHERE kazakh IS NOT NULL;
CREATE INDEX word_by_sound ON word (sound) WHERE sound IS NOT NULL;
CREATE INDEX phrase_by_first ON phrase (language, first);
CREATE INDEX phrase_by_notion ON phrase (notion);
CREATE INDEX part_of ON part (language, stem);
CREATE INDEX everyday_by_first ON everyday (language, first);
CREATE INDEX everyday_by_thing ON everyday (thing);
CREATE INDEX everyday_term_by_thing ON everyday_term (thing);
"""
_Row = tuple[str | int | float | None, ...]
_Word = tuple[str, str | None, int, str, str | None, str | None]


def write_lexicon(
    folder: Path,
    passages: Iterable[Analysed],
    phrases: Sequence[Phrase],
    translations: Iterable[Translation],
    everyday: Sequence[EverydayWords] = (),
) -> None:
    """Write it beside the index; the same content gives the same bytes.

    Raises:
        OSError: it cannot be written.
    """
    words = list(_words(passages))
    try:
        with closing(sqlite3.connect(folder / LEXICON, isolation_level=None)) as database:
            database.executescript(_TABLES)
            _write(database, words, phrases, translations)
            _write_everyday(database, everyday)
            database.executescript(_INDEXES)  # ends the transaction first
    except sqlite3.Error as fault:
        raise OSError(str(fault)) from fault


def _write(
    database: sqlite3.Connection,
    words: Sequence[_Word],
    phrases: Sequence[Phrase],
    translations: Iterable[Translation],
) -> None:
    _insert(database, "word", words)
    _insert(database, "same_length", _same_length("word", (row[0] for row in words)))
    _insert(database, "same_length", _same_length("sound", (row[5] for row in words)))
    _insert(
        database,
        "translation",
        ((t.language.value, t.stem, t.other.value, t.meant, t.sureness) for t in translations),
    )
    _insert(
        database,
        "phrase",
        ((p.language.value, p.stems[0], " ".join(p.stems), p.notion) for p in phrases),
    )
    _insert(database, "part", _parts(phrases))


def _write_everyday(database: sqlite3.Connection, rows: Sequence[EverydayWords]) -> None:
    _insert(
        database,
        "everyday",
        (
            (word.language.value, word.stems[0], " ".join(word.stems), word.thing)
            for word in everyday_words(rows)
        ),
    )
    _insert(database, "everyday_term", ((row.id, term) for row in rows for term in row.terms))


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[_Row]) -> None:
    first = next(rows := iter(rows), None)
    if first is not None:
        marks = ", ".join("?" * len(first))
        sql = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - our own names
        database.execute(sql, first)
        database.executemany(sql, rows)


def _words(passages: Iterable[Analysed]) -> Iterator[_Word]:
    """The rows of the words, in the order of their letters.

    A Latin word has one stem, the English one; a Cyrillic word a Russian and a Kazakh one, and a sound.
    """
    shown: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in passages:
        for original, folded in one.spelled.items():
            shown[folded][original] += 1
    every = sorted(shown)
    for folded, heard in zip(every, sounds(every) if every else (), strict=True):
        counts = shown[folded]
        commonest = max(counts, key=counts.__getitem__)
        is_latin = folded.isascii()
        yield (
            folded,
            commonest if commonest != folded else None,
            counts.total(),
            stem(folded, Language.EN if is_latin else Language.RU),
            None if is_latin else stem(folded, Language.KK),
            None if is_latin else heard,
        )


def _same_length(what: str, found: Iterable[str | None]) -> Iterator[_Row]:
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for one in sorted({one for one in found if one}):
        by_length[len(one)].append(one)
    for length, listed in sorted(by_length.items()):
        yield what, length, "\n".join(listed)


def _parts(phrases: Iterable[Phrase]) -> Iterator[_Row]:
    """The stems of terms of several; the fewer terms hold a stem, the more of the term it is."""
    several = [phrase for phrase in phrases if len(phrase.stems) > 1]
    frequency = Counter((p.language, part) for p in several for part in set(p.stems))
    for phrase in several:
        weights = {part: 1 / (1 + log(frequency[phrase.language, part])) for part in phrase.stems}
        for part, weight in weights.items():
            whole = sum(weights.values())
            yield phrase.language.value, part, phrase.notion, weight / whole
