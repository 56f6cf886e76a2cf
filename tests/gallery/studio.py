"""The window in a private home at a settled hour, brought into a pose and photographed."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kzref.model.language import Language
from kzref.ui.background import wait
from kzref.ui.context import Context
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.import_page import ImportPage
from kzref.ui.slices import Slices
from kzref.ui.start import open_window
from kzref.ui.theme import Theme
from tests.gallery import made_up
from tests.gallery.hands import HANDS
from tests.gallery.poses import POSES
from tests.gallery.sheets import drawn

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # eleven in the morning in Astana
ROOM = (1024, 768)  # of an old projector, in the place of the smaller window
REST = 0.4  # seconds in which what was asked for comes
PATIENCE = 120  # seconds after which it never will


class Shot(NamedTuple):
    """Which picture: the pose, and how the window looks in it."""

    pose: str
    language: Language
    theme: Theme
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        width, height = self.size
        return f"{self.pose}.{self.language.value}.{self.theme.value}.{width}x{height}"


class Studio:
    """Opens a window for each pose, so that none is left over from the one before."""

    def __init__(self, application: QApplication, home: Path) -> None:
        """Fill the home with made-up texts and notes."""
        self.application, self.home = application, home
        self.texts = home / "texts"
        self.window: MainWindow
        self.looking_at = ""
        self.names: dict[str, int] = {}
        self._shift = NOW - datetime.now(UTC)
        made_up.write_files(self.texts)
        self.move("full")
        with self._opened(Language.RU, Theme.LIGHT, (1366, 768)):
            self._store()
            made_up.write_notes(self.window.context)
            self.names = made_up.texts_by_name(self.window.context)

    def _store(self) -> None:
        self.window.bring([self.texts / name for name in made_up.STORED])
        page = self.window.page("import")
        assert isinstance(page, ImportPage)
        self.until(lambda: page.queue.items and not page.queue.is_busy)
        page.queue.store(page.queue.ready)
        self.until(lambda: not page.queue.is_busy)

    def move(self, which: str) -> None:
        """Live in another home from now on: the `full` one, or an `empty` one."""
        os.environ["KZREF_HOME"] = str(self.home / which)

    def set_clock(self, moment: datetime) -> None:
        """Let it be this moment for the window."""
        self._shift = moment - datetime.now(UTC)
        self.window.context.ticked.emit()

    @contextmanager
    def posed(self, shot: Shot) -> Iterator[QWidget]:
        """The widget to look at, in its pose; the window goes afterwards."""
        steps = POSES[shot.pose]
        self.looking_at = ""
        self._shift = NOW - datetime.now(UTC)
        self.move("empty" if "home empty" in steps else "full")
        with self._opened(shot.language, shot.theme, shot.size):
            for step in steps:
                verb, _, rest = step.partition(" ")
                HANDS[verb](self, rest)
            self.settle()
            yield self._subject(shot.size)

    def recolour(self, theme: Theme) -> None:
        """Change the look of what is posed."""
        if self.window.context.theme is not theme:
            self.window.set_theme(theme)
            self.window.context.afterwards.finish()  # icons follow by a moment
            self.settle()

    def picture(self, subject: QWidget) -> QImage:
        """What is seen; of a sheet, its pages side by side."""
        if self.looking_at.startswith("paper"):
            return drawn(self.window, self.looking_at.removeprefix("paper").strip())
        return subject.grab().toImage()

    def _subject(self, size: tuple[int, int]) -> QWidget:
        presenter = self.window.showing.presenter
        if presenter is None or not self.looking_at:
            return self.window
        subject = presenter.audience if self.looking_at == "room" else presenter
        _, _, asked = self.looking_at.partition(" ")
        if asked:
            width, _, height = asked.partition("x")
            size = int(width), int(height)
        if self.looking_at == "room":
            subject.showNormal()
            size = max(size, ROOM) if size[0] > 1366 else ROOM
        subject.resize(*size)
        self.settle()
        return subject

    @contextmanager
    def _opened(self, language: Language, theme: Theme, size: tuple[int, int]) -> Iterator[None]:
        now = property(lambda _context: datetime.now(UTC) + self._shift)
        with patch.object(Context, "now", now):
            self.window = window = open_window(self.application, language)
            window.resize(*size)
            window.set_theme(theme)
            window.show()
            self.application.processEvents()
            window.context.afterwards.finish()  # as the reader finds it a moment later
            window.resize(*size)
            self.application.processEvents()  # no reader zooms before the window has settled
            try:
                yield
            finally:
                self._close(window)

    def _close(self, window: MainWindow) -> None:
        wait()
        self.application.processEvents()
        window.set_zoom(1.0)
        window.context.stop()
        if window.showing.presenter is not None:
            window.showing.presenter.close_if_open()
            window.showing.presenter.deleteLater()
        for path in (self.home / "full" / "place.json", self.home / "empty" / "place.json"):
            path.unlink(missing_ok=True)
        window.memory.forget()
        window.close()
        window.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.application.processEvents()
        gc.collect()
        for path in (self.home / "full" / "place.json", self.home / "empty" / "place.json"):
            path.unlink(missing_ok=True)

    def settle(self) -> None:
        """Let everything that was asked for come."""
        for pause in (0.0, REST):
            until = time.monotonic() + pause
            self.application.processEvents()
            while time.monotonic() < until:
                time.sleep(0.01)
                self.application.processEvents()
            wait()
            self.application.processEvents()
        for work in self.window.findChildren(Slices):  # else a slow machine shows half a page
            work.finish()
        self.application.processEvents()

    def until(self, ready: Callable[[], object]) -> None:
        """Wait for something.

        Raises:
            TimeoutError: it does not come.
        """
        late = time.monotonic() + PATIENCE
        while not ready():
            if time.monotonic() > late:
                raise TimeoutError("the pose was never reached")
            self.application.processEvents()
            time.sleep(0.005)
        self.settle()
