"""The Debian package: the frozen program in /usr/lib/kzref, and what a desktop asks for."""

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = (16, 24, 32, 48, 64, 128, 256)
MAINTAINER = "The authors of kzref <nobody@kzref.invalid>"

SYSTEM = {
    "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libxcb.so.1": "libxcb1",
    "libX11.so.6": "libx11-6", "libdrm.so.2": "libdrm2", "libgbm.so.1": "libgbm1",
}  # fmt: skip
"""Libraries of the system that a package never carries, and the Debian packages that have them."""

OF_PLUGINS = {
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Wanted only by the plugins for printers and for that kind of screen; without them Qt goes on."""

C_LIBRARY = re.compile(r"^(libc|libm|libdl|libpthread|librt|libutil|ld-linux.*)\.so\.\d+$")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(rb"GLIBC_(2\.\d+)\0")


def libraries_outside(program: Path) -> set[str]:
    """The names of the shared libraries that the program wants and does not carry."""
    files = [path for path in program.rglob("*") if path.is_file() and not path.is_symlink()]
    native = [str(path) for path in files if path.open("rb").read(4) == b"\x7fELF"]
    told = subprocess.run(["objdump", "-p", *native], capture_output=True, text=True, check=True)  # noqa: S603, S607
    carried = {path.name for path in program.rglob("*")}
    return set(_NEEDED.findall(told.stdout)) - carried


def c_library_version(program: Path) -> str:
    """The newest version of the C library that anything inside asks for."""
    asked = {"2.34"}
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if content.startswith(b"\x7fELF"):
                asked |= {one.decode() for one in _GLIBC.findall(content)}
    return max(asked, key=lambda text: int(text.split(".")[1]))


def relations(program: Path) -> tuple[str, str]:
    """What the package depends on, and what it recommends."""
    outside = libraries_outside(program)
    unknown = sorted(
        name for name in outside
        if name not in SYSTEM and name not in OF_PLUGINS and not C_LIBRARY.match(name)
    )  # fmt: skip
    if unknown:
        sys.exit(f"No Debian package is named for {', '.join(unknown)} (packaging/debian.py)")
    depends = {SYSTEM[name] for name in outside if name in SYSTEM}
    recommends = {OF_PLUGINS[name] for name in outside if name in OF_PLUGINS}
    libc = f"libc6 (>= {c_library_version(program)})"
    return ", ".join([libc, *sorted(depends)]), ", ".join(sorted(recommends))


def write_deb(program: Path, folder: Path, target: Path, *, version: str, epoch: int) -> Path:
    """Lay the files out below `folder` and pack them."""
    shutil.rmtree(folder, ignore_errors=True)
    home = folder / "usr" / "lib" / "kzref"
    shutil.copytree(program, home, symlinks=True)
    (folder / "usr" / "bin").mkdir(parents=True)
    (folder / "usr" / "bin" / "kzref").symlink_to("../lib/kzref/kzref")
    _desktop(folder / "usr" / "share", version, epoch)
    _documents(folder / "usr" / "share" / "doc" / "kzref", version, epoch)
    _control(folder, program, version)
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path == home / "kzref"
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    subprocess.run(  # noqa: S603
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(folder), str(target)],  # noqa: S607
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
        check=True,
    )
    return target


def architecture() -> str:
    """Debian's name of this machine."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def _desktop(share: Path, version: str, epoch: int) -> None:
    for room, name in (("applications", "kzref.desktop"), ("metainfo", "kzref.metainfo.xml")):
        text = (HERE / "linux" / name).read_text(encoding="utf-8")
        day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
        (share / room).mkdir(parents=True)
        (share / room / name).write_text(
            text.replace("@VERSION@", version).replace("@DATE@", day), encoding="utf-8"
        )
    icons = share / "icons" / "hicolor"
    write_icons({size: icons / f"{size}x{size}" / "apps" / "kzref.png" for size in SIZES})
    scalable = icons / "scalable" / "apps" / "kzref.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copy(HERE / "icon.svg", scalable)


def write_icons(targets: dict[int, Path]) -> None:
    """The icon in these sizes, drawn by Qt."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize  # noqa: PLC0415
    from PySide6.QtGui import QGuiApplication, QImageReader  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(["kzref"])
    for size, path in targets.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        reader = QImageReader(str(HERE / "icon.svg"))
        reader.setScaledSize(QSize(size, size))
        if not reader.read().save(str(path)):
            sys.exit(f"The icon could not be drawn: {path}")
    del application


def _documents(folder: Path, version: str, epoch: int) -> None:
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: kzref\n\nFiles: *\nCopyright: the authors of kzref\nLicense: MIT\n"
        + "".join(f" {line}\n" if line.strip() else " .\n"
                  for line in (HERE.parent / "LICENSE").read_text(encoding="utf-8").splitlines())
        + "\nComment: The licences of the libraries inside are in licences.txt beside this file.\n",
        encoding="utf-8",
    )  # fmt: skip
    licences = HERE.parent / "dist" / "licences.txt"
    if licences.is_file():
        shutil.copy(licences, folder)
    date = format_datetime(datetime.fromtimestamp(epoch, UTC))
    change = f"kzref ({version}) unstable; urgency=low\n\n  * See CHANGELOG.md.\n\n -- {MAINTAINER}  {date}\n"
    with (
        (folder / "changelog.gz").open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
    ):
        packed.write(change.encode())


def _control(folder: Path, program: Path, version: str) -> None:
    depends, recommends = relations(program)
    size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    control = folder / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"Package: kzref\nVersion: {version}\nArchitecture: {architecture()}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {size}\nDepends: {depends}\n"
        + (f"Recommends: {recommends}\n" if recommends else "")
        + "Section: education\nPriority: optional\n"
        "Description: offline reference for defence lawyers in Kazakhstan\n"
        " What a provision says on a given day, until what minute a person may be held,\n"
        " what has been recommended. In Kazakh, Russian and English, without a network.\n",
        encoding="utf-8",
    )  # fmt: skip
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(folder)}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts
    ]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
