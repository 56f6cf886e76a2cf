"""While a page is being laid out, keys count, and nothing of another page is ever shown."""

import time
from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from kzref.model.text import Language
from kzref.services.search.answer import Found
from kzref.ui import ahead, slices
from kzref.ui.background import wait
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.pages.law_page import LawPage
from kzref.ui.pages.recommendations_page import RecommendationsPage
from kzref.ui.slices import Slices
from kzref.ui.widgets import reader as reader_module
from kzref.ui.widgets.reader import Reader


@pytest.fixture
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """One step for each turn of the event loop, none before the first."""
    monkeypatch.setattr(slices, "SLICE", 0)
    monkeypatch.setattr(reader_module, "AT_ONCE", 0)


@pytest.fixture
def pane(qtbot: QtBot) -> Reader:
    reader = Reader("pane")
    qtbot.addWidget(reader)
    reader.resize(500, 300)
    reader.show()
    return reader


def _parts(name: str, count: int = 40) -> Iterator[str]:
    for number in range(count):
        yield (
            f'<html><body><table><tr><td><a name="{name}{number}">{name} {number}</a>'
            f"{'<br>line' * 6}</td></tr></table></body></html>"
        )


def _words(reader: Reader) -> str:
    """What is laid out so far."""
    return reader.document().toPlainText()


@pytest.mark.usefixtures("_slow")
def test_page_comes_in_parts_and_is_given_whole(pane: Reader, qtbot: QtBot) -> None:
    pane.show_page(_parts("one"))
    assert "one 0" in _words(pane)
    assert "one 39" not in _words(pane)
    assert "one 39" in pane.toPlainText()
    pane.show_page(_parts("two"))
    qtbot.waitUntil(lambda: "two 39" in _words(pane))
    assert _words(pane).count("two ") == 40


@pytest.mark.usefixtures("_slow")
def test_newer_page_takes_the_place_of_an_unfinished_one(pane: Reader, qtbot: QtBot) -> None:
    for name in ("one", "two", "three"):
        pane.show_page(_parts(name))
        QApplication.processEvents()
        assert not any(other in _words(pane) for other in {"one", "two", "three"} - {name})
    pane.show_page("<p>short</p>")
    qtbot.wait(50)
    assert _words(pane).strip() == "short"


@pytest.mark.usefixtures("_slow")
def test_place_far_down_is_reached_and_stays(pane: Reader, qtbot: QtBot) -> None:
    pane.show_page(_parts("one"), anchor="one25")
    qtbot.waitUntil(lambda: "one 39" in _words(pane))
    at = pane.cursorForPosition(QPoint(10, reader_module.HEADROOM + 10)).block().text()
    assert at.startswith("one 25")
    before = pane.verticalScrollBar().value()
    pane.refresh(_parts("two"))
    assert pane.scrolled == before  # where it will be
    qtbot.waitUntil(lambda: "two 39" in _words(pane))
    assert pane.verticalScrollBar().value() == before
    assert pane.viewport().updatesEnabled()


@pytest.mark.usefixtures("_slow")
def test_reader_who_scrolls_is_not_pulled_away(pane: Reader, qtbot: QtBot) -> None:
    pane.show_page(_parts("one"), anchor="one39")
    QApplication.processEvents()
    pane.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    qtbot.waitUntil(lambda: "one 39" in _words(pane))
    qtbot.wait(20)
    assert pane.verticalScrollBar().value() == 0
    assert pane.viewport().updatesEnabled()


def test_step_that_begins_another_work_ends_its_own(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Slices(QApplication.instance())  # type: ignore[arg-type]  # there is one

    def first() -> Iterator[None]:
        work.begin(second(), at_once=1)
        yield
        done.append("first")

    def second() -> Iterator[None]:
        done.append("second")
        yield

    work.begin(first(), at_once=1)
    qtbot.wait(20)
    assert done == ["second"]
    assert not work.is_at_work


@pytest.mark.usefixtures("_slow")
def test_turning_fast_shows_the_last_place_only(window: MainWindow, qtbot: QtBot) -> None:
    for place in ("CPC 131", "statistic:", "CC 297", "hazard:", "recommendation:I.1", "CPC 147"):
        window.open(place)
        QApplication.processEvents()
    page = window.page("law")
    assert isinstance(page, LawPage)
    reader = page.article.reader
    qtbot.waitUntil(lambda: not reader._slices.is_at_work)
    assert window.current == "law"
    _, heading, *_ = _words(reader).split("\n")
    assert heading.startswith("CPC art. 147")
    assert heading.endswith("Custody")


@pytest.mark.usefixtures("_slow")
def test_units_are_stepped_through_before_all_are_laid_out(window: MainWindow) -> None:
    window.open("CPC 131")
    page = window.page("law")
    assert isinstance(page, LawPage)
    page.article.step(1)
    page.article.step(1)
    assert page.place == "CPC 131(2)"
    window.open("CPC 147")
    page.article.step(1)
    assert page.place == "CPC 147(1)"


def test_late_search_does_not_push_an_article_away(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = window.context.desk.search
    asked: list[str] = []

    def slow(query: str, **how: object) -> Found:
        asked.append(query)
        time.sleep(0.2)
        return find(query, **how)  # type: ignore[arg-type]  # handed through

    find = search.find
    monkeypatch.setattr(search, "find", slow)
    window.search("detention")
    qtbot.waitUntil(lambda: bool(asked))
    window.open("CPC 147")
    wait()
    qtbot.wait(50)
    assert window.current == "law"
    assert window.page("law").place == "CPC 147"


@pytest.mark.usefixtures("_slow")
def test_checklist_left_half_made_is_whole_at_the_return(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("checklists")
    window.go_to("law")
    assert window.current == "law"
    window.go_to("checklists")
    page = window.page("checklists")
    assert isinstance(page, ChecklistsPage)
    qtbot.waitUntil(page.items[0].hasFocus)
    many = len(page.items)
    window.open("checklist:remand-hearing")
    window.open("checklist:first-hours")
    assert len(page.items) == many
    QTest.keyClick(page.items[0], Qt.Key.Key_N)
    assert page.items[0].answer == "no"


def test_pages_behind_follow_the_language_when_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("recommendations")
    window.go_to("law")
    window.context.speak(Language.RU)
    behind = window.pages["recommendations"]
    assert isinstance(behind, RecommendationsPage)
    assert "Найдено" in window.page("recommendations").findChild(Reader).toPlainText()  # type: ignore[union-attr]
    window.context.speak(Language.EN)
    qtbot.waitUntil(lambda: "Found" in behind.findChild(Reader).document().toPlainText())  # type: ignore[union-attr]


def test_page_behind_keeps_its_place_through_a_change_of_colours(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open("hazard:")
    reader = window.page("documents").findChild(Reader)
    assert reader is not None
    reader.complete()
    reader.verticalScrollBar().setValue(900)
    before = reader.toPlainText()
    window.go_to("law")
    window.next_theme()
    window.go_to("documents")
    qtbot.waitUntil(lambda: reader.document().toPlainText() == before)
    qtbot.waitUntil(lambda: reader.verticalScrollBar().value() == 900)


@pytest.mark.parametrize("name", ahead.MODULES)
def test_what_is_loaded_ahead_exists(name: str) -> None:
    assert import_module(name).__name__ == name
