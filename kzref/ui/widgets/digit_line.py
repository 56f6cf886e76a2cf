"""A line for dates and numbers: the digit keys type digits in the Kazakh layout, too, which has letters there."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from kzref.ui.pressed import pressed


class DigitLine(QLineEdit):
    """Takes the key for what it is among digits."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type the digit of the key; all other keys type what they type."""
        meant = [chord for chord in pressed(event) if len(chord) == 1 and chord.isdigit()]
        if meant and not event.text().isdigit():
            self.insert(meant[0])
        else:
            super().keyPressEvent(event)
