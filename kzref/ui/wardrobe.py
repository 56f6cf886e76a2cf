"""Dresses the windows part by part, so that a change of looks costs no more than what is seen of it.

A style sheet over the whole application would dress every widget there is before the next frame,
those of the pages behind, too. So each part has it for itself: what is hidden is dressed when it is
shown, or earlier by whoever shows it.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Wardrobe(QObject):
    """Knows the parts of all windows, and which of them still wear what was chosen before."""

    def __init__(self, parent: QObject) -> None:
        """Begin without a sheet; `change` brings one."""
        super().__init__(parent)
        self._sheet = ""
        self._parts: list[QWidget] = []
        self._stale: set[QWidget] = set()

    def dress(self, part: QWidget) -> None:
        """Dress a new part, which no other part holds, and again after every change."""
        self._parts.append(part)
        part.setStyleSheet(self._sheet)

    def change(self, sheet: str) -> None:
        """Dress what is seen; the rest follows when it is shown."""
        self._sheet = sheet
        for part in self._parts:
            if _is_shown(part):
                self._stale.discard(part)
                part.setStyleSheet(sheet)
            elif part not in self._stale:
                self._stale.add(part)
                part.installEventFilter(self)

    def is_stale(self, part: QWidget) -> bool:
        """Whether it still wears what was chosen before."""
        return part in self._stale

    def freshen(self, part: QWidget) -> None:
        """Dress a part that is about to be shown, if it still wears what was chosen before."""
        if part in self._stale:
            self._stale.remove(part)
            part.removeEventFilter(self)
            part.setStyleSheet(self._sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what is about to be shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.freshen(watched)
        return False


def _is_shown(part: QWidget) -> bool:
    """Whether it is seen as soon as its window is."""
    return part.isVisible() if part.isWindow() else part.isVisibleTo(part.window())
