"""A reading pane that knows the citable units on its page: lights them, and lets links be peeked at.

The unit at the top of the view stays there when its words, letters or columns change (`spot.py`).
Units are the stretches between named anchors. With Shift held, the unit under the mouse is framed;
a click then tells that it is to be cited.
"""

from bisect import bisect_right
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
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrame,
    QTextTable,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.html.markup import target
from kzref.ui.html.units import AFTER
from kzref.ui.theme import Inks
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
        self._units: list[tuple[int, str]] | None = None
        self._spot: Spot | None = None  # where to stand as soon as its anchor is laid out
        self._beyond: Spot | None = None  # asked for, but the page ended before
        self._hovered = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._on_rested)
        self.highlighted.connect(self._on_highlighted)
        self.document().contentsChanged.connect(self._forget)

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
        names = [name for _, name in self._anchors()]
        is_cut = self._spot is not None and names[-1:] == [self._spot.anchor]
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
        begins, known = self.verticalScrollBar().value(), self._anchors()
        if not begins or not known:
            return None
        if self._beyond is not None and begins == self.verticalScrollBar().maximum():
            return self._beyond  # nobody has moved since
        seen = begins + HEADROOM  # a unit that begins so near to the edge is the one at the top
        place = bisect_right(known, float(seen), key=lambda one: self._top(one[0])) - 1
        name = known[max(place, 0)][1]
        return spot(name, *self._reach(name), begins)

    def _stand(self, found: Spot) -> None:
        """Let the view begin at a spot; where the page has lost it, as far down as before."""
        names = [name for _, name in self._anchors()]
        self.document().documentLayout().documentSize()  # see `_box`
        depth = edge(found, *self._reach(found.anchor)) if found.anchor in names else self._depth
        bar = self.verticalScrollBar()
        bar.setValue(depth)
        self._beyond = found if depth > bar.value() else None

    def _reach(self, anchor: str) -> tuple[float, float]:
        """From where to where on the page the stretch of an anchor goes, in pixels."""
        known = self._anchors()
        place = next(place for place, (_, name) in enumerate(known) if name == anchor)
        is_last = place + 1 == len(known)
        height = self.document().documentLayout().documentSize().height()
        below = height if is_last else self._top(known[place + 1][0])
        return self._top(known[place][0]), below

    def _top(self, position: int) -> float:
        document = self.document()
        return document.documentLayout().blockBoundingRect(document.findBlock(position)).top()

    def tint(self, anchor: str, ground: str, edge: str) -> None:
        """Give the card of a unit these colours: of its cells, and of the narrow first one."""
        start = next((at for at, name in self._anchors() if name == anchor), None)
        if start is None:
            return
        known, cursor = self._units, self.textCursor()
        cursor.setPosition(start)
        table: QTextTable | None = cursor.currentTable()
        if table is None:
            return
        for row in range(table.rows()):
            for number in range(table.columns()):
                cell = table.cellAt(row, number)
                look = cell.format()
                before = look.background().color()
                look.setBackground(QColor(ground if number else edge))
                cell.setFormat(look)
                if number:  # paragraphs took the ground of their cell when they were laid out
                    cursor = cell.firstCursorPosition()
                    end = cell.lastCursorPosition().position()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    lines = QTextBlockFormat()
                    lines.setBackground(QColor(ground))
                    cursor.mergeBlockFormat(lines)
                    _ground_words(cursor, before, QColor(ground))
        self._units = known  # nothing moved

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
        return [name for _, name in self._anchors() if name not in AFTER]

    def unit_at(self, point: QPoint) -> str | None:
        """The anchor of the unit at a point of the viewport; None where there is none."""
        self.complete()
        position = self.cursorForPosition(point).position()
        anchors = self._anchors()
        place = bisect_right([start for start, _ in anchors], position) - 1
        return anchors[place][1] if place >= 0 and anchors[place][1] not in AFTER else None

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
        """The block that holds a unit, in pixels of the viewport."""
        start = next((at for at, name in self._anchors() if name == anchor), None)
        if start is None:
            return None
        cursor = self.textCursor()
        cursor.setPosition(start)
        frame: QTextFrame | None = cursor.currentFrame()
        outermost = frame
        root = self.document().rootFrame()
        while frame is not None and frame is not root:  # the card is the outermost table
            outermost, frame = frame, frame.parentFrame()
        if outermost is None or outermost is root:
            return None
        layout = self.document().documentLayout()
        layout.documentSize()  # Qt lays out no further than it shows, unless asked
        box = layout.frameBoundingRect(outermost)
        return box.translated(
            -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        )

    def _anchors(self) -> list[tuple[int, str]]:
        """Every named anchor with its position, in order; found once for each page."""
        if self._units is None:
            found: list[tuple[int, str]] = []
            block = self.document().begin()
            while block.isValid():
                for stretch in block.textFormats():
                    at = block.position() + stretch.start
                    found += [(at, str(name)) for name in stretch.format.anchorNames()]
                block = block.next()
            self._units = found
        return self._units

    def _forget(self) -> None:
        self._units = None

    def _on_highlighted(self, url: QUrl) -> None:
        self._hovered = target(url.toString(QUrl.ComponentFormattingOption.FullyDecoded)) or ""
        if self._hovered:
            self._rest.start()
        else:
            self._rest.stop()

    def _on_rested(self) -> None:
        if self._hovered and self.underMouse():
            self.peeked.emit(self._hovered, self.cursor().pos())


def _ground_words(chosen: QTextCursor, before: QColor, ground: QColor) -> None:
    """Words that took the ground of their cell, too, get the new one; badges keep theirs."""
    look = QTextCharFormat()
    look.setBackground(ground)
    words = QTextCursor(chosen)
    block = chosen.document().findBlock(chosen.selectionStart())
    while block.isValid() and block.position() <= chosen.selectionEnd():
        for stretch in block.textFormats():
            brush = stretch.format.background()
            if brush.style() is not Qt.BrushStyle.NoBrush and brush.color() == before:
                words.setPosition(block.position() + stretch.start)
                end = block.position() + stretch.start + stretch.length
                words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                words.mergeCharFormat(look)
        block = block.next()
