"""Compiles `data/` and `resources/` into a bundle: database, index, translations, fonts, manifest."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from kzref import __version__
from kzref.compiler.database import EditionName, write_database
from kzref.compiler.fonts import LICENCE, SOURCE, write_fonts
from kzref.compiler.inspection import FaultyDataError, check
from kzref.compiler.passages import passages
from kzref.compiler.shapes import Shaped, shaped
from kzref.compiler.translations import (
    read_translations,
    translation_faults,
    write_translations,
)
from kzref.compiler.yaml_file import Fault, read_yaml
from kzref.model.edition import Edition
from kzref.store.bundle_hashes import Hashes, hashed
from kzref.store.bundle_hashes import write as write_hashes
from kzref.store.index.building import build as build_index

_MANIFEST = "manifest.json"

_CODE = ("kzref/compiler", "kzref/model", "kzref/store")
_PARTS = {  # of the bundle: what each is made from, and the file that is there when it is
    "database": (("data", "tests/cases", *_CODE), "reference.db"),
    "index": (("data", *_CODE), "index/index.json"),
    "translations": (("resources/translations", "kzref/compiler"), "translations/en.mo"),
    "resources": (("resources/icons", "resources/styles"), "resources/styles"),
    "fonts": (
        ("kzref/compiler/fonts.py", "kzref/compiler/signs.py", str(SOURCE / "files")),
        f"fonts/{LICENCE}",
    ),
}


class _Stamp(msgspec.Struct):
    """The manifest of a bundle: the hash of what each part was made from."""

    version: str
    edition: str
    parts: dict[str, str]


def build(
    root: Path,
    out: Path,
    *,
    say: Callable[[str], None] = lambda _line: None,
    only_changed: bool = False,
) -> None:
    """Write the bundle; with `only_changed` only those parts whose sources are not the old ones.

    Raises:
        FaultyDataError: the data have faults; what was in `out` stays as it was.
    """
    stale = changed(root, out) if only_changed else set(_PARTS)
    if not stale:
        return
    edition: Edition | None = None
    messages = read_translations(root / "resources" / "translations")
    if stale & {"database", "index"}:
        say("reading data")
        edition, faults = check(root)
    else:
        faults = sorted(translation_faults(messages))
    if faults:
        raise FaultyDataError(faults)
    name = _edition_name(root)
    out.mkdir(parents=True, exist_ok=True)
    (out / _MANIFEST).unlink(missing_ok=True)  # until all is written there is no bundle
    if edition is not None:
        data_hash = tree_hash(root / "data")
        if "database" in stale:
            say("writing database")
            write_database(edition, out / "reference.db", name=name, data_hash=data_hash)
        if "index" in stale:
            say("writing search index")
            build_index(
                out / "index",
                passages(edition),
                edition=data_hash,
                everyday=edition.everyday_words,
            )
    if "translations" in stale:
        say("writing translations")
        write_translations(messages, out / "translations")
    if "resources" in stale:
        say("writing resources")
        _copy_resources(root / "resources", out / "resources")
    if "fonts" in stale:
        say("cutting fonts")
        write_fonts(out / "fonts")
    listed = Hashes(version=__version__, edition=name.name, files=hashed(out))
    write_hashes(out, listed)
    stamp = _Stamp(version=__version__, edition=name.name, parts=_hashes(root))
    (out / _MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(stamp)) + b"\n")


def changed(root: Path, out: Path) -> set[str]:
    """The parts of the bundle that were not made from exactly these sources."""
    try:
        stamp = msgspec.json.decode((out / _MANIFEST).read_bytes(), type=_Stamp)
    except (OSError, msgspec.MsgspecError):
        return set(_PARTS)
    if stamp.version != __version__:
        return set(_PARTS)
    return {
        part
        for part, source in _hashes(root).items()
        if stamp.parts.get(part) != source or not (out / _PARTS[part][1]).exists()
    }


def _hashes(root: Path) -> dict[str, str]:
    """The hash of everything that a part is compiled from, the compiler included."""
    folders = {folder for sources, _ in _PARTS.values() for folder in sources}
    known = {folder: tree_hash(root / folder) for folder in folders}
    return {
        part: hashlib.sha256("".join(known[folder] for folder in sources).encode()).hexdigest()
        for part, (sources, _) in _PARTS.items()
    }


def _copy_resources(source: Path, target: Path) -> None:
    for room in ("icons", "styles"):
        shutil.rmtree(target / room, ignore_errors=True)
        if (source / room).is_dir():
            shutil.copytree(source / room, target / room)


def tree_hash(folder: Path) -> str:
    """The hash of the names and contents of all files in a folder; a file is a folder of one."""
    found = hashlib.sha256()
    paths = [folder] if folder.is_file() else folder.rglob("*")
    for path in sorted(path for path in paths if path.is_file()):
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
