"""A reading pane that knows the citable units on its page: lights them, and lets links be peeked at.

The unit at the top of the view stays there when its words, letters or columns change (`spot.py`).
Where units lie is for `laid_units.py` to say. With Shift held, the unit under the mouse is framed;
a click then tells that it is to be cited.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.html.markup import target
from kzref.ui.html.units import AFTER
from kzref.ui.theme import Inks
from kzref.ui.widgets.laid_units import LaidUnits
from kzref.ui.widgets.reader import HEADROOM, Reader
from kzref.ui.widgets.spot import Spot, edge, spot

ABOVE = 10  # pixels over the card of a unit that is gone to
REST = 450  # milliseconds over a link before it is peeked at


class UnitReader(Reader):
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
        self._placed = LaidUnits(self.document())
        self._spot: Spot | None = None  # where to stand as soon as its anchor is laid out
        self._beyond: Spot | None = None  # asked for, but the page ended before
        self._hovered = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._on_rested)
        self.highlighted.connect(self._on_highlighted)

    @override
    def show_page(self, page: str | Iterable[str], *, anchor: str | None = None) -> None:
        self._spot = self._beyond = None
        super().show_page(page, anchor=anchor)

    @override
    def hold(self) -> None:
        super().hold()
        if not self._anchor and not self._depth:  # else it is on its way to a place
            self._spot = self._found_spot()
            self._anchor = self._spot.anchor if self._spot is not None else ""

    @override
    def _go_to(self, anchor: str) -> None:
        """With the whole card of a unit in view; or where the reader stood in it before."""
        if self._spot is not None:
            self._stand(self._spot)
            return
        super()._go_to(anchor)
        self.bring_to_top(anchor)

    @override
    def _is_laid_below(self) -> bool:
        is_cut = self._spot is not None and self._placed.names[-1:] == [self._spot.anchor]
        return super()._is_laid_below() and not is_cut

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the unit at the top in a pane of another width."""
        is_reflowed = event.size().width() != event.oldSize().width()
        before = self._found_spot() if is_reflowed and not self._anchor else None
        super().resizeEvent(event)
        if before is not None:
            self._stand(before)

    def _found_spot(self) -> Spot | None:
        """Where the view begins; None at the top of the page, and on a page without anchors."""
        bar = self.verticalScrollBar()
        begins = bar.value()
        if not begins or not self._placed.names:
            return None
        if self._beyond is not None and begins == bar.maximum():
            return self._beyond  # nobody has moved since
        # a unit that begins so near to the edge is the one at the top
        name = self._placed.at_depth(float(begins + HEADROOM))
        return spot(name, *self._placed.reach(name), begins)

    def _stand(self, found: Spot) -> None:
        """Let the view begin at a spot; where the page has lost it, as far down as before."""
        self.document().documentLayout().documentSize()  # else no more is laid out than is shown
        is_here = found.anchor in self._placed.names
        depth = edge(found, *self._placed.reach(found.anchor)) if is_here else self._depth
        bar = self.verticalScrollBar()
        bar.setValue(depth)
        self._beyond = found if depth > bar.value() else None

    def tint(self, anchor: str, ground: str, edge: str) -> None:
        """Give the card of a unit these colours: of its cells, and of the narrow first one."""
        self._placed.tint(anchor, ground, edge)

    def bring_to_top(self, anchor: str) -> None:
        """Scroll until the whole card of a unit is in view, from its top."""
        box = self._box(anchor)
        if box is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.top()) - ABOVE)

    def light(self, anchor: str, label: str = "") -> None:
        """Frame a unit, with a label at its corner; an empty anchor frames none."""
        self._lit, self._label = anchor, label
        self.viewport().update()

    @property
    def units(self) -> list[str]:
        """The anchors of the units on the page, in order."""
        self.complete()
        return [name for name in self._placed.names if name not in AFTER]

    def unit_at(self, point: QPoint) -> str | None:
        """The anchor of the unit at a point of the viewport; None where there is none."""
        self.complete()
        unit = self._placed.at_position(self.cursorForPosition(point).position())
        return unit if unit not in AFTER else None

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

    def _box(self, anchor: str) -> QRectF | None:
        """The card that holds a unit, in pixels of the viewport."""
        box = self._placed.card(anchor)
        if box is None:
            return None
        return box.translated(
            -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        )

    def _on_highlighted(self, url: QUrl) -> None:
        self._hovered = target(url.toString(QUrl.ComponentFormattingOption.FullyDecoded)) or ""
        if self._hovered:
            self._rest.start()
        else:
            self._rest.stop()

    def _on_rested(self) -> None:
        if self._hovered and self.underMouse():
            self.peeked.emit(self._hovered, self.cursor().pos())
