"""The own library holds all of a text or nothing of it, and gives back what was put in."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kzref.model.errors import DataError
from kzref.model.own_text import Amendment, OwnText, Structure, TextKind, Unit, UnitKind
from kzref.model.text import Language
from kzref.store.library_db import Bringing, LibraryDb
from tests.conftest import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
UNITS = tuple(
    Unit(kind=UnitKind.PART, text=f"{n}. Ветер.", line=n, holder="1", at=f"({n})", number=str(n))
    for n in range(1, 301)
)
CHANGE = Amendment(
    holder="1", at="(2)", law="1-V", adopted=date(2020, 1, 2), in_force_from=None,
    days_after_publication=10, effect="через десять дней", line=4,
)  # fmt: skip
STRUCTURE = Structure(kind=TextKind.ACT, units=UNITS, amendments=(CHANGE,))


def bringing(
    sha256: str = "a", *, language: Language = Language.RU, redaction: date | None = None
) -> Bringing:
    return Bringing(
        work="cpc-2014", language=language, redaction=redaction, title="Кодекс ветров",
        file_name="winds.txt", sha256=sha256, at=NOW,
    )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> LibraryDb:
    return LibraryDb(tmp_path / "home" / "library.db")


def counts(path: Path) -> tuple[int, int, int]:
    with sqlite3.connect(path) as connection:
        found = [
            connection.execute("SELECT COUNT(*) FROM text").fetchone()[0],
            connection.execute("SELECT COUNT(*) FROM unit").fetchone()[0],
            connection.execute("SELECT COUNT(*) FROM amendment").fetchone()[0],
        ]
    return found[0], found[1], found[2]


def test_no_file_is_made_before_the_first_import(library: LibraryDb) -> None:
    assert library.texts() == ()
    assert not library.path.parent.exists()


def test_what_was_put_in_comes_out(library: LibraryDb) -> None:
    text = library.add(STRUCTURE, bringing(redaction=date(2026, 1, 3)))
    assert (text.redaction, text.imported_at, text.units) == (date(2026, 1, 3), NOW, 300)
    again = LibraryDb(library.path)
    assert again.units(text, "1") == UNITS
    assert again.amendments(text) == (CHANGE,)
    assert again.with_hash("a") == text


def test_redactions_and_languages_live_side_by_side(library: LibraryDb) -> None:
    library.add(STRUCTURE, bringing("a", redaction=date(2024, 1, 1)))
    library.add(STRUCTURE, bringing("b", redaction=date(2026, 1, 1)))
    library.add(STRUCTURE, bringing("c", redaction=date(2026, 1, 1), language=Language.KK))
    found = [(text.redaction, text.language) for text in library.texts("cpc-2014")]
    assert found == [
        (date(2026, 1, 1), Language.KK),
        (date(2026, 1, 1), Language.RU),
        (date(2024, 1, 1), Language.RU),
    ]


def test_the_same_file_cannot_be_stored_twice(library: LibraryDb) -> None:
    library.add(STRUCTURE, bringing())
    with pytest.raises(DataError):
        library.add(STRUCTURE, bringing())
    assert counts(library.path) == (1, 300, 1)


def test_deleting_can_be_undone_until_it_is_purged(library: LibraryDb) -> None:
    text = library.add(STRUCTURE, bringing())
    library.delete(text, NOW)
    assert library.texts() == ()
    library.restore(text)
    assert library.texts() == (text,)
    library.delete(text, NOW)
    library.purge()
    assert counts(library.path) == (0, 0, 0)  # its units go with it


def test_units_without_a_text_are_impossible(library: LibraryDb) -> None:
    library.add(STRUCTURE, bringing())
    with pytest.raises(sqlite3.IntegrityError):
        library._connection().execute("UPDATE unit SET text = 99")


def test_a_failure_in_the_middle_leaves_nothing(library: LibraryDb) -> None:
    broken = Structure(
        kind=TextKind.ACT,
        units=(*UNITS, Unit(kind=UnitKind.PART, text=None, line=1)),  # type: ignore[arg-type]
    )
    with pytest.raises(DataError):
        library.add(broken, bringing())
    assert library.texts() == ()
    assert counts(library.path) == (0, 0, 0)


def test_a_damaged_library_says_so(library: LibraryDb) -> None:
    library.path.parent.mkdir()
    library.path.write_bytes(b"no database at all" * 100)
    with pytest.raises(DataError) as fault:
        library.texts()
    assert fault.value.message.key == "own.damaged"


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from kzref.store.library_db import LibraryDb
    from tests.store.test_library_db import STRUCTURE, bringing

    library, left = LibraryDb(Path(sys.argv[1])), int(sys.argv[2])

    def count(_statement):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    library._connection().set_trace_callback(count)
    {deed}
"""
ADD = 'library.add(STRUCTURE, bringing("b"))'


def killed_at(path: Path, statement: int, deed: str = ADD) -> int:
    script = textwrap.dedent(KILLED.replace("{deed}", deed))
    # the bare interpreter, so that the process to be killed is the one that writes
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", script, str(path), str(statement)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    ).returncode


def test_what_replaces_a_text_takes_its_place_in_one_step(library: LibraryDb) -> None:
    old = library.add(STRUCTURE, bringing("a"))
    new = library.add(STRUCTURE, bringing("b"), replacing=[old])
    assert (library.texts(), library.deleted()) == ((new,), (old,))
    broken = Structure(kind=TextKind.ACT, units=(Unit(kind=UnitKind.PART, text=None, line=1),))  # type: ignore[arg-type]
    with pytest.raises(DataError):
        library.add(broken, bringing("c"), replacing=[new])
    assert library.texts() == (new,)


def test_what_was_deleted_last_comes_back_first(library: LibraryDb) -> None:
    first, second = (library.add(STRUCTURE, bringing(name)) for name in "ab")
    library.delete(second, NOW)
    library.delete(first, NOW + timedelta(seconds=1))
    assert library.deleted() == (first, second)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("is_first", [True, False], ids=["first import", "second import"])
@pytest.mark.parametrize("statement", [1, 4, 9, 14, 20, 60, 200, 310])
def test_a_kill_at_any_statement_leaves_all_or_nothing(
    tmp_path: Path, statement: int, *, is_first: bool
) -> None:
    path = tmp_path / "library.db"
    before: tuple[OwnText, ...] = ()
    if not is_first:
        library = LibraryDb(path)
        before = (library.add(STRUCTURE, bringing("a")),)
        library.close()
    assert killed_at(path, statement) == -signal.SIGKILL
    library = LibraryDb(path)
    assert library.texts() == before
    text = library.add(STRUCTURE, bringing("b"))  # and it can be brought again
    assert library.units(text) == UNITS
    assert counts(path) == (len(before) + 1, 300 * (len(before) + 1), len(before) + 1)
    assert library._connection().execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("statement", [1, 3, 5, 7])
@pytest.mark.parametrize(
    "deed",
    [
        "library.delete(library.texts()[0], NOW)",
        "library.restore(library.deleted()[0])",
        "library.purge()",
        'library.add(STRUCTURE, bringing("d"), replacing=library.texts())',
    ],
    ids=["delete", "undo", "purge", "replace"],
)
def test_a_kill_of_any_other_deed_leaves_it_done_or_undone(
    tmp_path: Path, deed: str, statement: int
) -> None:
    path = tmp_path / "library.db"
    library = LibraryDb(path)
    library.add(STRUCTURE, bringing("a"))
    library.delete(library.add(STRUCTURE, bringing("b")), NOW)
    library.close()
    before = states(path)
    ended = killed_at(path, statement, f"from tests.store.test_library_db import NOW; {deed}")
    assert ended in {-signal.SIGKILL, 0}
    assert states(path) in (before, AFTER[deed.partition("(")[0]])
    assert LibraryDb(path)._connection().execute("PRAGMA integrity_check").fetchone() == ("ok",)


def states(path: Path) -> list[tuple[str, bool, int]]:
    """Every text of the file: its hash, whether it is there, and how many units it has."""
    with sqlite3.connect(path) as connection:
        return connection.execute(
            "SELECT sha256, deleted_at IS NULL, COUNT(unit.id) FROM text"
            " LEFT JOIN unit ON unit.text = text.id GROUP BY text.id ORDER BY sha256"
        ).fetchall()


AFTER = {
    "library.delete": [("a", 0, 300), ("b", 0, 300)],
    "library.restore": [("a", 1, 300), ("b", 1, 300)],
    "library.purge": [("a", 1, 300)],
    "library.add": [("a", 0, 300), ("b", 0, 300), ("d", 1, 300)],
}
