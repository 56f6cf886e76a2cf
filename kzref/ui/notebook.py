"""The user's notes in the window: every change counts at once and is kept off the interface thread."""

from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from kzref.model.errors import KzrefError
from kzref.model.language import Language
from kzref.model.note import Note, NoteKind
from kzref.services.catalogue import Catalogue
from kzref.services.desk import Desk
from kzref.services.notes.notes import Notes, Reader, Standing
from kzref.ui.background import Background

AGAIN = 20_000  # milliseconds until what could not be kept is tried again
LINKS = ("note:", "note-delete:", "note-restore:", "note-anchor:")


class Circumstances(Protocol):
    """In which notes are written: what the context of the window knows."""

    desk: Desk
    language: Language
    opened: SignalInstance

    @property
    def words(self) -> Catalogue:
        """The catalogue of the chosen language."""

    @property
    def now(self) -> datetime:
        """The present moment."""

    @property
    def today(self) -> date:
        """The day of the local clock."""

    @property
    def as_of(self) -> date:
        """The day whose law is shown."""

    @property
    def is_as_of_today(self) -> bool:
        """Whether the law of today is shown."""

    def cite(self, reference: str) -> str:
        """A reference in the citation form of the language."""


class Notebook(QObject):
    """Tells when notes `changed`, and in a sentence what was done or went wrong.

    What could not be kept is tried again: with the next note, a little later, and at the end.
    """

    changed = Signal()
    told = Signal(str)
    failed = Signal()  # the file could not be written

    def __init__(self, context: Circumstances, parent: QObject) -> None:
        """Keep the notes of the context's desk."""
        super().__init__(parent)
        self._context = context
        self._background = Background(self)
        self._unkept: dict[str, Note] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(lambda: self._keep(()))
        self.notes.keep = self._keep

    @property
    def notes(self) -> Notes:
        """The notes themselves."""
        return self._context.desk.notes

    @property
    def reader(self) -> Reader:
        """Who reads now."""
        context = self._context
        law_day = None if context.is_as_of_today else context.as_of
        return Reader(language=context.language, now=context.now, law_day=law_day)

    def standing(self, note: Note) -> Standing:
        """How a note stands in this edition."""
        return self.notes.standing(note, self._context.today)

    def write(self, place: str, text: str, note: Note | None) -> Note | None:
        """Write a note; one that lost its words is taken away. None: nothing to write."""
        if not text.strip():
            if note is not None and note.kind is NoteKind.NOTE:
                self.delete(note)
            return None
        try:
            written = self.notes.write(place, text, self.reader, note)
        except KzrefError as error:
            self.told.emit(self._context.words.say(error.message))
            return None
        self.changed.emit()
        return written

    def mark(self, place: str) -> None:
        """Set a bookmark at a place, or take it away."""
        words = self._context.words
        try:
            note = self.notes.mark(place, self.reader)
        except KzrefError as error:
            self.told.emit(words.say(error.message))
            return
        key = "notes.unmarked" if note.deleted_at else "notes.marked"
        self.changed.emit()
        self.told.emit(words(key, place=self._context.cite(place)))

    def delete(self, note: Note) -> None:
        """Take a note away."""
        self.notes.delete(note, self._context.now)
        self.changed.emit()
        place = self._context.cite(note.place)
        self.told.emit(self._context.words("notes.deleted", place=place))

    def undo(self) -> None:
        """Bring back what was taken away last."""
        for note in self.notes.deleted[:1]:
            self.notes.restore(note, self._context.now)
            self.changed.emit()
            place = self._context.cite(note.place)
            self.told.emit(self._context.words("notes.restored", place=place))

    @property
    def can_undo(self) -> bool:
        """Whether anything was taken away."""
        return bool(self.notes.deleted)

    def follow(self, link: str) -> bool:
        """Do what a link in a list of notes asks for; False when it is another link."""
        if not link.startswith(LINKS):
            return False
        action, _, rest = link.partition(":")
        note_id, _, place = rest.partition("@")
        note = self.notes.get(note_id)
        if note is None:
            return True
        match action:
            case "note":
                self._context.opened.emit(note.place)
            case "note-delete":
                self.delete(note)
            case "note-restore":
                self.notes.restore(note, self._context.now)
                self.changed.emit()
            case "note-anchor":
                self.notes.anchor(note, place or note.place, self.reader)
                self.changed.emit()
        return True

    def keep_rest(self) -> str:
        """Keep what could not be kept, now; why not, in a sentence, when it still cannot be."""
        if not self._unkept:
            return ""
        store, waiting = self.notes.store, tuple(self._unkept.values())
        try:
            store.save(waiting)
        except KzrefError as error:
            return self._context.words(
                "notes.unkept", count=len(waiting), **error.message.arguments
            )
        self._on_kept(waiting)
        return ""

    def _keep(self, notes: tuple[Note, ...]) -> None:
        self._unkept |= {note.id: note for note in notes}
        store, waiting = self.notes.store, tuple(self._unkept.values())
        self._background.ask(
            lambda: store.save(waiting), lambda _done: self._on_kept(waiting), self._on_fault
        )

    def _on_kept(self, kept: tuple[Note, ...]) -> None:
        self._again.stop()
        for note in kept:
            if self._unkept.get(note.id) is note:  # it may have been written on meanwhile
                del self._unkept[note.id]

    def _on_fault(self, error: KzrefError) -> None:
        self._again.start()
        self.told.emit(self._context.words.say(error.message))
        self.failed.emit()
