"""Changes of the whole window in several turns of the event loop, seen only when all is done."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from kzref.ui.slices import Slices


class Changing:
    """Does one change after another, a slice at a time; until it is whole the window shows what was.

    The keys that are pressed meanwhile count: nothing waits for a change but what is seen of it.
    """

    def __init__(self, window: QWidget) -> None:
        """Begin with nothing to change."""
        self._window = window
        self._slices = Slices(window)

    @property
    def is_at_work(self) -> bool:
        """Whether something is still to be done."""
        return self._slices.is_at_work

    def begin(self, steps: Iterator[None]) -> None:
        """Begin a change with its first step; what was begun before is finished."""
        self.finish()
        self._slices.begin(self._unseen(steps), at_once=1e-9)

    def finish(self) -> None:
        """Do all that is left now."""
        self._slices.finish()

    def _unseen(self, steps: Iterator[None]) -> Iterator[None]:
        self._window.setUpdatesEnabled(False)
        try:
            yield from steps
        finally:
            self._window.setUpdatesEnabled(True)
            # Qt asks for no painting when a request for it came while the window was held
            QCoreApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
