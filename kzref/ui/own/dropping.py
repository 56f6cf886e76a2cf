"""Files dropped anywhere on the window lead to the page that brings them into the library."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_ENTERING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Dropping(QObject):
    """Watches the window, and the fields in it that would take a drop for typing."""

    def __init__(
        self, window: QWidget, fields: tuple[QWidget, ...], taken: Callable[[list[Path]], None]
    ) -> None:
        """Hand the files that are dropped to `taken`."""
        super().__init__(window)
        self._taken = taken
        window.setAcceptDrops(True)
        for one in (window, *fields):
            one.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; leave all else, such as words dropped into the search box, alone."""
        if event.type() in _ENTERING and isinstance(event, QDragEnterEvent | QDropEvent):
            if files(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            dropped = files(event.mimeData())
            if dropped:
                event.acceptProposedAction()
                self._taken(dropped)
                return True
        return False


def files(data: QMimeData) -> list[Path]:
    """The files and folders of this machine in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
