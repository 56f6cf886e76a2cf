"""Whatever is open or selected goes on paper by one key, and nothing stands before the work meanwhile."""

import csv
import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kzref.model.text import Language
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.import_page import ImportPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.recommendations_page import FIRST, RecommendationsPage
from kzref.ui.widgets import save_row
from kzref.ui.widgets.note_files import NoteFiles
from tests.ui.test_walk import CONTROL, SHIFT, Hands, find_131


@pytest.fixture
def hands(qapp: QApplication, window: MainWindow) -> Hands:
    window.activateWindow()
    qapp.processEvents()
    return Hands(qapp, window, {})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user says that the file shall go."""
    lies = tmp_path / "Құжаттар"
    lies.mkdir()
    monkeypatch.setattr(
        save_row, "ask_path", lambda _parent, _title, suggested, then: then(lies / suggested)
    )
    return lies


def only_file(qtbot: QtBot, window: MainWindow, folder: Path) -> Path:
    qtbot.waitUntil(lambda: str(folder) in window.statusBar().currentMessage(), timeout=20_000)
    (path,) = folder.iterdir()
    return path


def text_of(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    ("place", "holds"),
    [
        ("CPC 131(4)", "131(4)"),
        ("kz-response-2020 Q4 p2", "Stateresponse2020"),
        ("recommendation:R055", "294"),
        ("checklist:first-hours", "Firsthours"),
        ("calc:police-detention?detained_at=2026-11-20T23:40", "22November2026"),
    ],
)
def test_what_is_open_becomes_a_pdf(
    hands: Hands, window: MainWindow, folder: Path, qtbot: QtBot, place: str, holds: str
) -> None:
    window.open(place)
    hands.key("s", CONTROL)
    path = only_file(qtbot, window, folder)
    assert path.suffix == ".pdf"
    assert not set(path.name) & set('\\/:*?"<>|')
    assert holds in text_of(path)


def test_only_the_selection_is_printed_when_there_is_one(
    hands: Hands, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    find_131(hands)
    page = window.page("law")
    assert isinstance(page, LawPage)
    reader = page.article.reader
    cursor = reader.document().find("psychotropic")
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    hands.key("s", CONTROL)
    path = only_file(qtbot, window, folder)
    said = text_of(path)
    assert "psychotropic" in said
    assert "precursors" not in said
    path.unlink()
    hands.key("s", CONTROL | SHIFT)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage().endswith(".docx"), timeout=20_000)
    (word,) = folder.iterdir()
    assert word.read_bytes().startswith(b"PK")


def test_a_page_without_paper_says_so(hands: Hands, window: MainWindow, folder: Path) -> None:
    window.open("about")
    hands.key("6", CONTROL)
    hands.key("s", CONTROL)
    assert window.statusBar().currentMessage() == window.context.words("print.nothing")
    assert list(folder.iterdir()) == []


def test_asking_where_stops_no_work(hands: Hands, window: MainWindow) -> None:
    find_131(hands)
    hands.key("s", CONTROL)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert QApplication.activeModalWidget() is None
    window.activateWindow()
    hands.application.processEvents()
    window.page("law").take_focus()
    hands.key("j")
    assert window.page("law").place == "CPC 131(4)(6)"
    dialog.reject()


def test_exactly_what_is_filtered_is_saved(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    window.go_to("recommendations")
    page = window.page("recommendations")
    assert isinstance(page, RecommendationsPage)
    field = page._fields["iccpr"]
    field.setCurrentIndex(field.findData("9"))
    wanted = [one.id for one in page.shown()]
    assert 0 < len(wanted) < page.total
    page._saver.row.buttons["csv"].click()
    qtbot.waitUntil(page._saver.row.isEnabled, timeout=20_000)
    (path,) = folder.iterdir()
    table = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")))
    assert [row["id"] for row in table] == wanted
    sheet = page.sheet()
    assert sheet is not None
    assert field.currentText() in sheet().kicker


def test_another_language_leaves_the_list_where_it_was(hands: Hands, window: MainWindow) -> None:
    window.go_to("recommendations")
    page = window.page("recommendations")
    assert isinstance(page, RecommendationsPage)
    assert len(page.shown()) > FIRST
    page.scroll_to(700)
    for language in (Language.KK, Language.RU, Language.EN):
        hands.key("F8")
        assert window.context.language is language
        assert page.scrolled == 700
    window.next_theme()
    assert page.scrolled == 700


def test_asking_for_a_file_stops_no_work_either(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    brought = tmp_path / "law.txt"
    brought.write_text("Статья 1. Слова\n\n1. Текст.\n", encoding="utf-8")
    window.open("import:")
    page = window.page("import")
    assert isinstance(page, ImportPage)
    page.ask_files()
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert QApplication.activeModalWidget() is None
    dialog.filesSelected.emit([str(brought)])
    qtbot.waitUntil(
        lambda: [one.path.name for one in page.queue.items] == [brought.name], timeout=10_000
    )
    dialog.reject()
    window.open("note:")
    files = window.page("documents").findChild(NoteFiles)
    assert files is not None
    files._ask()
    (asked,) = files.findChildren(QFileDialog)
    assert asked.isVisible()
    assert QApplication.activeModalWidget() is None
    asked.reject()
