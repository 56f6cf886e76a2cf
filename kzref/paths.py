"""Where kzref finds what it ships and keeps what is the user's; the only reader of `sys.frozen`."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def bundled() -> Path:
    """The folder that the compiler filled: database, index, translations, manifest."""
    if override := os.environ.get("KZREF_BUNDLE"):
        return Path(override)
    return PACKAGE / "_bundled"


def resources() -> Path:
    """Icons and style sheets: beside the package in a checkout, inside it once installed."""
    packed = bundled() / "resources"
    return packed if packed.is_dir() else PACKAGE.parent / "resources"


def fonts() -> Path:
    """The folder of the fonts, cut by the compiler."""
    return bundled() / "fonts"


def checkout() -> Path | None:
    """The root of a source checkout, or None in an installed or frozen app."""
    root = PACKAGE.parent
    if getattr(sys, "frozen", False) or not (root / "data" / "topics.yaml").is_file():
        return None
    return root


def database() -> Path:
    """The compiled reference database."""
    return bundled() / "reference.db"


def index() -> Path:
    """The folder of the compiled search index."""
    return bundled() / "index"


def program() -> Path | None:
    """The folder of a packaged program, or None when Python runs the package."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def command() -> list[str]:
    """How this kzref is started once more."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kzref"]


def portable() -> Path | None:
    """Where a portable copy keeps the user's data: beside a packaged program marked `portable`."""
    beside = program()
    return beside / "kzref-data" if beside and (beside / "portable").exists() else None


def user_data() -> Path:
    """The user's own folder; not created here. `KZREF_HOME` moves it, a portable copy carries it."""
    if override := os.environ.get("KZREF_HOME"):
        return Path(override)
    if (carried := portable()) is not None:
        return carried
    # by the same rule as platformdirs, whose import is a twentieth of the start
    if os.name == "posix" and sys.platform != "darwin":
        shared = Path(os.environ.get("XDG_DATA_HOME", ""))
        return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "kzref"
    import platformdirs  # noqa: PLC0415 - slow to import and seldom needed

    return Path(platformdirs.user_data_dir("kzref", appauthor=False))
