"""Choosing one of several: a digit takes the choice of that number, Enter goes on to the next field."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip
from typing_extensions import override

from kzref.ui.pressed import pressed

ARROW = "▾"
RIGHT = 10  # pixels between the arrow and the edge


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
        """Keep the digits from the tabs of the window; say in full what is cut short."""
        if isinstance(event, QHelpEvent) and self.shown != self.currentText():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
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

    @property
    def shown(self) -> str:
        """What can be read of the choice: where it is cut short, that is seen."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        letters = self.fontMetrics()
        end = self.width() - RIGHT - letters.horizontalAdvance(f" {ARROW}")
        room = min(field.right(), end) - field.left()
        return letters.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    @override
    def showPopup(self) -> None:
        """Open the list, wide enough for its longest choice where the window is."""
        wide = self.view().sizeHintForColumn(0) + 2 * RIGHT
        self.view().setMinimumWidth(min(wide, self.window().width()))
        super().showPopup()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the choice, as much of it as there is room for, and that it opens."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setPen(self.palette().windowText().color())
        room = self.rect().adjusted(0, 0, -RIGHT, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, ARROW)
        painter.end()
