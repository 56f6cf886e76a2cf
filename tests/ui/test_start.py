"""The window starts without what its first page does not need, and takes keys from the first moment."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzref.model.language import Language
from kzref.ui.afterwards import Afterwards
from kzref.ui.background import wait
from kzref.ui.frame import rail
from kzref.ui.main_window import MainWindow
from kzref.ui.start import open_window
from kzref.ui.widgets.reader import Reader

HEAVY = {
    "babel", "dataclasses", "decimal", "docx", "hashlib", "html", "msgspec", "platformdirs", "pypdfium2",
    "rapidfuzz", "sqlite_utils", "typing_extensions", "whoosh",
}  # fmt: skip
FIRST = {
    "kzref", "kzref.paths", "kzref.model", "kzref.model.errors", "kzref.model.language",
    "kzref.services", "kzref.services.calendar_words", "kzref.services.catalogue", "kzref.services.desk", "kzref.services.sentences",
    "kzref.store", "kzref.store.reference_db", "kzref.store.tables",
    "kzref.ui", "kzref.ui.actions", "kzref.ui.afterwards", "kzref.ui.clock_watch", "kzref.ui.context",
    "kzref.ui.housekeeping", "kzref.ui.main_window", "kzref.ui.resources", "kzref.ui.running", "kzref.ui.slices",
    "kzref.ui.pyside_at_need", "kzref.ui.start", "kzref.ui.theme", "kzref.ui.wardrobe",
    "kzref.ui.frame", "kzref.ui.frame.bar", "kzref.ui.frame.escape", "kzref.ui.frame.frame",
    "kzref.ui.frame.rail", "kzref.ui.frame.shelf", "kzref.ui.frame.status_line",
    "kzref.ui.html", "kzref.ui.html.escaping", "kzref.ui.html.markup",
    "kzref.ui.pages", "kzref.ui.pages.page", "kzref.ui.pages.start_page",
    "kzref.ui.widgets", "kzref.ui.widgets.reader",
}  # fmt: skip
"""What the first look is made of. A module more is a slower start: let it come afterwards."""


def test_the_first_look_loads_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; from kzref.ui.start import open_window\n"
        "app = QApplication([]); window = open_window(app); window.context.afterwards.stop()\n"
        "window.show()\n"
        "while not window.context.afterwards.has_begun: app.processEvents()\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.partition(".")[0] == "kzref"} == FIRST


@pytest.fixture
def fresh(qapp: QApplication) -> Iterator[MainWindow]:
    """A window of which no more is built than its first look."""
    window = open_window(qapp, Language.EN)
    window.context.afterwards.stop()
    window.show()
    qapp.processEvents()
    yield window
    wait()
    window.context.stop()
    window.close()
    wait()
    window.deleteLater()
    qapp.processEvents()


def test_the_first_page_is_laid_out_in_one_width(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rail that its names make wider than usual has its width from the beginning."""
    monkeypatch.setattr(rail, "AROUND", rail.WIDTH)
    widths: list[int] = []
    resized = Reader.resizeEvent

    def noted(self: Reader, event: QResizeEvent) -> None:
        widths.append(event.size().width())
        resized(self, event)

    monkeypatch.setattr(Reader, "resizeEvent", noted)
    window = open_window(qapp, Language.RU)
    window.context.afterwards.stop()
    window.show()
    while not window.context.afterwards.has_begun:
        qapp.processEvents()
    assert window.frame.rail.width() > rail.WIDTH
    assert len(set(widths)) == 1
    window.context.stop()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def test_what_is_typed_at_the_first_moment_is_asked(fresh: MainWindow, qtbot: QtBot) -> None:
    assert "inquiry" not in vars(fresh)
    fresh.activateWindow()
    assert fresh.focusWidget() is fresh.bar.search
    QTest.keyClicks(fresh.bar.search, "CPC 131")
    QTest.keyClick(fresh.bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fresh.current == "law", timeout=20_000)


def test_a_key_of_the_first_moment_does_what_it_says(fresh: MainWindow) -> None:
    assert "keyboard" not in vars(fresh)
    QTest.keyClick(fresh.bar.search, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert fresh.current == "documents"
    QTest.keyClick(fresh.bar.search, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert fresh.current == "start"


def test_the_rest_follows_when_the_window_was_painted(qapp: QApplication, qtbot: QtBot) -> None:
    window = open_window(qapp, Language.EN)
    assert not window.context.afterwards.has_begun
    assert "inquiry" not in vars(window)
    window.show()
    qtbot.waitUntil(lambda: not window.windowIcon().isNull(), timeout=20_000)
    assert {"inquiry", "keyboard", "memory", "showing"} <= set(vars(window))
    window.context.stop()
    window.close()
    wait()
    window.deleteLater()
    qapp.processEvents()


def test_steps_are_done_in_order_and_not_before_their_time(
    qapp: QApplication, qtbot: QtBot
) -> None:
    done: list[int] = []
    steps = Afterwards(qapp)
    steps.add(lambda: done.append(1))
    qapp.processEvents()
    assert done == []
    steps.add(lambda: steps.add(lambda: done.append(3)))
    steps.add(lambda: done.append(2))
    steps.begin()
    qtbot.waitUntil(lambda: done == [1, 2, 3], timeout=5000)
