"""The user's own library and own work as one file: a ZIP with a list of its members and their SHA-256.

Restoring reads and checks everything first and exchanges last, so that a damaged backup, a full
disk or a killed process leaves what was there.
"""

import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from kzref import __version__
from kzref.model.errors import DataError, InputError
from kzref.services.own import restoring
from kzref.store.checksums import sha256, sha256_of_file
from kzref.store.database_copy import copy_database, is_sound

_LIST: Final = "manifest.json"
_LARGEST_LIST: Final = 1_000_000
_FORMAT: Final = "kzref-backup"
_VERSION: Final = 1
_KINDS: Final = (".db", ".json", ".toml")  # what is the user's; an index can be made again
_CHUNK: Final = 1 << 20
_MOST_MEMBERS: Final = 1000
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, TypeError,
                   NotImplementedError, RuntimeError)  # fmt: skip

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file in a backup."""

    name: str
    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup holds, as its list says."""

    made: datetime
    files: tuple[Kept, ...]


class Backup:
    """Saves and restores the user's files in one folder."""

    def __init__(self, home: Path, let_go: Callable[[], None]) -> None:
        """Use this folder; `let_go` closes its files before they are exchanged."""
        self._home = home
        self._let_go = let_go

    def save(
        self, target: Path, now: datetime, progress: Progress, *, replacing: bool = False
    ) -> Contents:
        """Write a backup; `progress` hears the finished share and may raise to stop.

        Raises:
            InputError: there is nothing to save, or a file of this name already.
            DataError: a file of the user's is damaged, or the backup cannot be written.
        """
        sources = self._files()
        if not sources:
            raise InputError("backup.nothing", folder=str(self._home))
        _refuse_place(target, replacing=replacing)
        unfinished = target.with_name(f".{target.name}.unfinished")
        try:
            with TemporaryDirectory(dir=target.parent, prefix=".kzref-") as folder:
                copies = list(self._copies(sources, Path(folder), progress))
                contents = Contents(made=now, files=tuple(_kept(copy) for copy in copies))
                _write(unfinished, contents, copies)
            os.replace(unfinished, target)  # noqa: PTH105 - over what is there
        except OSError as fault:
            raise DataError(
                "backup.not_written", file=str(target), fault=fault.strerror or str(fault)
            ) from fault
        finally:
            with suppress(OSError):  # a disk that cannot be written has none
                unfinished.unlink(missing_ok=True)
        progress(1.0)
        return contents

    def look(self, file: Path) -> Contents:
        """What a backup holds, before anything is read of it.

        Raises:
            InputError: there is no such file, it is no backup, or one of a later version.
        """
        with _opened(file) as archive:
            return _contents(archive, file.name)

    def restore(self, file: Path, progress: Progress, *, replacing: bool = False) -> Contents:
        """Put the files of a backup in place of the present ones; others stay as they are.

        Raises:
            InputError: it is damaged or no backup, or files are there and `replacing` is not said.
            DataError: the files cannot be written.
        """
        with _opened(file) as archive:
            contents = _contents(archive, file.name)
            there = {path.name for path in self._files()} & {kept.name for kept in contents.files}
            if there and not replacing:
                raise InputError("backup.would_replace", files=", ".join(sorted(there)))
            try:
                new = restoring.prepared(self._home)
                _unpack(archive, contents, new, file.name, progress)
                self._let_go()
                restoring.exchange(self._home)
            except OSError as fault:
                path = str(self._home)
                raise DataError(
                    "backup.not_restored", path=path, fault=fault.strerror or str(fault)
                ) from fault
            finally:
                if not (self._home / restoring.NEW / "ready").is_file():
                    restoring.discard(self._home)
        progress(1.0)
        return contents

    def _files(self) -> tuple[Path, ...]:
        if not self._home.is_dir():
            return ()
        return tuple(
            path
            for path in sorted(self._home.iterdir())
            if path.suffix in _KINDS and path.is_file() and not path.name.startswith(".")
        )

    def _copies(self, sources: Sequence[Path], folder: Path, progress: Progress) -> Iterator[Path]:
        """Copies that do not change any more while they are packed."""
        whole = sum(path.stat().st_size for path in sources) or 1
        done = 0
        for path in sources:
            size, before = path.stat().st_size, done
            copy = folder / path.name
            if path.suffix == ".db":
                copy_database(
                    path, copy, lambda share, size=size, before=before: progress(  # type: ignore[misc]
                        (before + share * size) / whole / 2
                    )
                )  # fmt: skip
            else:
                copy.write_bytes(path.read_bytes())
            done += size
            progress(done / whole / 2)
            yield copy


def _refuse_place(target: Path, *, replacing: bool) -> None:
    try:
        if not target.parent.is_dir():
            raise InputError("export.no_folder", folder=str(target.parent))
        if target.exists() and not replacing:
            raise InputError("backup.exists", file=str(target))
    except PermissionError as fault:
        raise InputError("export.read_only", path=str(target)) from fault


def _kept(path: Path) -> Kept:
    return Kept(name=path.name, size=path.stat().st_size, sha256=sha256_of_file(path))


def _write(target: Path, contents: Contents, copies: Sequence[Path]) -> None:
    listed = {
        "format": _FORMAT,
        "version": _VERSION,
        "program": __version__,
        "made": contents.made.isoformat(),
        "files": [
            {"name": one.name, "size": one.size, "sha256": one.sha256} for one in contents.files
        ],
    }
    with target.open("wb") as opened:
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_LIST, json.dumps(listed, indent=1))
            for copy in copies:
                archive.write(copy, copy.name)
        opened.flush()
        os.fsync(opened.fileno())


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        if not file.is_file():
            raise InputError("own.no_file", file=str(file))
        return zipfile.ZipFile(file)
    except PermissionError as fault:
        raise InputError("own.no_right", file=str(file)) from fault
    except (*_DAMAGED, OSError) as fault:
        raise InputError("backup.not_one", file=file.name) from fault


def _contents(archive: zipfile.ZipFile, name: str) -> Contents:
    try:
        if archive.getinfo(_LIST).file_size > _LARGEST_LIST:
            raise InputError("backup.not_one", file=name)
        listed: dict[str, Any] = json.loads(archive.read(_LIST))
        if listed["format"] != _FORMAT:
            raise InputError("backup.not_one", file=name)
        if listed["version"] > _VERSION:
            raise InputError("backup.newer", file=name)
        files = tuple(
            Kept(name=str(one["name"]), size=int(one["size"]), sha256=str(one["sha256"]))
            for one in listed["files"]
        )
        made = datetime.fromisoformat(listed["made"])
    except _DAMAGED as fault:
        raise InputError("backup.not_one", file=name) from fault
    if not 0 < len(files) <= _MOST_MEMBERS or not all(map(_is_plain, files)):
        raise InputError("backup.not_one", file=name)
    return Contents(made=made, files=files)


def _is_plain(kept: Kept) -> bool:
    """Whether a member is a file that kzref saves: it can leave its folder by no name."""
    name = kept.name
    is_bare = not name.startswith(".") and not set(name) & set('/\\:*?"<>|\0')
    return is_bare and Path(name).name == name and Path(name).suffix in _KINDS


def _unpack(
    archive: zipfile.ZipFile, contents: Contents, folder: Path, file: str, progress: Progress
) -> None:
    """Write every member, checked by its size and hash; databases must be sound."""
    whole = sum(kept.size for kept in contents.files) or 1
    done = 0
    for kept in contents.files:
        damaged = InputError("backup.damaged", file=file, member=kept.name)
        digest, size = sha256(), 0
        try:
            with archive.open(kept.name) as packed, (folder / kept.name).open("wb") as written:
                while chunk := packed.read(_CHUNK):
                    size += len(chunk)
                    if size > kept.size:  # it unpacks to more than was packed
                        raise damaged
                    digest.update(chunk)
                    written.write(chunk)
                    progress((done + size) / whole * 0.9)
                written.flush()
                os.fsync(written.fileno())
        except _DAMAGED as fault:
            raise damaged from fault
        if size != kept.size or digest.hexdigest() != kept.sha256:
            raise damaged
        if kept.name.endswith(".db") and not is_sound(folder / kept.name):
            raise damaged
        done += size
