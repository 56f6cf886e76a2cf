"""The door to Whoosh: builds the index of passages, and opens it read-only for ranking.

Whoosh keeps, for every stem of every language, the passages in which it stands and how often. The
texts are analysed before they get here and the ranking reads whole posting lists (see `ranking`),
so nothing of ours is pickled into the index and no query tree is built for a keystroke.
"""

import shutil
import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kzref.model.errors import DataError
from kzref.model.passage import Passage
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.store.analyzers import STOP_WORDS, stems, words
from kzref.store.index_folder import seal, verify
from kzref.store.lexicon import Lexicon

if TYPE_CHECKING:
    from types import ModuleType

_FORMAT = "1"
_CARDS = "passages.json"
NOTIONS, REFERENCES, STARTS = "notions", "references", "starts"
SHORTEST_START, LONGEST_START = 3, 4
TEXT_WEIGHT = 2  # how much more a word of the text counts than one of its context


class Card(msgspec.Struct, frozen=True, array_like=True):
    """What ranking needs to know of a passage; days as ordinals, 0 for not dated."""

    id: str
    kind: str
    place: str
    home: str  # the act or document
    start: int
    until: int
    lengths: tuple[int, int, int]  # stems in English, Russian, Kazakh


def _whoosh() -> "ModuleType":
    """Whoosh, imported when an index is first touched; its own deprecations are not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import whoosh.analysis  # noqa: PLC0415 - slow to import
        import whoosh.fields  # noqa: PLC0415
        import whoosh.filedb.filestore  # noqa: PLC0415
        import whoosh.index  # noqa: PLC0415
    module: ModuleType = whoosh
    return module


def build(folder: Path, passages: Iterable[Passage], *, edition: str) -> None:
    """Write the index of these passages; an older one in the folder is replaced."""
    kept = list(passages)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lexicon = Lexicon.of(kept)
    lexicon.save(folder)
    cards = _write(folder, kept, lexicon)
    (folder / _CARDS).write_bytes(msgspec.json.encode(cards))
    seal(folder, edition=edition, version=_FORMAT)


def _write(folder: Path, passages: Iterable[Passage], lexicon: Lexicon) -> list[Card]:
    whoosh = _whoosh()
    tokens = whoosh.analysis.SpaceSeparatedTokenizer()
    counted = {
        name: whoosh.fields.TEXT(analyzer=tokens, phrase=False)
        for name in (*(language.value for language in Language), NOTIONS)
    }
    listed = {name: whoosh.fields.KEYWORD() for name in (REFERENCES, STARTS)}
    schema = whoosh.fields.Schema(**counted, **listed)
    writer = whoosh.index.create_in(folder, schema).writer(limitmb=256)
    cards = []
    for passage in passages:
        runs = {language: _run(passage, language) for language in Language}
        writer.add_document(
            **{language.value: " ".join(run) for language, run in runs.items()},
            **{
                NOTIONS: " ".join(_notions(passage, lexicon)),
                REFERENCES: " ".join(sorted(set(_references(passage)))),
                STARTS: " ".join(sorted(_starts(passage))),
            },
        )
        cards.append(_card(passage, runs))
    writer.commit(optimize=True)
    return cards


def _run(passage: Passage, language: Language) -> list[str]:
    text = stems(passage.text.own(language) or "", language)
    return text * TEXT_WEIGHT + stems(passage.context.own(language) or "", language)


def _notions(passage: Passage, lexicon: Lexicon) -> Iterator[str]:
    for language in Language:
        for text in (passage.text.own(language), passage.context.own(language)):
            if text:
                yield from lexicon.notions(text, language)


def _references(passage: Passage) -> Iterator[str]:
    """The places a passage is at or cites, and the larger ones that hold them."""
    for reference in passage.references:
        yield token(reference)
        try:
            place: Pinpoint | None = Pinpoint.parse(reference)
        except ValueError:
            continue
        while place is not None:
            yield token(str(place))
            place = place.parent


def token(reference: str) -> str:
    """A reference as one term of the index."""
    return reference.replace(" ", "_")


def _starts(passage: Passage) -> set[str]:
    found = set()
    for language in Language:
        stop = STOP_WORDS[language]
        for text in (passage.text.own(language), passage.context.own(language)):
            for word in words(text or ""):
                if word.text not in stop:
                    longest = min(len(word.text), LONGEST_START)
                    found |= {word.text[:n] for n in range(SHORTEST_START, longest + 1)}
    return found


def _card(passage: Passage, runs: dict[Language, list[str]]) -> Card:
    start, until = passage.in_force_from, passage.in_force_until
    return Card(
        id=passage.id,
        kind=passage.kind.value,
        place=passage.place,
        home=passage.instrument or passage.document or "",
        start=start.toordinal() if start else 0,
        until=until.toordinal() if until else 0,
        lengths=(len(runs[Language.EN]), len(runs[Language.RU]), len(runs[Language.KK])),
    )


class SearchIndex:
    """An open index: its cards, its lexicon, and the postings of its terms."""

    def __init__(self, folder: Path, *, edition: str) -> None:
        """Check every file against the manifest, then open.

        Raises:
            DataError: the index is missing, damaged or of another edition.
        """
        verify(folder, edition=edition, version=_FORMAT)
        whoosh = _whoosh()
        try:
            storage = whoosh.filedb.filestore.FileStorage(str(folder), readonly=True)
            self._reader: Any = storage.open_index().reader()  # Whoosh has no types
            self.cards = msgspec.json.decode((folder / _CARDS).read_bytes(), type=list[Card])
            self.lexicon = Lexicon.load(folder)
        except (OSError, msgspec.MsgspecError) as fault:
            raise DataError("index.damaged", path=str(folder)) from fault

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    @cached_property
    def mean_lengths(self) -> tuple[float, ...]:
        """The mean number of stems of a passage, by language."""
        count = max(1, len(self.cards))
        return tuple(sum(card.lengths[at] for card in self.cards) / count for at in range(3))

    def frequency(self, field: str, term: str) -> int:
        """In how many passages a term stands."""
        return int(self._reader.doc_frequency(field, term))

    def postings(self, field: str, term: str) -> Iterator[tuple[int, float]]:
        """The numbers of the passages in which a term stands, rising, and how often."""
        if (field, term) not in self._reader:
            return
        matcher = self._reader.postings(field, term)
        while matcher.is_active():
            yield matcher.id(), matcher.weight()
            matcher.next()
