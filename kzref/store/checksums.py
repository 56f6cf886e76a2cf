"""SHA-256, BLAKE2 and MD5 by the code that comes with Python.

`hashlib` loads all of OpenSSL for them, 4 MB that every open window would hold. It is slower here, and
so read in pieces, between which other threads go on; where a Python was built without its own code,
`hashlib` does it.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash, blake2b, md5, sha256
else:
    try:
        from _blake2 import blake2b
        from _md5 import md5

        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:
        from hashlib import blake2b, md5, sha256

__all__ = ["blake2b_of_file", "md5", "sha256", "sha256_of_file"]

_PIECE = 1 << 16  # bytes


def sha256_of_file(path: Path) -> str:
    """The SHA-256 of a whole file, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    return _of_file(path, sha256())


def blake2b_of_file(path: Path) -> str:
    """The BLAKE2b of a whole file, in hexadecimal: as safe, and three times as fast.

    Raises:
        OSError: it cannot be read.
    """
    return _of_file(path, blake2b(digest_size=32))


def _of_file(path: Path, digest: "_Hash | blake2b") -> str:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
