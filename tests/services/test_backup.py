"""The user's files as one file: checked by hash, restored whole or not at all."""

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kzref.model.errors import DataError, InputError
from kzref.services.own.backup import Backup
from kzref.services.own.restoring import finish
from tests.conftest import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def write(path: Path, words: str) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE note (words TEXT)")
        connection.executemany("INSERT INTO note VALUES (?)", [(words,)] * 2000)


def read(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {words for (words,) in connection.execute("SELECT words FROM note")}


def backup(home: Path) -> Backup:
    return Backup(home, let_go=lambda: None)


def silent(_share: float) -> None:
    pass


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "index").mkdir(parents=True)
    (home / "index" / "segment").write_text("made again")
    write(home / "library.db", "old law")
    write(home / "user.db", "old note")
    (home / "settings.json").write_text("{}")
    return home


@pytest.fixture
def saved(home: Path, tmp_path: Path) -> Path:
    target = tmp_path / "kept.kzref"
    backup(home).save(target, NOW, silent)
    return target


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refusal(deed: Callable[[], object]) -> str:
    with pytest.raises((InputError, DataError)) as refused:
        deed()
    return refused.value.message.key


def test_what_was_saved_comes_back(home: Path, saved: Path) -> None:
    write(home / "library.db", "new law")
    (home / "user.db").unlink()
    (home / "later.json").write_text("stays")
    shares: list[float] = []
    found = backup(home).restore(saved, shares.append, replacing=True)
    assert found.made == NOW
    assert [kept.name for kept in found.files] == ["library.db", "settings.json", "user.db"]
    assert (read(home / "library.db"), read(home / "user.db")) == ({"old law"}, {"old note"})
    assert (home / "later.json").read_text() == "stays"
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert not [path for path in home.iterdir() if path.name.startswith(".")]


def test_a_backup_moves_to_an_empty_machine(saved: Path, tmp_path: Path) -> None:
    backup(tmp_path / "elsewhere").restore(saved, silent)
    assert read(tmp_path / "elsewhere" / "user.db") == {"old note"}


def test_a_database_that_is_being_written_is_saved_as_of_its_last_whole_state(
    home: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(home / "user.db", isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("INSERT INTO note VALUES ('written ahead')")
        backup(home).save(tmp_path / "b", NOW, silent)
    backup(tmp_path / "elsewhere").restore(tmp_path / "b", silent)
    assert "written ahead" in read(tmp_path / "elsewhere" / "user.db")


def test_nothing_is_overwritten_unasked(home: Path, saved: Path) -> None:
    assert refusal(lambda: backup(home).save(saved, NOW, silent)) == "backup.exists"
    assert refusal(lambda: backup(home).restore(saved, silent)) == "backup.would_replace"
    backup(home).save(saved, NOW, silent, replacing=True)


def test_an_empty_home_has_nothing_to_save(tmp_path: Path) -> None:
    assert (
        refusal(lambda: backup(tmp_path / "no").save(tmp_path / "b", NOW, silent))
        == "backup.nothing"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "none" / "b"
    assert refusal(lambda: backup(home).save(target, NOW, silent)) == "export.no_folder"


def test_a_disk_that_refuses_is_a_sentence_and_leaves_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kzref.services.own.backup.os.replace", full)
    folder = tmp_path / "stick"
    folder.mkdir()
    assert refusal(lambda: backup(home).save(folder / "b", NOW, silent)) == "backup.not_written"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_byte_that_changed_is_noticed_and_nothing_is_touched(
    home: Path, saved: Path, place: float
) -> None:
    data = bytearray(saved.read_bytes())
    data[int(len(data) * place)] ^= 0xFF
    saved.write_bytes(data)
    before = everything(home)
    key = refusal(lambda: backup(home).restore(saved, silent, replacing=True))
    assert key in {"backup.damaged", "backup.not_one"}
    assert everything(home) == before


@pytest.mark.parametrize("share", [0.0, 0.2, 0.8, 0.99])
def test_a_backup_that_was_cut_is_noticed(home: Path, saved: Path, share: float) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data[: int(len(data) * share)])
    assert refusal(lambda: backup(home).restore(saved, silent, replacing=True)) == "backup.not_one"


def repacked(saved: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """The same ZIP, sound as such, with another member."""
    with zipfile.ZipFile(saved) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    members[name] = change(members.get(name, b""))
    with zipfile.ZipFile(saved, "w") as archive:
        for one, data in members.items():
            archive.writestr(one, data)


@pytest.mark.parametrize(
    ("name", "change", "key"),
    [
        ("user.db", lambda _: b"another file", "backup.damaged"),
        ("user.db", lambda data: data + b"0", "backup.damaged"),
        ("manifest.json", lambda _: b"{", "backup.not_one"),
        ("manifest.json", lambda _: b"[1]", "backup.not_one"),
        ("manifest.json", lambda data: data.replace(b"kzref-backup", b"other"), "backup.not_one"),
        (
            "manifest.json",
            lambda data: data.replace(b'"version": 1', b'"version": 2'),
            "backup.newer",
        ),
        ("manifest.json", lambda data: data.replace(b"user.db", b"../user.db"), "backup.not_one"),
        (
            "manifest.json",
            lambda data: data.replace(b"user.db", b"C:\\\\user.db"),
            "backup.not_one",
        ),
        ("manifest.json", lambda data: data.replace(b"user.db", b"none.db"), "backup.damaged"),
    ],
)
def test_a_backup_that_was_tampered_with_is_refused(
    home: Path, saved: Path, name: str, change: Callable[[bytes], bytes], key: str
) -> None:
    repacked(saved, name, change)
    before = everything(home)
    assert refusal(lambda: backup(home).restore(saved, silent, replacing=True)) == key
    assert everything(home) == before


def test_a_database_that_is_none_is_refused_though_its_hash_is_right(
    home: Path, saved: Path
) -> None:
    with zipfile.ZipFile(saved) as archive:
        listed = json.loads(archive.read("manifest.json"))
    junk = b"no database at all" * 100
    for one in listed["files"]:
        if one["name"] == "user.db":
            one |= {"size": len(junk), "sha256": hashlib.sha256(junk).hexdigest()}
    repacked(saved, "user.db", lambda _: junk)
    repacked(saved, "manifest.json", lambda _: json.dumps(listed).encode())
    before = everything(home)
    key = refusal(lambda: backup(home).restore(saved, silent, replacing=True))
    assert key == "backup.damaged"
    assert everything(home) == before


def test_a_member_that_unpacks_to_more_than_was_packed_is_not_unpacked_whole(
    home: Path, saved: Path
) -> None:
    with zipfile.ZipFile(saved) as archive:
        sizes = {one.filename: one.file_size for one in archive.infolist()}
    repacked(saved, "library.db", lambda data: data + bytes(50_000_000))
    heard: list[float] = []
    key = refusal(lambda: backup(home).restore(saved, heard.append, replacing=True))
    assert key == "backup.damaged"
    assert sizes["library.db"] < 1_000_000
    assert max(heard, default=0) <= 1  # more was never written than the list of the backup says


def test_a_damaged_database_is_not_saved(home: Path, tmp_path: Path) -> None:
    (home / "user.db").write_bytes(b"no database at all" * 100)
    assert refusal(lambda: backup(home).save(tmp_path / "b", NOW, silent)) == "own.damaged"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_stopping_leaves_everything_as_it_was(home: Path, saved: Path, tmp_path: Path) -> None:
    before = everything(home)

    def stop(share: float) -> None:
        if share > 0.3:
            raise InputError("import.stopped", file="b")

    for deed in (
        lambda: backup(home).save(tmp_path / "b", NOW, stop),
        lambda: backup(home).restore(saved, stop, replacing=True),
    ):
        assert refusal(deed) == "import.stopped"
    assert everything(home) == before
    assert not (tmp_path / "b").exists()


def test_files_are_let_go_before_they_are_exchanged(home: Path, saved: Path) -> None:
    seen: list[set[str]] = []
    write(home / "user.db", "new note")
    Backup(home, lambda: seen.append(read(home / "user.db"))).restore(saved, silent, replacing=True)
    assert seen == [{"new note"}]


KILLED = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from kzref.services.own.backup import Backup
    import kzref.store.database_copy, tempfile, shutil, sqlite3

    home, file, left = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

    def count(event, _arguments):
        global left
        if event in {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"}:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    {deed}
"""


def killed(home: Path, file: Path, at: int, deed: str) -> int:
    # the bare interpreter, so that the process to be killed is the one that writes
    return subprocess.run(  # noqa: S603
        [
            sys.executable,
            "-c",
            textwrap.dedent(KILLED.replace("{deed}", deed)),
            str(home),
            str(file),
            str(at),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    ).returncode


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("at", [1, 4, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 20, 23])
def test_a_kill_at_any_moment_of_a_restore_leaves_the_old_or_the_new(
    home: Path, saved: Path, at: int
) -> None:
    write(home / "library.db", "new law")
    write(home / "user.db", "new note")
    ended = killed(
        home, saved, at, "Backup(home, lambda: None).restore(file, lambda _: None, replacing=True)"
    )
    assert ended in {0, -signal.SIGKILL}
    finish(home)  # as the next start does
    found = read(home / "library.db"), read(home / "user.db")
    assert found in [({"old law"}, {"old note"}), ({"new law"}, {"new note"})]
    assert not [path for path in home.iterdir() if path.name.startswith(".")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("at", [2, 8, 14, 20])
def test_a_kill_at_any_moment_of_a_backup_leaves_the_last_one(
    home: Path, saved: Path, at: int
) -> None:
    write(home / "user.db", "new note")
    killed(
        home, saved, at,
        "Backup(home, lambda: None).save(file, datetime.now(UTC), lambda _: None, replacing=True)",
    )  # fmt: skip
    shutil.rmtree(home)
    backup(home).restore(saved, silent)
    assert read(home / "user.db") in [{"old note"}, {"new note"}]
