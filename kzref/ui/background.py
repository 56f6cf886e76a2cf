"""The one door to threads: work off the interface thread, the answer back on it, late ones dropped.

Nothing is disconnected from Python while a worker may run. `disconnect` keeps one of Qt's locks
while it waits for Python's; a worker that makes a document for paper holds Python's and may need
that lock of Qt's: both would wait for ever.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from kzref.model.errors import KzrefError

T = TypeVar("T")


class _Answer(QObject):
    """Carries an answer, or the error, over to the interface thread."""

    done = Signal(int, object)
    failed = Signal(int, object)


class _Work(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._answer = answer

    def run(self) -> None:
        """Do the work; an expected error is an answer too."""
        try:
            told, result = "done", self._work()
        except KzrefError as error:
            told, result = "failed", error
        except Exception as fault:  # noqa: BLE001 - the door: a fault of ours is told, not thrown
            what = f"{type(fault).__name__}: {fault}"
            told, result = "failed", KzrefError("fault.internal", fault=what)
        with suppress(RuntimeError):  # the window was closed meanwhile, and who asked is gone
            getattr(self._answer, told).emit(self._number, result)


class Background(QObject):
    """Runs questions one after another; only the answer to the newest question is delivered."""

    def __init__(self, parent: QObject) -> None:
        """Live as long as the parent."""
        super().__init__(parent)
        self._newest = 0
        self._pending: dict[
            int, tuple[Callable[[Any], None], Callable[[KzrefError], None] | None]
        ] = {}
        # one for all questions: were it let go with each answer, that could be while the worker is
        # still inside the call that sends it
        self._answer = _Answer(self)
        self._answer.done.connect(self._on_done)
        self._answer.failed.connect(self._on_failed)

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KzrefError], None] | None = None,
    ) -> None:
        """Ask a question; an older one that is still being worked on will not be answered."""
        self._newest += 1
        number = self._newest
        self._pending[number] = (done, failed)
        QThreadPool.globalInstance().start(_Work(number, work, self._answer))

    def forget(self) -> None:
        """Deliver no answer to any question asked so far."""
        self._newest += 1

    def _on_done(self, number: int, result: object) -> None:
        done, _failed = self._pending.pop(number)
        if number == self._newest:
            done(result)

    def _on_failed(self, number: int, error: KzrefError) -> None:
        _done, failed = self._pending.pop(number)
        if failed is not None and number == self._newest:
            failed(error)


def wait() -> None:
    """Let all background work finish (at closing, and in tests)."""
    QThreadPool.globalInstance().waitForDone()
