"""The list of a bundle's files with their SHA-256: what was delivered, to compare with what is there.

The compiler writes it; packaging adds the program's own files and signs it. The signature stands
beside it, over exactly its bytes.
"""

from collections.abc import Collection
from pathlib import Path

import msgspec

from kzref.store.checksums import sha256_of_file

LIST = "hashes.json"
SIGNATURE = "hashes.sig"
_NOT_LISTED = {LIST, SIGNATURE, "manifest.json", "MAIN_WRITELOCK", ".DS_Store"}
"""The list itself, the compiler's own note of what it compiled, and files without content."""


class Hashes(msgspec.Struct, frozen=True, kw_only=True):
    """SHA-256 by path: of the bundle's files, and of the program's that lie around the bundle."""

    version: str
    edition: str
    files: dict[str, str]
    program: dict[str, str] = {}


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """An Ed25519 signature over the bytes of the list, and the public key it is said to be of."""

    key: str
    signature: str


def write(folder: Path, listed: Hashes) -> None:
    """Write the list into a bundle; a signature over an older list is taken away."""
    (folder / SIGNATURE).unlink(missing_ok=True)
    (folder / LIST).write_bytes(msgspec.json.format(msgspec.json.encode(listed)) + b"\n")


def read(folder: Path) -> tuple[Hashes, bytes] | None:
    """The list of a bundle and its very bytes; None when there is none that can be read."""
    try:
        content = (folder / LIST).read_bytes()
        return msgspec.json.decode(content, type=Hashes), content
    except (OSError, msgspec.MsgspecError):
        return None


def read_signature(folder: Path) -> Signed | None:
    """The signature beside the list; None when there is no file. A broken one is an empty one."""
    try:
        return msgspec.json.decode((folder / SIGNATURE).read_bytes(), type=Signed)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError):
        return Signed(key="", signature="")


def hashed(
    folder: Path, *, without: Path | None = None, only: Collection[str] | None = None
) -> dict[str, str]:
    """The SHA-256 of every file below a folder; one that cannot be read has an empty one.

    `without` is a folder inside that is left out; with `only`, just these files if they are there.
    """
    paths = sorted(folder.rglob("*")) if only is None else [folder / name for name in only]
    return {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in paths
        if path.name not in _NOT_LISTED
        and path.is_file()
        and not path.is_symlink()
        and not (without and path.is_relative_to(without))
    }


def _sha256(path: Path) -> str:
    try:
        return sha256_of_file(path)
    except OSError:
        return ""
