"""`kzref backup` and `kzref restore`: the user's own library and work as one file."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from kzref.cli.answer import Answer, Commands, file
from kzref.cli.progress import Progress
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.own.backup import Contents


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare both commands."""
    for name, what, run in (
        ("backup", "help.backup", save),
        ("restore", "help.restore", restore),
    ):
        parser = commands.add_parser(name, help=what)
        parser.add_argument("file", metavar="FILE", type=file, help="help.backup.file")
        parser.add_argument("--replace", action="store_true", help="help.backup.replace")
        parser.set_defaults(run=run)
        yield parser


def save(chosen: argparse.Namespace) -> Answer:
    """Write a backup.

    Raises:
        InputError: there is nothing to save, or a file of this name already.
    """
    with Progress() as progress:
        now = datetime.now(UTC)
        made = Desk().backup.save(chosen.file, now, progress.share, replacing=chosen.replace)
    return _answer(chosen, made, "backup.saved")


def restore(chosen: argparse.Namespace) -> Answer:
    """Restore a backup.

    Raises:
        InputError: it is damaged, or files are there and --replace is not given.
    """
    with Progress() as progress:
        found = Desk().backup.restore(chosen.file, progress.share, replacing=chosen.replace)
    return _answer(chosen, found, "backup.restored")


def _answer(chosen: argparse.Namespace, contents: Contents, key: str) -> Answer:
    names = ", ".join(kept.name for kept in contents.files)
    words = catalogue(chosen.lang)
    return Answer(
        json={
            "file": str(chosen.file),
            "made": contents.made.isoformat(),
            "files": [
                {"name": one.name, "size": one.size, "sha256": one.sha256} for one in contents.files
            ],
        },
        text=words(key, file=str(chosen.file), files=names),
    )
