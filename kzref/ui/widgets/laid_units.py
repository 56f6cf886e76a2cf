"""Where the units of a page lie in its laid out document, and their colours there.

A unit is the stretch from one named anchor to the next; its card is the outermost table around it.
"""

from bisect import bisect_right

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextTable,
)


class LaidUnits:
    """The units of one document; all distances are pixels from the top of the page."""

    def __init__(self, document: QTextDocument) -> None:
        """Find the anchors when they are first asked for, and again after each change."""
        self._document = document
        self._found: list[tuple[int, str]] | None = None
        document.contentsChanged.connect(self._forget)

    def _forget(self) -> None:
        self._found = None

    @property
    def _anchors(self) -> list[tuple[int, str]]:
        """Every named anchor with its position, in order; found once for each page."""
        if self._found is None:
            found: list[tuple[int, str]] = []
            block = self._document.begin()
            while block.isValid():
                for stretch in block.textFormats():
                    at = block.position() + stretch.start
                    found += [(at, str(name)) for name in stretch.format.anchorNames()]
                block = block.next()
            self._found = found
        return self._found

    @property
    def names(self) -> list[str]:
        """The anchors, in order."""
        return [name for _, name in self._anchors]

    def at_position(self, position: int) -> str | None:
        """The anchor before a position of the document; None before the first."""
        place = bisect_right([start for start, _ in self._anchors], position) - 1
        return self._anchors[place][1] if place >= 0 else None

    def at_depth(self, depth: float) -> str:
        """The last anchor that begins no deeper than this, or the first; there must be one."""
        known = self._anchors
        place = bisect_right(known, depth, key=lambda one: self._top(one[0])) - 1
        return known[max(place, 0)][1]

    def reach(self, anchor: str) -> tuple[float, float]:
        """From where to where on the page a unit goes."""
        known = self._anchors
        place = next(place for place, (_, name) in enumerate(known) if name == anchor)
        is_last = place + 1 == len(known)
        below = self._height() if is_last else self._top(known[place + 1][0])
        return self._top(known[place][0]), below

    def card(self, anchor: str) -> QRectF | None:
        """The card of a unit; None where the page has no such unit, or it stands in no table."""
        start = self._start(anchor)
        if start is None:
            return None
        frame: QTextFrame | None = self._cursor(start).currentFrame()
        outermost, root = frame, self._document.rootFrame()
        while frame is not None and frame is not root:
            outermost, frame = frame, frame.parentFrame()
        if outermost is None or outermost is root:
            return None
        self._height()
        return self._document.documentLayout().frameBoundingRect(outermost)

    def tint(self, anchor: str, ground: str, edge: str) -> None:
        """Give the card of a unit these colours: of its cells, and of the narrow first one."""
        start = self._start(anchor)
        table: QTextTable | None = self._cursor(start).currentTable() if start is not None else None
        if table is None:
            return
        known = self._found
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
        self._found = known  # nothing moved

    def _start(self, anchor: str) -> int | None:
        return next((at for at, name in self._anchors if name == anchor), None)

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        return cursor

    def _height(self) -> float:
        """Of the page; Qt lays out no further than it shows, unless it is asked for this."""
        return self._document.documentLayout().documentSize().height()

    def _top(self, position: int) -> float:
        block = self._document.findBlock(position)
        return self._document.documentLayout().blockBoundingRect(block).top()


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
