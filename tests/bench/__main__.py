"""`make bench`: start, memory, search and compile, as ratios and percentiles measured in one run."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from kzref.model.text import Language
from kzref.services.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
RUNS = 11
BARE = [sys.executable, "-m", "tests.bench.bare_window"]
KZREF = [sys.executable, "-m", "kzref"]
TYPED = (
    "131 4 5", "задержание несовершеннолетнего", "қорғаушы", "custody extension", "access to lawyer",
    "содержание под стражей", "ұстап алу мерзімі", "compensation torture", "судья санкция стража",
    "prison health", "МПГПП 9", "бап 131", "drug sizes heroin", "свобода собраний",
)  # fmt: skip


ARTICLES = ("CPC 131", "CPC 128(5)", "CC 297", "CPC 147", "ICCPR 9", "CPC 152", "CC 299", "CPC 136")


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as bytecode:
        environment = _environment(bytecode)
        _start(environment)
        _memory(environment)
        _block(environment)
    _search()
    _window()
    _calculate()
    _compile()


def _environment(bytecode: str) -> dict[str, str]:
    """Both windows start from bytecode, as installed programs do, even where Python was told to write none."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _start(environment: dict[str, str]) -> None:
    bare, ours = _Starts(BARE, environment), _Starts(KZREF, environment)
    for _ in range(RUNS):
        for starts in (bare, ours):
            starts.once()
    wall, before = statistics.median(ours.wall), statistics.median(bare.wall)
    print(f"start to usable window   {wall / before:.2f} times a bare window  ({before:.0f} -> {wall:.0f} ms,"
          f" median of {RUNS} in turn; goal 1.25)")  # fmt: skip
    print(f"  of processor time      {min(ours.processor) / min(bare.processor):.2f} times a bare window"
          f"  ({min(bare.processor):.0f} -> {min(ours.processor):.0f} ms, least of {RUNS};"
          f" load {os.getloadavg()[0]:.1f})")  # fmt: skip
    held, empty = statistics.median(ours.memory), statistics.median(bare.memory)
    print(f"resident memory          {held / empty:.2f} times a bare window"
          f"  ({empty:.0f} -> {held:.0f} MB; goal 1.60)")  # fmt: skip


class _Starts:
    """Starts of one program until its window is usable: milliseconds and megabytes."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._command = command
        self._environment = {**environment, "KZREF_EXIT_WHEN_USABLE": "1"}
        self.wall: list[float] = []
        self.processor: list[float] = []
        self.memory: list[float] = []
        _run(command, self._environment)  # writes the bytecode

    def once(self) -> None:
        started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        said = _run(self._command, self._environment)
        self.wall.append(1000 * (time.perf_counter() - started))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.processor.append(1000 * spent)
        self.memory.append(_megabytes(said))


def _run(command: list[str], environment: dict[str, str]) -> str:
    return subprocess.run(  # noqa: S603 - our own programs
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


def _megabytes(said: str) -> float:
    line = next(line for line in said.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _memory(environment: dict[str, str]) -> None:
    held = _megabytes(_run([sys.executable, "-m", "tests.bench.everything_open"], environment))
    print(
        f"memory, everything open  {held:.0f} MB  (tabs, a search, calculators, the bench; goal 100 MB)"
    )


def _block(environment: dict[str, str]) -> None:
    said = [
        _run([sys.executable, "-m", "tests.bench.first_seconds"], environment).split()[-2:]
        for _ in range(3)
    ]
    spent, passed = (min(float(one[at]) for one in said) for at in (0, 1))
    print(f"longest block at start   {spent:.0f} ms of processor time, {passed:.0f} ms on the clock"
          "  (first 3 s, best of 3; goal 50 ms)")  # fmt: skip


def _search() -> None:
    desk = Desk()
    took = []
    desk.search.find("warm", language=Language.EN, as_of=date(2026, 11, 23))
    for query in TYPED:
        for length in range(2, len(query) + 1):
            started = time.perf_counter()
            desk.search.find(query[:length], language=Language.RU, as_of=date(2026, 11, 23))
            took.append(1000 * (time.perf_counter() - started))
    took.sort()
    print(f"search as you type       p50 {took[len(took) // 2]:.1f} ms, p95 {took[int(len(took) * 0.95)]:.1f} ms"
          f"  ({len(took)} keystrokes)")  # fmt: skip


def _window() -> None:
    """Turning to a tab and opening an article, until they are drawn; each page was seen before."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kzref.ui.main_window import TABS
    from kzref.ui.start import open_window

    application = QApplication(["bench"])
    window = open_window(application, Language.RU)
    window.show()
    tabs: list[float] = []
    articles: list[float] = []
    first = 0.0
    for round_ in range(12):
        tabs += [_took(partial(window.go_to, name), application.processEvents) for name in TABS]
        articles += [_took(partial(window.open, at), application.processEvents) for at in ARTICLES]
        if round_ == 0:
            first, tabs, articles = max(tabs), [], []
    for what, took in (("turning to a tab", tabs), ("opening an article", articles)):
        took.sort()
        print(f"{what:<24} p50 {took[len(took) // 2]:.0f} ms, p95 {took[int(len(took) * 0.95)]:.0f} ms"
              f"  ({len(took)} times; goal p95 100 ms)")  # fmt: skip
    print(f"first visit of a tab     {first:.0f} ms at most")
    window.context.stop()
    window.close()


def _took(act: Callable[[], object], drawn: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    drawn()
    return 1000 * (time.perf_counter() - started)


def _calculate() -> None:
    desk = Desk()
    facts = {"detained_at": "2026-11-20T23:40", "protocol_at": "2026-11-21T01:10"}
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)
    desk.calculators.run("police-detention", facts, now=now)
    started = time.perf_counter()
    for _ in range(100):
        desk.calculators.run("police-detention", facts, now=now)
    print(f"calculation with trace   {10 * (time.perf_counter() - started):.2f} ms")


def _compile() -> None:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "kzref.compiler", "--out", folder],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip
        print(f"compiling data/          {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
