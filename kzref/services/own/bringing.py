"""Bringing many files: found, understood one by one, mended, then stored; each by itself.

A file that cannot be read says why and the rest goes on. What was stored stays, so a folder that
is brought a second time goes on where it was left: its files are told by their bytes.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from kzref.model.errors import KzrefError
from kzref.model.message import Message
from kzref.model.own_text import OwnText, ReadFile
from kzref.services.own.library import OwnLibrary
from kzref.services.own.text_preview import Preview, Wishes
from kzref.store.checksums import sha256_of_file

ENDINGS: Final = frozenset(
    [".txt", ".md", ".htm", ".html", ".docx", ".doc", ".pdf", ".rtf", ".text", ".xhtml"]
)
"""What is looked for in a folder; a file named by itself is always tried."""
MOST_FILES: Final = 2000


class Stage(StrEnum):
    """How far a file has come."""

    WAITING = "waiting"
    UNDERSTOOD = "understood"
    QUESTION = "question"  # which act it is, or whether it replaces another file
    REFUSED = "refused"
    PRESENT = "present"  # in the library already
    STORED = "stored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file on its way into the library."""

    path: Path
    stage: Stage = Stage.WAITING
    wishes: Wishes = field(default_factory=Wishes)
    file: ReadFile | None = None
    preview: Preview | None = None
    fault: Message | None = None
    stored: OwnText | None = None
    replacing: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether it can be stored as it is."""
        return self.stage is Stage.UNDERSTOOD

    @property
    def doubts(self) -> tuple[Message, ...]:
        """What is doubtful about it."""
        return self.preview.doubts if self.preview else ()


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files named, and those in the folders named, each once, in order."""
    found: dict[Path, None] = {}
    for path in paths:
        if not is_folder(path):
            found[path] = None
            continue
        for one in sorted(_inside(path))[:MOST_FILES]:
            if one.is_file():
                found[one] = None
    return tuple(found)


def is_folder(path: Path) -> bool:
    """Whether it is a folder; one that may not be looked at is none."""
    try:
        return path.is_dir()
    except PermissionError:
        return False


def _inside(folder: Path) -> Iterator[Path]:
    """What may be texts in a folder and those under it; what vanishes or may not be read is passed over."""
    for place, folders, files in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in ENDINGS:
                yield Path(place, name)


class Bringer:
    """Takes files one step further; every step may be done off the interface thread."""

    def __init__(self, own: OwnLibrary) -> None:
        """Bring into this library."""
        self._own = own

    def understand(self, one: Brought) -> Brought:
        """Read a file that waits, and say what was understood."""
        from kzref.readers.files import read_file  # noqa: PLC0415 - readers load when needed

        try:
            present = self._present(one.path)
            if present is not None:
                return replace(one, stage=Stage.PRESENT, stored=present)
            return self.again(replace(one, file=read_file(one.path)), one.wishes)
        except KzrefError as error:
            return replace(one, stage=Stage.REFUSED, fault=error.message)

    def again(self, one: Brought, wishes: Wishes) -> Brought:
        """Understand a file that was read anew, under other wishes."""
        if one.file is None:
            return replace(one, wishes=wishes)
        try:
            preview = self._own.understand(one.file, wishes)
        except KzrefError as error:
            fault = error.message
            if fault.key == "own.which_act":
                fault = Message("own.window.which_act")
            return replace(one, stage=Stage.QUESTION, wishes=wishes, preview=None, fault=fault)
        return _staged(replace(one, wishes=wishes, preview=preview, fault=None))

    def store(self, one: Brought, now: datetime) -> Brought:
        """Store a file that was understood; one transaction."""
        if one.preview is None or one.stage is not Stage.UNDERSTOOD:
            return one
        try:
            stored = self._own.bring(one.preview, now, replacing=one.replacing)
        except KzrefError as error:
            stage = Stage.QUESTION if error.message.key == "own.same_redaction" else Stage.REFUSED
            return replace(one, stage=stage, fault=error.message)
        return replace(one, stage=Stage.STORED, stored=stored, file=None)

    def _present(self, path: Path) -> OwnText | None:
        try:
            if not path.is_file():  # a device would never end
                return None
            sha256 = sha256_of_file(path)
        except OSError:
            return None  # the reader says what is wrong with it
        return next((text for text in self._own.texts() if text.sha256 == sha256), None)


def replacing(one: Brought) -> Brought:
    """The file, now to take the place of the other file of its redaction."""
    return _staged(replace(one, replacing=True, fault=None))


def _staged(one: Brought) -> Brought:
    preview = one.preview
    if preview is None:
        return one
    if preview.present is not None:
        return replace(one, stage=Stage.PRESENT, stored=preview.present)
    if preview.rival is not None and not one.replacing:
        fault = Message(
            "own.window.rival",
            {
                "title": preview.title,
                "redaction": preview.redaction,
                "file": preview.rival.file_name,
            },
        )
        return replace(one, stage=Stage.QUESTION, fault=fault)
    return replace(one, stage=Stage.UNDERSTOOD)
