"""Notes in the window: written by keyboard, kept by themselves, listed, brought back."""

from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzref.model.language import Language
from kzref.paths import user_data
from kzref.store.user_db import UserDb
from kzref.ui.background import wait
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.documents_page import DocumentsPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.results_page import ResultsPage
from kzref.ui.pages.section_pane import SectionPane
from kzref.ui.widgets.note_files import NoteFiles
from kzref.ui.widgets.save_row import SaveRow


def article(window: MainWindow, place: str) -> ArticlePane:
    window.open(place)
    page = window.page("law")
    assert isinstance(page, LawPage)
    page.article.reader.setFocus()
    return page.article


def section(window: MainWindow, place: str) -> SectionPane:
    window.open(place)
    page = window.page("documents")
    assert isinstance(page, DocumentsPage)
    page.section.reader.setFocus()
    return page.section


def kept() -> list[tuple[str, str]]:
    wait()
    notes = UserDb(user_data() / "user.db").notes()
    return [(note.place, note.text) for note in notes if note.deleted_at is None]


def test_reading_writes_no_file(window: MainWindow) -> None:
    article(window, "CPC 131(4)")
    section(window, "kz-response-2020 Q4 p4")
    window.open("note:")
    assert not (user_data() / "user.db").exists()


def test_a_note_is_written_and_kept_without_saving(qtbot: QtBot, window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)")
    QTest.keyClick(pane.reader, Qt.Key.Key_M)
    assert pane.notes.editor.hasFocus()
    QTest.keyClicks(pane.notes.editor, "ask about the group")
    qtbot.waitUntil(lambda: kept() == [("CPC 131(4)", "ask about the group")], timeout=5000)
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_Escape)
    assert not pane.notes.isVisible()
    assert pane.reader.hasFocus()
    assert "ask about the group" in pane.reader.toPlainText()


def test_what_was_typed_last_is_kept_when_the_page_is_left(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)")
    pane.write_note()
    QTest.keyClicks(pane.notes.editor, "one")
    window.open("CPC 136")
    assert kept() == [("CPC 131(4)", "one")]
    assert pane.notes.editor.toPlainText() == ""
    QTest.keyClicks(pane.notes.editor, "two")
    window.open("kz-response-2020 Q4 p4")
    assert ("CPC 136", "two") in kept()


def test_a_paragraph_is_bookmarked_and_the_bookmark_taken_away(window: MainWindow) -> None:
    pane = section(window, "kz-response-2020 Q4 p4")
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(pane.reader, Qt.Key.Key_D, held)
    assert kept() == [("kz-response-2020 Q4 p4", "")]
    assert "★" in pane.reader.toPlainText()
    QTest.keyClick(pane.reader, Qt.Key.Key_D, held)
    assert kept() == []
    assert "★" not in pane.reader.toPlainText()


def test_a_deleted_note_comes_back(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)")
    pane.write_note()
    QTest.keyClicks(pane.notes.editor, "keep me")
    pane.notes.keep()
    pane.notes._delete.click()
    assert kept() == []
    assert "keep me" not in pane.reader.toPlainText()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    pane.reader.setFocus()
    QTest.keyClick(pane.reader, Qt.Key.Key_Z, held)
    assert kept() == [("CPC 131(4)", "keep me")]
    assert "keep me" in pane.reader.toPlainText()


def test_all_notes_are_listed_and_lead_to_their_places(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)")
    note = window.context.notebook.write("CPC 131(4)", "listed", None)
    assert note is not None
    page = section(window, "note:")
    assert "listed" in page.reader.toPlainText()
    page._on_followed(f"note:{note.id}")
    assert window.current == "law"
    assert str(pane.place) == "CPC 131(4)"


def test_an_orphan_is_listed_and_tied_to_another_place(window: MainWindow) -> None:
    context = window.context
    note = context.notebook.write("CPC 131(4)(5)", "waits", None)
    assert note is not None
    wait()
    import msgspec.structs

    lost = msgspec.structs.replace(note, place="CPC 131(4)(77)", changed_at=datetime.now(UTC))
    context.notebook.notes.store.save((lost,))
    context.notebook.notes.reload()
    page = section(window, "note:")
    shown = page.reader.toPlainText()
    assert "Waiting for a place" in shown
    assert "Tie to CPC art. 131(4)(5)" in shown
    page._on_followed(f"note-anchor:{note.id}@CPC 131(4)(5)")
    assert "Waiting for a place" not in page.reader.toPlainText()


def test_notes_of_another_machine_are_taken_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = section(window, "note:")
    path = tmp_path / "notes.json"
    path.write_text("no notes", encoding="utf-8")
    page.files.take_in(path)
    qtbot.waitUntil(lambda: "JSON" in page.files._row.said.text(), timeout=5000)
    path.write_text('{"format": "kzref.notes.1", "notes": []}', encoding="utf-8")
    page.files.take_in(path)
    qtbot.waitUntil(lambda: page.files._row.said.text() == "Notes taken in: 0", timeout=5000)


def test_notes_for_reading_are_written_in_the_form_of_their_file(window: MainWindow) -> None:
    page = window.page("documents")
    assert isinstance(page, DocumentsPage)
    files = page.findChildren(NoteFiles)[0]
    saved: dict[str, bytes] = {}
    with patch.object(SaveRow, "save", lambda _row, name, work: saved.update({name: work()})):
        files._save_html()
        files._save_markdown()
    assert b"<html" in saved["kzref-notes.html"]
    assert b"<html" not in saved["kzref-notes.md"]
    assert saved["kzref-notes.md"].startswith(b"# ")


def test_the_pane_of_a_note_speaks_every_language(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)")
    pane.write_note()
    names = set()
    for language in Language:
        window.context.speak(language)
        names.add(pane.notes.editor.accessibleName())
    assert len(names) == 3


def test_units_of_a_document_are_stepped_and_cited(window: MainWindow) -> None:
    from PySide6.QtWidgets import QApplication

    pane = section(window, "kz-response-2020 Q4 p3")
    QTest.keyClick(pane.reader, Qt.Key.Key_J)
    assert pane.place.number != "p3"
    pane.copy_citation()
    assert "Q4" in QApplication.clipboard().text()
    pane.peek_chosen()


def test_notes_are_found_by_the_search_box(qtbot: QtBot, window: MainWindow) -> None:
    window.context.notebook.write("CPC 136", "жалоба на отказ в осмотре", None)
    window.search("жалобы осмотр")
    page = window.page("results")
    assert isinstance(page, ResultsPage)
    qtbot.waitUntil(lambda: "жалоба на отказ" in page._reader.toPlainText(), timeout=10_000)
    assert page.chosen_place == "CPC 136"
    window.search("жалобы вертолёт")
    qtbot.waitUntil(lambda: "жалоба на отказ" not in page._reader.toPlainText(), timeout=10_000)


def test_a_damaged_file_of_notes_leaves_the_law_readable(window: MainWindow) -> None:
    user_data().mkdir(parents=True)
    (user_data() / "user.db").write_bytes(b"no database at all" * 100)
    pane = article(window, "CPC 131(4)")
    assert "48 hours" in pane.reader.toPlainText()
    said: list[str] = []
    window.context.notebook.told.connect(said.append)
    pane.write_note()
    QTest.keyClicks(pane.notes.editor, "x")
    pane.notes.keep()
    assert "damaged" in said[-1]
    assert pane.notes.editor.toPlainText() == "x"
    assert "damaged" in section(window, "note:").reader.toPlainText()


def test_notes_that_could_not_be_kept_are_kept_later(window: MainWindow) -> None:
    """A full disk, told; the window stays once; and with room again nothing is missing."""
    user_data().mkdir(parents=True)
    blocked = user_data() / "user.db"
    blocked.mkdir()  # no file can be written there
    book, said = window.context.notebook, list[str]()
    book.told.connect(said.append)
    book.write("CPC 131(4)", "one", None)
    book.write("CPC 136(1)", "two", None)
    wait()
    QApplication.processEvents()
    assert str(blocked) in said[-1]
    window.show()
    assert not window.close()
    assert "2" in window.statusBar().currentMessage()
    blocked.rmdir()
    book.write("CPC 133", "three", None)
    wait()
    QApplication.processEvents()
    assert {note.text for note in UserDb(blocked).notes()} == {"one", "two", "three"}
    assert window.close()
