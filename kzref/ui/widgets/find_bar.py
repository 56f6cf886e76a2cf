"""Finds words in the page that is open: all places tinted, their number told, one step at a time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from typing_extensions import override

from kzref.services.catalogue import Catalogue
from kzref.ui.theme import Inks
from kzref.ui.widgets.reader import Reader


class FindBar(QWidget):
    """A field, the number of places, and two buttons; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it closed."""
        super().__init__(parent)
        self._field, self._count = QLineEdit(), QLabel()
        self._before, self._next = QPushButton("▲"), QPushButton("▼")
        self._reader: Reader | None = None
        self._inks: Inks | None = None
        self._places: list[QTextCursor] = []
        self._at = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._field, 1)
        for widget in (self._count, self._before, self._next):
            layout.addWidget(widget)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(lambda: self.step(1))
        self._next.clicked.connect(lambda: self.step(1))
        self._before.clicked.connect(lambda: self.step(-1))
        self.hide()

    def speak(self, words: Catalogue) -> None:
        """Name the parts."""
        self._field.setPlaceholderText(words("find.hint"))
        self._field.setAccessibleName(words("find.hint"))
        self._before.setAccessibleName(words("find.before"))
        self._next.setAccessibleName(words("find.next"))

    def open_over(self, reader: Reader, inks: Inks) -> None:
        """Search in this pane."""
        self._reader, self._inks = reader, inks
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self._on_text_changed(self._field.text())

    def close_bar(self) -> None:
        """Forget the places and go."""
        if self._reader is not None:
            self._reader.setExtraSelections([])
            self._reader.setFocus()
        self.hide()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before, round the page."""
        if self._places and self._reader is not None:
            self._at = (self._at + by) % len(self._places)
            self._reader.setTextCursor(self._places[self._at])
            self._tell()

    @property
    def found(self) -> int:
        """How many places there are."""
        return len(self._places)

    def _on_text_changed(self, text: str) -> None:
        if self._reader is None or self._inks is None:
            return
        document: QTextDocument = self._reader.document()
        self._places, self._at = [], 0
        cursor = document.find(text) if text else QTextCursor()
        while not cursor.isNull():
            self._places.append(cursor)
            cursor = document.find(text, cursor)
        self._reader.setExtraSelections([self._tint(place) for place in self._places])
        if self._places:
            self._reader.setTextCursor(self._places[0])
        self._tell()

    def _tint(self, place: QTextCursor) -> QTextEdit.ExtraSelection:
        tint = QTextEdit.ExtraSelection()
        form = place.charFormat()
        if self._inks is not None:
            form.setBackground(QColor(self._inks.warn_soft))
            form.setForeground(QColor(self._inks.warn))
        tint.cursor, tint.format = place, form
        return tint

    def _tell(self) -> None:
        at = self._at + 1 if self._places else 0
        self._count.setText(f"{at} / {len(self._places)}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
