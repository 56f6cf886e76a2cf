"""The list beside a page that is wide enough for it; on a narrower one a line at the top does its work."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kzref.ui.widgets.listing import Entry, Listing

WIDE = 150  # letters across: a page that has room for the list


class SideList(QWidget):
    """Hidden, and not even built, until there is room; `chosen` tells which place the reader went to."""

    chosen = Signal(str)

    def __init__(self, letters: int) -> None:
        """Prepare a list of so many letters across; nothing is shown yet."""
        super().__init__()
        self._letters = letters
        self._entries: tuple[Entry, ...] = ()
        self._name, self._place = "", ""
        self._list: Listing | None = None
        self.hide()

    def fill(self, name: str, entries: Iterable[Entry]) -> None:
        """Hold these entries under this accessible name; the chosen place stays chosen."""
        self._name, self._entries = name, tuple(entries)
        self._tell()

    def choose(self, place: str) -> None:
        """Mark the place that is open; nobody is told."""
        self._place = place
        if self._list is not None:
            self._list.choose(place, silently=True)

    def fit(self, page: QWidget) -> None:
        """Stand beside the page where it is wide enough."""
        letter = page.fontMetrics().averageCharWidth()
        has_room = page.width() >= WIDE * letter
        if has_room and self._list is None:
            self._build()
        self.setFixedWidth(self._letters * letter)
        self.setVisible(has_room)

    def _build(self) -> None:
        made = self._list = Listing("", flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(made)
        self.setFocusProxy(made)
        self._tell()
        made.chosen.connect(self.chosen)

    def _tell(self) -> None:
        if self._list is not None:
            self._list.setAccessibleName(self._name)
            self._list.fill(self._entries)
            self._list.choose(self._place, silently=True)
