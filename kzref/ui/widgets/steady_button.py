"""A button that stays pressed in bold letters, and is as wide for them from the start."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override


class SteadyButton(QPushButton):
    """Does not cut its words off when it is pressed: Qt measures the thin letters only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stay pressed until pressed again."""
        super().__init__(parent)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        """Room for its words when they are bold."""
        bold = QFont(self.font())
        bold.setBold(True)
        words = self.text()
        wider = QFontMetrics(bold).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(
            words
        )
        return super().sizeHint() + QSize(max(wider, 0), 0)
