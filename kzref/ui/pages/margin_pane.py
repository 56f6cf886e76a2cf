"""The margin of a text: what concerns the place that is read or chosen, beside it on a wide window.

It stands only where the lines of the text leave room for it, and follows a moment after the text, so
that going from unit to unit costs nothing.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from kzref.ui.context import Context
from kzref.ui.html.units import CITING
from kzref.ui.reading_hand import ReadingHand
from kzref.ui.widgets.unit_reader import UnitReader

PAUSE = 60  # milliseconds after which the text is taken to stand

Leaf = tuple[str | Iterator[str], str]  # a page, and the anchor it is shown from


class Margin(UnitReader):
    """Shows what stands beside a place; a link in it can be peeked at."""

    def __init__(self, context: Context, name: str, leaf: Callable[[str], Leaf]) -> None:
        """Make an empty margin; `name` is the key of what it is called, `leaf` makes its page."""
        super().__init__("margin")
        self._context, self._name, self._leaf = context, name, leaf
        self.inks = context.inks
        self._place = ""  # that is to stand there
        self._shown = ""  # and that stands there
        self.hand = ReadingHand(context, self, lambda _anchor: None)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._show_beside)

    def speak(self) -> None:
        """Name it in the language."""
        self.setAccessibleName(self._context.words(self._name))

    def follow(self, place: str) -> None:
        """Show what concerns this place, as soon as the text stands; nothing for an empty one."""
        self._place = place
        self._soon.start()

    def catch_up(self) -> None:
        """Show it now, if it is not shown."""
        if not self._soon.isActive():
            return
        self._soon.stop()
        self._show_beside()

    def _show_beside(self) -> None:
        if not self._place:
            self._shown = ""
            self.clear()
            return
        self.inks = self._context.inks
        self.hand.close_look()
        page, anchor = self._leaf(self._place)
        if self._place == self._shown:  # in another language, other colours: the reader stays
            self.refresh(page)
        else:
            self.show_page(page, anchor=anchor)
        self._shown = self._place

    def go_to_citing(self) -> None:
        """Take the keyboard, at who cites the provision."""
        self.catch_up()
        self.scrollToAnchor(CITING)
        self.setFocus()
