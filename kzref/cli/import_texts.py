"""`kzref import`: brings the user's own texts into the library, or says what it would understand."""

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from kzref.cli.answer import Answer, Commands, day, file, name
from kzref.cli.own_texts import deleted, folder_brought, listed, undone
from kzref.model.errors import InputError
from kzref.model.own_text import OwnText, UnitKind
from kzref.model.text import Language
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.services.own.bringing import is_folder
from kzref.services.own.text_preview import Preview, Wishes

_SNIPPET = 120


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the command."""
    parser = commands.add_parser("import", help="help.import")
    parser.add_argument("files", nargs="*", type=file, metavar="FILE", help="help.import.files")
    parser.add_argument(
        "--instrument",
        type=partial(name, option="--instrument"),
        metavar="ID",
        help="help.instrument",
    )
    parser.add_argument(
        "--language",
        choices=[language.value for language in Language],
        help="help.import.language",
    )
    parser.add_argument(
        "--redaction",
        type=partial(day, option="--redaction"),
        metavar="DATE",
        help="help.import.redaction",
    )
    parser.add_argument(
        "--as",
        type=partial(name, option="--as"),
        dest="document",
        metavar="DOCUMENT-ID",
        help="help.import.as",
    )
    parser.add_argument("--dry-run", action="store_true", help="help.import.dry_run")
    parser.add_argument("--replace", action="store_true", help="help.import.replace")
    parser.add_argument("--list", action="store_true", help="help.import.list")
    parser.add_argument("--delete", type=int, metavar="NUMBER", help="help.import.delete")
    parser.add_argument(
        "--undo", type=int, nargs="?", const=0, metavar="NUMBER", help="help.import.undo"
    )
    parser.set_defaults(run=run)
    yield parser


def run(chosen: argparse.Namespace) -> Answer:
    """Read every file first, then store them one by one.

    Raises:
        InputError: a file cannot be read or told, or is in the library already as something else.
    """
    asked = _of_the_library(chosen)
    if asked is not None:
        return asked(chosen)
    desk, words = Desk(), catalogue(chosen.lang)
    if not chosen.files:
        raise InputError("import.no_files")
    if chosen.instrument and chosen.document:
        raise InputError("own.act_or_document")
    wishes = Wishes(
        instrument=chosen.instrument,
        document=chosen.document,
        language=Language(chosen.language) if chosen.language else None,
        redaction=chosen.redaction,
    )
    if any(is_folder(path) for path in chosen.files):
        return folder_brought(chosen, wishes)
    imported: list[dict[str, object]] = []
    lines: list[str] = []
    unclassified: list[dict[str, object]] = []
    doubts: list[str] = []
    articles = 0
    for path in chosen.files:
        preview = desk.own_library.preview(path, wishes)
        stored = preview.present
        if stored is not None and chosen.redaction not in {None, stored.redaction}:
            raise InputError(
                "own.is_here_of",
                file=preview.file.name,
                title=stored.title,
                redaction=stored.redaction,
            )
        if not chosen.dry_run:
            now = datetime.now(UTC)
            stored = desk.own_library.bring(preview, now, replacing=chosen.replace)
        one = _json(preview, stored, words)
        imported.append(one)
        articles += preview.articles
        unclassified += [
            {"file": preview.file.name, "line": unit.line, "page": unit.page, "text": unit.text}
            for unit in preview.structure.unclassified
        ]
        said = [words.say(doubt) for doubt in preview.doubts]
        doubts += said
        lines += _lines(preview, stored, words, said)
    return Answer(
        json={
            "imported": imported,
            "dry_run": chosen.dry_run,
            "articles": articles,
            "unclassified": unclassified,
            "doubts": doubts,
        },
        text="\n".join(lines),
    )


def _of_the_library(chosen: argparse.Namespace) -> Callable[[argparse.Namespace], Answer] | None:
    """What is asked about the library itself, if anything."""
    if chosen.list:
        return listed
    if chosen.delete is not None:
        return deleted
    return undone if chosen.undo is not None else None


def _json(preview: Preview, stored: OwnText | None, words: Catalogue) -> dict[str, object]:
    structure = preview.structure
    redaction = preview.redaction if stored is None else stored.redaction
    return {
        "id": stored.id if stored else None,
        "file": preview.file.name,
        "kind": structure.kind.value,
        "work": preview.work,
        "title": preview.title,
        "language": preview.language.value,
        "redaction": redaction and redaction.isoformat(),
        "format": preview.file.format,
        "encoding": preview.file.encoding,
        "sha256": preview.file.sha256,
        "guessed": [words.say(guess) for guess in preview.guesses],
        "already_here": preview.present is not None,
        "articles": preview.articles,
        "amendments": len(structure.amendments),
        "counts": {kind.value: count for kind in UnitKind if (count := structure.count(kind))},
    }


def _lines(
    preview: Preview, stored: OwnText | None, words: Catalogue, doubts: list[str]
) -> Iterator[str]:
    key = "own.said.read" if stored is None else "own.said.imported"
    if preview.present is not None:
        key = "own.said.already"
    yield words(
        key,
        file=preview.file.name,
        title=preview.title,
        redaction=preview.redaction if stored is None else stored.redaction,
        articles=preview.articles,
        units=len(preview.structure.units),
    )
    for guess in preview.guesses:
        yield f"  {words.say(guess)}"
    for unit in preview.structure.unclassified:
        yield "  " + words("own.said.unclassified", line=unit.line, text=unit.text[:_SNIPPET])
    for doubt in doubts:
        yield f"  ? {doubt}"
