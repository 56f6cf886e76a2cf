"""The one door to packages: `make package`, on the system that the package is for.

Writes into `dist/`: the packages of this system, the bill of materials, the licences, the list of
what is inside, and the SHA-256 of them all.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accounts import write_bill_of_materials, write_licences
from archives import write_tar, write_zip
from contents import listing
from program import PROGRAM, ROOT, WORK, build_wheel, check, freeze, list_and_sign

HERE = Path(__file__).parent
DIST = ROOT / "dist"


def main() -> None:
    """Build everything for this system."""
    epoch = source_date()
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    wheel = build_wheel(WORK / "wheel")
    version = wheel.name.split("-")[1]
    system_icons()
    freeze(wheel)
    check(PROGRAM)
    signer = list_and_sign(PROGRAM)
    shutil.copy(wheel, DIST)
    write_licences(DIST / "licences.txt")
    write_bill_of_materials(DIST / "sbom.cdx.json", HERE / "requirements.txt")
    for name in ("LICENSE", "INSTALL.txt"):
        shutil.copy(next(path for path in (HERE / name, ROOT / name) if path.is_file()), PROGRAM)
    shutil.copy(DIST / "licences.txt", PROGRAM)
    inside = listing(PROGRAM)
    (DIST / "contents.txt").write_text(
        "".join(f"{size:>10} {name}\n" for name, size in inside), encoding="utf-8"
    )
    packages = pack(version, epoch)
    sums = "".join(f"{sha256(path)}  {path.name}\n" for path in sorted(DIST.iterdir()))
    (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8")
    megabytes = sum(size for _, size in inside) / 1e6
    print(f"program: {len(inside)} files, {megabytes:.1f} MB; signed by {signer}")  # noqa: T201
    for path in packages:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}")  # noqa: T201


def pack(version: str, epoch: int) -> list[Path]:
    """The packages of this system."""
    name = f"kzref-{version}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "win32":
        packages = [write_zip(PROGRAM, DIST / f"{name}-portable.zip", top="kzref", epoch=epoch)]
        if compiler := shutil.which("iscc"):
            run_inno(compiler, version)
            packages.append(DIST / f"kzref-{version}-setup.exe")
        return packages
    if sys.platform == "darwin":
        subprocess.run(["bash", str(HERE / "macos" / "bundle.sh"), version], check=True)  # noqa: S603, S607
        return [DIST / f"kzref-{version}.dmg"]
    packages = [write_tar(PROGRAM, DIST / f"{name}.tar.xz", top=f"kzref-{version}", epoch=epoch)]
    if shutil.which("dpkg-deb"):
        from debian import architecture, write_deb  # noqa: PLC0415 - only where Debian's tools are

        target = DIST / f"kzref_{version}_{architecture()}.deb"
        packages.append(write_deb(PROGRAM, WORK / "deb", target, version=version, epoch=epoch))
    return packages


def run_inno(compiler: str, version: str) -> None:
    """The installer for Windows."""
    script = HERE / "windows" / "kzref.iss"
    subprocess.run([compiler, f"/DVersion={version}", f"/O{DIST}", str(script)], check=True)  # noqa: S603


def system_icons() -> None:
    """The icon in the form that a Windows program carries; other systems keep it outside."""
    if sys.platform == "win32":
        from debian import write_icons  # noqa: PLC0415

        write_icons({256: HERE / "build-icon.ico"})


def source_date() -> int:
    """The time that all files bear: given, or that of the last commit, or the first of this year's."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else 1767225600


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
