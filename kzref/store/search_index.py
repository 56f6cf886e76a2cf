"""The door to Whoosh: builds the index of passages, and opens it read-only for ranking.

Whoosh keeps, for every stem of every language, the passages in which it stands and how often. The
texts are analysed before they get here and the ranking reads whole posting lists (see `ranking`),
so nothing of ours is pickled into the index and no query tree is built for a keystroke.
"""

import os
import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kzref.model.errors import DataError
from kzref.model.passage import Passage
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.store.analysed import Analysed
from kzref.store.index_folder import seal, verify
from kzref.store.lexicon import Lexicon

if TYPE_CHECKING:
    from types import ModuleType

_FORMAT = "2"
_CARDS = "passages.json"
NOTIONS, REFERENCES, STARTS = "notions", "references", "starts"
SHORTEST_START, LONGEST_START = 3, 4


class Card(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What ranking needs to know of a passage; days as ordinals, 0 for not dated.

    Hidden from the garbage collector, which would stop a keystroke to look through them all.
    """

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
        import whoosh.fields  # noqa: PLC0415 - slow to import
        import whoosh.filedb.filestore  # noqa: PLC0415
        import whoosh.index  # noqa: PLC0415
    module: ModuleType = whoosh
    return module


def build(
    folder: Path,
    passages: Iterable[Passage],
    *,
    edition: str,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    known: Lexicon | None = None,
) -> None:
    """Write the index of these passages; an older one in the folder is replaced when it is whole.

    `progress` is told how many passages of how many are done. `known` lends its notions to
    passages that have no glossary of their own.
    """
    every = list(passages)
    analysed = []
    for number, passage in enumerate(every):
        progress(number // 2, len(every))  # the other half of the work is writing
        analysed.append(Analysed.of(passage))
    draft = folder.with_name(f"{folder.name}.{os.getpid()}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    lexicon = Lexicon.of(analysed, known)
    lexicon.save(draft)
    _write(draft, analysed, lexicon, progress)
    cards = [_card(one) for one in analysed]
    (draft / _CARDS).write_bytes(msgspec.json.encode(cards))
    seal(draft, edition=edition, version=_FORMAT)
    shutil.rmtree(folder, ignore_errors=True)
    draft.replace(folder)
    progress(len(every), len(every))


def _write(
    folder: Path,
    analysed: Sequence[Analysed],
    lexicon: Lexicon,
    progress: Callable[[int, int], None],
) -> None:
    whoosh = _whoosh()
    from kzref.store.posting_lists import ListCodec, Postings  # noqa: PLC0415 - imports Whoosh

    fields = {name: Postings() for name in sorted((*Language, NOTIONS, REFERENCES, STARTS))}
    schema = whoosh.fields.Schema(**{name: whoosh.fields.KEYWORD() for name in fields})
    writer = whoosh.index.create_in(folder, schema).writer(codec=ListCodec())
    for number, one in enumerate(analysed):
        progress((len(analysed) + number) // 2, len(analysed))
        writer.add_document()  # its terms follow below, all passages of a term at once
        for name, found in terms(one, lexicon).items():
            fields[name].add(number, found)
    for name, postings in fields.items():
        postings.write(writer.fieldwriter, name, schema[name])
    writer.commit()


def terms(one: Analysed, lexicon: Lexicon) -> dict[str, Iterable[str]]:
    """The terms of a passage by field, each as often as it counts."""
    return {
        **{language.value: one.weighted(language) for language in Language},
        NOTIONS: lexicon.notions(one),
        REFERENCES: _references(one.passage),
        STARTS: _starts(one),
    }


def _references(passage: Passage) -> Iterator[str]:
    """The places a passage is at (said twice) or cites, and the larger ones that hold them."""
    yield token(passage.place)
    found = {passage.place, *passage.references}
    for reference in passage.references:
        try:
            place = Pinpoint.parse(reference).parent
        except ValueError:
            continue
        while place is not None:
            found.add(str(place))
            place = place.parent
    yield from sorted(map(token, found))


def token(reference: str) -> str:
    """A reference as one term of the index."""
    return reference.replace(" ", "_")


def _starts(one: Analysed) -> set[str]:
    words = one.spelled.values()
    lengths = range(SHORTEST_START, LONGEST_START + 1)
    return {word[:length] for length in lengths for word in words if len(word) >= SHORTEST_START}


def _card(one: Analysed) -> Card:
    passage = one.passage
    start, until = passage.in_force_from, passage.in_force_until
    english, russian, kazakh = (len(one.weighted(language)) for language in Language)
    return Card(
        id=passage.id,
        kind=passage.kind.value,
        place=passage.place,
        home=passage.instrument or passage.document or "",
        start=start.toordinal() if start else 0,
        until=until.toordinal() if until else 0,
        lengths=(english, russian, kazakh),
    )


def is_whole(folder: Path, *, edition: str) -> bool:
    """Whether exactly the index built for this edition is there; nothing in it is opened."""
    try:
        verify(folder, edition=edition, version=_FORMAT)
    except DataError:
        return False
    return True


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
        self._frequencies: dict[tuple[str, str], int] = {}

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
        key = (field, term)
        known = self._frequencies.get(key)
        if known is None:
            known = self._frequencies[key] = int(self._reader.doc_frequency(field, term))
        return known

    def postings(self, field: str, term: str) -> tuple[Sequence[int], Sequence[int]]:
        """The numbers of the passages in which a term stands, rising, and how often in each."""
        if (field, term) not in self._reader:
            return (), ()
        found = self._reader.postings(field, term)
        return found.numbers, found.counts
