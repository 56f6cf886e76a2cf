"""What a package is made of: the bill of materials, and the licences of what is inside."""

import subprocess
import sys
from importlib.metadata import distribution, requires
from pathlib import Path

from packaging.requirements import Requirement


def write_bill_of_materials(target: Path, requirements: Path) -> Path:
    """Every pinned library with its version, hashes and licence, as CycloneDX JSON."""
    subprocess.run(  # noqa: S603
        [sys.executable, "-m", "cyclonedx_py", "requirements", "--output-reproducible",
         "--output-format", "JSON", "--output-file", str(target), str(requirements)],
        check=True,
    )  # fmt: skip
    return target


def inside() -> list[str]:
    """The names of the libraries that kzref needs, and that these need, as installed here."""
    found: dict[str, None] = {}
    waiting = ["kzref"]
    while waiting:
        for text in requires(waiting.pop()) or ():
            wanted = Requirement(text)
            if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
                continue
            if wanted.name.lower() not in found and wanted.name.lower() != "pip":
                found[wanted.name.lower()] = None
                waiting.append(wanted.name)
    return sorted(found)


def write_licences(target: Path) -> Path:
    """Name, version, licence, and the text of the licence where the library brings it."""
    parts = ["kzref uses these libraries. Each is under its own licence.\n"]
    for name in inside():
        library = distribution(name)
        about = library.metadata
        named = about.get("License-Expression") or about.get("License") or "; ".join(
            one.rpartition("::")[2].strip() for one in about.get_all("Classifier") or () if "License" in one
        )  # fmt: skip
        parts.append(
            f"\n== {about['Name']} {library.version}: {(named or 'see its text').splitlines()[0]}\n"
        )
        for file in library.files or ():
            if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")):
                text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
                parts.append(f"\n{text.strip()}\n")
    letters = Path(str(distribution("kzref").locate_file("kzref/_bundled/fonts/OFL.txt")))
    parts.append(
        f"\n== Kzref Sans, cut from IBM Plex Sans: OFL-1.1\n\n{letters.read_text(encoding='utf-8').strip()}\n"
    )
    target.write_text("".join(parts), encoding="utf-8")
    return target
