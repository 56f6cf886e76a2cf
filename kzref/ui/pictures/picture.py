"""What the drawings have in common: a row height that follows the letters, inks, a text alternative."""

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kzref.ui.theme import INKS, Inks, Theme

EDGE = 6  # pixels around


class Picture(QWidget):
    """Rows under one another; hidden while there is nothing to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to draw."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.inks: Inks = INKS[Theme.LIGHT]
        self._rows = 0
        self.hide()

    def draw_rows(self, rows: int, title: str, lines: tuple[str, ...], inks: Inks) -> None:
        """Draw so many rows; `lines` say the same in words."""
        self._rows, self.inks = rows, inks
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(lines))
        self.setToolTip("\n".join((title, *lines)))
        self.setVisible(rows > 0)
        self.updateGeometry()
        self.update()

    @property
    def row(self) -> int:
        """The height of a row."""
        return round(self.fontMetrics().height() * 1.35)

    @property
    def heading(self) -> QFont:
        """The letters of what matters most."""
        font = QFont(self.font())
        font.setBold(True)
        return font

    @override
    def sizeHint(self) -> QSize:
        """High enough for every row."""
        return QSize(400, self.row * self._rows + 2 * EDGE)

    @override
    def minimumSizeHint(self) -> QSize:
        """The same, narrower."""
        return QSize(220, self.sizeHint().height())


def seconds(value: date) -> float:
    """A place on the scale of time; a day stands at its beginning."""
    moment = value if isinstance(value, datetime) else datetime.combine(value, time.min, UTC)
    return moment.timestamp()
