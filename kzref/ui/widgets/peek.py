"""A look at a place beside the text: small, not modal; Enter goes there, Esc closes it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.services.catalogue import Catalogue
from kzref.services.law.glance import Glance
from kzref.ui.html.escaping import escape

WIDTH = 420
EDGE = 4  # pixels of the frame and a little air
GAP = 14  # pixels between the link and the look


class Peek(QFrame):
    """Lies over the page; `followed` tells where the reader wants to go."""

    followed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden, over this page."""
        super().__init__(parent)
        self.setObjectName("peek")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._text, self._note = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._note.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        for label in (self._title, self._text, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            column.addWidget(label)
        self._place = ""
        self._over = parent
        self._column = column
        self.hide()

    def show_glance(self, glance: Glance, words: Catalogue, at: QPoint, *, take: bool) -> None:
        """Show a look near a point of the screen; `take` gives it the keyboard."""
        self._place = glance.place
        self._title.setText(escape(glance.title))
        self._text.setText(escape(glance.text))
        self._text.setVisible(bool(glance.text))
        hint = words("reading.peek.open")
        self._note.setText(escape(f"{glance.note} · {hint}" if glance.note else hint))
        self.setAccessibleName(words("reading.peek.name", place=glance.title))
        self.setAccessibleDescription(f"{glance.text} {glance.note}".strip())
        parent = self._over
        width = min(WIDTH, parent.width() - 2 * GAP)
        self.setFixedWidth(width)
        height = min(self._column.totalHeightForWidth(width) + 2 * EDGE, parent.height() - 2 * GAP)
        self.resize(width, height)
        near = parent.mapFromGlobal(at) + QPoint(0, GAP)
        x = max(GAP, min(near.x(), parent.width() - width - GAP))
        y = near.y() if near.y() + height < parent.height() - GAP else near.y() - height - 2 * GAP
        self.move(x, max(GAP, y))
        self.show()
        self.raise_()
        if take:
            self.setFocus()

    def close_if_open(self) -> bool:
        """Close; False when there was nothing to close."""
        if not self.isVisible():
            return False
        self.hide()
        self.closed.emit()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.hide()
                self.followed.emit(self._place)
            case Qt.Key.Key_Space:
                self.close_if_open()
            case _:
                super().keyPressEvent(event)
