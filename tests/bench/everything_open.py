"""Prints the resident memory with everything open: tabs, a search, calculators, an article, the bench."""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kzref.model.language import Language
from kzref.ui.background import wait
from kzref.ui.main_window import TABS
from kzref.ui.start import new_application, open_window

CALCULATIONS = (
    "calc:police-detention?detained_at=2026-11-22T23:40&protocol_at=2026-11-23T05:00",
    "calc:custody-term",
)
SETTLED = 3.5  # seconds after which the checks of the files are done


def main() -> None:
    """Open, visit, print."""
    application = new_application(["bench"])
    window = open_window(application, Language.RU)
    window.show()
    for place in (*TABS, "CPC 131(4)", "CC 297", *CALCULATIONS):
        (window.go_to if place in TABS else window.open)(place)
        application.processEvents()
    window.search("задержание несовершеннолетнего")
    until = time.perf_counter() + SETTLED
    while time.perf_counter() < until or window.current != "results":
        application.processEvents()
        time.sleep(0.005)
    window.open("CPC 131(4)")
    window.showing.open_bench()
    wait()
    application.processEvents()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(line for line in status.splitlines() if line.startswith("VmRSS")))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
