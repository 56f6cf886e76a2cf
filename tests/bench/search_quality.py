"""Prints how well search finds the paragraphs that answer the questions of a JSON Lines file.

    python tests/bench/search_quality.py ../shared/research/retrieval_dev.jsonl [--misses]

`@k` is the share of questions with an expected paragraph among the first k hits of the kind
source-paragraph; `all@k` is the share of the expected paragraphs found there, out of at most k.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kzref.compiler.loader import load
from kzref.compiler.passages import passages
from kzref.engine.citations.citation import Citation, CitationReader
from kzref.engine.citations.form import CitationWriter
from kzref.model.edition import Edition
from kzref.model.passage import Passage
from kzref.model.practice import EverydayWords
from kzref.model.reference import Citable, parse_reference
from kzref.model.text import Language
from kzref.services.search.search import Search
from kzref.store.index.building import build


class Expected(msgspec.Struct):
    """Paragraphs of a section, each of which answers."""

    document: str
    section: str
    paragraphs: list[str]


class Question(msgspec.Struct):
    """A question and the paragraphs that answer it."""

    id: str
    type: str
    query: str
    expected: list[Expected]

    @property
    def places(self) -> set[str]:
        """The paragraphs in the spelling of data."""
        return {
            f"{e.document} {e.section} {number}" for e in self.expected for number in e.paragraphs
        }


@dataclass
class Shelf:
    """The passages of an edition in memory."""

    kept: dict[str, Passage]
    meta: dict[str, str]

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        """Passages by id."""
        del shape
        return {name: self.kept[name] for name in ids}

    def values(self, shape: type[EverydayWords]) -> Iterable[EverydayWords]:
        """None: the index has them already."""
        del shape
        return ()

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        """All passages."""
        del shape
        return self.kept.values()


class Desk:
    """Reads and writes the citations of an edition."""

    def __init__(self, edition: Edition, kept: Iterable[Passage]) -> None:
        """Learn what exists."""
        self.existing = {passage.place for passage in kept}
        instruments = [act.instrument for act in edition.acts]
        self.reader = CitationReader(
            names=edition.citation_names,
            instruments=instruments,
            documents=edition.documents,
            exists=self.exists,
        )
        self.writer = CitationWriter(instruments=instruments, documents=edition.documents)

    def exists(self, place: Citable) -> bool:
        """Whether the edition has it."""
        return str(place) in self.existing or " " not in str(place)

    def read(self, text: str, as_of: date | None = None) -> Citation:
        """What a text cites."""
        return self.reader.read(text, as_of)

    def beside(self, text: str, place: Citable) -> Iterable[Citable]:
        """Nowhere else."""
        del text, place
        return ()

    def homes(self, name: str) -> tuple[str, ...]:
        """The acts and documents of that name."""
        return self.reader.homes(name)

    def write(self, reference: str, language: Language) -> str:
        """A reference as the language cites it."""
        try:
            return self.writer.write(parse_reference(reference), language)
        except ValueError:
            return reference


def search_over(data: Path, index: Path) -> Search:
    """Search over the data of a checkout."""
    edition, _ = load(data)
    kept = list(passages(edition))
    build(index, kept, edition="bench", everyday=edition.everyday_words)
    shelf = Shelf({passage.id: passage for passage in kept}, {"data": "bench"})
    return Search(shelf, index, Desk(edition, kept))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--misses", action="store_true", help="print what was not found")
    parser.add_argument("--kind", default="source-paragraph")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        search = search_over(ROOT / "data", Path(folder) / "index")
        for path in options.questions:
            lines = path.read_text(encoding="utf-8").splitlines()
            questions = [msgspec.json.decode(line, type=Question) for line in lines if line.strip()]
            report(search, questions, kind=options.kind, misses=options.misses)


def report(search: Search, questions: list[Question], *, kind: str, misses: bool) -> None:
    """Print recall by type of question."""
    figures: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for question in questions:
        found = search.find(question.query, kinds=(kind,), limit=10)
        places = [hit.place for hit in found.hits]
        ranks = [places.index(place) + 1 for place in question.places if place in places]
        best = min(ranks, default=99)
        wanted = len(question.places)
        row = (
            float(best <= 3), float(best <= 10),
            sum(rank <= 3 for rank in ranks) / min(3, wanted), len(ranks) / min(10, wanted),
        )  # fmt: skip
        figures[question.type].append(row)
        figures["all"].append(row)
        if misses and best > 3:
            print(f"{question.id} {best:3} {question.query} -> {sorted(question.places)}")
            for hit in found.hits[:4]:
                print(f"       {hit.score:6} {hit.place}: {hit.snippet[:150]}")
    print(f"{'':22}{'n':>4}{'@3':>7}{'@10':>7}{'all@3':>7}{'all@10':>7}")
    for kind_of_question in sorted(figures, key=lambda name: (name == "all", name)):
        rows = figures[kind_of_question]
        means = [sum(row[at] for row in rows) / len(rows) for at in range(4)]
        print(f"{kind_of_question:22}{len(rows):4}" + "".join(f"{mean:7.2f}" for mean in means))


if __name__ == "__main__":
    main()
