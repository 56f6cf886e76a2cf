"""The files on their way into the library: one step of one file after another, off the interface thread."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from kzref.model.errors import KzrefError
from kzref.model.message import Message
from kzref.services.own.bringing import Bringer, Brought, Stage, files_of, replacing
from kzref.ui.background import Background
from kzref.ui.context import Context

if TYPE_CHECKING:
    from kzref.services.own.text_preview import Wishes

Step: TypeAlias = Callable[[Brought], Brought]


class ImportQueue(QObject):
    """Holds the files in the order they came; whatever was done stays when the rest is stopped."""

    changed = Signal()  # what is known of the files, or which there are
    stored = Signal()  # there are more texts in the library; once for all that were stored at once

    def __init__(self, context: Context, parent: QObject) -> None:
        """Begin with no file."""
        super().__init__(parent)
        self._context = context
        self._background = Background(self)
        self._finding = Background(self)
        self._jobs: deque[tuple[Path, Step]] = deque()
        self._items: dict[Path, Brought] = {}
        self._bringer: Bringer | None = None
        self._has_stored = False
        self.now: Path | None = None
        self.done = self.total = 0

    @property
    def items(self) -> tuple[Brought, ...]:
        """The files, in the order they came."""
        return tuple(self._items.values())

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or stored."""
        return self.now is not None

    @property
    def ready(self) -> tuple[Path, ...]:
        """The files that can be stored as they are."""
        return tuple(one.path for one in self.items if one.is_ready)

    def get(self, path: Path) -> Brought | None:
        """A file by its path."""
        return self._items.get(path)

    def add(self, paths: Iterable[Path]) -> None:
        """Look for files in what was dropped, and begin to read them."""
        given = tuple(paths)
        self._finding.ask(lambda: files_of(given), self._on_found)

    def _on_found(self, found: tuple[Path, ...]) -> None:
        for path in found:
            known = self._items.get(path)
            if known is None or known.stage in {Stage.REFUSED, Stage.STORED, Stage.PRESENT}:
                self._items[path] = Brought(path=path)  # it may have been mended meanwhile
        self.go_on()

    def go_on(self) -> None:
        """Read what still waits."""
        queued = {path for path, _ in self._jobs} | {self.now}
        for one in self.items:
            if one.stage is Stage.WAITING and one.path not in queued:
                self._enqueue(one.path, lambda item: self._work.understand(item))  # noqa: PLW0108 - made there
        self._next()

    def understand(self, path: Path, wishes: "Wishes") -> None:
        """Understand a file anew under other wishes; before all that waits."""
        self._jobs.appendleft((path, lambda item: self._work.again(item, wishes)))
        self.total += 1
        self._next()

    def replace_other(self, path: Path) -> None:
        """Let a file take the place of the other one of its redaction."""
        one = self._items.get(path)
        if one is not None and one.preview is not None:
            self._items[path] = replacing(one)
            self.changed.emit()

    def store(self, paths: Iterable[Path]) -> None:
        """Store these files, each in a transaction of its own."""
        now = self._context.now
        for path in paths:
            self._enqueue(path, lambda item: self._work.store(item, now))
        self._next()

    def stop(self) -> None:
        """Begin nothing more; what is under way is finished, what is done stays."""
        self._jobs.clear()
        self.total = self.done
        self.changed.emit()

    def remove(self, path: Path) -> None:
        """Take a file off the list; the library keeps what it has."""
        self._items.pop(path, None)
        self._jobs = deque(job for job in self._jobs if job[0] != path)
        self.changed.emit()

    @property
    def _work(self) -> Bringer:
        """Made on first use, in the one thread that works at a time, by a connection of its own."""
        if self._bringer is None:
            self._bringer = Bringer(self._context.desk.own_library_apart())
        return self._bringer

    def _enqueue(self, path: Path, step: Step) -> None:
        self._jobs.append((path, step))
        self.total += 1

    def _next(self) -> None:
        if self.now is not None:
            return
        while self._jobs and self._jobs[0][0] not in self._items:
            self._jobs.popleft()
            self.done += 1
        if self._jobs:
            path, step = self._jobs.popleft()
            item = self._items[path]
            self.now = path
            self._background.ask(lambda: step(item), self._on_done, self._on_failed)
        else:
            self.done = self.total = 0
            if self._has_stored:
                self._has_stored = False
                self.stored.emit()
        self.changed.emit()

    def _on_done(self, one: Brought) -> None:
        self.now = None
        self.done += 1
        if one.path in self._items:
            self._items[one.path] = self._once(one)
        self._has_stored |= one.stage is Stage.STORED
        self._next()

    def _on_failed(self, error: KzrefError) -> None:
        path, self.now = self.now, None
        self.done += 1
        if path is not None and path in self._items:
            self._items[path] = replace(self._items[path], stage=Stage.REFUSED, fault=error.message)
        self._next()

    def _once(self, one: Brought) -> Brought:
        """The same bytes under another name are one file."""
        if one.file is None or one.stage is not Stage.UNDERSTOOD:
            return one
        for other in self.items:
            if (
                other.path != one.path
                and other.file is not None
                and other.stage in {Stage.UNDERSTOOD, Stage.QUESTION}
                and other.file.sha256 == one.file.sha256
            ):
                twice = Message("own.window.twice", {"file": other.path.name})
                return replace(one, stage=Stage.PRESENT, fault=twice)
        return one
