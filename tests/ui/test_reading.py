"""Reading an article: its history on the strip, columns, changes, looks, citations."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.law.columns import Column, Layer
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.law_page import LawPage

COLUMNS = tuple(Column(layer=Layer.DIGEST, language=language) for language in Language)


def opened(window: MainWindow, place: str) -> ArticlePane:
    window.open(place)
    page = window.page("law")
    assert isinstance(page, LawPage)
    return page.article


def text(pane: ArticlePane) -> str:
    return pane.reader.toPlainText()


def copied() -> str:
    return QApplication.clipboard().text()


def test_keys_on_the_strip_go_from_version_to_version(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    before = text(pane)
    pane.strip.setFocus()
    QTest.keyClick(pane.strip, Qt.Key.Key_Left)
    assert window.context.as_of == date(2015, 1, 1)
    assert "72 hours; there was no separate term" in text(pane)
    QTest.keyClick(pane.strip, Qt.Key.Key_Right)
    assert window.context.as_of == date(2018, 1, 9)
    QTest.keyClick(pane.strip, Qt.Key.Key_Home)
    assert window.context.is_as_of_today
    assert text(pane) == before


def test_dragging_the_strip_changes_the_day_of_the_law(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    there = QPoint(round(pane.strip.x_of(date(2016, 6, 1))), pane.strip.height() // 2)
    today = QPoint(round(pane.strip.x_of(window.context.today)), there.y())
    QTest.mousePress(pane.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, today)
    QTest.mouseMove(pane.strip, there)
    QTest.mouseRelease(pane.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    assert abs((window.context.as_of - date(2016, 6, 1)).days) < 20


def test_a_turn_attracts_the_handle(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    assert pane.strip.day_at(pane.strip.x_of(date(2018, 1, 9)) + 4) == date(2018, 1, 9)


def test_the_strip_is_told_in_words(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    said = pane.strip.accessibleDescription()
    assert "118-VI" in said
    assert "21.12.2017" in said  # the day of effect is doubtful
    window.context.speak(Language.RU)
    assert "Закон № 118-VI" in pane.strip.accessibleDescription()


def test_what_changed_is_marked_by_signs(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    pane.toggle_changes()
    shown = text(pane)
    assert "−72" in shown
    assert "+48" in shown
    assert "118-VI" in shown
    pane.compare_from(date(2019, 1, 1))
    assert "292-VI" in text(pane)
    assert "118-VI" not in text(pane)
    pane.toggle_changes()
    assert "+48" not in text(pane)


def test_the_pressed_button_has_room_for_its_bold_words(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    pane.toggle_changes()
    button = pane.bar.changes
    bold = QFont(button.font())
    bold.setBold(True)
    beside = button.width() - QFontMetrics(bold).horizontalAdvance(button.text())
    assert button.isChecked()
    assert beside >= 30  # 14 pixels of padding and the edge on each side, as the styles say


def test_three_languages_stand_side_by_side(window: MainWindow) -> None:
    pane = opened(window, "CPC 131")
    pane.choose_columns(COLUMNS)
    shown = text(pane)
    for wanted in ("drawing the protocol", "составления протокола", "хаттама"):
        assert wanted in shown
    window.context.speak(Language.KK)  # the language of the text is its own
    assert "drawing the protocol" in text(pane)
    pane.choose_columns((Column(layer=Layer.DIGEST, language=Language.KK),))
    assert "drawing the protocol" not in text(pane)


def test_a_fourth_column_takes_the_place_of_the_first(window: MainWindow) -> None:
    pane = opened(window, "CPC 131")
    for column in COLUMNS:
        if column not in pane.columns:
            pane.bar.toggle(column)
    assert set(pane.columns) == set(COLUMNS)
    for column in COLUMNS:
        pane.bar.toggle(column)
    assert len(pane.columns) == 1  # the last one stays


def test_steps_choose_the_unit_that_is_copied(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(3)")
    pane.step(1)
    assert pane.place.at == "(4)"
    pane.copy_citation()
    assert copied().startswith("CPC art. 131(4) (")
    pane.step(-1)
    pane.copy_citation(quoting=True)
    assert "\n" in copied()
    assert "prosecutor" in copied()
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_shift_and_a_click_copy_the_unit_under_the_mouse(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(3)")
    units = {unit: y for y in range(4, pane.reader.viewport().height(), 6)
             if (unit := pane.reader.unit_at(QPoint(60, y)))}  # fmt: skip
    assert "(3)" in units
    QTest.mouseClick(
        pane.reader.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
        QPoint(60, units["(3)"]),
    )
    assert copied().startswith("CPC art. 131(3) (")
    assert window.page("law").place == "CPC 131(3)"


def test_a_look_opens_and_closes_without_leaving(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)")
    place = window.page("law").place
    pane.peek_chosen()
    look = pane.hand.look
    assert look is not None
    assert look.isVisibleTo(pane)
    assert "14" in look.accessibleName()
    QTest.keyClick(look, Qt.Key.Key_Escape)
    assert not look.isVisibleTo(pane)
    assert window.page("law").place == place
    pane.peek_chosen()
    QTest.keyClick(look, Qt.Key.Key_Return)
    assert window.page("law").place == "CPC 14(2)"
    window.back()
    assert window.page("law").place == place


def test_keys_work_without_the_mouse(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(3)")
    pane.reader.setFocus()
    QTest.keyClick(pane.reader, Qt.Key.Key_J)
    assert window.page("law").place == "CPC 131(4)"
    QTest.keyClick(pane.reader, Qt.Key.Key_D)
    assert "+48" in text(pane)
    QTest.keyClick(pane.reader, Qt.Key.Key_D)
    QTest.keyClick(pane.reader, Qt.Key.Key_BracketLeft)
    assert window.context.as_of == date(2015, 1, 1)
    QTest.keyClick(pane.reader, Qt.Key.Key_Space)
    assert pane.is_peeking
    assert pane.hand.look is not None
    QTest.keyClick(pane.hand.look, Qt.Key.Key_Escape)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pane.reader, Qt.Key.Key_C, held)
    assert copied().startswith("CPC art. 131(4) (")
    QTest.keyClick(pane.reader, Qt.Key.Key_C, held | Qt.KeyboardModifier.AltModifier)
    assert "there was no separate term for minors" in copied()


def test_every_kind_of_who_cites_has_a_count(window: MainWindow) -> None:
    shown = text(opened(window, "CPC 131"))
    assert "Calculators 1" in shown
    assert "Who cites this: " in shown


def test_a_unit_that_is_not_there_is_not_passed_over_in_silence(window: MainWindow) -> None:
    said = "has no digest of CPC"
    assert said in text(opened(window, "CPC 131(77)"))
    assert said not in text(opened(window, "CPC 131(4)"))


def test_before_an_act_began_it_is_said_not_to_apply(window: MainWindow) -> None:
    pane = opened(window, "CPC 131(4)(1)")
    window.context.set_as_of(date(2010, 5, 1))
    shown = text(pane)
    assert "in force since 01.01.2015" in shown
    assert shown.count("Not in force on 01.05.2010") == len(pane.reader.units)
    window.context.set_as_of(date(2016, 5, 1))  # the act applied; this point of it came later
    assert "in force since" not in text(pane)
    assert "Before 09.01.2018 (Law No. 118-VI)" in text(pane)


def test_a_note_that_units_share_is_said_once(window: MainWindow) -> None:
    pane, library = opened(window, "CPC 128"), window.context.desk.library

    def note(place: str) -> str:
        version = library.provision(Pinpoint.parse(place), window.context.as_of).version
        assert version is not None
        assert version.note is not None
        return version.note[Language.EN]

    assert note("CPC 128") == note("CPC 128(2)(3)")
    assert text(pane).count(note("CPC 128")) == 1
    same = window.context.words("law.note_same", unit="(1)(1)")
    assert same not in text(pane)  # what holds for the article holds for its units
    pane = opened(window, "CPC 147")
    assert note("CPC 147(1)(1)") == note("CPC 147(1)(7)") != note("CPC 147(1)")
    assert text(pane).count(note("CPC 147(1)(1)")) == 1
    assert text(pane).count(same) == 6
    assert note("CPC 147(1-1)") in text(pane)


def test_a_hazard_under_a_unit_names_its_document(window: MainWindow) -> None:
    window.resize(1366, 768)
    pane = opened(window, "CPC 131(4)")
    assert "State response 2020: The same level" in text(pane)
    assert "NGO report 2016: The bracket opened" in text(pane)
