"""The files of a search index and their hashes: nothing is opened that was not built with it.

Whoosh keeps pickles in its files, and a pickle from elsewhere can do anything; so every file is
compared with the manifest, and the manifest with the edition, before one of them is read.
"""

from pathlib import Path

import msgspec

from kzref.model.errors import DataError
from kzref.store.checksums import blake2b_of_file

MANIFEST = "index.json"
_IGNORED = "MAIN_WRITELOCK"  # empty; Whoosh leaves it behind


class Manifest(msgspec.Struct, frozen=True):
    """What an index was built from, and the BLAKE2b of each of its files."""

    format: str
    edition: str
    files: dict[str, str]


def seal(folder: Path, *, edition: str, version: str) -> None:
    """Write the manifest of a finished index."""
    manifest = Manifest(format=version, edition=edition, files=_hashes(folder))
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))


def verify(folder: Path, *, edition: str, version: str) -> None:
    """Refuse an index that is not exactly the one built for this edition.

    Raises:
        DataError: it is missing, of another edition or version, or one of its files was changed.
    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        hashes = _hashes(folder)
    except FileNotFoundError as fault:
        raise DataError("index.missing", path=str(folder)) from fault
    except (OSError, msgspec.MsgspecError) as fault:
        raise DataError("index.damaged", path=str(folder)) from fault
    if manifest.edition != edition or manifest.format != version:
        raise DataError("index.other_edition", path=str(folder))
    if manifest.files != hashes:
        raise DataError("index.damaged", path=str(folder))


def _hashes(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name not in {MANIFEST, _IGNORED}:
            found[path.name] = blake2b_of_file(path)
    return found
