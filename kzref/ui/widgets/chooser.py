"""What is open, as the title of the page, and the others a key away: one line instead of a list."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from kzref.ui.widgets.choice_box import ARROW, RIGHT, ChoiceBox, is_on
from kzref.ui.widgets.listing import Entry

AIR = 14  # pixels before and after the title


class Chooser(ChoiceBox):
    """Opens on Enter, Space or a click; `chosen` tells which place the reader went to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Make one without entries."""
        super().__init__()
        self.setObjectName("chooser")
        self.setMaxVisibleItems(24)
        self.currentIndexChanged.connect(self._on_changed)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Show these entries; the chosen place stays chosen."""
        before = self.current_place()
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            self.addItem(entry.label, entry.place)
        self.blockSignals(False)
        self.choose(before, silently=True)

    def choose(self, place: str, *, silently: bool = False) -> None:
        """Choose a place; nothing happens when it is not one of the entries."""
        index = self.findData(place)
        if index >= 0:
            self.blockSignals(silently)
            self.setCurrentIndex(index)
            self.blockSignals(False)
            self.setToolTip(self.currentText())

    def step(self, by: int) -> None:
        """Go to the next entry, or the one before, round the end."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def current_place(self) -> str:
        """The chosen place; empty without entries."""
        return str(self.currentData() or "")

    def places(self) -> list[str]:
        """All places, in order."""
        return [str(self.itemData(index)) for index in range(self.count())]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does."""
        if is_on(event):
            self.showPopup()
        else:
            QComboBox.keyPressEvent(self, event)

    @override
    def sizeHint(self) -> QSize:
        """As wide as the title that is open: what stands beside it has the rest."""
        hint, letters = super().sizeHint(), self.fontMetrics()
        title = letters.horizontalAdvance(f"{self.currentText()} {ARROW}")
        hint.setWidth(title + 2 * AIR + RIGHT)
        return hint

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower than its title where there is no room."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def _on_changed(self, _index: int) -> None:
        self.updateGeometry()
        self.setToolTip(self.currentText())
        self.chosen.emit(self.current_place())
