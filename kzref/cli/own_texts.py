"""`kzref import --list`, `--delete`, `--undo` and whole folders: what is in the own library."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kzref.cli.answer import Answer
from kzref.cli.progress import Progress
from kzref.model.errors import InputError
from kzref.model.own_text import OwnText
from kzref.services.catalogue import Catalogue, catalogue
from kzref.services.desk import Desk
from kzref.services.own.bringing import Bringer, Brought, Stage, files_of, replacing
from kzref.services.own.text_preview import Wishes


def listed(chosen: argparse.Namespace) -> Answer:
    """The texts of the library, and what was deleted and can come back."""
    own, words = Desk().own_library, catalogue(chosen.lang)
    texts, deleted = own.texts(), own.deleted()
    lines = [_line(text, words) for text in texts] or [words("import.none")]
    lines += [words("import.deleted_line", line=_line(text, words)) for text in deleted]
    return Answer(
        json={
            "texts": [_json(text) for text in texts],
            "deleted": [_json(text) for text in deleted],
        },
        text="\n".join(lines),
    )


def deleted(chosen: argparse.Namespace) -> Answer:
    """Take a text out.

    Raises:
        InputError: the library has no text of this number.
    """
    own, words = Desk().own_library, catalogue(chosen.lang)
    text = next((one for one in own.texts() if one.id == chosen.delete), None)
    if text is None:
        raise InputError("import.no_such", number=chosen.delete)
    own.delete(text, datetime.now(UTC))
    return Answer(
        json={"deleted": _json(text)},
        text=words("import.said.deleted", number=text.id, line=_line(text, words)),
    )


def undone(chosen: argparse.Namespace) -> Answer:
    """Bring back the text that was deleted last, or the one of a number.

    Raises:
        InputError: nothing was deleted, or no text of this number.
    """
    own, words = Desk().own_library, catalogue(chosen.lang)
    gone = own.deleted()
    text = next((one for one in gone if chosen.undo in {0, one.id}), None)
    if text is None:
        raise InputError("import.nothing_deleted")
    if any(one.sha256 == text.sha256 for one in own.texts()):
        raise InputError("import.here_again", file=text.file_name)
    own.restore(text)
    return Answer(
        json={"restored": _json(text)},
        text=words("import.said.restored", line=_line(text, words)),
    )


def folder_brought(chosen: argparse.Namespace, wishes: Wishes) -> Answer:
    """Bring every text of the folders and files named; a second time goes on where it stopped.

    What was stored before an interruption stays; each file is stored whole or not at all.
    """
    bringer, words = Bringer(Desk().own_library), catalogue(chosen.lang)
    paths = files_of(chosen.files)
    with Progress() as progress:
        done = list(_brought(bringer, paths, wishes, progress, chosen))
    stages = {stage.value: sum(one.stage is stage for one in done) for stage in Stage}
    return Answer(
        json={
            "files": [
                {
                    "path": str(one.path),
                    "stage": one.stage.value,
                    "id": one.stored.id if one.stored else None,
                    "fault": words.say(one.fault) if one.fault else None,
                    "doubts": [words.say(doubt) for doubt in one.doubts],
                }
                for one in done
            ],
            "stages": stages,
            "dry_run": chosen.dry_run,
        },
        text="\n".join(_folder_lines(done, stages, words)),
    )


def _brought(
    bringer: Bringer,
    paths: Sequence[Path],
    wishes: Wishes,
    progress: Progress,
    chosen: argparse.Namespace,
) -> Iterator[Brought]:
    for number, path in enumerate(paths, start=1):
        progress.say(f"{number}/{len(paths)} {path.name}")
        one = bringer.understand(Brought(path=path, wishes=wishes))
        if chosen.replace and one.preview is not None and one.stage is Stage.QUESTION:
            one = replacing(one)
        if not chosen.dry_run:
            one = bringer.store(one, datetime.now(UTC))
        yield one


def _folder_lines(
    done: Sequence[Brought], stages: dict[str, int], words: Catalogue
) -> Iterator[str]:
    for one in done:
        if one.fault is not None:
            yield f"{one.path.name}: {words.say(one.fault)}"
    yield words(
        "import.said.folder",
        stored=stages["stored"],
        present=stages["present"],
        understood=stages["understood"],
        open=stages["question"] + stages["refused"],
    )


def _line(text: OwnText, words: Catalogue) -> str:
    return words(
        "import.line",
        number=text.id,
        title=text.title,
        language=text.language.value,
        redaction=text.redaction,
        file=text.file_name,
    )


def _json(text: OwnText) -> dict[str, object]:
    return {
        "id": text.id,
        "kind": text.kind.value,
        "work": text.work,
        "title": text.title,
        "language": text.language.value,
        "redaction": text.redaction and text.redaction.isoformat(),
        "file": text.file_name,
        "sha256": text.sha256,
        "imported_at": text.imported_at.isoformat(),
        "articles": text.articles,
        "units": text.units,
    }
