"""The law's history as a strip: its turns with their laws, the chosen day, today; dragged or stepped.

Right of today lies what is known of the future. A day that was only reckoned lies in a hatched
stretch. A second handle appears while two days are compared. Everything drawn is also said.
"""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kzref.services.law.history import History
from kzref.ui.theme import Inks

MARGIN = 14
NARROWEST = 16  # pixels of a stretch of doubt, so that its hatching is seen
SNAP = 6  # pixels within which a turn attracts the handle
SETTLED = 90  # milliseconds of rest after which a drag is acted on


class TimeStrip(QWidget):
    """Shows a history; `picked` tells the day that the reader went to, `compared` the other one."""

    picked = Signal(date)
    compared = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no history: nothing is shown."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._history: History | None = None
        self._inks: Inks | None = None
        self._labels: dict[date, str] = {}
        self.today_label = ""
        self._day = self._today = date.min
        self._other: date | None = None
        self._dragging = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self._tell)
        self.hide()

    def show_history(self, history: History, inks: Inks, labels: dict[date, str]) -> None:
        """Draw these turns; `labels` are the short names of the laws, by day."""
        self._history, self._inks, self._labels = history, inks, labels
        self.setVisible(bool(history.turns))
        self.updateGeometry()
        self.update()

    def show_days(self, day: date, today: date, other: date | None = None) -> None:
        """Put the handle on a day, and a second one where two days are compared."""
        if not self._dragging:
            self._day, self._other = day, other
        self._today = today
        self.update()

    def say(self, name: str, description: str) -> None:
        """The same in words, for those who do not see it."""
        self.setAccessibleName(name)
        self.setToolTip(description)
        if self.accessibleDescription() != description:
            self.setAccessibleDescription(description)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def step(self, by: int) -> None:
        """Go to the version after the chosen day (1) or the one before (-1)."""
        if self._history is None:
            return
        day = self._history.after(self._day) if by > 0 else self._history.before(self._day)
        if day is not None:
            self._go(day)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day drawn."""
        turns = self._history.turns if self._history else ()
        known = [turn.day for turn in turns] + [self._today, self._day]
        if self._history:
            known += self._history.redactions
        if self._other:
            known.append(self._other)
        first, last = min(known), max(known)
        room = timedelta(days=max((last - first).days // 18, 40))
        return first - room, last + room

    def x_of(self, day: date) -> float:
        """Where a day lies, in pixels."""
        first, last = self.days
        width = self.width() - 2 * MARGIN
        return MARGIN + width * (day - first).days / max((last - first).days, 1)

    def day_at(self, x: float) -> date:
        """The day at a place; a turn nearby attracts."""
        for turn in self._history.turns if self._history else ():
            if abs(self.x_of(turn.day) - x) <= SNAP:
                return turn.day
        first, last = self.days
        share = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1)
        return first + timedelta(days=round((last - first).days * min(max(share, 0.0), 1.0)))

    @override
    def sizeHint(self) -> QSize:
        """Room for the axis and two lines of small letters."""
        return QSize(300, round(self.fontMetrics().height() * 2 + 34))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        self._dragging = "day"
        if self._other is not None and abs(self.x_of(self._other) - x) < abs(
            self.x_of(self._day) - x
        ):
            self._dragging = "other"
        self._drag_to(x)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._drag_to(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._drag_to(event.position().x())
            self._settle.stop()
            self._tell()
            self._dragging = ""

    def _drag_to(self, x: float) -> None:
        day = self.day_at(x)
        if self._dragging == "other":
            self._other = day
        else:
            self._day = day
        self.update()
        self._settle.start()

    def _tell(self) -> None:
        if self._dragging == "other" and self._other is not None:
            self.compared.emit(self._other)
        else:
            self.picked.emit(self._day)

    def _go(self, day: date) -> None:
        self._day = day
        self.update()
        self.picked.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step from version to version, with Shift from day to day; Home is today."""
        is_single = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left if is_single:
                self._go(self._day - timedelta(days=1))
            case Qt.Key.Key_Right if is_single:
                self._go(self._day + timedelta(days=1))
            case Qt.Key.Key_Left:
                self.step(-1)
            case Qt.Key.Key_Right:
                self.step(1)
            case Qt.Key.Key_Home:
                self._go(self._today)
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        if self._history is None or self._inks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.8)
        painter.setFont(small)
        axis = round(QFontMetrics(small).height() + 16)
        self._paint_years(painter, axis)
        self._paint_doubt(painter, axis)
        self._paint_spans(painter, axis)
        self._paint_today(painter, axis, self._paint_turns(painter, axis))
        if self._other is not None:
            self._paint_handle(painter, self._other, axis, is_main=False)
        self._paint_handle(painter, self._day, axis, is_main=True)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._inks.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_years(self, painter: QPainter, axis: int) -> None:
        if self._inks is None:
            return
        first, last = self.days
        room = painter.fontMetrics().horizontalAdvance("2026") + 12
        free = 0.0
        for year in range(first.year + 1, last.year + 1):
            x = self.x_of(date(year, 1, 1))
            painter.setPen(QPen(QColor(self._inks.line), 1))
            painter.drawLine(QPointF(x, axis - 4), QPointF(x, axis + 9))
            if x - room / 2 >= free and x + room / 2 < self.width():
                painter.setPen(QColor(self._inks.quiet))
                box = QRectF(x - room / 2, axis + 9, room, painter.fontMetrics().height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(year))
                free = x + room / 2

    def _paint_spans(self, painter: QPainter, axis: int) -> None:
        """The versions as bars: that of the chosen day is full, what lies ahead is dashed."""
        if self._history is None or self._inks is None:
            return
        turns = self._history.turns
        ends = [turn.day for turn in turns[1:]] + [self.days[1]]
        for turn, end in zip(turns, ends, strict=True):
            left, right = self.x_of(turn.day), self.x_of(end)
            is_chosen = turn.day <= self._day < end or (end == self.days[1] and self._day >= end)
            colour = QColor(self._inks.accent if is_chosen else self._inks.quiet)
            style = Qt.PenStyle.DotLine if turn.is_end else Qt.PenStyle.SolidLine
            for begin, stop, pen in (
                (left, min(right, self.x_of(self._today)), style),
                (max(left, self.x_of(self._today)), right, Qt.PenStyle.DashLine),
            ):
                if stop > begin:
                    painter.setPen(QPen(colour, 5 if is_chosen else 2, pen, Qt.PenCapStyle.FlatCap))
                    painter.drawLine(QPointF(begin, axis), QPointF(stop, axis))

    def _paint_turns(self, painter: QPainter, axis: int) -> float:
        """The turns with their labels; where the last label ends."""
        if self._history is None or self._inks is None:
            return 0.0
        free = 0.0
        for turn in self._history.turns:
            x = self.x_of(turn.day)
            ahead = turn.day > self._today
            is_open = ahead or turn.is_noted or not turn.laws
            ink = self._inks.warn if ahead or turn.is_noted else self._inks.text
            painter.setPen(QPen(QColor(ink), 1.6))
            painter.setBrush(QColor(self._inks.paper if is_open else ink))
            painter.drawEllipse(QPointF(x, axis), 4.5, 4.5)
            label = self._labels.get(turn.day, "")
            width = painter.fontMetrics().horizontalAdvance(label) + 8
            left = min(max(x - width / 2, 2.0), self.width() - width - 2)
            if label and left >= free:
                painter.setPen(QColor(self._inks.text))
                box = QRectF(left, 2, width, painter.fontMetrics().height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
                free = left + width
        painter.setPen(QPen(QColor(self._inks.good), 1.6))
        painter.setBrush(QColor(self._inks.good_soft))
        for day in self._history.redactions:
            x = self.x_of(day)
            painter.drawPolygon(
                QPolygonF([QPointF(x, axis + 3), QPointF(x + 5, axis + 8), QPointF(x, axis + 13),
                           QPointF(x - 5, axis + 8)])
            )  # fmt: skip
        return free

    def _paint_doubt(self, painter: QPainter, axis: int) -> None:
        """Where the day, or which text was the law, is not settled: hatched."""
        if self._history is None or self._inks is None:
            return
        reckoned = [turn.doubt for turn in self._history.turns if turn.doubt is not None]
        for first, last in (*reckoned, *self._history.unsettled):
            left, right = self.x_of(first), self.x_of(last)
            width = max(right - left, NARROWEST)
            box = QRectF((left + right - width) / 2, axis - 8, width, 16)
            painter.fillRect(box, QColor(self._inks.warn_soft))
            painter.fillRect(box, QBrush(QColor(self._inks.warn), Qt.BrushStyle.BDiagPattern))

    def _paint_today(self, painter: QPainter, axis: int, free: float) -> None:
        if self._inks is None:
            return
        x = self.x_of(self._today)
        painter.setPen(QPen(QColor(self._inks.good), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, axis - 14), QPointF(x, axis + 14))
        width = painter.fontMetrics().horizontalAdvance(self.today_label) + 8
        left = min(x - width / 2, self.width() - width - 2)
        if left >= free:
            box = QRectF(left, 2, width, painter.fontMetrics().height())
            painter.setPen(QColor(self._inks.good))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.today_label)

    def _paint_handle(self, painter: QPainter, day: date, axis: int, *, is_main: bool) -> None:
        if self._inks is None:
            return
        x = self.x_of(day)
        colour = QColor(self._inks.accent if is_main else self._inks.warn)
        painter.setPen(QPen(QColor(self._inks.paper), 1.5))
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(x - 5, axis - 11, 10, 22), 4, 4)
