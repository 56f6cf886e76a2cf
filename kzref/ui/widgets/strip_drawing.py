"""How a history is drawn: its turns with their laws, stretches of doubt, today, the chosen days.

Right of today lies what is known of the future. A day that was only reckoned lies in a hatched
stretch.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from kzref.services.law.history import History
from kzref.ui.theme import Inks
from kzref.ui.widgets.time_axis import TimeAxis

NARROWEST = 16  # pixels of a stretch of doubt, so that its hatching is seen
LABELLED = 2  # pixels above the labels


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDrawing:
    """All that is drawn; `labels` are the short names of the laws, by day."""

    history: History
    inks: Inks
    labels: Mapping[date, str]
    axis: TimeAxis
    day: date
    other: date | None  # while two days are compared
    today: date
    today_label: str

    def draw(self, painter: QPainter) -> None:
        """Draw the strip, in the letters of the painter."""
        height = painter.fontMetrics().height() + 16
        self._draw_years(painter, height)
        self._draw_doubt(painter, height)
        self._draw_spans(painter, height)
        self._draw_today(painter, height, free=self._draw_turns(painter, height))
        self._draw_redactions(painter, height)
        if self.other is not None:
            self._draw_handle(painter, self.other, height, is_main=False)
        self._draw_handle(painter, self.day, height, is_main=True)

    def _draw_years(self, painter: QPainter, height: int) -> None:
        metrics = painter.fontMetrics()
        room = metrics.horizontalAdvance("2026") + 12
        free = 0.0
        for year in range(self.axis.first.year + 1, self.axis.last.year + 1):
            x = self.axis.x_of(date(year, 1, 1))
            painter.setPen(QPen(QColor(self.inks.line), 1))
            painter.drawLine(QPointF(x, height - 4), QPointF(x, height + 9))
            if x - room / 2 >= free and x + room / 2 < self.axis.width:
                painter.setPen(QColor(self.inks.quiet))
                box = QRectF(x - room / 2, height + 9, room, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(year))
                free = x + room / 2

    def _draw_doubt(self, painter: QPainter, height: int) -> None:
        """Where the day, or which text was the law, is not settled: hatched."""
        reckoned = [turn.doubt for turn in self.history.turns if turn.doubt is not None]
        for first, last in (*reckoned, *self.history.unsettled):
            left, right = self.axis.x_of(first), self.axis.x_of(last)
            width = max(right - left, NARROWEST)
            box = QRectF((left + right - width) / 2, height - 8, width, 16)
            painter.fillRect(box, QColor(self.inks.warn_soft))
            painter.fillRect(box, QBrush(QColor(self.inks.warn), Qt.BrushStyle.BDiagPattern))

    def _draw_spans(self, painter: QPainter, height: int) -> None:
        """The versions as bars: that of the chosen day is full, what lies ahead is dashed."""
        turns, last = self.history.turns, self.axis.last
        ends = [turn.day for turn in turns[1:]] + [last]
        today = self.axis.x_of(self.today)
        for turn, end in zip(turns, ends, strict=True):
            left, right = self.axis.x_of(turn.day), self.axis.x_of(end)
            is_chosen = turn.day <= self.day < end or (end == last and self.day >= end)
            colour = QColor(self.inks.accent if is_chosen else self.inks.quiet)
            style = Qt.PenStyle.DotLine if turn.is_end else Qt.PenStyle.SolidLine
            for begin, stop, pen in (
                (left, min(right, today), style),
                (max(left, today), right, Qt.PenStyle.DashLine),
            ):
                if stop > begin:
                    painter.setPen(QPen(colour, 5 if is_chosen else 2, pen, Qt.PenCapStyle.FlatCap))
                    painter.drawLine(QPointF(begin, height), QPointF(stop, height))

    def _draw_turns(self, painter: QPainter, height: int) -> float:
        """The turns with their labels; where the last label ends."""
        free = 0.0
        for turn in self.history.turns:
            x = self.axis.x_of(turn.day)
            is_ahead = turn.day > self.today
            is_open = is_ahead or turn.is_noted or not turn.laws
            ink = self.inks.warn if is_ahead or turn.is_noted else self.inks.text
            painter.setPen(QPen(QColor(ink), 1.6))
            painter.setBrush(QColor(self.inks.paper if is_open else ink))
            painter.drawEllipse(QPointF(x, height), 4.5, 4.5)
            label = self.labels.get(turn.day, "")
            width = painter.fontMetrics().horizontalAdvance(label) + 8
            left = min(max(x - width / 2, 2.0), self.axis.width - width - 2)
            if label and left >= free:
                self._draw_label(painter, left, width, label, self.inks.text)
                free = left + width
        return free

    def _draw_redactions(self, painter: QPainter, height: int) -> None:
        """The days of the texts that the reader brought."""
        painter.setPen(QPen(QColor(self.inks.good), 1.6))
        painter.setBrush(QColor(self.inks.good_soft))
        for day in self.history.redactions:
            x = self.axis.x_of(day)
            corners = ((x, height + 3), (x + 5, height + 8), (x, height + 13), (x - 5, height + 8))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _draw_today(self, painter: QPainter, height: int, *, free: float) -> None:
        x = self.axis.x_of(self.today)
        painter.setPen(QPen(QColor(self.inks.good), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, height - 14), QPointF(x, height + 14))
        width = painter.fontMetrics().horizontalAdvance(self.today_label) + 8
        left = min(x - width / 2, self.axis.width - width - 2)
        if left >= free:
            self._draw_label(painter, left, width, self.today_label, self.inks.good)

    def _draw_label(
        self, painter: QPainter, left: float, width: float, label: str, ink: str
    ) -> None:
        painter.setPen(QColor(ink))
        box = QRectF(left, LABELLED, width, painter.fontMetrics().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _draw_handle(self, painter: QPainter, day: date, height: int, *, is_main: bool) -> None:
        x = self.axis.x_of(day)
        painter.setPen(QPen(QColor(self.inks.paper), 1.5))
        painter.setBrush(QColor(self.inks.accent if is_main else self.inks.warn))
        painter.drawRoundedRect(QRectF(x - 5, height - 11, 10, 22), 4, 4)
