"""`kzref info`, `kzref selftest`, `kzref forget`: what this is, whether it is whole, and no traces."""

import argparse
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from kzref import __version__
from kzref.cli.answer import Answer, Commands
from kzref.model.errors import InputError
from kzref.paths import bundled, database, index, user_data
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.own.files import forget as forget_all
from kzref.services.own.files import own_files
from kzref.services.soundness.selftest import examine

LIBRARIES = (
    "PySide6-Essentials", "sqlite-utils", "Whoosh-Reloaded", "PyStemmer", "RapidFuzz", "msgspec",
    "tzdata", "python-docx", "icalendar", "segno", "PyNaCl",
)  # fmt: skip


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare the commands."""
    parser = commands.add_parser("info", help="help.info")
    parser.set_defaults(run=run)
    yield parser
    test = commands.add_parser("selftest", help="help.selftest")
    test.add_argument("--window", action="store_true", help="help.selftest.window")
    test.set_defaults(run=selftest)
    yield test
    removal = commands.add_parser("forget", help="help.forget")
    removal.add_argument("--yes", action="store_true", help="help.forget.yes")
    removal.set_defaults(run=forget)
    yield removal


def run(chosen: argparse.Namespace) -> Answer:
    """Say what this is, and every file that kzref writes."""
    desk, words = Desk(), catalogue(chosen.lang)
    info = {
        "version": __version__,
        "edition": desk.database.meta["edition"],
        "verified_through": desk.library.verified_through.isoformat(),
        "python": platform.python_version(),
        "versions": {name: _version(name) for name in LIBRARIES},
        "counts": desk.counts,
        "database_hash": desk.database.sha256,
        "files": [
            {"path": str(file.path), "what": words(file.what), "there": file.is_there}
            for file in own_files()
        ],
        "paths": {
            "bundle": str(bundled()), "database": str(database()), "index": str(index()),
            "user": str(user_data()),
        },
    }  # fmt: skip
    lines = [f"kzref {__version__}, edition {info['edition']}"]
    lines += [f"{kind}: {count}" for kind, count in desk.counts.items()]
    lines.append(f"sha256 {desk.database.sha256}")
    lines.append(words("own.files"))
    lines += [f"  {file.path}: {words(file.what)}" for file in own_files()]
    return Answer(json=info, text="\n".join(lines))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def selftest(chosen: argparse.Namespace) -> Answer:
    """Examine the installation; with `--window`, the window too."""
    report = examine()
    if chosen.window:
        from kzref.ui.selftest import visit  # noqa: PLC0415 - Qt is loaded for the window only

        window = visit()
        report = {**report, "window": window, "ok": bool(report["ok"] and window["ok"])}
    words = catalogue(chosen.lang)
    text = words("selftest.ok" if report["ok"] else "selftest.failed")
    lines = [text, *(f"{name}: {value}" for name, value in report.items() if name != "ok")]
    return Answer(json=report, text="\n".join(lines), status=0 if report["ok"] else 1)


def forget(chosen: argparse.Namespace) -> Answer:
    """Remove what kzref wrote of its own accord.

    Raises:
        InputError: `--yes` was not given.
    """
    there = [file.path for file in own_files() if file.is_there]
    if not chosen.yes:
        raise InputError("forget.not_sure", files=", ".join(map(str, there)) or "-")
    removed = [str(path) for path in forget_all()]
    words = catalogue(chosen.lang)
    lines = [words("forget.done" if removed else "forget.nothing"), *removed]
    return Answer(json={"removed": removed}, text="\n".join(lines))
