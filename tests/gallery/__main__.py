"""`python -m tests.gallery [--lang kk] [--theme dark] [--size 1366x768] [--only law] [--no-check]`.

Writes to `build/gallery`: a picture of every pose, `index.html`, a contact sheet for each pose in
`sheets/`, and `blemishes.txt` with what the check found.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.ui.theme import Theme
from tests.gallery.blemishes import blemishes
from tests.gallery.contact import contact_sheet, index
from tests.gallery.poses import POSES
from tests.gallery.studio import Shot, Studio

FOLDER = Path(__file__).parents[2] / "build" / "gallery"
SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}


def asked() -> argparse.Namespace:
    """What to photograph; everything unless told otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("--lang", choices=[one.value for one in Language])
    parser.add_argument("--theme", choices=[one.value for one in Theme])
    parser.add_argument("--size", choices=[*SIZES])
    parser.add_argument(
        "--only", default="", help="poses, by a beginning or a pattern, comma between"
    )
    parser.add_argument("--no-check", action="store_true", help="look for no blemishes")
    return parser.parse_args()


def wanted(only: str) -> list[str]:
    """The poses whose names begin so, or are like a pattern."""
    patterns = [f"{one}*" for one in only.split(",")]
    return [pose for pose in POSES if any(fnmatch(pose, one) for one in patterns)]


def shots(choice: argparse.Namespace) -> Iterator[Shot]:
    """Every picture that is asked for; a sheet of paper has neither look nor size."""
    for pose in wanted(choice.only):
        for language in Language:
            for name, size in SIZES.items():
                for theme in Theme:
                    chosen = (choice.lang in {None, language.value}
                              and choice.theme in {None, theme.value} and choice.size in {None, name})  # fmt: skip
                    has_look = not pose.startswith(("paper", "room")) or theme is Theme.LIGHT
                    has_size = not pose.startswith("paper") or name == "1366x768"
                    if chosen and has_look and has_size:
                        yield Shot(pose, language, theme, size)


def main() -> int:
    """Photograph; 1 when a blemish was found or a pose could not be reached."""
    choice = asked()
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "sheets").mkdir(exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    taken, found = [], []
    with tempfile.TemporaryDirectory(prefix="kzref-gallery-") as home:
        studio = Studio(application, Path(home))
        for _, alike in groupby(
            shots(choice), key=lambda shot: (shot.pose, shot.language, shot.size)
        ):
            alike_shots = list(alike)
            try:
                with studio.posed(alike_shots[0]) as subject:
                    for shot in alike_shots:
                        studio.recolour(shot.theme)
                        studio.picture(subject).save(str(FOLDER / f"{shot.name}.png"))
                        taken.append(shot)
                        if not choice.no_check and not shot.pose.startswith("paper"):
                            found += [
                                f"{shot.name}: {one}" for one in blemishes(subject, shot.theme)
                            ]
            except Exception as fault:  # noqa: BLE001 - one pose out of reach, the others go on
                found.append(f"{alike_shots[0].name}: out of reach: {fault!r}")
            (FOLDER / "blemishes.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
    for pose, every in groupby(taken, key=lambda shot: shot.pose):
        contact_sheet(FOLDER, list(every), FOLDER / "sheets" / f"{pose}.png")
    index(FOLDER, taken)
    sys.stdout.write(f"{len(taken)} pictures, {len(found)} blemishes: {FOLDER}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
