"""The lines of a list of places and how they are drawn: a number in a column of its own, a title beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

PLACE = Qt.ItemDataRole.UserRole + 1
ENTRY = Qt.ItemDataRole.UserRole + 2

NOWHERE = QModelIndex()
LINES = 2  # of a title; what is longer is cut, and whole in the tooltip
SIDE, GAP, ABOVE = 8, 10, 5  # pixels beside the number, between it and the title, above and below

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line: its whole wording, and where it has a number, the number and the title apart."""

    place: str
    label: str
    hint: str = ""
    number: str = ""
    title: str = ""
    children: tuple["Entry", ...] = field(default=())


class Entries(QAbstractItemModel):
    """Groups and what stands in them; nothing is made for a line before it is shown."""

    def __init__(self, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._groups: list[Entry] = []
        self._at: dict[str, tuple[int, int]] = {}

    def fill(self, entries: Iterable[Entry]) -> None:
        """Hold these entries and no others."""
        self.beginResetModel()
        self._groups = list(entries)
        self._at = {}
        for number, group in enumerate(self._groups):
            self._at[group.place] = (number, -1)
            for row, child in enumerate(group.children):
                self._at[child.place] = (number, row)
        self.endResetModel()

    def replace(self, entry: Entry) -> None:
        """Put another entry of the same place, without children, where it stands."""
        group, row = self._at[entry.place]
        if row < 0:
            self._groups[group] = entry
            index = self.of(entry.place)
            self.dataChanged.emit(index, index)

    @property
    def places(self) -> list[str]:
        """All places, in order."""
        return list(self._at)

    @property
    def numbers(self) -> set[str]:
        """The numbers that stand in the column."""
        return {one.number for group in self._groups for one in (group, *group.children)}

    def of(self, place: str) -> QModelIndex:
        """Where a place stands; an invalid index where it does not."""
        group, row = self._at.get(place, (-1, -1))
        if group < 0:
            return QModelIndex()
        return self.createIndex(group, 0, 0) if row < 0 else self.createIndex(row, 0, group + 1)

    def entry(self, index: Index) -> Entry:
        """What stands at a valid index."""
        group = int(index.internalId())
        return self._groups[group - 1].children[index.row()] if group else self._groups[index.row()]

    @override
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has two
        group = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].children)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.label
            case Qt.ItemDataRole.ToolTipRole:
                return entry.hint or entry.label
            case _ if role == PLACE:
                return entry.place
            case _ if role == ENTRY:
                return entry
        return None


class EntryDelegate(QStyledItemDelegate):
    """Draws a line; the heading of a group bold, on the ground of the desk, with the sign of its fold."""

    def __init__(self, view: QTreeView) -> None:
        """Draw in this view."""
        super().__init__(view)
        self._view = view
        self._column = 0
        self._plain, self._bold = QFont(), QFont()
        self._broken: dict[tuple[str, int], list[str]] = {}  # titles in lines, by their width
        self.measure(set())

    def measure(self, numbers: set[str]) -> None:
        """Draw with the letters of the view, the column as wide as the widest number needs."""
        self._broken.clear()
        self._plain, self._bold = QFont(self._view.font()), QFont(self._view.font())
        self._bold.setBold(True)
        metrics = QFontMetrics(self._plain)
        self._column = max((metrics.horizontalAdvance(one) for one in numbers), default=0)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(self._font(index))
        text, room = self._text_and_room(index, self._view.viewport().width())
        # without breaking the title: Qt asks for the heights of lines that are not shown, too
        lines = 1 if metrics.horizontalAdvance(text) <= room else LINES
        return QSize(1, lines * metrics.height() + 2 * ABOVE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        is_group = self._is_group(index)
        palette: QPalette = ground.palette
        rect: QRect = ground.rect
        if is_group:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Window))
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._view)
        font = self._font(index)
        painter.save()
        painter.setFont(font)
        entry: Entry = index.data(ENTRY)
        metrics = QFontMetrics(font)
        line = QRect(rect.left() + SIDE, rect.top() + ABOVE, rect.width() - SIDE, metrics.height())
        if entry.number:
            painter.setPen(palette.color(QPalette.ColorRole.Link))
            cell = QRect(line.left(), line.top(), self._column, line.height())
            painter.drawText(cell, Qt.AlignmentFlag.AlignRight, entry.number)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        line.setLeft(line.left() + self._before(index))
        for text in self._lines(index, rect.width()):
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, text)
            line.translate(0, metrics.height())
        if is_group:
            self._draw_fold(painter, rect, index, palette)
        painter.restore()

    def _draw_fold(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        """The sign that the group is open or closed, at the right."""
        is_open = self._view.isExpanded(index)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        cell = rect.adjusted(0, ABOVE, -SIDE, 0)
        painter.drawText(cell, Qt.AlignmentFlag.AlignRight, "▾" if is_open else "▸")

    def _is_group(self, index: Index) -> bool:
        return bool(index.data(ENTRY).children)

    def _font(self, index: Index) -> QFont:
        return self._bold if self._is_group(index) else self._plain

    def _before(self, index: Index) -> int:
        """How far from the left the title begins; what has no number stands at the left."""
        return self._column + GAP if index.data(ENTRY).number else 0

    def _text_and_room(self, index: Index, width: int) -> tuple[str, int]:
        """The title, and how many pixels wide a line of it may be."""
        entry: Entry = index.data(ENTRY)
        room = width - 2 * SIDE - self._before(index)
        if entry.children:
            room -= 2 * QFontMetrics(self._bold).averageCharWidth()  # for the sign of the fold
        return entry.title or entry.label, room

    def _lines(self, index: Index, width: int) -> list[str]:
        """The title in at most so many lines."""
        known = self._text_and_room(index, width)
        if known not in self._broken:
            self._broken[known] = _broken(*known, self._font(index))
        return self._broken[known]


def _broken(text: str, room: int, font: QFont) -> list[str]:
    """A text in lines of so many pixels; what does not fit the last is cut."""
    metrics, layout = QFontMetrics(font), QTextLayout(text, font)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(room, 1))
        begin = line.textStart()
        end = begin + line.textLength() if len(lines) < LINES - 1 else len(text)
        part = text[begin:end].rstrip()
        lines.append(metrics.elidedText(part, Qt.TextElideMode.ElideRight, room))
    layout.endLayout()
    return lines or [text]
