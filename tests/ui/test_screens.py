"""Two screens, and a cable that is pulled: the room never sees the presenter's window."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TALK = """
import os, sys
from PySide6.QtWidgets import QApplication
from kzref.ui.start import open_window
application = QApplication(["screens"])
window = open_window(application)
laptop = next(one for one in application.screens() if one.name() == "laptop")
window.move(laptop.geometry().topLeft())
window.show()
window.context.afterwards.finish()
presenter = window.showing.project()
application.processEvents()
print("result", *(one.screen().name() for one in (window, presenter, presenter.audience)))
sys.stdout.flush()
window.context.stop()
os._exit(0)
"""


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("laptop", "projector"), "laptop laptop projector"),
        (("projector", "laptop"), "laptop laptop projector"),  # the projector may be the first
        (("laptop",), "laptop laptop laptop"),
    ],
)
def test_the_room_is_on_another_screen_than_the_work(
    tmp_path: Path, names: tuple[str, ...], wanted: str
) -> None:
    screens = [
        {"name": name, "x": 1366 * place, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}
        for place, name in enumerate(names)
    ]  # fmt: skip
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = {
        **os.environ, "KZREF_HOME": str(tmp_path), "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
    }  # fmt: skip
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", TALK], env=environment, cwd=ROOT,
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    said = next(line for line in done.stdout.splitlines() if line.startswith("result "))
    assert said == f"result {wanted}"
