"""The window for tests: offscreen, over the compiled bundle."""

from collections.abc import Iterator

import pytest
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
    opened.close()
    opened.deleteLater()
    qapp.processEvents()
