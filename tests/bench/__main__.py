"""`make bench`: start, memory, search and compile, as ratios and percentiles measured in one run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from kzref.model.text import Language
from kzref.services.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
BARE = [sys.executable, "-m", "tests.bench.bare_window"]
KZREF = [sys.executable, "-m", "kzref"]
TYPED = (
    "131 4 5", "задержание несовершеннолетнего", "қорғаушы", "custody extension", "access to lawyer",
    "содержание под стражей", "ұстап алу мерзімі", "compensation torture", "судья санкция стража",
    "prison health", "МПГПП 9", "бап 131", "drug sizes heroin", "свобода собраний",
)  # fmt: skip


def main() -> None:
    """Print every figure."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KZREF_EXIT_WHEN_USABLE": "1"}
    bare, ours = _starts(environment)
    print(f"start to usable window   {statistics.median(ours[0]) / statistics.median(bare[0]):.2f}"
          f" times a bare window  ({statistics.median(bare[0]):.0f} -> {statistics.median(ours[0]):.0f} ms,"
          f" median of {RUNS} in turn; goal 1.40)")  # fmt: skip
    print(f"resident memory          {statistics.median(ours[1]) / statistics.median(bare[1]):.2f}"
          f" times a bare window  ({statistics.median(bare[1]):.0f} -> {statistics.median(ours[1]):.0f} MB; goal 1.60)")  # fmt: skip
    _search()
    _calculate()
    _compile()


def _starts(environment: dict[str, str]) -> tuple[list[list[float]], list[list[float]]]:
    bare: list[list[float]] = [[], []]
    ours: list[list[float]] = [[], []]
    for _ in range(RUNS):
        for command, figures in ((BARE, bare), (KZREF, ours)):
            started = time.perf_counter()
            done = subprocess.run(  # noqa: S603 - our own programs
                command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
            )
            figures[0].append(1000 * (time.perf_counter() - started))
            line = next(line for line in done.stdout.splitlines() if line.startswith("VmRSS"))
            figures[1].append(int(line.split()[1]) / 1024)
    return bare, ours


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
