"""The window for tests: offscreen, over the compiled bundle."""

import gc
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzref.model.text import Language
from kzref.ui.background import wait
from kzref.ui.main_window import MainWindow
from kzref.ui.start import open_window


def _wait(_bot: QtBot, ms: int) -> None:
    """Let events come for so many milliseconds; the tool's own way disconnects while workers run."""
    until = time.monotonic() + ms / 1000
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.002)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """`waitUntil` waits so (see kzref/ui/background.py)."""
    monkeypatch.setattr(QtBot, "wait", _wait)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    opened = open_window(qapp, Language.EN)
    opened.show()
    opened.context.afterwards.finish()  # as the reader finds it a moment later
    yield opened
    wait()
    qapp.processEvents()
    opened.context.stop()
    opened.close()
    wait()  # what those events began
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    # a window is made once in real life; here its remains are cleared on the interface thread, so
    # that no worker's garbage collection meets them
    gc.collect()
