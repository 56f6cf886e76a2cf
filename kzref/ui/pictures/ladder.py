"""The ladder of custody as stairs on one scale of time, with today on it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from typing_extensions import override

from kzref.model.outcome import Lane
from kzref.services.catalogue import Catalogue
from kzref.ui.pictures.picture import EDGE, Picture, seconds
from kzref.ui.theme import Inks

GROUP = "ladder"  # the lanes that are rungs
GAP = 8  # pixels between a bar and its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step: its words, its days, and where it stands to today."""

    label: str
    state: str  # past, running, ahead
    start: float
    end: float


class Ladder(Picture):
    """A row for each rung: over is solid, running is hatched with a thick edge, ahead is empty."""

    _rungs: tuple[Rung, ...] = ()
    _today = 0.0
    _mark = ""

    def show_lanes(
        self, lanes: tuple[Lane, ...], today: date, words: Catalogue, inks: Inks
    ) -> None:
        """Draw those of the lanes that are rungs; with fewer than two there is nothing to see."""
        rungs = [lane for lane in lanes if lane.group == GROUP]
        if len(rungs) < 2:  # noqa: PLR2004 - one rung is no ladder
            rungs = []
        self._rungs = tuple(_rung(lane, today, words) for lane in rungs)
        self._today, self._mark = seconds(today), words("picture.today")
        self._words = {name: words(f"picture.{name}") for name in ("past", "running", "ahead")}
        lines = tuple(f"{rung.label}: {self._words[rung.state]}" for rung in self._rungs)
        rows = len(self._rungs) + 1 if self._rungs else 0
        self.draw_rows(rows, words("picture.ladder"), lines, inks)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stairs, then today across them."""
        if not self._rungs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide = float(EDGE), self.width() - 2.0 * EDGE
        first, last = self._rungs[0].start, self._rungs[-1].end
        scale = wide / max(last - first, 1)
        self._draw_today(painter, left, wide, (self._today - first) * scale)
        for number, rung in enumerate(self._rungs):
            top = EDGE + number * self.row
            start, end = left + (rung.start - first) * scale, left + (rung.end - first) * scale
            bar = QRectF(start, top + self.row * 0.1, max(end - start, 3), self.row * 0.8)
            self._draw_bar(painter, rung, bar)
            self._draw_label(painter, rung, bar, QRectF(left, top, wide, self.row))
        painter.end()

    def _draw_label(self, painter: QPainter, rung: Rung, bar: QRectF, row: QRectF) -> None:
        """Beside the bar where the words have room, else in it; cut only where neither has any."""
        painter.setFont(self.heading if rung.state == "running" else self.font())
        painter.setPen(QColor(self.inks.quiet if rung.state == "past" else self.inks.text))
        room = _room(row, bar, painter.fontMetrics().horizontalAdvance(rung.label))
        shown = painter.fontMetrics().elidedText(
            rung.label, Qt.TextElideMode.ElideRight, int(room.width())
        )
        width = painter.fontMetrics().horizontalAdvance(shown)
        start = room.right() - width if room.right() < bar.left() else room.left()
        ground = QRectF(start - 2, row.top() + 1, width + 4, row.height() - 2)
        if bar.contains(ground.center()):  # in it: its edges stay
            ground.setTop(bar.top() + 2)
            ground.setBottom(bar.bottom() - 2)
        painter.fillRect(ground, QColor(self.inks.desk))  # the line of today stops at the words
        painter.drawText(ground.adjusted(2, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_bar(self, painter: QPainter, rung: Rung, bar: QRectF) -> None:
        ink = QColor(self.inks.accent)
        painter.setPen(QPen(ink, 2.4 if rung.state == "running" else 1.2))
        painter.setBrush(
            {
                "past": QBrush(ink),
                "running": QBrush(ink, Qt.BrushStyle.BDiagPattern),
                "ahead": QBrush(Qt.BrushStyle.NoBrush),
            }[rung.state]
        )
        painter.drawRect(bar)

    def _draw_today(self, painter: QPainter, left: float, wide: float, at: float) -> None:
        """A line across all rungs; outside the ladder an arrow at its edge."""
        x = left + min(max(at, 0), wide)
        bottom = EDGE + self.row * len(self._rungs)
        painter.setPen(QPen(QColor(self.inks.bad), 2))
        painter.setBrush(QColor(self.inks.bad))
        painter.drawLine(QPointF(x, EDGE), QPointF(x, bottom))
        painter.drawPolygon(
            QPolygonF(
                [QPointF(x, bottom - 3), QPointF(x - 5, bottom + 5), QPointF(x + 5, bottom + 5)]
            )
        )
        painter.setFont(self.heading)
        width = painter.fontMetrics().horizontalAdvance(self._mark) + 4
        middle = min(max(x - width / 2, left), left + wide - width)
        painter.drawText(
            QRectF(middle, bottom + 4, width, self.row), Qt.AlignmentFlag.AlignLeft, self._mark
        )


def _room(row: QRectF, bar: QRectF, wanted: int) -> QRectF:
    """Where the words stand: right of the bar, left of it, or in it; else where most of them fit."""
    right, left, inside = QRectF(row), QRectF(row), QRectF(row)
    right.setLeft(bar.right() + GAP)
    left.setRight(bar.left() - GAP)
    inside.setLeft(bar.left() + GAP)
    inside.setRight(bar.right() - GAP)
    rooms = (right, left, inside)
    fitting = (room for room in rooms if room.width() >= wanted)
    return next(fitting, max(rooms, key=lambda room: room.width()))


def _rung(lane: Lane, today: date, words: Catalogue) -> Rung:
    end = lane.end
    state = "past" if end < today else "ahead" if lane.start > today else "running"
    until = words("picture.until", day=f"{end:%d.%m.%Y}")
    return Rung(
        label=f"{until} · {words.say(lane.label)}",
        state=state,
        start=seconds(lane.start),
        end=seconds(lane.end) + 24 * 3600,  # to 24:00 of its last day
    )
