"""The neutral screen: nothing of the work is seen until the reader comes back; nothing is lost."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.services.catalogue import Catalogue
from kzref.ui.frame.overlay import Overlay

_PAUSE = 700  # milliseconds: the keys that hid must not also show


class Cover(Overlay):
    """Covers the whole window."""

    lifted = Signal()

    def __init__(self, window: QWidget) -> None:
        """Build it closed."""
        super().__init__(window, width=0, height=0)
        self.setObjectName("cover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "quiet")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        QVBoxLayout(self).addWidget(self._sentence)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)

    def hide_all(self, words: Catalogue) -> None:
        """Cover the window at once."""
        self._sentence.setText(words("frame.hidden"))
        self.setAccessibleName(words("frame.hidden"))
        self._pause.start()
        self.open()
        self.setFocus()

    @override
    def arrange(self) -> None:
        """Over everything."""
        self.setGeometry(self._under.rect())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come back on a plain key; every other is lost on purpose, and Esc in haste uncovers nothing."""
        plain = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in plain and not self._pause.isActive():
            self._lift()
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Come back."""
        self._lift()

    def _lift(self) -> None:
        self.close_if_open()
        self.lifted.emit()
