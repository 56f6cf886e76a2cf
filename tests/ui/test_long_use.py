"""What would only show after hours of use."""

import sys

from PySide6.QtCore import QObject


def test_qt_returns_nothing_without_using_nothing_up() -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None per call, until the program dies."""
    thing = QObject()
    kept = [None] * 10_000  # so that a failure is told and not fatal
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert len(kept) == 10_000
    assert lost < 100
