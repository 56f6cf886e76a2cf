"""A line for dates and numbers: the digit keys type digits in the Kazakh layout, too, which has letters there."""

from datetime import datetime

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kzref.ui.pressed import pressed


class DigitLine(QLineEdit):
    """Takes the key for what it is among digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self._typed_at: datetime | None = None
        self.textChanged.connect(self._forget)

    def typed_at(self, now: datetime) -> datetime:
        """When the text that stands here was first read: `2140` means the same day ever after."""
        self._typed_at = self._typed_at or now
        return self._typed_at

    def _forget(self) -> None:
        self._typed_at = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type the digit of the key; all other keys type what they type."""
        meant = [chord for chord in pressed(event) if len(chord) == 1 and chord.isdigit()]
        if meant and not event.text().isdigit():
            self.insert(meant[0])
        else:
            super().keyPressEvent(event)
