"""`kzref info` and `kzref selftest`: what this is, and whether it is whole."""

import argparse
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from kzref import __version__
from kzref.cli.answer import Answer, Commands
from kzref.paths import bundled, database, index, user_data
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.services.selftest import examine

LIBRARIES = (
    "PySide6-Essentials", "sqlite-utils", "Whoosh-Reloaded", "PyStemmer", "RapidFuzz", "msgspec",
    "babel", "tzdata", "python-docx", "icalendar", "segno",
)  # fmt: skip


def add_commands(commands: Commands) -> Iterator[argparse.ArgumentParser]:
    """Declare both commands."""
    parser = commands.add_parser("info", help="versions, edition, counts, paths")
    parser.set_defaults(run=run)
    yield parser
    test = commands.add_parser("selftest", help="whether everything works here")
    test.add_argument("--window", action="store_true", help="visit every page too")
    test.set_defaults(run=selftest)
    yield test


def run(_chosen: argparse.Namespace) -> Answer:
    """Say what this is."""
    desk = Desk()
    info = {
        "version": __version__,
        "edition": desk.database.meta["edition"],
        "verified_through": desk.library.verified_through.isoformat(),
        "python": platform.python_version(),
        "versions": {name: _version(name) for name in LIBRARIES},
        "counts": desk.counts,
        "database_hash": desk.database.sha256,
        "paths": {
            "bundle": str(bundled()), "database": str(database()), "index": str(index()),
            "user": str(user_data()),
        },
    }  # fmt: skip
    lines = [f"kzref {__version__}, edition {info['edition']}"]
    lines += [f"{kind}: {count}" for kind, count in desk.counts.items()]
    lines.append(f"sha256 {desk.database.sha256}")
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
