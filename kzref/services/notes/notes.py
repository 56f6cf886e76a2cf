"""Notes and bookmarks over one edition: written, found, kept through editions, taken along as files."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias
from uuid import uuid4

from msgspec.structs import replace

from kzref.engine.words.word_diff import Piece, word_diff
from kzref.model.document import Place
from kzref.model.errors import DataError, InputError
from kzref.model.language import Language
from kzref.model.note import Note, NoteKind
from kzref.model.pinpoint import Pinpoint
from kzref.model.reference import parse_reference
from kzref.services.law.library import Library
from kzref.store.checksums import sha256
from kzref.store.user_db import UserDb


class Fate(StrEnum):
    """What an edition did to the text under a note."""

    SAME = "same"
    CHANGED = "changed"
    ORPHANED = "orphaned"  # the place is not in this edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a note stands in this edition; `pieces` are what changed in the text under it."""

    note: Note
    fate: Fate
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who writes, and when: the language, the moment, and the day of the law when not the present."""

    language: Language
    now: datetime
    law_day: date | None = None


Official: TypeAlias = Callable[[Pinpoint, date, Language], str | None]


def _nothing(_place: Pinpoint, _day: date, _language: Language) -> None:
    """There are no texts of the user's own."""


class Notes:
    """The user's notes. What is written counts at once; `keep` puts it into the file.

    The window sets `keep` to do that off the interface thread; by default it is done on the spot.
    """

    def __init__(
        self, store: UserDb, library: Library, edition: str, official: Official | None = None
    ) -> None:
        """Use this file, read when first asked; `official` gives a text where there is no digest."""
        self._official = official or _nothing
        self.store = store
        self.keep: Callable[[tuple[Note, ...]], None] = store.save
        self._library = library
        self._edition = edition
        self.fault: DataError | None = None  # why the file cannot be read
        self._held: dict[str, Note] | None = None

    # --- writing

    def write(self, place: str, text: str, reader: Reader, note: Note | None = None) -> Note:
        """A new note at a place, or new words for one that is there; its anchor stays as it was.

        A note that another window has written on meanwhile stays, and the words become one beside it.
        """
        if note is None:
            return self._put(self._fresh(NoteKind.NOTE, place, text, reader))
        if self._notes.get(note.id, note).text != note.text:
            note = replace(note, id=uuid4().hex, created_at=reader.now)
        kind = NoteKind.NOTE if text.strip() else note.kind
        return self._put(
            replace(note, kind=kind, text=text, changed_at=reader.now, deleted_at=None)
        )

    def mark(self, place: str, reader: Reader) -> Note:
        """Set a bookmark at a place, or take the one there away."""
        for note in self.at(place):
            if note.kind is NoteKind.BOOKMARK:
                return self.delete(note, reader.now)
        return self._put(self._fresh(NoteKind.BOOKMARK, place, "", reader))

    def delete(self, note: Note, now: datetime) -> Note:
        """Take a note away; `restore` brings it back."""
        note = self._notes.get(note.id, note)  # with the words that another window gave it
        return self._put(replace(note, changed_at=now, deleted_at=now))

    def restore(self, note: Note, now: datetime) -> Note:
        """Undo a deletion."""
        return self._put(replace(note, changed_at=now, deleted_at=None))

    def anchor(self, note: Note, place: str, reader: Reader) -> Note:
        """Tie a note to another place, or to what its place says now."""
        fresh = self._fresh(note.kind, place, note.text, reader)
        return self._put(replace(fresh, id=note.id, created_at=note.created_at))

    def _fresh(self, kind: NoteKind, place: str, text: str, reader: Reader) -> Note:
        day = reader.law_day or reader.now.date()
        copy = self.digest(place, day, reader.language)
        if copy is None:
            raise InputError("citation.not_in_edition", citation=place)
        return Note(
            id=uuid4().hex,
            kind=kind,
            place=place,
            text=text,
            language=reader.language,
            law_day=reader.law_day,
            copy=copy,
            copy_sha256=sha256(copy.encode()).hexdigest(),
            edition=self._edition,
            created_at=reader.now,
            changed_at=reader.now,
        )

    def _put(self, note: Note) -> Note:
        held = self._notes
        if self.fault is not None:
            raise self.fault
        held[note.id] = note
        self.keep((note,))
        return note

    # --- reading

    @property
    def _notes(self) -> dict[str, Note]:
        if self._held is None or self.store.has_changed:
            before, found, self.fault = self._held or {}, dict[str, Note](), None
            try:
                found = {note.id: note for note in self.store.notes()}
            except DataError as fault:
                self.fault = fault  # the law stays readable; writing says what is wrong
            for note in before.values():  # what is still on its way into the file counts
                there = found.get(note.id)
                if there is None or there.changed_at < note.changed_at:
                    found[note.id] = note
            self._held = found
        return self._held

    def reload(self) -> None:
        """Read the file anew, after something else has written it."""
        self._held = None

    def get(self, note_id: str) -> Note | None:
        """A note by its id, a deleted one too."""
        return self._notes.get(note_id)

    @property
    def all(self) -> tuple[Note, ...]:
        """All notes that are not deleted, oldest first."""
        return tuple(note for note in self._notes.values() if note.deleted_at is None)

    @property
    def deleted(self) -> tuple[Note, ...]:
        """The notes that were taken away, the last one first."""
        gone = [note for note in self._notes.values() if note.deleted_at is not None]
        return tuple(sorted(gone, key=lambda note: note.changed_at, reverse=True))

    def at(self, place: str) -> tuple[Note, ...]:
        """The notes at exactly this place."""
        return tuple(note for note in self.all if note.place == place)

    def under(self, place: str) -> dict[str, tuple[Note, ...]]:
        """The notes of an article or of a section, by their places."""
        found: dict[str, tuple[Note, ...]] = {}
        for note in self.all:
            if note.place == place or note.place.startswith((f"{place}(", f"{place} ")):
                found[note.place] = (*found.get(note.place, ()), note)
        return found

    def find(self, query: str) -> tuple[Note, ...]:
        """The notes that have every word of a query, or a word that begins like it, in any form."""
        if not self.all:
            return ()
        wanted = [_forms(word) for word in query.split()]
        return tuple(
            note
            for note in self.all
            if wanted
            and all(
                any(held.startswith(tuple(forms)) for held in _words_of(note.text, note.place))
                for forms in wanted
            )
        )

    # --- through editions

    def standing(self, note: Note, today: date) -> Standing:
        """How a note stands: whether its text is the same, has changed, or is no longer there."""
        now = self.digest(note.place, note.law_day or today, note.language)
        if now is None:
            return Standing(note=note, fate=Fate.ORPHANED)
        if sha256(now.encode()).hexdigest() == note.copy_sha256:
            return Standing(note=note, fate=Fate.SAME)
        return Standing(note=note, fate=Fate.CHANGED, pieces=word_diff(note.copy, now))

    def orphans(self) -> tuple[Note, ...]:
        """The notes whose places are not in this edition."""
        return tuple(
            note for note in self.all if self.digest(note.place, date.max, note.language) is None
        )

    def candidates(self, note: Note, today: date, most: int = 3) -> tuple[str, ...]:
        """Where an orphan may belong: the nearest larger places, and units that read alike."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - for orphans only

        try:
            place = parse_reference(note.place)
        except ValueError:
            return ()
        texts = self._neighbours(place, today, note.language)
        alike = process.extract(note.copy, texts, scorer=fuzz.ratio, limit=most, score_cutoff=40)
        found = [str(name) for _text, _score, name in alike]
        parent = place.parent if isinstance(place, Pinpoint) else None
        while parent is not None and parent.article is not None:
            if self.digest(str(parent), today, note.language) is not None:
                found.append(str(parent))
            parent = parent.parent
        return tuple(dict.fromkeys(found))[:most]

    def _neighbours(
        self, place: Pinpoint | Place, today: date, language: Language
    ) -> dict[str, str]:
        """The digests of the same article or section, by place."""
        if isinstance(place, Place):
            stored = self._library.paragraphs(place.document, place.section)
            return {one.id: one.value.digest[language] for one in stored}
        try:
            article = self._library.provision(
                Pinpoint(key=place.key, article=place.article), today
            ).article
        except InputError:
            return {}
        return {
            str(article.pinpoint(place.key, provision)): version.gist[language]
            for provision in article.provisions
            if (version := provision.version(today)) is not None
        }

    def digest(self, place: str, day: date, language: Language) -> str | None:
        """What exactly this place says on a day; empty: not in force then; None: no such place."""
        try:
            reference = parse_reference(place)
            if isinstance(reference, Place):
                return self._paragraph(reference, language)
            if reference.article is None:
                act = self._library.instruments.get(reference.key)
                return act.title[language] if act else None
            return self._provision(reference, day, language)
        except (InputError, ValueError):
            return None

    def _provision(self, place: Pinpoint, day: date, language: Language) -> str | None:
        provision = self._library.exact(place)
        if provision is None:
            return self._official(place, day, language)
        version = provision.version(day)
        return version.gist[language] if version else ""

    def _paragraph(self, place: Place, language: Language) -> str | None:
        if place.document not in self._library.documents:
            return None
        paragraph = self._library.paragraph(place)
        known = {paragraph.number, *(unit.number for unit in paragraph.units)}
        return self._library.digest(place)[language] if place.number in known else None


def _forms(word: str) -> frozenset[str]:
    """A word as it is typed, and its stems in every language."""
    from kzref.store.index.analyzers import fold, stems  # noqa: PLC0415 - loaded by the first search

    return frozenset({fold(word), *(stem for one in Language for stem in stems(word, one))})


@lru_cache(maxsize=4096)
def _words_of(text: str, place: str) -> frozenset[str]:
    """The words of a note and their stems."""
    from kzref.store.index.analyzers import fold, stems  # noqa: PLC0415 - loaded by the first search

    words = fold(f"{text} {place}").split()
    return frozenset({*words, *(stem for one in Language for stem in stems(text, one))})
