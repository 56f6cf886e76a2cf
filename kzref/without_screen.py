"""On a machine without a screen: says so, answers a question and a calculation, leaves a picture."""

import os
import sys
from pathlib import Path

from kzref.paths import checkout, command

QUESTION = ["search", "131 4 5", "--limit", "3"]
CALCULATION = [
    "calc", "police-detention", "detained_at=2026-11-20T23:40", "protocol_at=2026-11-21T01:10",
]  # fmt: skip


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demonstrate() -> int:
    """Show in the terminal what the window would; the picture goes to `build/` of a checkout."""
    import subprocess  # noqa: PLC0415 - slow to import, and needed only here

    from kzref.services.catalogue import catalogue  # noqa: PLC0415
    from kzref.services.spoken import spoken  # noqa: PLC0415

    words = catalogue(spoken(to_scripts=False))
    say = sys.stdout.write
    say(f"{words('noscreen.said')}\n")
    for arguments in (QUESTION, CALCULATION):
        say(f"\n$ kzref {' '.join(arguments)}\n")
        sys.stdout.flush()
        status = subprocess.run([*command(), *arguments], check=False)  # noqa: S603
        if status.returncode:
            return status.returncode
    folder = (checkout() or Path.cwd()) / "build"
    folder.mkdir(exist_ok=True)
    picture = folder / "kzref.png"
    from kzref.ui.offscreen import go_offscreen  # noqa: PLC0415 - Qt only now
    from kzref.ui.picture import leave_picture  # noqa: PLC0415

    go_offscreen()
    leave_picture(picture)
    say(f"\n{words('noscreen.picture', path=str(picture))}\n")
    return 0
