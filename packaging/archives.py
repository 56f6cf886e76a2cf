"""The frozen program in one file: tar.xz or zip, the same bytes for the same files."""

import subprocess
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path


def write_tar(folder: Path, target: Path, *, top: str, epoch: int) -> Path:
    """A tar.xz whose files are nobody's, in order, and of one time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = epoch
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    plain_tar = target.with_suffix("")
    with tarfile.open(plain_tar, "w", format=tarfile.PAX_FORMAT) as archive:
        archive.add(folder, arcname=top, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            name = f"{top}/{path.relative_to(folder).as_posix()}"
            archive.add(path, arcname=name, recursive=False, filter=plain)
    # two threads always: xz cuts its blocks alike on every machine
    subprocess.run(["xz", "--force", "-6", "--threads=2", str(plain_tar)], check=True)  # noqa: S603, S607
    return target


def write_zip(folder: Path, target: Path, *, top: str, epoch: int) -> Path:
    """A zip for Windows, which has no tar.xz everywhere."""
    moment = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}", moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return target
