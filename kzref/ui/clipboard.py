"""The one door to the system's clipboard: what kzref puts there it can also take away."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER = 60_000  # milliseconds, when the reader wants it cleared


class Clipboard(QObject):
    """Plain text only, so that Word and Notepad paste the same."""

    def __init__(self, parent: QObject) -> None:
        """Begin with nothing put there, and with keeping what will be."""
        super().__init__(parent)
        self._put = ""
        self.is_cleared = False  # after a while; the reader's choice
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CLEARED_AFTER)
        self._soon.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put a text there; it goes after a while when the reader has chosen so."""
        QGuiApplication.clipboard().setText(text)
        self._put = text
        if self.is_cleared:
            self._soon.start()

    def clear(self) -> None:
        """Take away what kzref put there; what has come from elsewhere since stays."""
        clipboard = QGuiApplication.clipboard()
        if self._put and clipboard.text() == self._put:
            clipboard.clear()
        self._put = ""
