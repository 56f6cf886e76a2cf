"""The law's history as a strip, dragged or stepped; a second handle appears while two days are compared.

`strip_drawing.py` draws it; everything drawn is also said.
"""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kzref.services.law.history import History
from kzref.ui.theme import TYPE, Inks
from kzref.ui.widgets.strip_drawing import StripDrawing
from kzref.ui.widgets.time_axis import TimeAxis

SETTLED = 90  # milliseconds of rest after which a drag is acted on
SMALL = TYPE["note"] / TYPE["control"]


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
        self._has_room = True
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self._tell)
        self.hide()

    def show_history(self, history: History, inks: Inks, labels: dict[date, str]) -> None:
        """Draw these turns; `labels` are the short names of the laws, by day."""
        self._history, self._inks, self._labels = history, inks, labels
        self._appear()
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        """Show no history: there is none of what is read."""
        self._history = None
        self._appear()

    def give_room(self, *, has_room: bool) -> None:
        """Stand only where there is room, whatever history is shown later."""
        self._has_room = has_room
        self._appear()

    def _appear(self) -> None:
        """Seen only where there is both a history and room for it."""
        self.setVisible(self._has_room and self._history is not None and bool(self._history.turns))

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
    def _axis(self) -> TimeAxis:
        shown = (self._today, self._day, *((self._other,) if self._other else ()))
        return TimeAxis.over(self._history, shown, self.width())

    def x_of(self, day: date) -> float:
        """Where a day lies, in pixels."""
        return self._axis.x_of(day)

    def day_at(self, x: float) -> date:
        """The day at a place; a turn nearby attracts."""
        return self._axis.day_at(x, self._history)

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
        small.setPointSizeF(self.font().pointSizeF() * SMALL)
        painter.setFont(small)
        StripDrawing(
            history=self._history,
            inks=self._inks,
            labels=self._labels,
            axis=self._axis,
            day=self._day,
            other=self._other,
            today=self._today,
            today_label=self.today_label,
        ).draw(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._inks.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
