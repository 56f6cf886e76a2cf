"""The margin of an article on a wide window: what concerns the unit that is read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.law.backlinks import backlinks
from kzref.services.law.columns import Column, Layer
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.margin_pane import Margin

WIDE = 1920, 1000


def article(window: MainWindow, place: str = "CPC 131(4)") -> ArticlePane:
    window.resize(*WIDE)
    QApplication.processEvents()
    window.open(place)
    QApplication.processEvents()
    page = window.page("law")
    assert isinstance(page, LawPage)
    return page.article


def margin(pane: ArticlePane) -> Margin:
    assert pane.beside.margin is not None
    pane.beside.margin.catch_up()
    return pane.beside.margin


def test_hazards_and_citing_of_the_unit_stand_beside_it(window: MainWindow) -> None:
    context, pane = window.context, article(window)
    said = margin(pane).toPlainText()
    unit = Pinpoint.parse("CPC 131(4)")
    hazards = context.desk.library.hazards_on(unit)
    assert hazards
    for hazard in hazards:
        assert context.text(hazard.fault) in said
        assert context.text(hazard.treatment) in said
    citing = backlinks(context.desk, unit, Language.EN)
    for group in citing.values():
        assert group[0].label in said
    assert f"Who cites this: {sum(map(len, citing.values()))}" in said
    assert "CPC art. 14(2)" in said  # that it refers to


def test_a_point_has_the_hazards_of_the_part_around_it(window: MainWindow) -> None:
    pane = article(window, "CPC 131(4)(1)")
    around = window.context.desk.library.hazards_on(Pinpoint.parse("CPC 131(4)"))
    critical = [hazard for hazard in around if "CPC 131(4)" in hazard.provisions]
    assert critical
    for hazard in critical:
        assert window.context.text(hazard.fault) in margin(pane).toPlainText()


def test_the_margin_follows_the_unit_that_is_chosen(window: MainWindow) -> None:
    pane = article(window)
    assert margin(pane).toPlainText().startswith("CPC art. 131(4)\n")
    pane.step(1)
    assert margin(pane).toPlainText().startswith("CPC art. 131(4)(1)\n")
    window.open("CPC 148")
    assert margin(pane).toPlainText().startswith("CPC art. 148\n")


def test_flags_under_units_give_way_to_the_margin(window: MainWindow) -> None:
    pane = article(window)
    fault = "the two figures contradict each other"
    assert fault not in pane.reader.toPlainText()
    assert "Who cites this" not in pane.reader.toPlainText()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert pane.beside.margin is not None
    assert pane.beside.margin.isHidden()
    assert pane.reader.toPlainText().count(fault) == 2  # under its unit, and after the units
    assert "Who cites this" in pane.reader.toPlainText()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
def test_a_window_of_the_usual_width_has_none(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    window.open("CPC 131(4)")
    QApplication.processEvents()
    pane = window.page("law").findChild(ArticlePane)
    assert isinstance(pane, ArticlePane)
    assert pane.beside.margin is None


def test_columns_take_the_place_of_the_margin(window: MainWindow) -> None:
    pane = article(window)
    assert not margin(pane).isHidden()
    pane.choose_columns(tuple(Column(layer=Layer.DIGEST, language=one) for one in Language))
    assert margin(pane).isHidden()
    pane.choose_columns((Column(layer=Layer.DIGEST, language=Language.KK),))
    assert not margin(pane).isHidden()


def test_r_takes_the_keyboard_to_who_cites_the_unit(window: MainWindow) -> None:
    pane = article(window)
    QTest.keyClick(pane.reader, Qt.Key.Key_R)
    assert margin(pane).hasFocus()
    depth = margin(pane).verticalScrollBar().value()
    assert depth > 0
    QTest.keyClick(margin(pane), Qt.Key.Key_Tab)
    link = margin(pane).focused_link()
    assert link
    QTest.keyClick(margin(pane), Qt.Key.Key_Space)
    assert pane.is_peeking


def test_it_speaks_the_language_of_the_window(window: MainWindow) -> None:
    pane = article(window)
    window.context.speak(Language.KK)
    assert "Сілтеме жасайды" in margin(pane).toPlainText()


def test_what_the_edition_does_not_hold_leaves_it_empty(window: MainWindow) -> None:
    pane = article(window)
    assert margin(pane).toPlainText()
    pane.show_place(Pinpoint.parse("CPC 9999"))
    assert margin(pane).toPlainText() == ""


@pytest.mark.parametrize("place", ["CPC 131", "CPC 131(4)", "CPC 148", "ICCPR 9"])
def test_every_kind_of_what_cites_begins_a_line(window: MainWindow, place: str) -> None:
    pane = article(window, place)
    lines = margin(pane).toPlainText().splitlines()
    for kind, group in backlinks(window.context.desk, pane.place, Language.EN).items():
        assert f"{window.context.words(f'reading.group.{kind}')} {len(group)}" in lines
