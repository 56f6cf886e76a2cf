"""Cuts the user's own texts into passages that are searched, one for each unit, verbatim."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from kzref.model.own_text import LAW, OwnText, TextKind, Unit, UnitKind
from kzref.model.passage import Passage, PassageKind
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Text
from kzref.services.law.library import Library
from kzref.services.own.official_text import reference
from kzref.store.library_db import LibraryDb

PREFIX = "own:"
_SEARCHED = LAW | {
    UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.BULLET, UnitKind.FOOTNOTE, UnitKind.COURT,
    UnitKind.UNCLASSIFIED,
}  # fmt: skip


class OwnPassages:
    """The passages of the own library; their ids are `own:TEXT:POSITION`."""

    def __init__(self, path: Path, library: Library) -> None:
        """Cut the texts of this library file; the acts of the edition lend their keys."""
        self.path = path
        self._store = LibraryDb(path)
        self._library = library

    def anew(self) -> "OwnPassages":
        """The same with a connection of its own, for another thread."""
        return OwnPassages(self.path, self._library)

    def close(self) -> None:
        """Let go of the file; it is opened again when asked."""
        self._store.close()

    def texts(self) -> tuple[OwnText, ...]:
        """What there is to search."""
        return self._store.texts()

    def every(self) -> Iterator[Passage]:
        """All passages, text by text."""
        for text in self.texts():
            units = self._store.units(text)
            headings = {u.holder: u.text for u in units if u.kind is UnitKind.ARTICLE}
            yield from self._cut(text, enumerate(units), headings)

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """The passages with these ids, as far as their texts are still there."""
        wanted: dict[int, list[int]] = {}
        for name in ids:
            _, number, position = name.split(":")
            wanted.setdefault(int(number), []).append(int(position))
        found: dict[str, Passage] = {}
        for text in self.texts():
            if positions := wanted.get(text.id):
                units = self._store.units_at(text, positions)
                holders = {unit.holder for unit in units.values()}
                headings = self._store.headings(text, holders)
                found |= {p.id: p for p in self._cut(text, units.items(), headings)}
        return found

    def _cut(
        self, text: OwnText, units: Iterable[tuple[int, Unit]], headings: Mapping[str, str]
    ) -> Iterator[Passage]:
        acts = self._library.instruments.values() if text.kind is TextKind.ACT else ()
        act = next((act for act in acts if act.id == text.work), None)
        until = self._until(text)
        for position, unit in units:
            if unit.kind not in _SEARCHED:
                continue
            heading = headings.get(unit.holder, "")
            place = self._place(act.key if act else None, text, unit)
            yield Passage(
                id=f"{PREFIX}{text.id}:{position}",
                kind=PassageKind.OWN_TEXT,
                place=place,
                title=_in(text, heading or text.title),
                text=_in(text, unit.text),
                context=_in(text, "" if unit.kind is UnitKind.ARTICLE else heading),
                references=(place,),
                instrument=act.key if act else None,
                eid=_eid(place) if act else None,
                document=text.work,
                section=unit.holder or None,
                paragraph=unit.at or None,
                in_force_from=text.redaction,
                in_force_until=until,
            )

    @staticmethod
    def _place(key: str | None, text: OwnText, unit: Unit) -> str:
        """The place in the spelling of data; of an act that the edition does not know, by its id."""
        if not unit.holder:
            return key or text.work
        if text.kind is TextKind.ACT:
            return reference(key or text.work, unit.holder, unit.at)
        return f"{text.work} {unit.holder} {unit.at}".rstrip()

    def _until(self, text: OwnText) -> date | None:
        """The day from which a later redaction shows the law."""
        later = [
            other.redaction
            for other in self._store.texts(text.work)
            if other.redaction and text.redaction and other.redaction > text.redaction
            if other.language is text.language
        ]
        return min(later, default=None)


class Shelf(Protocol):
    """Where the passages of the edition are kept."""

    meta: dict[str, str]

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        """Passages by id."""

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        """All passages, in order."""


class JointShelf:
    """The passages of the edition, and those of the own library beside them."""

    def __init__(self, edition: Shelf, own: OwnPassages) -> None:
        """Use both."""
        self._edition, self._own = edition, own
        self.meta = edition.meta

    def passages(self, ids: Iterable[str], shape: type[Passage]) -> dict[str, Passage]:
        """Passages by id."""
        wanted = list(ids)
        own = [name for name in wanted if name.startswith(PREFIX)]
        found = self._edition.passages(
            [name for name in wanted if not name.startswith(PREFIX)], shape
        )
        return {**found, **self._own.passages(own)} if own else found

    def every_passage(self, shape: type[Passage]) -> Iterable[Passage]:
        """All passages of the edition."""
        return self._edition.every_passage(shape)


def _in(text: OwnText, words: str) -> Text:
    return Text(**{text.language.value: words or None})


def _eid(place: str) -> str | None:
    try:
        return Pinpoint.parse(place).eid or None
    except ValueError:
        return None
