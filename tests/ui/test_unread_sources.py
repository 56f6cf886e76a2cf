"""PySide does not read, and Python does not keep, the source of every module."""

import subprocess
import sys


def test_the_sources_of_what_is_imported_stay_unread() -> None:
    program = (
        "import PySide6.QtWidgets, kzref.ui.start, linecache;"
        "kept = (name for name in linecache.cache if 'kzref' in name);"
        "print([name for name in kept if not name.endswith('unread_sources.py')])"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
