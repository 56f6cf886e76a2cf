"""What the open window holds no memory for: named, so that nothing of it comes back unseen.

How many megabytes that makes is measured by `python -m tests.bench.memory`.
"""

import html
import os
import subprocess
import sys

import pytest

from kzref.ui.html.escaping import escape

PROGRAM = """
import linecache, os, sys
from importlib import import_module
from PySide6.QtWidgets import QApplication
from kzref.model.language import Language
from kzref.ui.ahead import MODULES
from kzref.ui.background import wait
from kzref.ui.start import open_window

app = QApplication([])
window = open_window(app, Language.RU)
window.show()
window.context.afterwards.finish()
for name in MODULES:
    import_module(name)
for page in ("law", "calculators", "checklists", "recommendations", "documents", "about"):
    window.go_to(page)
window.search("задержанее")  # a slip
while window.current != "results":
    app.processEvents()
    wait()
window.open("calc:police-detention?detained_at=2026-11-22T23:40")
window.showing.open_bench()
app.processEvents()
wait()
print(*sorted(sys.modules))
print(*sorted(linecache.cache))
sys.stdout.flush()
os._exit(0)
"""
NOT_HELD = {
    "_hashlib": "OpenSSL, 4 MB; kzref.store.checksums does without",
    "rapidfuzz": "6 MB, for who types into the palette; kzref.services.search.slips does without",
    "subprocess": "1 MB, for programs of the system",
    "html.entities": "2000 names of signs; kzref.ui.html.escaping does without",
    "sqlite_utils": "writes the edition",
    "whoosh": "writes an index",
    "babel": "9 MB; the words of dates are the edition's",
    "docx": "for a file of that kind",
    "icalendar": "for a file of that kind",
    "segno": "for a code on paper",
    "pypdfium2": "for a file of that kind",
}


@pytest.fixture(scope="module")
def told() -> tuple[set[str], set[str]]:
    """The modules of a window with everything open, and the sources that Python kept."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    modules, sources = done.stdout.split("\n")[:2]
    return set(modules.split()), set(sources.split())


def test_everything_was_open(told: tuple[set[str], set[str]]) -> None:
    modules, _sources = told
    assert {
        "kzref.ui.bench.bench",
        "kzref.ui.html.outcome",
        "kzref.store.index.term_table",
    } <= modules


@pytest.mark.parametrize("module", NOT_HELD)
def test_what_one_rare_action_needs_is_loaded_by_that_action(
    told: tuple[set[str], set[str]], module: str
) -> None:
    assert module not in told[0], NOT_HELD[module]


def test_no_source_is_kept(told: tuple[set[str], set[str]]) -> None:
    assert told[1] == set()


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "\"Иванов\" & 'Ko'", "&lt;&amp;", "қорғаушы", ""]
)
def test_what_stands_in_for_html_escapes_as_it_does(text: str) -> None:
    assert escape(text) == html.escape(text)
