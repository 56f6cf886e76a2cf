"""Compiles `data/` and `resources/` into a bundle: database, index, translations, manifest."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from kzref import __version__
from kzref.compiler.database import EditionName, write_database
from kzref.compiler.inspection import FaultyDataError, check
from kzref.compiler.passages import passages
from kzref.compiler.shapes import Shaped, shaped
from kzref.compiler.translations import read_translations, write_translations
from kzref.compiler.yaml_file import Fault, read_yaml
from kzref.store.search_index import build as build_index


def build(root: Path, out: Path, *, say: Callable[[str], None] = lambda _line: None) -> None:
    """Write the bundle.

    Raises:
        FaultyDataError: the data have faults; what was in `out` stays as it was.
    """
    say("reading data")
    edition, faults = check(root)
    if faults:
        raise FaultyDataError(faults)
    name = _edition_name(root)
    out.mkdir(parents=True, exist_ok=True)
    data_hash = tree_hash(root / "data")
    say("writing database")
    write_database(edition, out / "reference.db", name=name, data_hash=data_hash)
    say("writing search index")
    build_index(out / "index", passages(edition), edition=data_hash)
    say("writing translations and resources")
    write_translations(read_translations(root / "resources" / "translations"), out / "translations")
    for room in ("icons", "styles", "fonts"):
        if (root / "resources" / room).is_dir():
            shutil.copytree(root / "resources" / room, out / "resources" / room, dirs_exist_ok=True)
    stamp = {"version": __version__, "edition": name.name, "source": source_hash(root)}
    (out / "manifest.json").write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def is_current(root: Path, out: Path) -> bool:
    """Whether the bundle was compiled from exactly these sources."""
    try:
        stamp = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(stamp, dict) and stamp.get("source") == source_hash(root)


def source_hash(root: Path) -> str:
    """The hash of everything that the bundle is compiled from, the compiler included."""
    parts = (
        "data", "resources", "tests/cases", "kzref/compiler", "kzref/model", "kzref/store",
    )  # fmt: skip
    return hashlib.sha256("".join(tree_hash(root / part) for part in parts).encode()).hexdigest()


def tree_hash(folder: Path) -> str:
    """The hash of the names and contents of all files in a folder."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".pyc":
            continue
        found.update(path.relative_to(folder).as_posix().encode() + b"\0")
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _edition_name(root: Path) -> EditionName:
    file = read_yaml(root / "data" / "edition.yaml", "data/edition.yaml")
    faults: list[Fault] = []
    name = shaped(EditionName, file.content, Shaped(file), faults)
    if name is None:
        raise FaultyDataError(faults)
    return name
