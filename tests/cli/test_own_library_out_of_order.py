"""A library of the user's that cannot be read is named; what does not need it goes on."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kzref.cli import main
from kzref.model.errors import DataError
from kzref.services.desk import Desk
from kzref.store.database_copy import copy_database
from kzref.store.library_db import LibraryDb
from kzref.store.sqlite_faults import is_out_of_reach


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("KZREF_HOME", str(folder))
    return folder


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--json"]) == 0, capsys.readouterr().err
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_damaged_library_leaves_law_search_and_calculators(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = ask(capsys, "calc", "police-detention", "detained_at=2026-03-10T21:40")
    (home / "library.db").write_bytes(b"rubbish" * 99)
    answer = ask(capsys, "calc", "police-detention", "detained_at=2026-03-10T21:40")
    assert answer["results"] == sound["results"]
    assert answer["certificate"] == sound["certificate"]
    assert answer["currency"] == "amber"
    assert "library.db is damaged" in answer["warnings"][0]
    shown = ask(capsys, "show", "CPC 131(4)")
    assert shown["currency"] == "amber"
    assert "library.db is damaged" in shown["guard"][0]
    found = ask(capsys, "search", "задержание")
    assert found["hits"]
    assert "library.db is damaged" in found["warnings"][0]
    for asked in (["import", "--list"], ["show", "CPC 131", "--official"]):
        assert main(asked) == 2
        assert "library.db is damaged" in capsys.readouterr().err
    assert Desk().own_library.texts("cpc-2014") == ()


def test_a_home_that_cannot_be_reached_leaves_the_search(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KZREF_HOME", str(tmp_path / "file" / "home"))
    assert ask(capsys, "search", "задержание")["hits"]


def test_the_edition_is_searched_where_nothing_can_be_written(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "log.txt"
    text.write_text("A log of the harbour\n\nThe mast is oak.\n", encoding="utf-8")
    ask(capsys, "import", str(text))
    (home / "own-index").touch()  # no folder can be made there
    found = ask(capsys, "search", "задержание")
    assert found["hits"]
    assert "own texts cannot be searched" in found["warnings"][0]


@pytest.mark.parametrize(
    ("code", "out_of_reach"),
    [
        (sqlite3.SQLITE_BUSY, True),
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_IOERR | 3 << 8, True),
        (sqlite3.SQLITE_CORRUPT, False),
        (sqlite3.SQLITE_NOTADB, False),
        (None, False),
    ],
)
def test_only_damage_is_called_damage(code: int | None, *, out_of_reach: bool) -> None:
    fault = sqlite3.OperationalError("said")
    if code is not None:
        fault.sqlite_errorcode = code
    assert is_out_of_reach(fault) is out_of_reach


def test_a_locked_library_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    connect = sqlite3.connect
    with connect(path) as held:
        held.execute("CREATE TABLE text (id)")
        held.commit()
        held.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **{**k, "timeout": 0}))
        with pytest.raises(DataError) as fault:
            LibraryDb(path).texts()
    held.close()
    assert fault.value.message.key == "own.out_of_reach"


def test_a_full_disk_under_a_backup_is_not_called_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def refuse(*_: object, **__: object) -> None:
        raise full

    monkeypatch.setattr("kzref.store.database_copy.sqlite3.connect", refuse)
    with pytest.raises(OSError, match="full"):
        copy_database(tmp_path / "a.db", tmp_path / "b.db", lambda _share: None)
