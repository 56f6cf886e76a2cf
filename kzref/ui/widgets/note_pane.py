"""A small editor under the text: the note at one place, kept by itself while it is written."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.note import Note, NoteKind
from kzref.services.notes.notes import Fate
from kzref.ui.context import Context
from kzref.ui.html.escaping import escape
from kzref.ui.html.notes import changed_html

REST = 600  # milliseconds without a key after which the note is kept
HEIGHT = 92


class NotePane(QWidget):
    """Opened over a place; Esc closes it and gives the keyboard back with `closed`."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Build it closed."""
        super().__init__()
        self._context = context
        self._place = ""
        self._note: Note | None = None
        self._title, self._state, self._changed = QLabel(), QLabel(), QLabel()
        self._state.setProperty("role", "quiet")
        self._changed.setWordWrap(True)
        self._changed.setTextFormat(Qt.TextFormat.RichText)
        self._changed.setMaximumHeight(HEIGHT)
        self.editor = QPlainTextEdit()
        self.editor.setFixedHeight(HEIGHT)
        self.editor.setTabChangesFocus(True)
        self._delete, self._close = QPushButton(), QPushButton()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        head.addWidget(self._delete)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(head)
        column.addWidget(self._changed)
        column.addWidget(self.editor)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep)
        self.editor.textChanged.connect(self._on_typed)
        self._delete.clicked.connect(self._on_delete)
        self._close.clicked.connect(self.leave)
        context.escape.closes(self.close_if_open)
        context.notebook.failed.connect(self._on_failed)
        self.hide()

    def speak(self) -> None:
        """Name the parts."""
        words = self._context.words
        self._delete.setText(words("notes.delete"))
        self._close.setText(words("notes.close"))
        self.editor.setPlaceholderText(words("notes.hint"))
        if self._place:
            self._head()

    def open_at(self, place: str) -> None:
        """Show the note of a place, or an empty one, and take the keyboard."""
        self.show_place(place)
        self.show()
        self.editor.setFocus()

    def show_place(self, place: str) -> None:
        """Turn to the note of another place; what was written is kept first."""
        self.keep()
        self._place = place
        notes = self._context.notebook.notes.at(place)
        written = [note for note in notes if note.kind is NoteKind.NOTE]
        self._note = written[0] if written else None
        self.editor.blockSignals(True)
        self.editor.setPlainText(self._note.text if self._note else "")
        self.editor.blockSignals(False)
        self._head()

    def keep(self) -> None:
        """Keep what was written since the last time."""
        self._rest.stop()
        text = self.editor.toPlainText()
        before = self._note.text if self._note else ""
        if self._place and text.strip() != before.strip():
            self._note = self._context.notebook.write(self._place, text, self._note)
            key = "notes.kept" if self._note else "notes.empty"
            self._state.setText(self._context.words(key))
            self._delete.setVisible(self._note is not None)

    def close_if_open(self) -> bool:
        """Close; False when there was nothing to close."""
        if not self.isVisible():
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """Keep, close, and give the keyboard back."""
        self.keep()
        self.hide()
        self.closed.emit()

    def _head(self) -> None:
        words = self._context.words
        title = words("notes.at", place=self._context.cite(self._place))
        self._title.setText(f"<b>{escape(title)}</b>")
        self.editor.setAccessibleName(title)
        self._state.clear()
        self._delete.setVisible(self._note is not None)
        shown = ""
        if self._note is not None:
            one = self._context.notebook.standing(self._note)
            if one.fate is Fate.CHANGED:
                shown = changed_html(self._context, one)
        self._changed.setText(shown)
        self._changed.setVisible(bool(shown))

    def _on_failed(self) -> None:
        self._state.setText(self._context.words("notes.empty"))

    def _on_typed(self) -> None:
        self._state.setText(self._context.words("notes.writing"))
        self._rest.start()

    def _on_delete(self) -> None:
        note, self._note = self._note, None
        self._rest.stop()
        self.editor.blockSignals(True)
        self.editor.clear()
        self.editor.blockSignals(False)
        if note is not None:
            self._context.notebook.delete(note)
        self.leave()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)
