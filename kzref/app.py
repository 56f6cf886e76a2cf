"""Opens the window: composes stores, services and pages. No logic of its own."""

import gc
import os
import sys


def main() -> int:
    """Open the window and stay until it is closed; the exit status."""
    gc.disable()  # while loading, nothing is garbage; the window takes collecting over

    from kzref.without_screen import demonstrate, has_screen  # noqa: PLC0415 - measured start

    if not has_screen():
        return demonstrate()
    from kzref.model.errors import KzrefError  # noqa: PLC0415 - measured start
    from kzref.ui.start import (  # noqa: PLC0415
        new_application,
        open_window,
        show_window,
        tell_fault,
    )

    application = new_application(sys.argv[:1])
    try:
        window = open_window(application)
    except KzrefError as error:
        tell_fault(error)
        return 2
    show_window(window)
    if os.environ.get("KZREF_EXIT_WHEN_USABLE"):  # for the benchmark of starting
        while not window.context.afterwards.has_begun:  # until it is painted
            application.processEvents()
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - as the yardstick
            print(next(line for line in status if line.startswith("VmRSS")))  # noqa: T201
        sys.stdout.flush()
        os._exit(0)
    closed = application.exec()
    from kzref.ui.background import wait  # noqa: PLC0415 - long loaded

    window.context.stop()
    wait()
    sys.stdout.flush()
    # the window is gone and nothing is open for writing; tearing down what is left of Qt's objects
    # together with the interpreter can crash it, which a user would take for a fault
    os._exit(closed)
