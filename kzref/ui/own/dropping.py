"""Files dropped anywhere on the window lead to the page that brings them into the library."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; leave all else, such as words dropped into the search box, alone."""
        del watched
        is_drop = event.type() == QEvent.Type.Drop
        if not is_drop and event.type() not in _ENTERING:
            return False
        drag = cast("QDropEvent", event)  # what enters and moves is a kind of drop, too
        dragged = files(drag.mimeData())
        if not dragged:
            return False
        drag.acceptProposedAction()
        if is_drop:
            self._taken(dragged)
        return True


def files(data: "QMimeData") -> list[Path]:
    """The files and folders of this machine in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
