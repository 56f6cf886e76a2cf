"""Stretches of time drawn one under another on one scale: two clocks, or the rungs of a ladder."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kzref.model.outcome import Lane
from kzref.services.catalogue import Catalogue
from kzref.ui.theme import Inks

EDGE, GAP = 4, 6  # pixels beside and between the lanes
SMALL = 0.86  # size of the letters beside those of the page
BAR = 0.7  # height of a bar beside a line of letters
_WRAPPED = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A lane with its words."""

    said: str
    start: float  # seconds
    end: float
    is_first: bool  # it, or another of its kind


class LanesView(QWidget):
    """Draws lanes; each also has a sentence, so nothing is told by the drawing alone.

    Sizes follow the letters, and sentences wrap, so that it is whole at every zoom and width.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to draw."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lanes: tuple[_Stretch, ...] = ()
        self._inks: Inks | None = None
        self.hide()

    def show_lanes(self, lanes: tuple[Lane, ...], words: Catalogue, inks: Inks) -> None:
        """Draw these lanes, or nothing."""
        self._inks = inks
        self._lanes = tuple(
            _Stretch(
                said=f"{words.say(lane.label)}  {_short(lane.start)} – {_short(lane.end)}",
                start=_seconds(lane.start),
                end=_seconds(lane.end),
                is_first=lane.label == lanes[0].label,
            )
            for lane in lanes
        )
        said = "; ".join(lane.said for lane in self._lanes)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setVisible(bool(lanes))
        self._fit()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        """High enough for every lane and its sentence."""
        metrics = QFontMetrics(self._letters())
        return sum(self._row(metrics, lane, width) for lane in self._lanes)

    def _fit(self) -> None:
        if self._lanes:
            self.setFixedHeight(self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes on one scale."""
        if not self._lanes or self._inks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._letters())
        metrics = painter.fontMetrics()
        first = min(lane.start for lane in self._lanes)
        last = max(lane.end for lane in self._lanes)
        scale = (self.width() - 2 * EDGE) / max(last - first, 1)
        top = 0
        for lane in self._lanes:
            height = self._row(metrics, lane, self.width())
            thick = metrics.height() * BAR
            left = EDGE + (lane.start - first) * scale
            under = top + height - thick - GAP
            bar = QRectF(left, under, max((lane.end - lane.start) * scale, 3), thick)
            painter.setPen(QPen(QColor(self._inks.accent), 1.2))
            painter.setBrush(QColor(self._inks.accent if lane.is_first else self._inks.accent_soft))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(self._inks.text))
            wide = self.width() - 2 * EDGE - metrics.horizontalAdvance(lane.said) - EDGE
            begin = round(max(min(left, EDGE + wide), EDGE))  # over its bar, where they have room
            room = QRect(begin, top, self.width() - EDGE - begin, round(under) - top)
            painter.drawText(room, _WRAPPED, lane.said)
            top += height
        painter.end()

    def _letters(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def _row(self, metrics: QFontMetrics, lane: _Stretch, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * EDGE, 1), 10_000)
        words = metrics.boundingRect(room, _WRAPPED, lane.said).height()
        return words + round(metrics.height() * BAR) + GAP + 2


def _seconds(value: date) -> float:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time.min, UTC)
    return moment.timestamp()


def _short(value: date) -> str:
    return f"{value:%d.%m.%Y %H:%M}" if isinstance(value, datetime) else f"{value:%d.%m.%Y}"
