"""How long the interface thread is held up, and by what, while every page and mode is walked through.

A block is the time of one turn of the event loop: so long the window takes no key and no click. A sampler writes down what the thread was doing.
The walk is made in fresh processes, in each with everything visited for the first time. The time of
the processor counts, and the least of the runs, since the machine does other things as well; the
time on the wall stands beside it, and is far more where the thread waits for a worker.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
LONG = 50.0  # milliseconds: what is shorter nobody notices
SAMPLED = 0.004  # seconds between two looks at what the thread does
AT_WORK = 5.0  # milliseconds: a turn that does something
CALM = 0.35  # seconds without such a turn after which a step is over
PATIENCE = 8.0  # seconds that a step may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The longest block of a step: milliseconds on the wall and of the processor, and where."""

    step: str
    ms: float
    cpu: float
    culprit: str


class Watch:
    """Turns the event loop by hand, and times each turn."""

    def __init__(self) -> None:
        """Begin with no step."""
        self.worst: dict[str, Block] = {}
        self._sampler = Sampler()

    def let_run(self, step: str) -> None:
        """Turn the loop until nothing long has happened for a while; the turns count to the step."""
        began = calm_since = time.perf_counter()
        while time.perf_counter() - calm_since < CALM and time.perf_counter() - began < PATIENCE:
            if self._turn(step) > AT_WORK:
                calm_since = time.perf_counter()
            time.sleep(0.002)

    def _turn(self, step: str) -> float:
        wall, cpu = time.perf_counter(), time.thread_time()
        self._sampler.since = wall
        QApplication.processEvents()
        ms, cpu_ms = 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - cpu)
        self._sampler.since = 0.0
        seen, before = self._sampler.take(), self.worst.get(step)
        if before is None or cpu_ms > before.cpu:
            self.worst[step] = Block(step=step, ms=ms, cpu=cpu_ms, culprit=seen)
        return ms


class Sampler(threading.Thread):
    """Looks again and again at the stack of the interface thread while an event is under way."""

    def __init__(self) -> None:
        """Begin at once."""
        super().__init__(daemon=True)
        self.since = 0.0
        self._seen: Counter[str] = Counter()
        self._watched = threading.get_ident()
        self.start()

    def run(self) -> None:
        """Sample for ever."""
        while True:
            time.sleep(SAMPLED)
            if self.since:
                frame = sys._current_frames().get(self._watched)
                if frame is not None:
                    self._seen[_place(frame)] += 1

    def take(self) -> str:
        """Where the thread was most of the time since last asked."""
        seen, self._seen = self._seen, Counter()
        return "  ".join(f"{place} ×{count}" for place, count in seen.most_common(3))


def _place(frame: FrameType) -> str:
    """The two innermost functions of kzref on a stack."""
    own: list[str] = []
    at: FrameType | None = frame
    while at is not None and len(own) < 2:
        path = at.f_code.co_filename
        if "/kzref/" in path and not path.endswith("blocks.py"):
            name = path.rsplit("/kzref/", 1)[1].removesuffix(".py")
            own.append(f"{name}:{at.f_code.co_name}")
        elif "importlib" in path and "import" not in own:
            own.append("import")
        at = at.f_back
    return " < ".join(own) or "Qt"


# --- the walk


def walk(language: str) -> list[Block]:
    """Visit everything in this process, and tell the longest block of each step."""
    application = QApplication(["blocks"])
    # the window is loaded like that of the program: nothing of it before
    from kzref.model.language import Language
    from kzref.ui.background import wait
    from kzref.ui.start import open_window
    from tests.bench.tour import tour

    watch = Watch()
    window = open_window(application, Language(language))
    window.show()
    window.activateWindow()
    watch.let_run("after the start")
    for step, act in tour(window):
        QTimer.singleShot(0, act)
        watch.let_run(step)
    wait()
    window.context.stop()
    return list(watch.worst.values())


# --- the report


def measure(runs: int = RUNS, language: str = "ru") -> list[Block]:
    """The least longest block of each step over so many fresh processes, longest first."""
    best: dict[str, Block] = {}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            done = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-m", "tests.bench.blocks", "--walk", language],
                cwd=ROOT, capture_output=True, text=True, check=False, timeout=400,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "KZREF_HOME": home},
            )  # fmt: skip
        if done.returncode:
            raise SystemExit(done.stderr)
        for one in json.loads(done.stdout.splitlines()[-1]):
            block = Block(**one)
            if block.step not in best or block.cpu < best[block.step].cpu:
                best[block.step] = block
    return sorted(best.values(), key=lambda block: -block.cpu)


def report(runs: int = RUNS, *, most: int = 12) -> None:
    """Print the longest blocks of the interface thread, with what held it up."""
    blocks = measure(runs)
    long = [block for block in blocks if block.cpu > LONG]
    print(f"interface thread         {blocks[0].cpu:.0f} ms at most in {len(blocks)} steps,"
          f" {len(long)} over {LONG:.0f} ms  (of the processor, least of {runs} runs; goal: none)")  # fmt: skip
    for block in (long or blocks[:1])[:most]:
        print(
            f"  {block.cpu:5.0f} ms ({block.ms:.0f} on the wall)  {block.step:<28} {block.culprit}"
        )


if __name__ == "__main__":
    if "--walk" in sys.argv:
        print(json.dumps([asdict(block) for block in walk(sys.argv[-1])]))
        sys.stdout.flush()
        os._exit(0)  # what is left of windows needs no taking apart
    report(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS, most=60)
