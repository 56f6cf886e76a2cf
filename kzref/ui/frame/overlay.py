"""What lies over the window for a moment: never modal, closed by Esc, moved along with the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

MARGIN = 24


class Overlay(QFrame):
    """A sheet over the window; the focus goes back to where it was."""

    def __init__(self, window: QWidget, *, width: int, height: int) -> None:
        """Build it closed; it is at most this large at the usual size of letters."""
        super().__init__(window)
        self.setObjectName("overlay")
        self.setAutoFillBackground(True)
        self._under = window
        self._before: QWidget | None = None
        self._size = (width, height)
        self.scale = 1.0
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, and give it the focus if it wants any."""
        self._before = self.window().focusWidget()
        self.arrange()
        self.show()
        self.raise_()

    def close_if_open(self) -> bool:
        """Close it; False when it was not open."""
        if not self.isVisible():
            return False
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        return True

    def arrange(self) -> None:
        """In the middle, below the bar, inside the window."""
        around = self._under.rect()
        width = min(round(self._size[0] * self.scale), around.width() - 2 * MARGIN)
        height = min(round(self._size[1] * self.scale), around.height() - 3 * MARGIN)
        self.setGeometry((around.width() - width) // 2, 2 * MARGIN, width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.arrange()
        return False
