"""Notes as files: Markdown to read, JSON to take along to another machine."""

from datetime import date
from pathlib import Path

import msgspec

from kzref.model.errors import InputError
from kzref.model.language import Language
from kzref.model.note import Note, NoteKind
from kzref.services.catalogue import catalogue
from kzref.services.law.citations import Citations
from kzref.services.notes.notes import Fate, Notes, Standing

FORMAT = "kzref.notes.1"
LARGEST = 50_000_000  # bytes of a file of notes


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the JSON file holds."""

    format: str
    notes: tuple[Note, ...]


def as_json(notes: Notes) -> bytes:
    """All notes, in the order in which they were written."""
    file = _File(format=FORMAT, notes=notes.all)
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def from_json(notes: Notes, content: bytes) -> int:
    """Take in notes of another machine; of two states of one note the newer counts.

    Returns:
        How many notes are new or newer than what was here.

    Raises:
        InputError: the file does not hold notes of kzref.
        DataError: they cannot be written.
    """
    try:
        file = msgspec.json.decode(content, type=_File)
    except msgspec.MsgspecError as fault:
        raise InputError("notes.unreadable", fault=str(fault)) from fault
    if file.format != FORMAT:
        raise InputError("notes.other_format", format=file.format)
    fresh = tuple(
        note
        for note in file.notes
        if (here := notes.get(note.id)) is None or note.changed_at > here.changed_at
    )
    notes.store.save(fresh)
    notes.reload()
    return len(fresh)


def as_markdown(notes: Notes, citations: Citations, language: Language, today: date) -> str:
    """All notes by place, each with the digest it was written on; those without a place at the end."""
    words = catalogue(language)
    standings = [notes.standing(note, today) for note in notes.all]
    standings.sort(key=lambda one: (one.fate is Fate.ORPHANED, one.note.place))
    lines = [f"# {words('notes.title')}", ""]
    orphans_begun = False
    for one in standings:
        if one.fate is Fate.ORPHANED and not orphans_begun:
            lines += [f"## {words('notes.orphans')}", ""]
            orphans_begun = True
        lines += _entry(one, citations, language)
    return "\n".join(lines).rstrip() + "\n"


def _entry(one: Standing, citations: Citations, language: Language) -> list[str]:
    words, note = catalogue(language), one.note
    mark = "★ " if note.kind is NoteKind.BOOKMARK else ""
    lines = [f"### {mark}{citations.write(note.place, language)}", ""]
    if note.text.strip():
        lines += [note.text.strip(), ""]
    lines += [f"> {words('reading.quote.digest')} {note.copy}", ""]
    said = words("notes.written", day=f"{note.changed_at:%d.%m.%Y}", edition=note.edition)
    if one.fate is Fate.CHANGED:
        said += f" · {words('notes.changed')}"
    return [*lines, f"*{said}*", ""]


def read_json(notes: Notes, path: Path) -> int:
    """Take in the notes of a file.

    Returns:
        How many notes are new or newer than what was here.

    Raises:
        InputError: it cannot be read, or does not hold notes of kzref.
        DataError: the notes cannot be written.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError("notes.unreadable", fault=f"> {LARGEST // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as fault:
        raise InputError("notes.unreadable", fault=fault.strerror or str(fault)) from fault
    return from_json(notes, content)
