"""PySide is loaded in part, and none the worse for it."""

import os
import subprocess
import sys

KZREF_FIRST, PYSIDE_FIRST = (
    "import kzref.ui, PySide6.QtWidgets",
    "import PySide6.QtWidgets, kzref.ui",
)
REFUSED = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for wrong in (lambda: widget.resize("a"), lambda: QWidget(1, 2, 3), lambda: widget.setWindowTitle(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
"""


def _told(program: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_what_only_tools_of_pyside_need_is_not_loaded() -> None:
    loaded = set(_told(f"{KZREF_FIRST}, kzref.ui.start, sys; print(*sys.modules)").split())
    assert "shibokensupport.signature.parser" in loaded  # promised
    assert not loaded & {"argparse", "logging"}  # which the writer of stubs would have loaded


def test_a_wrong_call_is_refused_in_the_same_words() -> None:
    plain = _told(REFUSED)
    assert "resize(w: int, h: int" in plain
    assert _told(KZREF_FIRST + REFUSED) == plain
    assert _told(PYSIDE_FIRST + REFUSED) == plain


def test_the_sources_of_what_is_imported_stay_unread() -> None:
    for first in (KZREF_FIRST, PYSIDE_FIRST):
        program = f"{first}, kzref.ui.start, linecache; print(*linecache.cache)"
        assert _told(program).split() == []
