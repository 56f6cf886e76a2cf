"""Measures search as it is typed, beside SQLite FTS5 on the same passages.

    python tests/bench/search_speed.py [5000 50000]

Passages are those of `data/` and, up to the wanted number, new ones made of runs of their words in
each language. A keystroke is a query of two words of one passage and a third that grows letter by
letter; its time runs from the typed text to the marked snippets of twenty hits.
"""

# ruff: noqa: S311 - a tool that prints; its dice need not be secret

import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kzref.compiler.loader import load
from kzref.compiler.passages import passages
from kzref.model.edition import Edition
from kzref.model.passage import Passage, PassageKind
from kzref.model.text import Language, Text
from kzref.services.search import Search
from kzref.store.analyzers import STOP_WORDS, words
from kzref.store.search_index import build
from tests.bench.search_quality import Desk

QUERIES = 60
FTS5 = (
    "SELECT id, snippet(text, -1, '[', ']', '…', 30) FROM text"
    " WHERE text MATCH ? ORDER BY rank LIMIT 20"
)


class Shelf:
    """Passages in a database file, as the application keeps them."""

    def __init__(self, path: Path, kept: Iterable[Passage]) -> None:
        """Write them."""
        self.meta = {"data": "bench"}
        self.database = sqlite3.connect(path)
        self.database.execute("CREATE TABLE passage (id TEXT PRIMARY KEY, body TEXT)")
        rows = ((p.id, msgspec.json.encode(p).decode()) for p in kept)
        self.database.executemany("INSERT INTO passage VALUES (?, ?)", rows)
        self.database.commit()

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        """Passages by id."""
        wanted = list(ids)
        marks = ", ".join("?" * len(wanted))
        sql = f"SELECT id, body FROM passage WHERE id IN ({marks})"  # noqa: S608 - only marks
        rows = self.database.execute(sql, wanted)
        return {name: msgspec.json.decode(body, type=shape) for name, body in rows}

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        """All passages."""
        rows = self.database.execute("SELECT body FROM passage")
        return [msgspec.json.decode(body, type=shape) for (body,) in rows]


def grown(real: Sequence[Passage], count: int, dice: random.Random) -> list[Passage]:
    """The real passages and as many made-up ones as are missing."""
    found = list(real[:count])
    runs = {language: _runs(real, language) for language in Language}
    pattern = next(p for p in real if p.kind is PassageKind.SOURCE_PARAGRAPH)
    while len(found) < count:
        texts = {
            language.value: " ".join(dice.choice(runs[language]) for _ in range(9))
            for language in Language
        }
        name = f"{pattern.document} made {len(found)}"
        found.append(replace(pattern, id=name, place=name, text=Text(**texts), references=()))
    return found


def _runs(real: Iterable[Passage], language: Language) -> list[str]:
    """Runs of nine words of the texts."""
    split = [(p.text.own(language) or "").split() for p in real]
    return [" ".join(run[at : at + 9]) for run in split for at in range(0, len(run), 9)]


def keystrokes(kept: Sequence[Passage], dice: random.Random) -> list[str]:
    """Queries of two words and a third that grows."""
    typed: list[str] = []
    while len(typed) < QUERIES * 4:
        language = dice.choice(list(Language))
        text = dice.choice(kept).text.own(language) or ""
        stop = STOP_WORDS[language]
        long = [w.text for w in words(text) if len(w.text) > 4 and w.text not in stop]
        if len(long) > 5 and all(word.isalpha() for word in long):
            first, second, third = dice.sample(long, 3)
            typed += [f"{first} {second} {third[:n]}" for n in range(2, min(len(third), 6) + 1)]
    return typed


def timed(ask: Callable[[str], object], queries: Iterable[str]) -> str:
    """Median, 95th percentile and longest, in milliseconds."""
    spent = []
    for query in queries:
        started = perf_counter()
        ask(query)
        spent.append((perf_counter() - started) * 1000)
    cuts = quantiles(spent, n=20)
    return f"p50 {cuts[9]:7.1f}  p95 {cuts[18]:7.1f}  max {max(spent):7.1f} ms"


def size(folder: Path) -> str:
    """The size of a file or of the files of a folder."""
    files = folder.rglob("*") if folder.is_dir() else [folder]
    return f"{sum(path.stat().st_size for path in files if path.is_file()) / 1e6:.1f} MB"


def fts5(path: Path, kept: Iterable[Passage]) -> sqlite3.Connection:
    """The same texts in SQLite's own full-text search."""
    database = sqlite3.connect(path)
    database.execute(
        "CREATE VIRTUAL TABLE text USING fts5 (id UNINDEXED, en, ru, kk, prefix='2 3 4',"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    rows = ((p.id, p.text.en, p.text.ru, p.text.kk) for p in kept)
    database.executemany("INSERT INTO text VALUES (?, ?, ?, ?)", rows)
    database.execute("INSERT INTO text(text) VALUES ('optimize')")
    database.commit()
    return database


def measure(edition: Edition, real: Sequence[Passage], count: int) -> None:
    """Print the figures of both at one size."""
    dice = random.Random(7)
    kept = grown(real, count, dice)
    queries = keystrokes(kept, dice)
    print(f"{len(kept)} passages, {len(queries)} keystrokes")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = perf_counter()
        build(folder / "index", kept, edition="bench")
        print(f"  kzref  build {perf_counter() - started:6.1f} s, {size(folder / 'index')}")
        search = Search(Shelf(folder / "db", kept), folder / "index", Desk(edition, real))
        started = perf_counter()
        search.warm()
        print(f"         cold open and first answer {(perf_counter() - started) * 1000:.0f} ms")
        print(f"         first time  {timed(search.find, queries)}")
        print(f"         again       {timed(search.find, queries)}")
        started = perf_counter()
        database = fts5(folder / "fts5", kept)
        print(f"  FTS5   build {perf_counter() - started:6.1f} s, {size(folder / 'fts5')}")

        def ask(query: str) -> list[tuple[str, ...]]:
            return database.execute(FTS5, (query + "*",)).fetchall()

        print(f"         first time  {timed(ask, queries)}")
        print(f"         again       {timed(ask, queries)}")


def main() -> None:
    """Measure at each size that was asked for."""
    edition, _ = load(ROOT / "data")
    real = list(passages(edition))
    for count in map(int, sys.argv[1:] or ("5000", "50000")):
        measure(edition, real, count)


if __name__ == "__main__":
    main()
