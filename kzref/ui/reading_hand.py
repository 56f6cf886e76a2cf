"""What can be done on any pane with citable units: look at a link, light a unit, copy its citation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from kzref.model.reference import Citable
from kzref.ui.context import Context
from kzref.ui.widgets.unit_reader import UnitReader

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from kzref.services.law.quoting import Quoting
    from kzref.ui.widgets.peek import Peek


class ReadingHand(QObject):
    """Serves one pane; `told` says what was copied."""

    told = Signal(str)

    def __init__(
        self, context: Context, reader: UnitReader, unit: Callable[[str], Citable | None]
    ) -> None:
        """Serve this pane; `unit` tells the place of an anchor on it."""
        super().__init__(reader)
        self._context, self._reader, self._unit = context, reader, unit
        self.look: Peek | None = None
        self._left: QTextCursor | None = None  # the link that the keyboard was on
        reader.lit.connect(self._light)
        reader.cited.connect(self._cite)
        reader.peeked.connect(lambda place, at: self.peek(place, at, take=False))
        reader.unpeeked.connect(self.close_look)

    def peek(self, place: str, at: QPoint | None = None, *, take: bool = True) -> None:
        """Show a look at a place beside the text; `take` gives it the keyboard."""
        from kzref.services.law.glance import glance  # noqa: PLC0415 - when first peeked
        from kzref.ui.widgets.peek import Peek  # noqa: PLC0415 - when first peeked

        context = self._context
        seen = glance(context.desk, place, context.language, context.as_of)
        if seen is None:
            return
        if self.look is None:
            over = self._reader.parentWidget() or self._reader
            self.look = Peek(over)
            self.look.followed.connect(context.opened)
            self.look.closed.connect(self._come_back)
            context.escape.closes(self.look.close_if_open)
        self.look.show_glance(seen, context.words, at or self._reader.link_point(), take=take)

    def peek_at(self, first_cited: str | None, anchor: str) -> None:
        """Look at the link in focus, else at what the unit with this anchor refers to first."""
        if link := self._reader.focused_link():
            self._left = self._reader.textCursor()
            self.peek(link)
        elif first_cited:
            self.peek(first_cited, self._reader.unit_point(anchor))

    def _come_back(self) -> None:
        """Give the keyboard back, to the link that it was on."""
        self._reader.setFocus()
        if self._left is not None:
            self._reader.setTextCursor(self._left)
            self._left = None

    @property
    def is_looking(self) -> bool:
        """Whether a look is open and has the keyboard."""
        return self.look is not None and self.look.hasFocus()

    def close_look(self) -> None:
        """Close the look, if there is one."""
        if self.look is not None:
            self.look.hide()

    def copy_citation(self, place: Citable, *, quoting: bool = False) -> None:
        """Put the citation of a place on the clipboard; with its words when they are quoted."""
        quoted = self._quoting
        self._copy(quoted.quotation(place) if quoting else quoted.citation(place))

    def copy_wording(self, place: Citable) -> None:
        """Put the words of a place on the clipboard, named as what they are."""
        self._copy(self._quoting.wording(place))

    @property
    def _quoting(self) -> "Quoting":
        from kzref.services.law.quoting import Quoting  # noqa: PLC0415 - when first quoted

        context = self._context
        return Quoting(desk=context.desk, language=context.language, as_of=context.as_of)

    def _copy(self, text: str) -> None:
        self._context.clipboard.copy(text)
        self.told.emit(self._context.words("reading.copied", text=text.replace("\n", " ")))

    def _light(self, anchor: str) -> None:
        place = self._unit(anchor)
        self._reader.light(anchor, self._context.cite(str(place)) if place else "")

    def _cite(self, anchor: str) -> None:
        place = self._unit(anchor)
        if place is not None:
            self.copy_citation(place)
