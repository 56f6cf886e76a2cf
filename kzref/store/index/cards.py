"""What ranking needs to know of every passage, by its number: columns, since there are thousands."""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from sys import intern

import msgspec

from kzref.model.passage import Passage
from kzref.model.text import Language
from kzref.store.index.analysed import Analysed

CARDS = "passages.json"
_DAY, _LENGTH = "I", "I"  # of arrays: four bytes each


class _Columns(msgspec.Struct):
    ids: list[str]
    kinds: list[str]
    places: list[str]
    homes: list[str]  # the act or document of each
    starts: list[int]
    untils: list[int]
    lengths: tuple[list[int], ...]  # of the stems in English, Russian, Kazakh


class Cards:
    """The cards of an index: in each column what is at the number of a passage; days as ordinals, 0 for none."""

    def __init__(self, columns: _Columns) -> None:
        """Keep the columns small: what is said often is one string, and numbers are packed."""
        self.ids = columns.ids
        self.kinds = [intern(kind) for kind in columns.kinds]
        same = {name: name for name in columns.ids}
        self.places = [same.setdefault(place, place) for place in columns.places]
        self.homes = [intern(home) for home in columns.homes]
        self.starts = array(_DAY, columns.starts)
        self.untils = array(_DAY, columns.untils)
        self.lengths = tuple(array(_LENGTH, lengths) for lengths in columns.lengths)

    @classmethod
    def load(cls, folder: Path) -> "Cards":
        """Read what `write_cards` wrote.

        Raises:
            OSError: it cannot be read.
            msgspec.MsgspecError: it holds something else.
        """
        return cls(msgspec.json.decode((folder / CARDS).read_bytes(), type=_Columns))

    def joined(self, other: "Cards") -> "Cards":
        """These cards and then those."""
        return Cards(
            _Columns(
                ids=[*self.ids, *other.ids],
                kinds=[*self.kinds, *other.kinds],
                places=[*self.places, *other.places],
                homes=[*self.homes, *other.homes],
                starts=[*self.starts, *other.starts],
                untils=[*self.untils, *other.untils],
                lengths=tuple(
                    [*one, *more] for one, more in zip(self.lengths, other.lengths, strict=True)
                ),
            )
        )

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self.ids)

    def not_in_force(self, day: int) -> Iterator[int]:
        """The passages that are not the law of a day."""
        for number, (start, until) in enumerate(zip(self.starts, self.untils, strict=True)):
            if not start <= day < (until or day + 1):
                yield number


def write_cards(folder: Path, passages: Iterable[Analysed]) -> None:
    """Write the cards of an index."""
    columns = _Columns([], [], [], [], [], [], tuple([] for _ in Language))
    for one in passages:
        passage: Passage = one.passage
        start, until = passage.in_force_from, passage.in_force_until
        columns.ids.append(passage.id)
        columns.kinds.append(passage.kind.value)
        columns.places.append(passage.place)
        columns.homes.append(passage.instrument or passage.document or "")
        columns.starts.append(start.toordinal() if start else 0)
        columns.untils.append(until.toordinal() if until else 0)
        for lengths, language in zip(columns.lengths, Language, strict=True):
            lengths.append(len(one.weighted(language)))
    (folder / CARDS).write_bytes(msgspec.json.encode(columns))
