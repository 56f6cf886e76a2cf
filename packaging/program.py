"""The frozen program: kzref's wheel, installed and frozen, checked, listed and signed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from contents import faults, listing
from PyInstaller.archive.readers import CArchiveReader

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "package"
PROGRAM = WORK / "dist" / "kzref"
SIGNING_KEY = "KZREF_SIGNING_KEY"
"""The environment variable with the private key: 64 hexadecimal digits, in no file of the repository."""


def run(*command: str | Path, **environment: str) -> None:
    """Run a command; the build ends when it fails."""
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)  # noqa: S603


def pip(*arguments: str | Path) -> None:
    """Run this environment's pip, which asks no registry here."""
    run(sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def build_wheel(folder: Path) -> Path:
    """The wheel of kzref; building it compiles `data/`."""
    shutil.rmtree(folder, ignore_errors=True)
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


def freeze(wheel: Path) -> None:
    """Install the wheel into this environment and freeze it from the one recipe."""
    pip("install", "--no-deps", "--no-index", "--force-reinstall", wheel)
    run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", PROGRAM.parent, "--workpath", WORK / "work", Path(__file__).with_name("kzref.spec"),
        PYTHONHASHSEED="0", PYTHONPATH="",
    )  # fmt: skip


def check(program: Path) -> None:
    """End the build when something is inside that must not be, or missing."""
    found = faults((name for name, _ in listing(program)), frozen_modules(program))
    if found:
        sys.exit("\n".join(["The package is not as it must be:", *found]))


def frozen_modules(program: Path) -> list[str]:
    """The names of all Python modules in the archive inside the executable."""
    executable = program / ("kzref.exe" if sys.platform == "win32" else "kzref")
    archive = CArchiveReader(str(executable))
    (name,) = (name for name in archive.toc if name.startswith("PYZ"))
    return sorted(archive.open_embedded_archive(name).toc)


def list_and_sign(program: Path) -> str:
    """Write what is delivered into the list of hashes, and sign it when a key is given; who signed."""
    from kzref.store.bundle_hashes import Hashes, hashed, read, write  # noqa: PLC0415 - installed now

    bundle = next(program.rglob("_bundled"))
    (bundle / "index" / "MAIN_WRITELOCK").unlink(missing_ok=True)
    found = read(bundle)
    if found is None:
        sys.exit("The bundle has no list of hashes: compile it anew")
    listed, _ = found
    # on macOS the system's own signature covers the program
    around = {} if sys.platform == "darwin" else hashed(program, without=bundle)
    write(bundle, Hashes(version=listed.version, edition=listed.edition,
                         files=hashed(bundle), program=around))  # fmt: skip
    secret = os.environ.get(SIGNING_KEY)
    return _sign(bundle, secret) if secret else "nobody: a development build"


def _sign(bundle: Path, secret: str) -> str:
    import json  # noqa: PLC0415

    from nacl.signing import SigningKey  # noqa: PLC0415

    from kzref.services.soundness.release_keys import RELEASE_KEYS  # noqa: PLC0415 - installed by now
    from kzref.store.bundle_hashes import LIST, SIGNATURE  # noqa: PLC0415

    key = SigningKey(bytes.fromhex(secret))
    public = key.verify_key.encode().hex()
    if public not in RELEASE_KEYS:
        sys.exit(
            f"The public half {public} is not in kzref/services/soundness/release_keys.py: nobody could check it"
        )
    signature = key.sign((bundle / LIST).read_bytes()).signature.hex()
    (bundle / SIGNATURE).write_text(json.dumps({"key": public, "signature": signature}) + "\n")
    return public
