"""Opens the window, visits every page in every language, searches and calculates once, and closes."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from kzref.model.text import Language
from kzref.services.desk import Desk
from kzref.services.sheets.calculation import calculation_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui import paper
from kzref.ui.background import wait
from kzref.ui.main_window import TABS
from kzref.ui.offscreen import go_offscreen
from kzref.ui.resources import has_every_letter
from kzref.ui.start import new_application, open_window

SAMPLE = "calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T01:10"


def visit() -> dict[str, object]:
    """What was visited, in which languages, and how soon the window was usable."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if os.name == "posix" and not any(map(os.environ.get, screens)):
        go_offscreen()
    started = time.perf_counter()
    application = QApplication.instance() or new_application(["kzref"])
    if not isinstance(application, QApplication):
        return {"ok": False}
    window = open_window(application)
    window.show()
    application.processEvents()
    usable = 1000 * (time.perf_counter() - started)
    pages: set[str] = set()
    languages: list[str] = []
    for language in Language:
        window.context.speak(language)
        languages.append(language.value)
        for name in ("start", *TABS):
            pages.add(window.show_page(name).name)
            application.processEvents()
    window.search("131 4 5")
    pages.update(_settle(application, lambda: window.current == "results", "results"))
    printed = {language.value: _printed(window.context.desk, language) for language in Language}
    letters = has_every_letter()
    window.open(SAMPLE)
    calculated = window.current == "calculators"
    wait()
    window.close()
    expected = {"start", *TABS, "results"}
    return {
        "ok": pages == expected and calculated and all(printed.values()) and letters,
        "usable_ms": round(usable),
        "pages": sorted(pages),
        "languages": languages,
        "printed_pages": printed,
        "letters": letters,
    }


def _printed(desk: Desk, language: Language) -> int:
    """How many pages a calculation fills as PDF; 0 when it was not printed."""
    calculator, _, facts = SAMPLE.removeprefix("calc:").partition("?")
    given = dict(fact.split("=", 1) for fact in facts.split("&"))
    now = datetime(2026, 11, 21, 6, tzinfo=UTC)
    outcome = desk.calculators.run(calculator, given, now=now)
    certificate = desk.calculators.certificate(outcome)
    printed = paper.pdf(calculation_sheet(Wording(desk, language), outcome, certificate))
    return printed.pages if printed.content.startswith(b"%PDF") else 0


def _settle(application: QApplication, done: Callable[[], bool], name: str) -> set[str]:
    """Let events run until the condition holds, at most five seconds."""
    until = time.perf_counter() + 5
    while time.perf_counter() < until:
        application.processEvents()
        if done():
            return {name}
        time.sleep(0.01)
    return set()
