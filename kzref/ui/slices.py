"""Long work on the interface thread, a slice at a time: between two slices keys and clicks count.

For what only this thread may do, making widgets and laying out text. Everything else belongs to a
worker (`kzref/ui/background.py`). What is seen comes first, a slice in each turn of the event loop; of
what is not seen one slice of one work is done in a turn, however many there are.
"""

import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

SLICE = 0.012  # seconds of work between two looks at the keyboard


class _Turns(QObject):
    """Gives the works that wait a turn each: those that are seen, else one after another."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Slices] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def wait(self, work: "Slices") -> None:
        """Let a work have a turn when all that wait have had theirs."""
        if work not in self._waiting:
            self._waiting.append(work)
            if not self._timer.isActive():
                self._timer.start(0)

    def leave(self, work: "Slices") -> None:
        """Give a work no turn."""
        if work in self._waiting:
            self._waiting.remove(work)

    def _next(self) -> None:
        self._waiting = [work for work in self._waiting if isValid(work)]  # some go with their page
        if not self._waiting:
            self._timer.stop()
        seen = [work for work in self._waiting if work.is_seen]
        for work in seen or self._waiting[:1]:
            self.leave(work)
            work.take_turn()


@cache
def _turns(application: QCoreApplication) -> _Turns:
    """Those of the only interface thread."""
    return _Turns(application)


class Slices(QObject):
    """Does one piece of work after another; a new work takes the place of an unfinished one."""

    def __init__(self, parent: QObject, *, is_behind: bool = False) -> None:
        """Live as long as the parent; behind: what is done is not seen, though the parent is."""
        super().__init__(parent)
        self._is_behind = is_behind
        self._steps: Iterator[object] | None = None
        self._then: Callable[[], None] | None = None
        self._turns = _turns(cast("QCoreApplication", QCoreApplication.instance()))

    @property
    def is_seen(self) -> bool:
        """Whether it is done for a widget that is seen."""
        parent = self.parent()
        return not self._is_behind and isinstance(parent, QWidget) and parent.isVisible()

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
            self._turns.wait(self)

    def stop(self) -> None:
        """Leave what is not yet done."""
        self._steps = self._then = None
        self._turns.leave(self)

    def advance(self, seconds: float) -> None:
        """Do so much of what is left, now."""
        if self._steps is not None:
            self._work(seconds)

    def finish(self) -> None:
        """Do all that is left, now."""
        if self._steps is not None:
            self._work(None)

    def take_turn(self) -> None:
        """Do one slice."""
        self._work(SLICE)

    def _work(self, seconds: float | None) -> None:
        steps, then = self._steps, self._then
        until = None if seconds is None else time.monotonic() + seconds
        while steps is not None:
            try:
                next(steps)
            except StopIteration:
                steps = None
            except BaseException:
                self.stop()
                raise
            if self._steps is not steps and steps is not None:
                return  # a step began another work
            if until is not None and time.monotonic() > until:
                break
        if steps is None:
            self.stop()
        else:
            self._turns.wait(self)
        if then is not None:
            then()
