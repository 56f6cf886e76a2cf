"""Notes survive editions, kills and journeys to another machine."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kzref.engine.words.word_diff import Op
from kzref.model.errors import DataError, InputError
from kzref.model.language import Language
from kzref.model.law import Article
from kzref.model.note import NoteKind
from kzref.paths import database
from kzref.services.law.citations import Citations
from kzref.services.law.library import Library
from kzref.services.notes.note_files import as_html, as_json, as_markdown, from_json
from kzref.services.notes.notes import Fate, Notes, Reader
from kzref.store.reference_db import ReferenceDb
from kzref.store.user_db import UserDb
from tests.conftest import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()
READER = Reader(language=Language.RU, now=NOW)
PLACE = "CPC 131(4)(5)"


def later(minutes: int) -> Reader:
    return Reader(language=Language.RU, now=NOW + timedelta(minutes=minutes))


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    reference = ReferenceDb(database())
    store = UserDb(tmp_path / "home" / "user.db")
    return Notes(store, Library(reference), reference.meta["edition"])


def over(path: Path, notes: Notes) -> Notes:
    """The same file of notes over another edition."""
    reference = ReferenceDb(path)
    return Notes(UserDb(notes.store.path), Library(reference), "2027.01")


def altered(tmp_path: Path, article: Article, key: str = "CPC 131") -> Path:
    """A new edition in which one article reads otherwise."""
    path = tmp_path / "next.db"
    shutil.copy(database(), path)
    path.chmod(0o644)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "UPDATE record SET body = ? WHERE kind = 'article' AND id = ?",
            (msgspec.json.encode(article).decode(), key),
        )
    connection.close()
    return path


def article(key: str = "CPC 131") -> Article:
    found = ReferenceDb(database()).get(Article, key)
    assert found is not None
    return found


def test_no_file_before_the_first_note(notes: Notes) -> None:
    assert notes.all == ()
    assert notes.find("ветер") == ()
    assert not notes.store.path.parent.exists()


def test_a_note_is_there_after_a_restart(notes: Notes) -> None:
    written = notes.write(PLACE, "Спросить про группу", READER)
    notes.mark("kz-response-2020 Q4 p4", READER)
    again = over(database(), notes)
    assert again.at(PLACE) == (written,)
    assert [note.kind for note in again.all] == [NoteKind.NOTE, NoteKind.BOOKMARK]
    assert again.under("CPC 131") == {PLACE: (written,)}
    assert list(again.under("kz-response-2020 Q4")) == ["kz-response-2020 Q4 p4"]


def test_writing_on_changes_the_words_and_not_the_anchor(notes: Notes) -> None:
    first = notes.write(PLACE, "Раз", READER)
    second = notes.write(PLACE, "Два", later(1), first)
    assert (second.id, second.copy, second.text) == (first.id, first.copy, "Два")
    assert over(database(), notes).all == (second,)


def test_an_older_state_never_wins(notes: Notes) -> None:
    first = notes.write(PLACE, "Раз", READER)
    second = notes.write(PLACE, "Два", later(1), first)
    notes.store.save((first,))  # a worker that comes late
    assert over(database(), notes).all == (second,)


def test_two_windows_see_and_never_overwrite_each_other(notes: Notes) -> None:
    first = notes.write(PLACE, "Раз", READER)
    other = over(database(), notes)
    theirs = other.write(PLACE, "Раз и два", later(1), other.at(PLACE)[0])
    mine = notes.write(PLACE, "Раз и три", later(2), first)  # typed over what was shown here
    assert mine.id != theirs.id
    assert {note.text for note in notes.all} == {"Раз и два", "Раз и три"}
    assert {note.text for note in other.all} == {"Раз и два", "Раз и три"}
    again = notes.write(PLACE, "Раз и четыре", later(3), mine)
    assert again.id == mine.id


def test_what_is_on_its_way_into_the_file_outlives_another_window(notes: Notes) -> None:
    notes.keep = lambda _notes: None  # a worker that has not come to it yet
    mine = notes.write(PLACE, "Моё", READER)
    over(database(), notes).write("CPC 136", "Чужое", later(1))
    assert {note.text for note in notes.all} == {"Моё", "Чужое"}
    notes.store.save((mine,))
    assert {note.text for note in over(database(), notes).all} == {"Моё", "Чужое"}


def test_a_bookmark_is_set_and_taken_away(notes: Notes) -> None:
    notes.mark(PLACE, READER)
    assert [note.kind for note in notes.at(PLACE)] == [NoteKind.BOOKMARK]
    notes.mark(PLACE, later(1))
    assert notes.at(PLACE) == ()


def test_deleting_can_be_undone(notes: Notes) -> None:
    written = notes.write(PLACE, "Важно", READER)
    notes.delete(written, later(1).now)
    assert notes.all == ()
    again = over(database(), notes)
    assert again.all == ()
    back = again.restore(again.deleted[0], later(2).now)
    assert back.text == "Важно"
    assert over(database(), notes).all == (back,)


def test_only_a_place_of_this_edition_can_be_noted(notes: Notes) -> None:
    with pytest.raises(InputError):
        notes.write("CPC 131(44)", "нет такой части", READER)
    assert not notes.store.path.exists()


def test_words_are_found_in_other_forms(notes: Notes) -> None:
    written = notes.write(PLACE, "Жалоба на задержание ёмкая", READER)
    assert notes.find("жалобы") == (written,)
    assert notes.find("задержания емк") == (written,)
    assert notes.find("жалоба адвокат") == ()
    assert notes.find("  ") == ()


def test_same_text_in_a_new_edition_is_quiet(notes: Notes, tmp_path: Path) -> None:
    written = notes.write(PLACE, "Важно", READER)
    after = over(altered(tmp_path, article()), notes)
    assert after.standing(written, TODAY).fate is Fate.SAME


def test_changed_text_is_told_with_the_difference(notes: Notes, tmp_path: Path) -> None:
    written = notes.write(PLACE, "Важно", READER)
    held = article()
    units = msgspec.to_builtins(held)
    for unit in units["provisions"]:
        if unit["at"] == "(4)(5)":
            gist = unit["versions"][-1]["gist"]
            gist["ru"] = gist["ru"].replace("72 часа", "96 часов")
    after = over(altered(tmp_path, msgspec.convert(units, Article, strict=False)), notes)
    standing = after.standing(written, TODAY)
    assert standing.fate is Fate.CHANGED
    assert (Op.REMOVED, "72 часа") in [(piece.op, piece.text) for piece in standing.pieces]
    accepted = after.anchor(written, PLACE, later(5))
    assert after.standing(accepted, TODAY).fate is Fate.SAME
    assert (accepted.id, accepted.edition) == (written.id, "2027.01")


def test_a_note_whose_place_vanished_waits(notes: Notes, tmp_path: Path) -> None:
    written = notes.write(PLACE, "Важно", READER)
    units = msgspec.to_builtins(article())
    for unit in units["provisions"]:
        if unit["at"] == "(4)(5)":
            unit["at"] = "(4)(7)"  # renumbered
    after = over(altered(tmp_path, msgspec.convert(units, Article, strict=False)), notes)
    assert after.orphans() == (written,)
    assert after.all == (written,)
    assert after.candidates(written, TODAY)[0] == "CPC 131(4)(7)"
    shown = as_markdown(after, Citations(after._library._database), Language.RU, TODAY)
    assert "Ждут места" in shown
    assert written.copy in shown
    page = as_html(after, Citations(after._library._database), Language.RU, TODAY)
    assert page.index("<h2>Ждут места</h2>") < page.index("<p>Важно</p>")
    moved = after.anchor(written, "CPC 131(4)(7)", later(5))
    assert (moved.id, moved.text) == (written.id, "Важно")
    assert after.orphans() == ()


def test_a_page_of_notes_shows_what_was_typed_and_loads_nothing(notes: Notes) -> None:
    notes.write(PLACE, "a < b\n<script>1</script>", READER)
    page = as_html(notes, Citations(notes._library._database), Language.EN, TODAY)
    assert "a &lt; b<br>&lt;script&gt;" in page
    assert "CPC art. 131(4)" in page
    assert "://" not in page


def test_a_law_of_another_day_is_compared_with_that_day(notes: Notes) -> None:
    then = Reader(language=Language.EN, now=NOW, law_day=date(2016, 1, 1))
    written = notes.write("CPC 131(4)", "before the reform", then)
    assert "no separate term for minors" in written.copy
    assert notes.standing(written, TODAY).fate is Fate.SAME


def test_json_goes_to_another_machine_and_the_newer_state_counts(
    notes: Notes, tmp_path: Path
) -> None:
    first = notes.write(PLACE, "Раз", READER)
    notes.mark("CPC 136", READER)
    taken = as_json(notes)
    other = Notes(UserDb(tmp_path / "other" / "user.db"), notes._library, "x")
    assert from_json(other, taken) == 2
    assert other.all == notes.all
    assert from_json(other, taken) == 0
    newer = other.write(PLACE, "Два", later(1), first)
    assert from_json(notes, as_json(other)) == 1
    assert notes.at(PLACE) == (newer,)
    assert from_json(other, taken) == 0  # the old state does not come back


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b'{"format": "kzref.notes.9", "notes": []}', b"\xff\xfe", b'{"notes": 1}'],
)
def test_a_foreign_file_is_refused_politely(notes: Notes, content: bytes) -> None:
    with pytest.raises(InputError):
        from_json(notes, content)
    assert not notes.store.path.exists()


def test_a_failure_in_the_middle_keeps_none_of_them(notes: Notes) -> None:
    good = notes.write(PLACE, "Раз", READER)
    broken = msgspec.structs.replace(good, id="b", text=None)  # as no caller can make it
    fresh = msgspec.structs.replace(good, id="c")
    with pytest.raises(DataError):
        notes.store.save((fresh, broken))
    assert over(database(), notes).all == (good,)


def test_a_place_without_a_digest_is_anchored_to_the_own_text(notes: Notes) -> None:
    texts = {"CPC 131(2)(1)": "фамилия, имя"}
    with_own = Notes(
        notes.store, notes._library, "x", lambda place, _day, _language: texts.get(str(place))
    )
    written = with_own.write("CPC 131(2)(1)", "Сверить отчество", READER)
    assert written.copy == "фамилия, имя"
    texts["CPC 131(2)(1)"] = "фамилия"
    assert with_own.standing(written, TODAY).fate is Fate.CHANGED
    texts.clear()  # the user took the text out again
    assert with_own.orphans() == (written,)


def test_a_damaged_file_says_so(notes: Notes) -> None:
    notes.store.path.parent.mkdir()
    notes.store.path.write_bytes(b"no database at all" * 100)
    assert notes.all == ()  # the law stays readable
    with pytest.raises(DataError) as fault:
        notes.write(PLACE, "Важно", READER)
    assert fault.value.message.key == "notes.damaged"
    assert notes.store.path.read_bytes().startswith(b"no database")


@pytest.mark.parametrize(
    "change", ["kind = 'drawing'", "created_at = 'yesterday'", "language = 'xx'", "text = x'ff00'"]
)
def test_a_whole_file_with_what_kzref_never_wrote_says_so(notes: Notes, change: str) -> None:
    notes.write(PLACE, "Важно", READER)
    with closing(sqlite3.connect(notes.store.path)) as connection, connection:
        connection.execute(f"UPDATE note SET {change}")  # noqa: S608 - our own words
    again = over(database(), notes)
    assert again.all == ()
    assert again.fault is not None
    assert again.fault.message.key == "notes.damaged"
    with pytest.raises(DataError):
        again.write(PLACE, "Ещё", later(1))


KILLED = """
    import os, signal, sqlite3, sys
    from pathlib import Path
    from kzref.store import user_tables
    from tests.services import test_notes as here

    path, left = Path(sys.argv[1]), int(sys.argv[2])
    connect = sqlite3.connect

    def count(_statement):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(*arguments, **named):
        connection = connect(*arguments, **named)
        connection.set_trace_callback(count)
        return connection

    reference = here.ReferenceDb(here.database())
    notes = here.Notes(here.UserDb(path), here.Library(reference), "x")
    held = notes.all
    sqlite3.connect = watched
    note = held[0] if held else None
    notes.write(here.PLACE, "после", here.later(9), note)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("is_first", [True, False], ids=["first note", "second state"])
@pytest.mark.parametrize("statement", [1, 2, 3, 5, 8, 9, 12, 99])
def test_a_kill_at_any_statement_leaves_the_note_whole(
    notes: Notes, statement: int, *, is_first: bool
) -> None:
    before = () if is_first else (notes.write(PLACE, "до", READER),)
    script = textwrap.dedent(KILLED)
    # the bare interpreter, so that the process to be killed is the one that writes
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", script, str(notes.store.path), str(statement)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    after = over(database(), notes)
    texts = [note.text for note in after.all]
    assert texts in ([note.text for note in before], ["после"])
    written = after.write(PLACE, "опять", later(20), after.all[0] if after.all else None)
    assert over(database(), notes).all == (written,)
