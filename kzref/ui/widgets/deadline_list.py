"""What a calculation makes fall due, to be ticked before it goes into a calendar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzref.model.sheet import Deadline
from kzref.services.catalogue import Catalogue


class DeadlineList(QWidget):
    """Hidden until there is something to tick; `confirmed` when the ticked ones may be saved."""

    confirmed = Signal()

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self._heading, self._save = QLabel(), QPushButton()
        self._items = QListWidget()
        self._items.setMaximumHeight(150)
        self._deadlines: tuple[Deadline, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        for widget in (self._heading, self._items, self._save):
            column.addWidget(widget)
        self._save.clicked.connect(self.confirmed)
        self.hide()

    def speak(self, words: Catalogue) -> None:
        """Name everything in the language."""
        self._heading.setText(words("save.tick"))
        self._items.setAccessibleName(words("save.tick"))
        self._save.setText(words("save.ticked"))

    def offer(
        self, every: tuple[Deadline, ...], ticked: tuple[Deadline, ...], words: Catalogue
    ) -> None:
        """Show the deadlines, those of `ticked` with a tick."""
        self._deadlines = every
        self._items.clear()
        for deadline in every:
            item = QListWidgetItem(f"{words.word(deadline.due)} — {deadline.name}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if deadline in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self._items.addItem(item)
        self.setVisible(bool(every))

    def tick(self, number: int, *, ticked: bool) -> None:
        """Set or take away the tick of one deadline, counted from the top."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self._items.item(number).setCheckState(state)

    @property
    def ticked(self) -> tuple[Deadline, ...]:
        """The deadlines that have a tick now."""
        return tuple(
            deadline
            for number, deadline in enumerate(self._deadlines)
            if self._items.item(number).checkState() is Qt.CheckState.Checked
        )
