"""From what is typed to what is shown: asks off the interface thread, and drops what comes too late.

An answer is shown only if the reader is still where the question was asked; Enter pressed before
the answer waits for it and goes straight to its first place.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from kzref.model.errors import KzrefError
from kzref.model.language import Language
from kzref.ui.background import Background
from kzref.ui.context import Context

if TYPE_CHECKING:  # loaded by the first search
    from kzref.services.search.answer import Found


class Searching(QObject):
    """Belongs to one search box."""

    answered = Signal(object, str)  # what was found, and the kind it was narrowed to
    leads = Signal(str)  # the place that Enter goes to
    emptied = Signal()
    told = Signal(str)  # a sentence for the status line

    def __init__(self, field: QLineEdit, context: Context, front: Callable[[], str]) -> None:
        """Listen to the field; `front` names the page that is in front."""
        super().__init__(field)
        self._field, self._context, self._front = field, context, front
        self._background = Background(self)
        self._taking_in = Background(self)  # of own texts into the index, beside the search
        self._is_taking_in = False
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(90)
        self._kind = ""
        self._asked_from = ""
        self._enter = False
        self._known: tuple[str, Found] | None = None
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self._on_return)
        self._debounce.timeout.connect(self.ask)
        context.language_changed.connect(self._on_context_changed)
        context.as_of_changed.connect(self._on_context_changed)
        if field.text():  # typed before the box was listened to
            self._debounce.start()

    def narrow(self, kind: str) -> None:
        """Ask the same for one kind only, or for all again."""
        self._kind = kind
        self.ask()

    def forget(self) -> None:
        """The reader has gone elsewhere: an answer under way is of no use."""
        self._debounce.stop()
        self._background.forget()
        self._enter = False

    def ask(self) -> None:
        """Ask what stands in the field now."""
        self._debounce.stop()
        typed = self._field.text().strip()
        if not typed:
            self.emptied.emit()
            return
        context, kind = self._context, self._kind
        language: Language = context.language
        as_of: date = context.as_of
        self._asked_from = self._front()
        self._background.ask(
            lambda: context.desk.search.find(
                typed, language=language, as_of=as_of, kinds=(kind,) if kind else ()
            ),
            lambda found: self._on_found(typed, found),
            self._on_fault,
        )

    def _on_typed(self, _text: str) -> None:
        self._kind = ""
        self._debounce.start()

    def _on_return(self) -> None:
        typed = self._field.text().strip()
        if self._known is not None and self._known[0] == typed and not self._debounce.isActive():
            self._go(self._known[1])
        elif typed:
            self._enter = True
            self.ask()

    def _on_context_changed(self) -> None:
        self._known = None
        if self._front() == "results":
            self.ask()

    def _on_found(self, typed: str, found: "Found") -> None:
        self._known = (typed, found)
        if found.own_missing and not self._is_taking_in:
            self._take_in()
        if self._enter:
            self._enter = False
            self._go(found)
        elif self._front() in {self._asked_from, "results"}:
            self.answered.emit(found, self._kind)

    def _go(self, found: "Found") -> None:
        if found.jump is not None and not self._kind:
            self.leads.emit(found.jump.reference)
        elif found.hits and (self._kind or not found.candidates):
            self.leads.emit(found.hits[0].place)
        else:
            self.answered.emit(found, self._kind)

    def _on_fault(self, error: KzrefError) -> None:
        if not error.message.key.startswith("index."):
            self.told.emit(self._context.words.say(error.message))
            return
        words, search = self._context.words, self._context.desk.search
        self.told.emit(words("search.rebuilding", percent=0))
        self._background.ask(
            lambda: search.rebuild(
                lambda done, every: self.told.emit(
                    words("search.rebuilding", percent=100 * done // max(every, 1))
                )
            ),
            lambda _nothing: self._on_rebuilt(),
            lambda fault: self.told.emit(words.say(fault.message)),
        )

    def _take_in(self) -> None:
        """Index the user's own texts, then ask again; searching goes on meanwhile without them."""
        self._is_taking_in = True
        words, search = self._context.words, self._context.desk.search
        told = -1

        def tell(done: int, every: int) -> None:
            nonlocal told
            percent = 100 * done // max(every, 1)
            if percent != told:
                told = percent
                self.told.emit(words("ownsearch.indexing", percent=percent))

        self._taking_in.ask(
            lambda: search.take_in(tell),
            lambda _nothing: self._on_taken_in(),
            self._on_not_taken_in,
        )

    def _on_taken_in(self) -> None:
        self._is_taking_in = False
        self.told.emit(self._context.words("ownsearch.indexed"))
        if self._front() == "results":
            self.ask()

    def _on_not_taken_in(self, error: KzrefError) -> None:
        """Tell it, and leave it at that until the next start: every search would try again."""
        self.told.emit(self._context.words.say(error.message))

    def _on_rebuilt(self) -> None:
        self.told.emit(self._context.words("search.rebuilt"))
        self.ask()
