"""A tree of named places: the left pane of every page that has one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

PLACE = 0x0101  # Qt.ItemDataRole.UserRole + 1; loading the Qt namespace costs a tenth of the start


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the tree."""

    place: str
    label: str
    hint: str = ""
    children: tuple["Entry", ...] = field(default=())


class Listing(QTreeView):
    """Shows entries; `chosen` tells which place the reader went to."""

    chosen = Signal(str)

    def __init__(self, name: str, *, flat: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty tree with this accessible name; a flat one has no branches to open."""
        super().__init__(parent)
        self.setRootIsDecorated(not flat)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Show these entries; the chosen place stays chosen when it is still there."""
        before = self.current_place()
        opened = {place for place, item in self._items.items() if self.isExpanded(item.index())}
        self.selectionModel().blockSignals(True)
        self._model.clear()
        self._items.clear()
        for entry in entries:
            self._add(self._model.invisibleRootItem(), entry)
        for place in opened & self._items.keys():
            self.setExpanded(self._items[place].index(), True)
        self.selectionModel().blockSignals(False)
        if before in self._items:
            self.choose(before, silently=True)

    def relabel(self, entry: Entry) -> None:
        """Show a listed place under another label; cheaper than filling the tree anew."""
        item = self._items.get(entry.place)
        if item is not None and item.text() != entry.label:
            item.setText(entry.label)
            item.setToolTip(entry.hint or entry.label)

    def _add(self, above: QStandardItem, entry: Entry) -> None:
        item = QStandardItem(entry.label)
        item.setData(entry.place, PLACE)
        item.setToolTip(entry.hint or entry.label)
        above.appendRow(item)
        self._items[entry.place] = item
        for child in entry.children:
            self._add(item, child)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay the lines out anew: their height is known only once the style is applied."""
        super().showEvent(event)
        self.doItemsLayout()

    def current_place(self) -> str:
        """The chosen place, or an empty text."""
        index = self.currentIndex()
        return str(index.data(PLACE)) if index.isValid() else ""

    def choose(self, place: str, *, silently: bool = False) -> None:
        """Choose a place and bring it into view; nothing happens when it is not listed."""
        item = self._items.get(place)
        if item is None:
            return
        self.blockSignals(silently)
        self.selectionModel().setCurrentIndex(
            item.index(),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        self.scrollTo(item.index())
        self.blockSignals(False)

    def places(self) -> list[str]:
        """All places, in order."""
        return list(self._items)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(PLACE)))
