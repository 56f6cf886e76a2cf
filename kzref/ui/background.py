"""The one door to threads: work off the interface thread, the answer back on it, late ones dropped."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

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

    def _deliver(self, number: int, to: Callable[[Any], None] | None, what: object) -> None:
        answer = self._pending.pop(number)
        answer.deleteLater()
        if to is not None and number == self._newest:
            to(what)


def wait() -> None:
    """Let all background work finish (at closing, and in tests)."""
    QThreadPool.globalInstance().waitForDone()
