"""What every page of the window has in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kzref.ui.context import Context
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from kzref.model.sheet import Sheet

READS = ("QTextBrowser", "QScrollBar")
"""The kinds of widgets of a page that is text alone: it wears the rules for them, and no others."""


class Page(QWidget):
    """A page: built once, told in which language to speak, asked to open places it knows."""

    name = ""  # of the tab, and in the self-test
    kinds: tuple[str, ...] = ()  # of widgets it is made of, where they are few; any otherwise

    def __init__(self, context: Context) -> None:
        """Build the page; `speak` follows at once."""
        super().__init__()
        self.context = context

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is not needed where there is little height."""
        super().resizeEvent(event)
        self.spare(self._lines)

    def changeEvent(self, event: QEvent) -> None:
        """The same when the letters become larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.spare(self._lines)

    @property
    def _lines(self) -> int:
        return self.height() // self.fontMetrics().height()

    def spare(self, lines: int) -> None:
        """Show what there is room for, when the page is this many lines of letters high."""

    @property
    def place(self) -> str:
        """Where the reader is, as `open` takes it; empty when the page is one place."""
        return ""

    @property
    def source(self) -> str:
        """The place of the law or of the text behind what is shown; empty: none is named."""
        return ""

    @property
    def scrolled(self) -> int:
        """How far down the reader is."""
        reader = self.findChild(Reader)
        return reader.scrolled if reader is not None else 0

    def scroll_to(self, value: int) -> None:
        """Go back to how far down the reader was."""
        reader = self.findChild(Reader)
        if reader is not None:
            reader.scroll_to(value)

    def take_focus(self) -> None:
        """Take the keyboard: keys of the page work at once."""
        reader = self.findChild(Reader)
        if reader is not None:
            reader.setFocus()

    def sheet(self) -> "Callable[[], Sheet] | None":
        """How to make what Ctrl+P prints of this page, on any thread; None: nothing."""
        return None

    def speak(self) -> None:
        """Put all words on the page in the context's language."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the same place under the context's date and colours."""

    def forget(self) -> None:
        """Empty what was entered."""

    def open(self, place: str) -> bool:
        """Go to a place; False when it is not one of this page's."""
        raise NotImplementedError
