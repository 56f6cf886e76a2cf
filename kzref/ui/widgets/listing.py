"""A list of named places, in groups that fold: the left pane of every page that has one.

The heading of the group that one is in stays at the top while its lines pass under it.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from kzref.ui.widgets.entries import PLACE, Entries, Entry, EntryDelegate

__all__ = ["Entry", "Listing"]


class Listing(QTreeView):
    """Shows entries; `chosen` tells which place the reader went to."""

    chosen = Signal(str)

    def __init__(self, name: str, *, flat: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty list with this accessible name; a flat one has no groups to open."""
        super().__init__(parent)
        self._is_flat = flat
        self.nothing = ""  # said where there is no line
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)  # a click folds already
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entries = Entries(self)
        self._delegate = EntryDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self._entries)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(0)
        self._keeping.timeout.connect(self._see_chosen)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Show these entries; the chosen place stays chosen when it is still there."""
        before = self.current_place()
        top = self.indexAt(QPoint(1, 1))
        first = str(top.data(PLACE)) if top.isValid() else ""
        opened = [
            place
            for place in self._entries.places
            if " " not in place and self.isExpanded(self._entries.of(place))
        ]
        self.selectionModel().blockSignals(True)
        self._entries.fill(entries)
        self._delegate.measure(self._entries.numbers)
        for place in opened:
            if (index := self._entries.of(place)).isValid():
                self.setExpanded(index, True)
        self.selectionModel().blockSignals(False)
        self.choose(before, silently=True)
        if (index := self._entries.of(first)).isValid():
            super().scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def relabel(self, entry: Entry) -> None:
        """Show a listed place under another label; cheaper than filling the list anew."""
        index = self._entries.of(entry.place)
        if index.isValid() and index.data() != entry.label:
            self._entries.replace(entry)

    def current_place(self) -> str:
        """The chosen place, or an empty text."""
        index = self.currentIndex()
        return str(index.data(PLACE)) if index.isValid() else ""

    def choose(self, place: str, *, silently: bool = False) -> None:
        """Choose a place and bring it into view; nothing happens when it is not listed."""
        index = self._entries.of(place)
        if not index.isValid():
            return
        self.blockSignals(silently)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        self.blockSignals(False)

    def enter(self) -> None:
        """Take the keyboard, on the first line that is a place and no group."""
        group = self._entries.index(0, 0)
        first = self._entries.index(0, 0, group)
        index = first if first.isValid() else group
        if index.isValid():
            self.setFocus()
            self.setCurrentIndex(index)

    def places(self) -> list[str]:
        """All places, in order."""
        return self._entries.places

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(PLACE)))

    # --- groups

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the heading of a group opens or closes it; on the one at the top, leads to it."""
        point = event.position().toPoint()
        held = self._held()
        if held is not None and self._plate(held).contains(point):
            super().scrollTo(held, QAbstractItemView.ScrollHint.PositionAtTop)
            return
        index = self.indexAt(point)
        if index.isValid() and self._entries.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        super().mousePressEvent(event)

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a whole line into view, below the heading that stays at the top."""
        super().scrollTo(index, hint)
        held, line, bar = self._held(), self.visualRect(index), self.verticalScrollBar()
        if held is not None and line.top() < self._plate(held).bottom():
            bar.setValue(bar.value() - 1)
        elif line.bottom() >= self.viewport().height():  # Qt leaves the last line cut in two
            bar.setValue(bar.value() + 1)

    def _held(self) -> QModelIndex | None:
        """The group whose heading is above the view; None where none is."""
        if self._is_flat:
            return None
        group = self.indexAt(QPoint(1, 1)).parent()
        return group if group.isValid() else None

    def _plate(self, group: QModelIndex) -> QRect:
        """Where the heading that stays at the top is drawn."""
        height = self._delegate.sizeHint(QStyleOptionViewItem(), group).height()
        return QRect(0, 0, self.viewport().width(), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        held, nothing = self._held(), self.nothing
        if held is None and (not nothing or self._entries.rowCount()):
            return
        painter = QPainter(self.viewport())
        if held is not None:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self._plate(held)
            self._delegate.paint(painter, option, held)
            painter.setPen(self.palette().color(QPalette.ColorRole.Link))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        else:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(8, 8, -8, -8)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, nothing)
        painter.end()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw all anew: the heading at the top does not move with the lines."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    # --- heights

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay the lines out anew: their height is known only once the style is applied."""
        super().showEvent(event)
        self._measure()
        self._keep_chosen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower list breaks its titles elsewhere; the chosen line stays in sight."""
        chosen = self.visualRect(self.currentIndex())
        was_seen = chosen.isValid() and 0 <= chosen.top() < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()
        if was_seen:
            self._keep_chosen()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _keep_chosen(self) -> None:
        """Bring the chosen line into view when the lines have their heights."""
        self._keeping.start()

    def _see_chosen(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _measure(self) -> None:
        self._delegate.measure(self._entries.numbers)
        self.scheduleDelayedItemsLayout()
