"""Every file that kzref writes of its own accord: named, explained, and removed by one action.

What the user saves or prints lies where the user puts it and is not touched here.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from kzref.model.errors import DataError
from kzref.paths import user_data

OWN = {
    "library.db": "own.file.library",
    "own-index": "own.file.own_index",
    "user.db": "own.file.user",
    "index": "own.file.index",
    ".restoring": "own.file.restoring",
    ".before-restoring": "own.file.restoring",
    "place.json": "own.file.place",
    "place.json.new": "own.file.place",
    "QtProject.conf": "own.file.dialog",
}
"""Names in the user's folder, and the key of the sentence that says what each is for.

Beside a file there may be others while it is being written: its name with `-` or `.` and more.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """A file or folder of kzref's in the user's folder."""

    path: Path
    what: str  # the key of a sentence

    @property
    def is_there(self) -> bool:
        """Whether it has been written."""
        return self.path.exists()


def own_files() -> tuple[OwnFile, ...]:
    """Whatever kzref may write, written or not."""
    folder = user_data()
    return tuple(OwnFile(path=folder / name, what=what) for name, what in OWN.items())


def is_own(name: str) -> bool:
    """Whether a file of this name in the user's folder is kzref's."""
    return any(name == own or name.startswith((f"{own}-", f"{own}.")) for own in OWN)


def forget() -> tuple[Path, ...]:
    """Remove all of it, and the folder when nothing else is in it; what was removed.

    Names that are not kzref's stay: the folder may be one that the user chose.

    Raises:
        DataError: something cannot be removed; what came before it is gone.
    """
    folder = user_data()
    try:
        return _removed(folder)
    except OSError as fault:
        path, why = str(fault.filename or folder), fault.strerror or str(fault)
        raise DataError("forget.not_removed", path=path, fault=why) from fault


def _removed(folder: Path) -> tuple[Path, ...]:
    removed = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not is_own(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
        removed.append(path)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    return tuple(removed)
