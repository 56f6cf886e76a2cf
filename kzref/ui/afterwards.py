"""What need not be there at the first look: done step by step as soon as the window was painted.

A step is done when no event waits, so what the reader types or presses comes first; none may take
longer than 50 ms. Whatever a step makes is made at once when something asks for it earlier.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FRAME = 16  # milliseconds: the first look reaches the screen before anything else is done


class Afterwards(QObject):
    """The steps that are left, in order."""

    def __init__(self, parent: QObject) -> None:
        """Begin with none; nothing is done before `begin`."""
        super().__init__(parent)
        self._steps: list[Callable[[], object]] = []
        self._timer = QTimer(self)  # no interval: when the window is idle
        self._timer.timeout.connect(self._next)
        self.has_begun = False
        self._is_over = False

    def add(self, step: Callable[[], object]) -> None:
        """Do this after all that was added before; once the window is gone, never."""
        if self._is_over:
            return
        self._steps.append(step)
        if self.has_begun:
            self._timer.start()

    def begin(self) -> None:
        """The window is painted: go on when that is on the screen."""
        self.has_begun = True
        self._timer.start(FRAME)

    def finish(self) -> None:
        """Do all that is left now: in tests, which do not wait."""
        while self._steps:
            self._steps.pop(0)()

    def stop(self) -> None:
        """Do nothing more, when the window is gone."""
        self._is_over = True
        self._steps.clear()
        self._timer.stop()

    def _next(self) -> None:
        self._timer.setInterval(0)  # from now on whenever the window is idle
        if self._steps:
            self._steps.pop(0)()
        else:
            self._timer.stop()
