"""Choosing one of several: a digit takes the choice of that number, Enter goes on to the next field."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from kzref.ui.pressed import pressed

ARROW = "▾"


def is_on(event: QKeyEvent) -> bool:
    """Whether a key means: done here, on to the next field."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ChoiceBox(QComboBox):
    """A drop-down; the wheel scrolls the page and changes no fact."""

    def __init__(self) -> None:
        """Make one without choices, which may be narrower than its words."""
        super().__init__()
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._numbers: dict[str, int] = {}

    def number(self, first: int) -> None:
        """Put numbers before the choices, the first of them this one; they are also the keys."""
        self._numbers = {}
        for index in range(min(self.count(), 10 - first)):
            self._numbers[str(first + index)] = index
            self.setItemText(index, f"{first + index}   {self.itemText(index)}")

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the digits from the tabs of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._numbers.keys() & set(pressed(event))
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, or go on."""
        meant = self._numbers.keys() & set(pressed(event))
        if meant:
            self.setCurrentIndex(self._numbers[meant.pop()])
        elif is_on(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = self.rect().adjusted(0, 0, -10, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, ARROW)
        painter.end()
