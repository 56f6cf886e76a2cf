"""Prints the resident memory of the window, step by step, until everything is open.

    python -m tests.bench.memory

One process opens the window, waits for its own checks, visits every page, searches, calculates and
opens the bench. Megabytes are those that the system holds for the process (`VmRSS`); `own` of them
are its alone (`RssAnon`), the rest are files, mostly libraries, which other programs share.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SETTLED, CHECKED = 0.5, 6.0  # seconds after a step, and after the start with its checks
PAGES = ("law", "calculators", "checklists", "recommendations", "documents", "about")
QUERIES = ("задержание", "131 4 5", "custody extension", "қорғаушы", "zaderzhanye")
CALCULATION = "calc:police-detention?detained_at=2026-11-22T23:40"


class Step(NamedTuple):
    """The memory after a step, in megabytes."""

    name: str
    resident: float
    own: float


def measured() -> list[Step]:
    """Every step, measured in a process of its own with nothing of the user's; some 20 seconds."""
    # imported here: the process that is measured needs neither
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KZREF_HOME": home}
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", __spec__.name, "--here"],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
    rows = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    return [Step(name, float(resident), float(own)) for name, resident, own in rows]


def show() -> None:
    """Print the steps and what counts: the memory with everything open."""
    steps = measured()
    for step in steps:
        print(f"  {step.name:<22} {step.resident:6.1f} MB, own {step.own:5.1f}")
    print(f"memory, everything open  {steps[-1].resident:.0f} MB (goal 100)")


def _walk() -> None:
    from kzref.ui.start import new_application, open_window  # first, as in the program

    from PySide6.QtCore import QEventLoop, QTimer  # isort: skip

    application = new_application(["memory"])

    def settle(seconds: float) -> None:
        # a loop as the user's window has it: only within one does Qt let go of what was left to be deleted
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    from kzref.model.text import Language

    window = open_window(application, Language.RU)
    window.resize(1366, 768)
    window.show()
    settle(CHECKED)
    _tell("start and checks")

    def step(name: str, act: Callable[[], object], seconds: float = SETTLED) -> None:
        act()
        settle(seconds)
        _tell(name)

    for page in PAGES:
        step(page, lambda page=page: window.go_to(page))  # type: ignore[misc]
    for query in QUERIES:
        step(f"search {query}", lambda query=query: window.search(query), 2)  # type: ignore[misc]
    step("a calculation", lambda: window.open(CALCULATION))
    step("the bench", window.showing.open_bench)
    sys.stdout.flush()
    os._exit(0)


def _tell(name: str) -> None:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    held = {key: int(value.split()[0]) / 1024 for key, value in (
        line.split(":", 1) for line in lines if line.startswith(("VmRSS", "RssAnon"))
    )}  # fmt: skip
    print(f"{name}\t{held['VmRSS']:.1f}\t{held['RssAnon']:.1f}")


if __name__ == "__main__":
    if "--here" in sys.argv:
        _walk()
    else:
        show()
