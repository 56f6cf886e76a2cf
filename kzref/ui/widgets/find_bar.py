"""Finds words in the page that is open: all places tinted, listed with their surroundings, counted."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.services.catalogue import Catalogue
from kzref.ui.theme import Inks
from kzref.ui.widgets.reader import Reader

AROUND = 100  # characters shown on each side of a place
LINES = 3  # places of the list in view at once
LINE_BREAK = "\u2028"  # Qt's sign for a new line inside a paragraph
MOST = 500  # places that are looked for in one page


class FindBar(QWidget):
    """A field, the places found as a list, their number, and the way between them; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it closed."""
        super().__init__(parent)
        self._field, self._count, self._list = QLineEdit(), QLabel(), QListWidget()
        self._before, self._next = QPushButton("▲"), QPushButton("▼")
        self._close = QPushButton("✕")
        self._reader: Reader | None = None
        self._watched: list[Reader] = []
        self._inks: Inks | None = None
        self._none = ""  # said where there is no such place
        self._places: list[QTextCursor] = []
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        for widget in (self._count, self._before, self._next, self._close):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.addWidget(self._list)
        column.addLayout(row)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._field.textChanged.connect(lambda _text: self._look())
        self._field.returnPressed.connect(lambda: self.step(1))
        self._list.currentRowChanged.connect(self._on_chosen)
        self._next.clicked.connect(lambda: self.step(1))
        self._before.clicked.connect(lambda: self.step(-1))
        self._close.clicked.connect(self.close_bar)
        self.hide()

    def speak(self, words: Catalogue) -> None:
        """Name the parts."""
        self._field.setPlaceholderText(words("find.hint"))
        self._none = words("screens.find.none")
        for widget, key in (
            (self._field, "find.hint"),
            (self._before, "find.before"),
            (self._next, "find.next"),
            (self._close, "find.close"),
            (self._list, "find.places"),
        ):
            widget.setAccessibleName(words(key))
            widget.setToolTip(words(key))

    def open_over(self, reader: Reader, inks: Inks) -> None:
        """Search in this pane."""
        self._forget()
        self._reader, self._inks = reader, inks
        if reader not in self._watched:  # for good: see `background` on disconnecting
            self._watched.append(reader)
            reader.textChanged.connect(lambda: self._on_changed(reader))
        reader.installEventFilter(self)
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self._look()

    def close_bar(self) -> None:
        """Forget the places and go."""
        if self._reader is not None:
            self._reader.setFocus()
            self._forget()
        self.hide()

    def close_if_open(self) -> bool:
        """Close it at Esc; False when it was not open."""
        was_open = self.isVisible()
        if was_open:
            self.close_bar()
        return was_open

    def step(self, by: int) -> None:
        """Go to the next place, or the one before, round the page."""
        if self._places:
            self._list.setCurrentRow((self._list.currentRow() + by) % len(self._places))

    @property
    def found(self) -> int:
        """How many places there are."""
        return len(self._places)

    def _forget(self) -> None:
        """Leave the pane as it was."""
        if self._reader is not None:
            self._reader.removeEventFilter(self)
            self._reader.setExtraSelections([])
            self._reader = None

    def _on_changed(self, reader: Reader) -> None:
        if reader is self._reader:
            self._look()

    def _look(self) -> None:
        if self._reader is None or self._inks is None:
            return
        self._places = _places(self._reader.document(), self._field.text())
        self._reader.setExtraSelections([self._tint(place) for place in self._places])
        self._list.blockSignals(True)
        self._list.clear()
        for place in self._places:
            line = _line(place)
            self._list.addItem(line)
            self._list.item(self._list.count() - 1).setToolTip(line)  # it may be cut short
        self._list.blockSignals(False)
        self._list.setVisible(bool(self._places))
        rows = min(LINES, len(self._places))
        self._list.setFixedHeight(rows * max(1, self._list.sizeHintForRow(0)) + 14)
        if self._places:
            self._list.setCurrentRow(0)
        self._tell()

    def _on_chosen(self, row: int) -> None:
        if self._reader is not None and 0 <= row < len(self._places):
            self._reader.setTextCursor(self._places[row])
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
        at = self._list.currentRow() + 1 if self._places else 0
        missing = bool(self._field.text()) and not self._places
        self._count.setText(self._none if missing else f"{at} / {len(self._places)}")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._reader and event.type() is QEvent.Type.Hide:  # another page came
            self._forget()
            self.hide()
        elif watched is self._reader and event.type() is QEvent.Type.Resize:
            # the list has come or gone: the place that was found may lie under the edge now
            QTimer.singleShot(0, self._reader, self._reader.ensureCursorVisible)
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case _:
                super().keyPressEvent(event)


def _places(document: QTextDocument, text: str) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    cursor = document.find(text) if text.strip() else QTextCursor()
    while not cursor.isNull() and len(found) < MOST:
        found.append(cursor)
        cursor = document.find(text, cursor)
    return found


def _line(place: QTextCursor) -> str:
    """The place with its surroundings, on one line."""
    text = place.block().text().replace(LINE_BREAK, " ")
    start = place.selectionStart() - place.block().position()
    end = place.selectionEnd() - place.block().position()
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:  # a word that is cut in two is left out
        before = f"… {before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}«{text[start:end]}»{after}".strip()
