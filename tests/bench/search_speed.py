"""Measures search as it is typed, beside SQLite FTS5 on the same passages.

    python tests/bench/search_speed.py [5000 50000]

Passages are those of `data/` and, up to the wanted number, new ones made of runs of their words in
each language. A keystroke is a query of two words of one passage and a third that grows letter by
letter. Milliseconds are processor time of the one thread that answers, from the typed text to the
marked snippets of twenty hits; every query is asked of all engines in turn, so that whatever else
the machine does falls on all alike.

- kzref: the search of the window.
- FTS5 in its place: the same search, but the ranking is that of FTS5: bm25 over every passage with
  any of the same stems (a table without content, of the same words, in a column for each field).
- FTS5, any word / every word: the plain words in three columns, tokenized by `unicode61`; bm25 and
  `snippet()` of its own. No stems, no other languages, no slips, no citations, no grouping.
"""

# ruff: noqa: S311 - a tool that prints; its dice need not be secret

import os
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time, thread_time

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kzref.compiler.loader import load
from kzref.compiler.passages import passages
from kzref.model.edition import Edition
from kzref.model.passage import Passage, PassageKind
from kzref.model.text import Language, Text
from kzref.services.search.search import Search
from kzref.store.index.analysed import Analysed
from kzref.store.index.analyzers import STOP_WORDS, words
from kzref.store.index.building import build
from kzref.store.index.building import terms as terms_of
from kzref.store.index.joint_index import JointIndex
from kzref.store.index.ranking import GOOD, Clause, Filters, Ranking, Scored
from kzref.store.index.search_index import NOTIONS, REFERENCES, STARTS, SearchIndex
from kzref.store.reference_db import ReferenceDb
from kzref.store.tables import SCHEMA_VERSION
from tests.bench.search_quality import Desk

QUERIES = 60
TODAY = date(2026, 11, 23)
FIELDS = (*(language.value for language in Language), NOTIONS, REFERENCES, STARTS)
QUOTED = ", ".join(f'"{name}"' for name in FIELDS)


def shelf(path: Path, kept: Iterable[Passage]) -> ReferenceDb:
    """Passages in a database file, as the application keeps them."""
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)")
    database.executemany(
        "INSERT INTO meta VALUES (?, ?)", (("schema", SCHEMA_VERSION), ("data", "bench"))
    )
    database.execute("CREATE TABLE passage (id TEXT PRIMARY KEY, body TEXT)")
    rows = ((p.id, msgspec.json.encode(p).decode()) for p in kept)
    database.executemany("INSERT INTO passage VALUES (?, ?)", rows)
    database.commit()
    database.close()
    return ReferenceDb(path)


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


class Fts5Ranker:
    """Ranks the clauses of kzref's search by FTS5."""

    def __init__(self, index: SearchIndex, path: Path) -> None:
        """Use its cards."""
        self.index = index
        self.database = sqlite3.connect(path)

    @staticmethod
    def write(path: Path, kept: Sequence[Passage], index: SearchIndex) -> None:
        """The words of the index in FTS5: the same stems, notions, references and beginnings."""
        database = sqlite3.connect(path)
        database.execute(
            f"CREATE VIRTUAL TABLE text USING fts5 ({QUOTED}, content='',"
            " tokenize=\"ascii tokenchars '_-:.()/@'\")"
        )
        glossary = index.lexicon.glossary()
        for number, passage in enumerate(kept):
            found = terms_of(Analysed.of(passage), glossary)
            row = [" ".join(found[name]) for name in FIELDS]
            marks = ", ".join("?" * len(FIELDS))
            database.execute(
                f"INSERT INTO text (rowid, {QUOTED}) VALUES (?, {marks})",  # noqa: S608
                (number, *row),
            )
        database.execute("INSERT INTO text(text) VALUES ('optimize')")
        database.commit()
        database.close()

    def rank(self, clauses: Sequence[Clause], filters: Filters, *, limit: int) -> Ranking:
        """The best passages that hold any of the terms, and how many of each kind are good."""
        asked = dict.fromkeys((v.field, v.term) for clause in clauses for v in clause.variants)
        if not asked:
            return Ranking((), {})
        match = " OR ".join(f'{field} : "{term}"' for field, term in asked)
        rows = self.database.execute(
            "SELECT rowid, bm25(text) AS score FROM text WHERE text MATCH ? ORDER BY score",
            (match,),
        ).fetchall()
        cards = self.index.cards
        if filters.as_of:
            day = filters.as_of.toordinal()
            outside = set(cards.not_in_force(day))
            rows = [row for row in rows if row[0] not in outside]
        floor = rows[0][1] * GOOD if rows else 0.0
        counts = Counter(cards.kinds[number] for number, score in rows if score <= floor)
        return Ranking(tuple(Scored(n, -score) for n, score in rows[:limit]), dict(counts))


class PlainFts5:
    """The texts as they stand in SQLite's own full-text search."""

    SQL = (
        "SELECT id, snippet(text, -1, '[', ']', '…', 30) FROM text"
        " WHERE text MATCH ? ORDER BY rank LIMIT 20"
    )

    def __init__(self, path: Path, kept: Iterable[Passage]) -> None:
        """Write them."""
        self.database = sqlite3.connect(path)
        self.database.execute(
            "CREATE VIRTUAL TABLE text USING fts5 (id UNINDEXED, en, ru, kk, prefix='2 3 4',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        rows = ((p.id, p.text.en, p.text.ru, p.text.kk) for p in kept)
        self.database.executemany("INSERT INTO text VALUES (?, ?, ?, ?)", rows)
        self.database.execute("INSERT INTO text(text) VALUES ('optimize')")
        self.database.commit()

    def every_word(self, query: str) -> list[tuple[str, ...]]:
        """Passages with all the words."""
        return self.database.execute(self.SQL, (query + "*",)).fetchall()

    def any_word(self, query: str) -> list[tuple[str, ...]]:
        """Passages with some of the words, as kzref finds them."""
        return self.database.execute(self.SQL, (" OR ".join(query.split()) + "*",)).fetchall()


Ask = Callable[[str], object]


def timed(engines: dict[str, Ask], queries: Iterable[str]) -> dict[str, list[float]]:
    """Milliseconds of processor time for each query, by engine."""
    spent: dict[str, list[float]] = {name: [] for name in engines}
    for query in queries:
        for name, ask in engines.items():
            started = thread_time()
            ask(query)
            spent[name].append((thread_time() - started) * 1000)
    return spent


def p95(spent: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(spent, n=20)[18]


def size(folder: Path) -> str:
    """The size of a file or of the files of a folder."""
    files = folder.rglob("*") if folder.is_dir() else [folder]
    return f"{sum(path.stat().st_size for path in files if path.is_file()) / 1e6:.1f} MB"


def built(what: str, path: Path, work: Callable[[], object]) -> None:
    """Do it, and print how long it took and how large it became."""
    wall, cpu = perf_counter(), process_time()
    work()
    wall, cpu = perf_counter() - wall, process_time() - cpu
    print(f"  build {what:22} {wall:6.1f} s ({cpu:.1f} s of processor), {size(path)}")


def measure(edition: Edition, real: Sequence[Passage], count: int) -> None:
    """Print the figures of all at one size."""
    dice = random.Random(7)
    kept = grown(real, count, dice)
    queries = keystrokes(kept, dice)
    print(f"{len(kept)} passages, {len(queries)} keystrokes; load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index, everyday = folder / "index", edition.everyday_words
        built("kzref", index, lambda: build(index, kept, edition="bench", everyday=everyday))
        texts = folder / "texts"
        plain: list[PlainFts5] = []
        built("FTS5, words as they are", texts, lambda: plain.append(PlainFts5(texts, kept)))
        database, desk = shelf(folder / "db", kept), Desk(edition, real)
        search = Search(database, index, desk)
        started = perf_counter()
        search.warm()
        print(f"  cold open and first answer   {(perf_counter() - started) * 1000:.0f} ms")
        opened: SearchIndex = search.opened.index
        stems = folder / "stems"
        built("FTS5, kzref's stems", stems, lambda: Fts5Ranker.write(stems, kept, opened))
        other = Search(shelf(folder / "db2", kept), index, desk)
        vars(other.opened)["ranker"] = Fts5Ranker(opened, stems)
        _compare(search, other, plain[0], queries)
        database.close()
        search.opened.index.close()


def _compare(search: Search, other: Search, plain: PlainFts5, queries: Sequence[str]) -> None:
    ranked: dict[str, list[float]] = {}
    for name, one in (("kzref, ranking alone", search), ("FTS5, ranking alone", other)):
        vars(one.opened.ranker)["rank"] = _watched(
            one.opened.ranker.rank, ranked.setdefault(name, [])
        )
    engines: dict[str, Ask] = {
        "kzref": lambda query: search.find(query, as_of=TODAY),
        "FTS5 in its place": lambda query: other.find(query, as_of=TODAY),
        "FTS5, any word": plain.any_word,
        "FTS5, every word": plain.every_word,
    }
    for turn in ("first time", "again"):
        for kept in ranked.values():
            kept.clear()
        spent = timed(engines, queries) | ranked
        print(f"  {turn}; load {os.getloadavg()[0]:.1f}")
        for name, times in spent.items():
            cuts = quantiles(times, n=20)
            print(
                f"    {name:22} p50 {cuts[9]:6.1f}  p95 {cuts[18]:6.1f}  max {max(times):6.1f} ms"
            )
        ours = p95(spent["kzref"])
        ratios = (f"{ours / p95(times):.2f} of {name}" for name, times in list(spent.items())[1:4])
        print("    p95 of kzref:", "; ".join(ratios))


def measure_own(edition: Edition, real: Sequence[Passage], count: int) -> None:
    """Print the figures of the edition with so many passages of own texts beside it."""
    dice = random.Random(8)
    made = [_own(passage, dice) for passage in grown(real, len(real) + count, dice)[len(real) :]]
    queries = keystrokes(made, dice)
    print(f"{len(made)} passages of own texts beside the edition; load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "index", real, edition="bench", everyday=edition.everyday_words)
        first = SearchIndex(folder / "index", edition="bench")
        own = folder / "own"
        built("kzref", own, lambda: build(own, made, edition="own", known=first.lexicon.glossary()))
        database = shelf(folder / "db", [*real, *made])
        search = Search(database, folder / "index", Desk(edition, real))
        started = perf_counter()
        joint = JointIndex(first, SearchIndex(own, edition="own"))
        print(f"  cold open   {(perf_counter() - started) * 1000:.0f} ms")
        vars(search.opened)["index"] = joint
        for turn in ("first time", "again"):
            times = timed({"kzref": lambda query: search.find(query, as_of=TODAY)}, queries)
            cuts = quantiles(times["kzref"], n=20)
            print(f"    {turn:22} p50 {cuts[9]:6.1f}  p95 {cuts[18]:6.1f} ms")
        database.close()
        joint.close()


def _own(passage: Passage, dice: random.Random) -> Passage:
    language = dice.choice(list(Language))
    text = Text(**{language.value: passage.text.own(language)})
    return replace(passage, kind=PassageKind.OWN_TEXT, text=text, title=text, context=Text())


def _watched(rank: Callable[..., Ranking], kept: list[float]) -> Callable[..., Ranking]:
    def watched(*arguments: object, **named: object) -> Ranking:
        started = thread_time()
        try:
            return rank(*arguments, **named)
        finally:
            kept.append((thread_time() - started) * 1000)

    return watched


def main() -> None:
    """Measure at each size that was asked for."""
    edition, _ = load(ROOT / "data")
    real = list(passages(edition))
    sizes = [int(size) for size in sys.argv[1:] or ("5000", "50000")]
    for count in sizes:
        measure(edition, real, count)
    measure_own(edition, real, max(sizes))


if __name__ == "__main__":
    main()
