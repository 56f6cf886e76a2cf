"""Draws the window into a file, for machines without a screen and for documentation."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kzref.ui.background import wait
from kzref.ui.selftest import SAMPLE
from kzref.ui.start import new_application, open_window


def leave_picture(path: Path) -> None:
    """Save the window as it stands after a sample calculation."""
    application = QApplication.instance() or new_application(["kzref"])
    if isinstance(application, QApplication):
        window = open_window(application)
        window.show()
        window.open(SAMPLE)
        application.processEvents()
        window.grab().save(str(path))
        wait()
        window.close()
