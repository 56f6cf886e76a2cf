"""The unit at the top of the view stays there when words, letters, colours or columns change."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from kzref.model.text import Language
from kzref.services.law.columns import Column, Layer
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.documents_page import DocumentsPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.theme import Theme
from kzref.ui.widgets.unit_reader import UnitReader

THREE = tuple(Column(layer=Layer.DIGEST, language=language) for language in Language)


def reading(window: MainWindow, place: str = "CPC 131") -> ArticlePane:
    window.resize(1366, 768)
    window.context.speak(Language.RU)
    window.open(place)
    QApplication.processEvents()
    page = window.page("law")
    assert isinstance(page, LawPage)
    return page.article


def at_top(reader: UnitReader) -> str | None:
    """The unit under the upper edge of the view."""
    reader.complete()
    for _ in range(5):  # other words make the rail wider, and the pane narrower
        QApplication.processEvents()
    return reader.unit_at(QPoint(80, 24))


CHANGES: dict[str, Callable[[MainWindow, ArticlePane], None]] = {
    "language": lambda window, _pane: window.context.speak(Language.KK),
    "theme": lambda window, _pane: window.set_theme(Theme.DARK),
    "larger": lambda window, _pane: window.set_zoom(1.6),
    "smaller": lambda window, _pane: window.set_zoom(0.7),
    "columns": lambda _window, pane: pane.choose_columns(THREE),
    "width": lambda window, _pane: window.resize(1100, 768),
}


@pytest.mark.parametrize("change", list(CHANGES))
@pytest.mark.parametrize("unit", ["(2)", "(4)", "(4)(3)"])
def test_the_unit_at_the_top_stays(window: MainWindow, unit: str, change: str) -> None:
    pane = reading(window, f"CPC 131{unit}")
    assert at_top(pane.reader) == unit
    CHANGES[change](window, pane)
    if at_top(pane.reader) != unit:  # smaller letters, and the page ends in view with the unit
        bar = pane.reader.verticalScrollBar()
        assert change == "smaller"
        assert bar.value() == bar.maximum()
        top, _ = pane.reader._placed.reach(unit)
        assert bar.value() <= top < bar.value() + pane.reader.viewport().height()
    window.set_zoom(1.0)
    window.set_theme(Theme.LIGHT)
    window.context.speak(Language.RU)
    assert at_top(pane.reader) == unit


def test_the_middle_of_a_unit_stays(window: MainWindow) -> None:
    pane = reading(window, "CPC 131(2)")
    assert at_top(pane.reader) == "(2)"
    bar = pane.reader.verticalScrollBar()
    bar.setValue(bar.value() + 70)
    before = pane.reader._found_spot()
    assert before is not None
    assert 0.1 < before.share < 0.9
    for language in (Language.KK, Language.RU):
        window.context.speak(language)
        assert at_top(pane.reader) == "(2)"
        after = pane.reader._found_spot()
        assert after is not None
        assert abs(after.share - before.share) < 0.03  # of its height, in other words


def test_the_top_of_a_page_stays_its_top(window: MainWindow) -> None:
    pane = reading(window)
    pane.reader.scroll_to(0)
    window.context.speak(Language.KK)
    window.set_zoom(1.5)
    QApplication.processEvents()
    assert pane.reader.verticalScrollBar().value() == 0
    window.set_zoom(1.0)


def test_a_page_behind_keeps_its_unit(window: MainWindow) -> None:
    pane = reading(window, "CPC 131(4)(3)")
    window.go_to("calculators")
    window.context.speak(Language.KK)
    window.set_zoom(1.4)
    QApplication.processEvents()
    window.go_to("law")
    assert at_top(pane.reader) == "(4)(3)"
    window.set_zoom(1.0)


def test_a_selection_outlives_colours_and_sizes_but_not_words(window: MainWindow) -> None:
    pane = reading(window, "CPC 131(2)")
    at_top(pane.reader)
    cursor = pane.reader.textCursor()
    cursor.setPosition(400)
    cursor.setPosition(460, QTextCursor.MoveMode.KeepAnchor)
    pane.reader.setTextCursor(cursor)
    chosen = cursor.selectedText()
    assert chosen.strip()
    for change in ("theme", "larger"):
        CHANGES[change](window, pane)
        at_top(pane.reader)
        assert pane.reader.textCursor().selectedText() == chosen
    window.set_zoom(1.0)
    window.context.speak(Language.KK)
    at_top(pane.reader)
    assert not pane.reader.textCursor().hasSelection()


def test_a_paragraph_of_a_document_stays(window: MainWindow) -> None:
    reading(window)
    window.open("kz-response-2020 Q4 p6")
    page = window.page("documents")
    assert isinstance(page, DocumentsPage)
    assert at_top(page.section.reader) == "p6"
    window.context.speak(Language.KK)
    window.set_zoom(1.4)
    assert at_top(page.section.reader) == "p6"
    window.set_zoom(1.0)
