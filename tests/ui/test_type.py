"""The letters: one scale, lines that can be read, and each fact of a version said once."""

import re

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.model.pinpoint import Pinpoint
from kzref.services.law.columns import Column, Layer
from kzref.ui.html.versions import facts
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.article_view import article_view
from kzref.ui.pages.start_page import GROUPS, StartPage
from kzref.ui.resources import FAMILY, style_sheet
from kzref.ui.theme import MEASURE, TYPE
from kzref.ui.widgets.reader import ORDINARY, Reader

SMALL = 0.8  # Qt's small letters beside those of the page


def article(window: MainWindow) -> ArticlePane:
    pane = window.page("law").findChild(ArticlePane)
    assert pane is not None
    return pane


def test_bold_is_a_font_of_its_own(window: MainWindow) -> None:  # noqa: ARG001 - loads the fonts
    for weight in (QFont.Weight.DemiBold, QFont.Weight.Bold):
        assert QRawFont.fromFont(QFont(FAMILY, 11, weight)).styleName() == "Bold"
    assert QRawFont.fromFont(QFont(FAMILY, 11)).styleName() == "Regular"


def test_sizes_are_named_in_one_scale() -> None:
    said = re.findall(r"font-size:\s*([^;]+);", style_sheet())
    assert said
    assert {one.removeprefix("@pt-") for one in said} <= set(TYPE)
    assert min(TYPE.values()) == TYPE["note"] >= 10


@pytest.mark.parametrize("place", ["CPC 131", "ngo-iccpr-2016 II.9"])
def test_what_one_reads_is_larger_than_what_one_presses(
    window: MainWindow, qapp: QApplication, place: str
) -> None:
    window.open(place)
    qapp.processEvents()
    reader = window.page(window.current).findChild(Reader)
    assert reader is not None
    letters = reader.document().defaultFont().pointSizeF()
    assert letters >= qapp.font().pointSizeF() + 3
    assert letters * SMALL >= 10


def test_lines_are_no_longer_than_one_reads_easily(window: MainWindow, qapp: QApplication) -> None:
    window.resize(1920, 1080)
    window.open("CPC 131")
    qapp.processEvents()
    pane = article(window)
    letter = pane.reader.fontMetrics().horizontalAdvance(ORDINARY) / len(ORDINARY)
    assert MEASURE - 3 <= pane.reader.viewport().width() / letter <= MEASURE + 3
    narrow = pane.reader.viewport().width()
    pane.choose_columns(
        tuple(Column(layer=Layer.DIGEST, language=one) for one in (Language.RU, Language.KK))
    )
    qapp.processEvents()
    assert pane.reader.viewport().width() > narrow * 1.3


@pytest.mark.parametrize("place", ["CPC 131", "CPC 151", "CC 55"])
def test_a_version_is_said_where_it_differs(window: MainWindow, place: str) -> None:
    window.open(place)
    pane = article(window)
    found = window.context.desk.library.provision(pane.place, window.context.as_of)
    view = article_view(window.context, found, pane.place, pane.columns)
    known = [(row.at, row.version) for row in view.columns.rows if row.version is not None]
    differing = [at for at, version in known if facts(version) != view.facts_above(at)]
    assert known
    assert len(differing) < len(known)
    text = pane.reader.toPlainText()
    said = len(re.findall(r"in force from", text))
    assert said == len(differing) + 1
    for _, version in known:
        assert f"in force from {version.in_force_from:%d.%m.%Y}" in text


def test_every_hazard_of_a_unit_is_on_the_page(window: MainWindow) -> None:
    window.open("CPC 131")
    pane = article(window)
    hazards = window.context.desk.library.hazards_on(Pinpoint.parse("CPC 131"))
    text = pane.reader.toPlainText()
    assert hazards
    for hazard in hazards:
        assert window.context.text(hazard.fault) in text
        assert window.context.text(hazard.treatment) in text


def test_every_way_in_opens(window: MainWindow) -> None:
    for place in (place for ways in GROUPS.values() for _, place in ways):
        window.show_page("start")
        window.open(place)
        assert window.current != "start"


def test_the_first_page_stands_in_one_column_where_letters_are_large(
    window: MainWindow, qapp: QApplication
) -> None:
    page = window.show_page("start")
    assert isinstance(page, StartPage)
    window.resize(1366, 768)
    qapp.processEvents()
    assert page._columns == 3
    window.set_zoom(3.0)
    qapp.processEvents()
    reader = page.findChild(Reader)
    assert reader is not None
    assert page._columns == 1
    assert reader.horizontalScrollBar().maximum() == 0
    window.set_zoom(1.0)


def test_no_history_stands_over_an_article_that_is_not_known(window: MainWindow) -> None:
    window.open("CPC 151")
    pane = article(window)
    assert not pane.strip.isHidden()
    pane.show_place(Pinpoint.parse("CC 99"))
    assert "CC 99" in pane.reader.toPlainText()
    assert pane.strip.isHidden()
    window.open("CPC 131")
    assert not pane.strip.isHidden()
