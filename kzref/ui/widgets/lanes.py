"""Stretches of time drawn one under another on one scale: two clocks, or the rungs of a ladder."""

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kzref.model.outcome import Lane
from kzref.services.catalogue import Catalogue
from kzref.ui.theme import Inks

ROW = 34


class LanesView(QWidget):
    """Draws lanes; each also has a sentence, so nothing is told by the drawing alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to draw."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lanes: tuple[tuple[str, float, float, str, str], ...] = ()
        self._inks: Inks | None = None
        self.hide()

    def show_lanes(self, lanes: tuple[Lane, ...], words: Catalogue, inks: Inks) -> None:
        """Draw these lanes, or nothing."""
        self._inks = inks
        self._lanes = tuple(
            (
                words.say(lane.label),
                _seconds(lane.start),
                _seconds(lane.end),
                _short(lane.start),
                _short(lane.end),
            )
            for lane in lanes
        )
        said = "; ".join(f"{label}: {start} – {end}" for label, _, _, start, end in self._lanes)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setVisible(bool(lanes))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """High enough for every lane."""
        return QSize(400, ROW * len(self._lanes) + 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes on one scale."""
        if not self._lanes or self._inks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = min(start for _, start, _, _, _ in self._lanes)
        last = max(end for _, _, end, _, _ in self._lanes)
        scale = (self.width() - 8) / max(last - first, 1)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        for row, (label, start, end, begins, ends) in enumerate(self._lanes):
            left, width = 4 + (start - first) * scale, max((end - start) * scale, 3)
            bar = QRectF(left, row * ROW + 18, width, 10)
            painter.setPen(QPen(QColor(self._inks.accent), 1.2))
            painter.setBrush(QColor(self._inks.accent if row == 0 else self._inks.accent_soft))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(self._inks.text))
            text = f"{label}  {begins} – {ends}"
            room = QRectF(4, row * ROW, self.width() - 8, 17)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


def _seconds(value: date) -> float:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time.min, UTC)
    return moment.timestamp()


def _short(value: date) -> str:
    return f"{value:%d.%m.%Y %H:%M}" if isinstance(value, datetime) else f"{value:%d.%m.%Y}"
