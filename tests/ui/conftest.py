"""The window for tests: offscreen, over the compiled bundle."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kzref.model.text import Language
from kzref.ui.background import wait
from kzref.ui.main_window import MainWindow
from kzref.ui.start import open_window


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    opened = open_window(qapp, Language.EN)
    opened.show()
    yield opened
    wait()
    qapp.processEvents()
    opened.context.stop()
    opened.close()
    opened.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    # a window is made once in real life; here its remains are cleared on the interface thread, so
    # that no worker's garbage collection meets them
    gc.collect()
