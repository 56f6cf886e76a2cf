"""The window starts without what its first page does not need."""

import os
import subprocess
import sys

HEAVY = {
    "babel", "dataclasses", "decimal", "docx", "hashlib", "kzref.services.search", "kzref.store.search_index",
    "msgspec", "platformdirs", "pypdfium2", "rapidfuzz", "sqlite_utils", "typing_extensions", "whoosh",
}  # fmt: skip


def test_start_loads_nothing_heavy() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; from kzref.ui.start import open_window\n"
        "app = QApplication([]); window = open_window(app); window.show()\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "kzref.ui.main_window" in loaded
    assert loaded & HEAVY == set()
