"""A reading pane whose units can be cited by the mouse, and whose links can be peeked at.

With Shift held, the unit under the mouse is framed; a click then tells that it is to be cited.
"""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.html.markup import target
from kzref.ui.theme import Inks
from kzref.ui.widgets.placed_reader import PlacedReader

REST = 450  # milliseconds over a link before it is peeked at


class UnitReader(PlacedReader):
    """Tells `lit` and `cited` units by anchor, and the place that is to be `peeked` at."""

    lit = Signal(str)
    cited = Signal(str)
    peeked = Signal(str, QPoint)
    unpeeked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty pane with this accessible name."""
        super().__init__(name, parent)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.inks: Inks | None = None
        self._lit = ""
        self._label = ""
        self._hovered = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._on_rested)
        self.highlighted.connect(self._on_highlighted)

    def light(self, anchor: str, label: str = "") -> None:
        """Frame a unit, with a label at its corner; an empty anchor frames none."""
        self._lit, self._label = anchor, label
        self.viewport().update()

    def focused_link(self) -> str | None:
        """The place of the link that the keyboard is on."""
        form = self.textCursor().charFormat()
        return target(form.anchorHref()) if self.textCursor().hasSelection() else None

    def link_point(self) -> QPoint:
        """Where the keyboard's link is, on the screen."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def unit_point(self, anchor: str) -> QPoint:
        """Where a unit ends, on the screen; the middle of the pane where it is out of view."""
        box, room = self._box(anchor), self.viewport().rect()
        if box is None or not room.contains(box.bottomLeft().toPoint()):
            return self.viewport().mapToGlobal(room.center())
        return self.viewport().mapToGlobal(box.bottomLeft().toPoint())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        link = self.focused_link()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and link:
            self.peeked.emit(link, self.link_point())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.unpeeked.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            self.light("")
        super().keyReleaseEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            unit = self.unit_at(event.position().toPoint())
            if unit is None:
                self.light("")
            elif unit != self._lit or not self._label:
                self.lit.emit(unit)
            return
        if self._label:
            self.light("")
        super().mouseMoveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            unit = self.unit_at(event.position().toPoint())
            if unit is not None:
                self.cited.emit(unit)
                return
        super().mousePressEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._rest.stop()
        self.light("")
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, and the frame round the unit that is lit."""
        super().paintEvent(event)
        box = self._box(self._lit) if self._label else None
        if box is None or self.inks is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.inks.accent), 2))
        painter.drawRoundedRect(box, 5, 5)
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(self._label) + 16, int(box.width()))
        top = max(box.top() - metrics.height() - 6, 0)
        plate = QRectF(box.right() - width, top, width, metrics.height() + 6)
        painter.fillRect(plate, QColor(self.inks.accent))
        painter.setPen(QColor(self.inks.on_accent))
        text = metrics.elidedText(self._label, Qt.TextElideMode.ElideMiddle, int(plate.width()) - 8)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _on_highlighted(self, url: QUrl) -> None:
        self._hovered = target(url.toString(QUrl.ComponentFormattingOption.FullyDecoded)) or ""
        if self._hovered:
            self._rest.start()
        else:
            self._rest.stop()

    def _on_rested(self) -> None:
        if self._hovered and self.underMouse():
            self.peeked.emit(self._hovered, self.cursor().pos())
