"""One line over a text: which place this is, what it is called, and the day when that is not today."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override


class PlaceLine(QWidget):
    """Stays while the text under it is scrolled; a title without room is cut short, and told whole."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__()
        self._place, self._title, self._day = ShortLabel(), ShortLabel(), QLabel()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place.setProperty("role", "state")
        self._title.setProperty("role", "quiet")
        self._day.setProperty("role", "day")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(self._place)
        row.addWidget(self._title, 1)
        row.addWidget(self._day)

    def show_place(self, place: str, title: str = "", day: str = "") -> None:
        """Name a place, its title, and a day that is not today's; what is empty takes no room."""
        self._place.setText(place)
        self._title.setText(title)
        self._day.setText(day)
        self._day.setVisible(bool(day))
        self.setToolTip(self.said)
        self.setAccessibleName(self.said)

    @property
    def said(self) -> str:
        """All that the line says, uncut."""
        parts = (self._place.text(), self._title.text(), self._day.text())
        return " · ".join(part for part in parts if part)


class ShortLabel(QLabel):
    """A label of one line that is cut short where there is no room for it."""

    def __init__(self) -> None:
        """Make an empty label."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)  # cut short rather than widen the window

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room, palette = self.contentsRect(), self.palette()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QPainter(self)
        painter.setPen(palette.color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
