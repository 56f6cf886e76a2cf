"""The margin of an article: what concerns the unit that is read, beside it on a wide window.

It stands only where the lines of the text leave room for it, and follows a moment after the text, so
that going from unit to unit costs nothing.
"""

from PySide6.QtCore import QTimer

from kzref.services.law.library import ProvisionView
from kzref.ui.context import Context
from kzref.ui.html.margin import margin_page
from kzref.ui.html.units import CITING
from kzref.ui.reading_hand import ReadingHand
from kzref.ui.widgets.unit_reader import UnitReader

PAUSE = 60  # milliseconds after which the text is taken to stand


class Margin(UnitReader):
    """Shows what stands beside a provision; a link in it can be peeked at."""

    def __init__(self, context: Context) -> None:
        """Make an empty margin."""
        super().__init__("margin")
        self._context = context
        self.inks = context.inks
        self._view: ProvisionView | None = None
        self._shown = ""  # the place that stands there
        self.hand = ReadingHand(context, self, lambda _anchor: None)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._show_beside)

    def speak(self) -> None:
        """Name it in the language."""
        self.setAccessibleName(self._context.words("margin.name"))

    def follow(self, view: ProvisionView | None) -> None:
        """Show what concerns this provision, as soon as the text stands; nothing for None."""
        self._view = view
        self._soon.start()

    def catch_up(self) -> None:
        """Show it now, if it is not shown."""
        if not self._soon.isActive():
            return
        self._soon.stop()
        self._show_beside()

    def _show_beside(self) -> None:
        if self._view is None:
            self._shown = ""
            self.clear()
            return
        self.inks = self._context.inks
        self.hand.close_look()
        page, place = margin_page(self._context, self._view), str(self._view.pinpoint)
        if place == self._shown:  # in another language, other colours: the reader stays where he is
            self.refresh(page)
        else:
            self.show_page(page)
        self._shown = place

    def go_to_citing(self) -> None:
        """Take the keyboard, at who cites the provision."""
        self.catch_up()
        self.scrollToAnchor(CITING)
        self.setFocus()
