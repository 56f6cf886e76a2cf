"""Where the reader was last, kept between sessions: the position and the looks, never what was entered.

One small file in the user's folder, replaced as a whole. A damaged one is as good as none.
"""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from kzref.paths import user_data

LONGEST = 4096  # bytes; a longer file is not ours


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlace:
    """What is remembered; sizes in pixels."""

    page: str = "start"
    place: str = ""
    scroll: int = 0
    language: str = ""
    theme: str = "light"
    zoom: float = 1.0
    width: int = 1366
    height: int = 768
    hand: str = "right"
    clipboard: str = "kept"
    rows: str = "large"


def last_place_file() -> Path:
    """Where it is kept."""
    return user_data() / "place.json"


def read_last_place(path: Path) -> LastPlace | None:
    """What was remembered, or None when there is nothing that can be read."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LONGEST))
        if not isinstance(found, dict):
            return None
        known = {field.name: field.type for field in fields(LastPlace)}
        place = LastPlace(**{name: value for name, value in found.items() if name in known})
    except (OSError, ValueError, RecursionError):
        return None
    sound = all(
        isinstance(getattr(place, name), (int, float) if kind is float else kind)
        and not isinstance(getattr(place, name), bool)
        for name, kind in known.items()
        if isinstance(kind, type)
    )
    return place if sound else None


def write_last_place(path: Path, place: LastPlace) -> None:
    """Replace what was remembered; a folder that cannot be written to is no fault of the reader's."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            json.dump(asdict(place), file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        return


def forget_last_place(path: Path) -> None:
    """Remember nothing."""
    for one in (path, path.with_name(path.name + ".new")):
        one.unlink(missing_ok=True)
