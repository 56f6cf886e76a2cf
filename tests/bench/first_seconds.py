"""Prints for how long the interface thread was busy at one stretch, in the 3 seconds after the first look.

A beat that comes whenever nothing else waits measures it: the longest gap between two of them, in
milliseconds of the thread's own processor time and of the clock on the wall.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from kzref.ui.start import new_application, open_window

SECONDS = 3.0
USUAL = 1  # millisecond between two beats


def main() -> None:
    """Open the window, and listen."""
    application = new_application(["bench"])
    window = open_window(application)
    window.show()
    while not window.context.afterwards.has_begun:
        application.processEvents()
    until = time.perf_counter() + SECONDS
    last = [time.thread_time(), time.perf_counter()]
    longest = [0.0, 0.0]

    def beat() -> None:
        now = [time.thread_time(), time.perf_counter()]
        for at in (0, 1):
            longest[at] = max(longest[at], 1000 * (now[at] - last[at]))
        last[:] = now
        if now[1] > until:
            application.quit()

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(USUAL)
    application.exec()
    print(f"{longest[0]:.0f} {longest[1] - USUAL:.0f}")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
