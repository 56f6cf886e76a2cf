"""Notes as files: HTML and Markdown to read, JSON to take along to another machine."""

from datetime import date
from html import escape
from pathlib import Path

import msgspec

from kzref.model.errors import InputError
from kzref.model.language import Language
from kzref.model.note import Note, NoteKind
from kzref.services.catalogue import catalogue
from kzref.services.law.citations import Citations
from kzref.services.notes.notes import Fate, Notes, Standing

FORMAT = "kzref.notes.1"
STYLE = (
    "body{font:17px/1.5 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}"
    "h3{margin:1.6em 0 .3em}p{margin:.3em 0}"
    "blockquote{margin:.5em 0;padding-left:.8em;border-left:3px solid}"
)
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
    lines = [f"# {words('notes.title')}", ""]
    orphans_begun = False
    for one in _in_order(notes, today):
        if one.fate is Fate.ORPHANED and not orphans_begun:
            lines += [f"## {words('notes.orphans')}", ""]
            orphans_begun = True
        lines += _entry(one, citations, language)
    return "\n".join(lines).rstrip() + "\n"


def as_html(notes: Notes, citations: Citations, language: Language, today: date) -> str:
    """The same as a page that every browser opens and prints; it asks nothing of the network."""
    words = catalogue(language)
    title = escape(words("notes.title"))
    parts = [
        f'<!doctype html><html lang="{language.value}"><meta charset="utf-8"><title>{title}</title>',
        f"<style>{STYLE}</style><h1>{title}</h1>",
    ]
    orphans_begun = False
    for one in _in_order(notes, today):
        if one.fate is Fate.ORPHANED and not orphans_begun:
            parts.append(f"<h2>{escape(words('notes.orphans'))}</h2>")
            orphans_begun = True
        text = escape(one.note.text.strip()).replace("\n", "<br>")
        parts += [
            f"<h3>{escape(_place(one, citations, language))}</h3>",
            f"<p>{text}</p>" if text else "",
            f"<blockquote>{escape(words('reading.quote.digest'))} {escape(one.note.copy)}</blockquote>",
            f"<p><small>{escape(_written(one, language))}</small></p>",
        ]
    return "\n".join(filter(None, parts)) + "\n"


def _in_order(notes: Notes, today: date) -> list[Standing]:
    """By place; those without one at the end."""
    standings = [notes.standing(note, today) for note in notes.all]
    return sorted(standings, key=lambda one: (one.fate is Fate.ORPHANED, one.note.place))


def _place(one: Standing, citations: Citations, language: Language) -> str:
    mark = "★ " if one.note.kind is NoteKind.BOOKMARK else ""
    return f"{mark}{citations.write(one.note.place, language)}"


def _written(one: Standing, language: Language) -> str:
    """When, over which edition, and whether the text has changed since."""
    words, note = catalogue(language), one.note
    said = words("notes.written", day=f"{note.changed_at:%d.%m.%Y}", edition=note.edition)
    return f"{said} · {words('notes.changed')}" if one.fate is Fate.CHANGED else said


def _entry(one: Standing, citations: Citations, language: Language) -> list[str]:
    words, note = catalogue(language), one.note
    lines = [f"### {_place(one, citations, language)}", ""]
    if note.text.strip():
        lines += [note.text.strip(), ""]
    lines += [f"> {words('reading.quote.digest')} {note.copy}", ""]
    return [*lines, f"*{_written(one, language)}*", ""]


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
