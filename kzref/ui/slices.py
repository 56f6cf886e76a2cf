"""Long work on the interface thread, a slice at a time: between two slices keys and clicks count.

For what only this thread may do, making widgets and laying out text. Everything else belongs to a
worker (`kzref/ui/background.py`).
"""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

SLICE = 0.012  # seconds of work between two looks at the keyboard


class Slices(QObject):
    """Does one piece of work after another; a new work takes the place of an unfinished one."""

    def __init__(self, parent: QObject) -> None:
        """Live as long as the parent."""
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_at_work(self) -> bool:
        """Whether something is still to be done."""
        return self._steps is not None

    def begin(
        self, steps: Iterator[object], *, then: Callable[[], None] | None = None, at_once: float
    ) -> None:
        """Begin a work; what was not finished is left.

        Args:
            steps: each `next` does a little of the work, of a few milliseconds.
            then: called after each slice, the last one too.
            at_once: seconds of the first slice, which is done before this returns; 0: none is.
        """
        self._steps, self._then = steps, then
        if at_once > 0:
            self._work(at_once)
        else:
            self._timer.start(0)

    def stop(self) -> None:
        """Leave what is not yet done."""
        self._steps = self._then = None
        self._timer.stop()

    def advance(self, seconds: float) -> None:
        """Do so much of what is left, now."""
        if self._steps is not None:
            self._work(seconds)

    def finish(self) -> None:
        """Do all that is left, now."""
        if self._steps is not None:
            self._work(None)

    def _go_on(self) -> None:
        self._work(SLICE)

    def _work(self, seconds: float | None) -> None:
        steps, then = self._steps, self._then
        until = None if seconds is None else time.monotonic() + seconds
        while steps is not None:
            try:
                next(steps)
            except StopIteration:
                steps = None
            if self._steps is not steps and steps is not None:
                return  # a step began another work
            if until is not None and time.monotonic() > until:
                break
        if steps is None:
            self.stop()
        elif not self._timer.isActive():
            self._timer.start(0)
        if then is not None:
            then()
