"""Where the packaged program begins."""

import multiprocessing
import os
import sys


def main() -> int:
    """A child of ours does its work; anything else is a command, or the window."""
    multiprocessing.freeze_support()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # a Windows program without a console has neither
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    from kzref.cli import main as kzref  # noqa: PLC0415 - a child must not load the program first

    return kzref()


if __name__ == "__main__":
    sys.exit(main())
