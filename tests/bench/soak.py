"""`make soak-clocks`: ticking clocks for as long as it takes to see whether memory grows.

Eight hours of seconds are ticked as fast as they can be drawn, with tabs turned and articles opened
between them; the resident memory is read off after a warm-up and at the end.
"""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.ui.main_window import TABS
from kzref.ui.start import open_window

TICKS = int(sys.argv[1]) if len(sys.argv) > 1 else 8 * 3600
WARM = TICKS // 4
PLACES = ("CPC 131", "CPC 128", "CC 297", "CPC 152")
GROWTH = 0.05


def resident() -> float:
    """Megabytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise SystemExit("soak: no /proc here")


def main() -> None:
    """Tick, and tell."""
    application = QApplication(["soak"])
    window = open_window(application, Language.KK)
    window.show()
    window.open("calc:police-detention?detained_at=2026-11-22T23:40&protocol_at=2026-11-23T05:00")
    started, before, nothing = time.perf_counter(), 0.0, sys.getrefcount(None)
    for tick in range(TICKS):
        window.context.ticked.emit()
        if tick % 60 == 0:
            window.show_page(TABS[tick // 60 % len(TABS)])
        if tick % 300 == 0:
            window.open(PLACES[tick // 300 % len(PLACES)])
        application.processEvents()
        if tick == WARM:
            before = resident()
    after = resident()
    print(f"{TICKS} ticks in {time.perf_counter() - started:.0f} s: {before:.1f} MB after {WARM}, "
          f"{after:.1f} MB at the end ({100 * (after / before - 1):+.1f} %; goal below +5 %); "
          f"references to None {sys.getrefcount(None) - nothing:+d}")  # fmt: skip
    sys.stdout.flush()
    os._exit(int(after > before * (1 + GROWTH)))


if __name__ == "__main__":
    main()
