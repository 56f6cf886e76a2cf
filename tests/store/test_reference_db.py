"""A database that cannot be used is told in a sentence; a good one opens read-only."""

import sqlite3
from pathlib import Path

import pytest

from kzref.model.errors import DataError
from kzref.model.law import Article
from kzref.paths import database
from kzref.store.reference_db import ReferenceDb


def test_missing_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        ReferenceDb(tmp_path / "none.db")
    assert refused.value.message.key == "database.missing"


def test_damaged_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(b"this is no database" * 500)
    with pytest.raises(DataError) as refused:
        ReferenceDb(path)
    assert refused.value.message.key == "database.damaged"


def test_database_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.execute("INSERT INTO meta VALUES ('schema', '999')")
    connection.commit()
    connection.close()
    with pytest.raises(DataError) as refused:
        ReferenceDb(path)
    assert refused.value.message.key == "database.other_version"


def test_database_with_a_torn_page_is_told_when_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "torn.db"
    whole = bytearray(database().read_bytes())
    whole[8192:] = b"\xff" * (len(whole) - 8192)
    path.write_bytes(whole)
    with pytest.raises(DataError) as refused:
        ReferenceDb(path).values(Article)
    assert refused.value.message.key == "database.damaged"


def test_nothing_is_written_where_the_database_lies(tmp_path: Path) -> None:
    path = tmp_path / "reference.db"
    path.write_bytes(database().read_bytes())
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        opened = ReferenceDb(path)
        assert opened.get(Article, "CPC 131") is not None
        with pytest.raises(sqlite3.OperationalError):
            opened._connection.execute("DELETE FROM record")
        opened.close()
    finally:
        tmp_path.chmod(0o755)
    assert [file.name for file in tmp_path.iterdir() if file.name != "home"] == ["reference.db"]


def test_who_cites_a_provision_includes_citations_of_its_units() -> None:
    opened = ReferenceDb(database())
    ids = {citing.id for citing in opened.citing("CPC 131")}
    opened.close()
    assert "kz-response-2020 Q4 p4" in ids


def test_nothing_is_written_beside_it_even_to_sort() -> None:
    """On a full disk, or one that is read-only, every question is answered."""
    held = ReferenceDb(database())._connection.execute("PRAGMA temp_store").fetchone()
    assert held == (2,)  # in memory
