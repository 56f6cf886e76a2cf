"""A checklist by keyboard: answers that can be taken back, a draft from what is missing, no trace."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kzref.model.practice import ChecklistItem
from kzref.model.text import Language
from kzref.services.export.html import markup
from kzref.services.last_place import LastPlace
from kzref.services.sheets.motion import BLANK, PEN, motion_sheet
from kzref.services.sheets.wording import Wording
from kzref.ui import paper
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.theme import Theme
from kzref.ui.widgets import save_row
from kzref.ui.widgets.check_item import CheckItem


@pytest.fixture
def page(window: MainWindow) -> ChecklistsPage:
    window.open("checklist:first-hours")
    opened = window.page("checklists")
    assert isinstance(opened, ChecklistsPage)
    opened.items[0].setFocus()
    return opened


def press(page: ChecklistsPage, key: Qt.Key, at: int = 0) -> None:
    QTest.keyClick(page.items[at], key)


def test_keys_answer_and_take_back(page: ChecklistsPage) -> None:
    press(page, Qt.Key.Key_Y)
    assert page.items[0].answer == "yes"
    press(page, Qt.Key.Key_N)
    assert page.items[0].answer == "no"
    press(page, Qt.Key.Key_Question)
    assert page.items[0].answer == "unknown"
    press(page, Qt.Key.Key_Delete)
    assert page.items[0].answer == ""
    assert page.said == {}


def test_a_screen_reader_hears_the_answer_and_its_keys(page: ChecklistsPage) -> None:
    assert "Y yes" in page.items[0].accessibleDescription()
    press(page, Qt.Key.Key_N)
    assert page.items[0].accessibleDescription().startswith("no ")


def test_arrows_go_from_question_to_question(window: MainWindow, page: ChecklistsPage) -> None:
    press(page, Qt.Key.Key_Down)
    assert window.focusWidget() is page.items[1]
    press(page, Qt.Key.Key_Up, at=1)
    assert window.focusWidget() is page.items[0]


def test_second_press_on_a_button_takes_the_answer_back(page: ChecklistsPage) -> None:
    yes, no, _unknown = page.items[2].findChildren(QPushButton)
    no.click()
    assert list(page.said.values()) == ["no"]
    yes.click()
    assert list(page.said.values()) == ["yes"]
    yes.click()
    assert page.said == {}


def test_missing_things_make_a_numbered_draft(page: ChecklistsPage) -> None:
    assert not page._draft.isVisibleTo(page)
    assert not page._foot.fold.isEnabled()
    press(page, Qt.Key.Key_N, at=0)
    press(page, Qt.Key.Key_Y, at=1)
    press(page, Qt.Key.Key_N, at=2)
    draft = page._draft.toPlainText()
    assert "1. Write the true time into the remarks" in draft
    assert "2. Note the gap in the remarks" in draft
    assert "3. " not in draft
    assert "CPC art. 131(2)(2)" in draft
    assert "yes 1 · no 2" in page._tally.text()


def test_all_answers_can_be_cleared(page: ChecklistsPage) -> None:
    press(page, Qt.Key.Key_N, at=0)
    press(page, Qt.Key.Key_Y, at=1)
    page._row.buttons["clear"].click()
    assert page.said == {}
    assert [item.answer for item in page.items] == [""] * len(page.items)
    assert not page._draft.isVisibleTo(page)


def test_answers_outlive_a_change_of_language_and_are_written_nowhere(
    window: MainWindow, page: ChecklistsPage, tmp_path: Path
) -> None:
    press(page, Qt.Key.Key_N, at=0)
    before = sorted(tmp_path.rglob("*"))
    window.context.speak(Language.KK)
    assert page.items[0].answer == "no"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_question_has_the_height_of_its_words_when_they_change(qtbot: QtBot) -> None:
    answers = {"yes": "yes", "no": "no", "unknown": "unknown"}
    card = CheckItem()
    qtbot.addWidget(card)
    card.resize(500, 300)
    card.show()
    labels = card.findChildren(QLabel)
    question = next(one for one in labels if one.property("role") == "reading")
    for words in ("short", "a question of many words " * 12, "short again"):
        card.say("one", words, "", "", answers)
        needed = question.heightForWidth(question.width())
        assert question.height() >= needed
        assert (
            needed
            <= card.heightForWidth(card.width())
            <= needed + 3 * question.fontMetrics().height()
        )


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", Language)
def test_a_whole_list_is_seen(
    window: MainWindow, page: ChecklistsPage, language: Language, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.show()
    window.context.speak(language)
    QApplication.processEvents()
    if not page._foot.dense.isHidden():
        page._foot.dense.click()
    for name in page._lists:
        window.open(f"checklist:{name}")
        page.items[-1]._buttons["no"].click()  # the draft is folded
        for _ in range(5):
            QApplication.processEvents()
        view = page._questions.viewport()
        last = page.items[-1]
        foot = last.mapTo(view, last.rect().bottomLeft()).y()
        assert foot <= view.height(), (
            f"{name}: question {len(page.items)} ends {foot} of {view.height()}"
        )


def test_the_question_with_the_keyboard_shows_its_law(page: ChecklistsPage) -> None:
    laws = [card._law for card in page.items]
    press(page, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert [law.isVisibleTo(page) for law in laws].index(True) == 1
    assert sum(law.isVisibleTo(page) for law in laws) == 1


def test_answers_do_not_move_when_one_is_given(page: ChecklistsPage) -> None:
    card = page.items[0]
    before = [button.geometry() for button in card.findChildren(QPushButton)]
    press(page, Qt.Key.Key_Y)
    QApplication.processEvents()
    assert [button.geometry() for button in card.findChildren(QPushButton)] == before


class Painted(QObject):
    """Notes every card that is painted lower than its words."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.squeezed: list[tuple[str, object]] = []

    def eventFilter(self, card: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(card, CheckItem):
            self.count += 1
            if card.height() < card.heightForWidth(card.width()):
                self.squeezed.append((card.accessibleName(), card.size().toTuple()))
        return False


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_no_card_is_ever_painted_squeezed(
    window: MainWindow, page: ChecklistsPage, zoom: float
) -> None:
    painted = Painted()
    for card in page.items:
        card.installEventFilter(painted)
    for theme in (Theme.DARK, Theme.LIGHT):
        window.set_zoom(zoom)
        window.set_theme(theme)
        for _ in range(4):  # nobody presses sooner
            QApplication.processEvents()
        for card, answer in zip(page.items, ("no", "yes", "unknown") * 5, strict=False):
            card._buttons[answer].click()
            card.setFocus()
            QApplication.processEvents()
    window.set_zoom(1.0)
    for _ in range(5):
        QApplication.processEvents()
    assert painted.count > 0
    assert painted.squeezed == []


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_keyboard_stays_at_its_question(
    window: MainWindow, page: ChecklistsPage, theme: Theme
) -> None:
    page.items[2].setFocus()
    before = page.items[2].accessibleName()
    window.context.speak(Language.RU)
    window.set_theme(theme)
    QApplication.processEvents()
    assert window.focusWidget() is page.items[2]
    assert page.items[2].accessibleName() != before


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_draft_is_saved(
    qtbot: QtBot, page: ChecklistsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    form: str, begins: bytes,
) -> None:  # fmt: skip
    monkeypatch.setattr(
        save_row, "ask_path", lambda _parent, _title, name, then: then(tmp_path / name)
    )
    press(page, Qt.Key.Key_N, at=0)
    page._foot.motion.buttons[f"motion.{form}"].click()
    qtbot.waitUntil(page._foot.motion.isEnabled, timeout=20_000)
    (file,) = tmp_path.glob(f"*.{form}")
    assert file.read_bytes().startswith(begins)


@pytest.mark.parametrize("language", Language)
def test_draft_goes_to_the_printer(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    language: Language,
) -> None:  # fmt: skip
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    page = window.page("checklists")
    assert isinstance(page, ChecklistsPage)
    window.open("checklist:first-hours")
    window.context.speak(language)
    press(page, Qt.Key.Key_N, at=0)
    with qtbot.waitSignal(window.context.to_print) as sent:
        page._foot.motion.buttons["motion.print"].click()
    (made,) = sent.args
    printer = window.printing.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "motion.pdf"))
    paper.print_on(made(), printer)
    pages = PdfReader(tmp_path / "motion.pdf").pages
    letters = "".join("".join(one.extract_text().split()) for one in pages)
    item, wording = window.context.desk.checklists[0].items[0], window.context.wording
    assert "".join(wording.cite(*item.provisions).split()) in letters  # in Kazakh letters, too
    blanks = "".join(wording.words("motion.client").replace(BLANK, PEN).split())
    assert blanks in letters  # nobody is named


@pytest.mark.parametrize("language", Language)
def test_draft_holds_what_is_missing_and_nobody(window: MainWindow, language: Language) -> None:
    desk = window.context.desk
    checklist = desk.checklists[0]
    first, second, third = checklist.items[:3]
    wording = Wording(desk, language)
    said = {first.id: "no", second.id: "yes", third.id: "no"}
    html = markup(motion_sheet(wording, checklist, said, window.context.as_of))
    from html import escape

    def fact(item: ChecklistItem) -> str:
        return escape(wording.text(item.finding or item.text).replace(BLANK, PEN))

    assert fact(second) not in html
    assert escape(wording.cite(*first.provisions)) in html
    assert 0 < html.index(fact(first)) < html.index(fact(third))


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_a_finger_hits_an_answer(
    window: MainWindow, page: ChecklistsPage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.show()
    for name in page._lists:
        window.open(f"checklist:{name}")
        for card in page.items:
            for button in card._buttons.values():
                assert min(button.width(), button.height()) >= 44


def test_a_dense_list_is_a_wish_that_is_kept(window: MainWindow, page: ChecklistsPage) -> None:
    window.resize(1366, 768)
    window.show()
    window.open("checklist:first-hours")
    QApplication.processEvents()
    before = page.items[0].height()
    page._foot.dense.click()
    QApplication.processEvents()
    assert page.items[2].height() < 44 < before
    assert window.memory.here().rows == "dense"
    window.preferences.bring_back(LastPlace(rows="large"))
    assert not window.context.has_dense_rows
