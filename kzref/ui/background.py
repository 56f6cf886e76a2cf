"""The one door to threads: work off the interface thread, the answer back on it, late ones dropped."""

import gc
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from kzref.model.errors import KzrefError

T = TypeVar("T")


class _Answer(QObject):
    """Carries an answer, or the error, over to the interface thread."""

    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    def run(self) -> None:
        """Do the work; an expected error is an answer too."""
        try:
            result = self._work()
        except KzrefError as error:
            self._answer.failed.emit(error)
        except Exception as fault:  # noqa: BLE001 - the door: a fault of ours is told, not thrown
            told = KzrefError("fault.internal", fault=f"{type(fault).__name__}: {fault}")
            self._answer.failed.emit(told)
        else:
            self._answer.done.emit(result)


class Background(QObject):
    """Runs questions one after another; only the answer to the newest question is delivered."""

    def __init__(self, parent: QObject) -> None:
        """Live as long as the parent."""
        super().__init__(parent)
        self._newest = 0
        self._pending: dict[int, _Answer] = {}

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KzrefError], None] | None = None,
    ) -> None:
        """Ask a question; an older one that is still being worked on will not be answered."""
        self._newest += 1
        number = self._newest
        answer = _Answer(self)
        self._pending[number] = answer
        answer.done.connect(lambda result: self._deliver(number, done, result))
        answer.failed.connect(lambda error: self._deliver(number, failed, error))
        QThreadPool.globalInstance().start(_Work(work, answer))

    def forget(self) -> None:
        """Deliver no answer to any question asked so far."""
        self._newest += 1

    def _deliver(self, number: int, to: Callable[[Any], None] | None, what: object) -> None:
        answer = self._pending.pop(number)
        answer.deleteLater()
        if to is not None and number == self._newest:
            to(what)


def wait() -> None:
    """Let all background work finish (at closing, and in tests)."""
    QThreadPool.globalInstance().waitForDone()


class Housekeeping(QObject):
    """Collects garbage on the interface thread only.

    Python may collect on whichever thread allocates; were that a worker, widgets that have become
    garbage would be destroyed there, which Qt does not survive.
    """

    def __init__(self, parent: QObject) -> None:
        """Take garbage collection over from Python."""
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(2000)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
