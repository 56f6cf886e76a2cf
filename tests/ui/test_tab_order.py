"""Tab goes through the window as it is read, to every control, on every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kzref.ui.frame.tab_order import stops
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage

DETAINED = "calc:police-detention?detained_at=2026-11-22T23:40"
PLACES = (
    "CPC 131(4)", DETAINED, "checklist:first-hours", "recommendation:", "kz-response-2020", "statistic:",
    "note:", "own:", "import:", "about:",
)  # fmt: skip


def names(window: MainWindow) -> list[str]:
    return [one.accessibleName() or type(one).__name__ for one in stops(window.frame)]


@pytest.mark.parametrize("place", PLACES)
def test_no_control_is_out_of_reach(window: MainWindow, place: str) -> None:
    window.open(place)
    way = set(stops(window.frame))
    for widget in window.frame.findChildren(QWidget):
        policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if policy and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            assert widget in way, (type(widget).__name__, widget.accessibleName())


def test_tab_follows_the_eye(window: MainWindow) -> None:
    window.activateWindow()
    window.open(DETAINED)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    way = list(stops(window.frame))
    fact, answer = page.form.field("detained_at"), page.answer.reader
    rail = window.clock_rail
    assert rail is not None
    clocks = [one for one in way if rail.isAncestorOf(one)]
    order = [way.index(one) for one in (window.bar.search, fact, answer, *clocks)]
    assert clocks
    assert order == sorted(order)
    last = way[way.index(answer) - 1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is answer
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is way[way.index(last) - 1]
    window.bar.search.setFocus()
    QTest.keyClick(window.bar.search, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is way[way.index(window.bar.search) + 1]
    assert names(window)[way.index(window.bar.search) + 1] == window.context.words(
        "law.as_of_label"
    )


def test_a_screen_reader_hears_date_and_law(window: MainWindow) -> None:
    window.open(DETAINED)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    said = page.answer.reader.accessibleDescription()
    assert "24 November 2026 (Tue), 23:40" in said
    assert "CPC art. 131(4)" in said
    page.form.enter({})
    page.refresh()
    assert not page.answer.reader.accessibleDescription()


def test_a_tab_is_one_of_several(window: MainWindow) -> None:
    for button in window.frame.rail.buttons.values():
        spoken = QAccessible.queryAccessibleInterface(button)
        assert spoken.role() is QAccessible.Role.RadioButton


def test_f6_goes_from_pane_to_pane(window: MainWindow) -> None:
    window.activateWindow()
    window.open(DETAINED)
    page, rail = window.page("calculators"), window.clock_rail
    assert isinstance(page, CalculatorsPage)
    assert rail is not None
    parts = (window.bar, window.frame.rail, page.facts, page.answer, rail)

    def here() -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def where() -> QWidget:
        return next(part for part in parts if part.isAncestorOf(here()))

    window.bar.search.setFocus()
    seen = []
    for _ in parts:
        seen.append(where())
        QTest.keyClick(here(), Qt.Key.Key_F6)
    assert seen == list(parts)
    assert where() is window.bar
    QTest.keyClick(here(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert where() is rail
    page.answer.reader.setFocus()
    QTest.keyClick(page.answer.reader, Qt.Key.Key_Tab)  # to a link of the answer
    QTest.keyClick(page.answer.reader, Qt.Key.Key_F6)
    assert where() is rail
