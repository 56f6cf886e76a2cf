"""Larger letters need more room and get it: nothing is cut off, the window does not grow."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzref.model.language import Language
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.slices import Slices
from kzref.ui.widgets.listing import Listing
from kzref.ui.widgets.panes import Panes
from tests.ui.clipping import clipped

FACTS = "calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T05:00"
SIZES = [(1024, 640), (1366, 768), (1920, 1080)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("zoom", [1.0, 2.0, 3.0])
def test_reflow(window: MainWindow, qapp: QApplication, zoom: float, language: Language) -> None:
    window.context.speak(language)
    window.open(FACTS)
    window.set_zoom(zoom)
    page = window.page("calculators")
    assert isinstance(page, CalculatorsPage)
    lanes = page.answer.pictures.lanes
    for size in SIZES:
        window.resize(*size)
        qapp.processEvents()
        if size != (1024, 640) or zoom < 3:
            assert window.width() == size[0]
        assert lanes.height() >= lanes.heightForWidth(lanes.width())
        rail = window.clock_rail
        assert rail is not None
        assert rail.x() + rail.width() <= window.width()
        for card in rail.cards:
            assert card._time.sizeHint().width() <= card._time.width()
        for button in window.frame.rail.buttons.values():
            assert button.iconSize().height() == round(22 * zoom)
            assert button.sizeHint().width() <= button.width()
    window.set_zoom(1.0)


def test_panes_stand_where_there_is_no_width(window: MainWindow, qapp: QApplication) -> None:
    page = window.show_page("calculators")
    window.resize(1366, 768)
    qapp.processEvents()
    panes = page.findChild(Panes)
    assert panes is not None
    first, second = panes.widget(0), panes.widget(1)
    assert first is not None
    assert second is not None
    assert first.y() == second.y()
    assert not panes._bar.isVisible()
    window.set_zoom(3.0)
    window.resize(1366, 1900)
    qapp.processEvents()
    assert second.y() >= first.y() + first.height()
    assert not panes._bar.isVisible()
    window.resize(1366, 768)
    qapp.processEvents()
    assert first.isVisible() is not second.isVisible(), "no height for two"
    assert panes._bar.isVisible()
    for pane, name in zip((first, second), panes._names, strict=True):
        assert name.text()
        name.click()
        assert pane.isVisible()
        assert first.isVisible() is not second.isVisible()
    window.set_zoom(1.0)
    qapp.processEvents()
    assert first.isVisible()
    assert second.isVisible()


def test_choice_in_a_list_is_shown(window: MainWindow, qapp: QApplication) -> None:
    page = window.show_page("documents")
    window.set_zoom(3.0)
    window.resize(1366, 768)
    qapp.processEvents()
    panes = page.findChild(Panes)
    assert panes is not None
    panes._names[0].click()
    listing = panes.widget(0)
    assert isinstance(listing, Listing)
    assert listing.isVisible()
    listing.activated.emit(listing.currentIndex())
    assert not listing.isVisible()
    assert panes.widget(1).isVisible()
    window.set_zoom(1.0)


PLACES = (
    "tab:start", "CPC 131(4)", "calc:police-detention", FACTS, "calc:custody-permitted",
    "checklist:first-hours", "tab:recommendations", "tab:documents", "tab:about", "own:", "import:",
    "search:131", "keys",
)  # fmt: skip


def go(window: MainWindow, place: str) -> None:
    """Show a place, a tab, or the sheet of keys."""
    if place == "keys":
        window.sheets.toggle_map(window.current)
    elif place.startswith("tab:"):
        window.go_to(place.removeprefix("tab:"))
    else:
        window.open(place)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("zoom", [2.0, 3.0])
def test_nothing_is_cut_off_on_any_page(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, zoom: float, language: Language
) -> None:
    window.context.speak(language)
    window.set_zoom(zoom)
    window.resize(1366, 768)
    found = []
    for place in PLACES:
        go(window, place)
        if place.startswith("search:"):
            qtbot.waitUntil(lambda: window.current == "results", timeout=20_000)
        qtbot.waitUntil(lambda: not any(one.is_at_work for one in window.findChildren(Slices)))
        for _ in range(40):  # what is new is laid out from the inside outwards, turn by turn
            qapp.processEvents()
        if (window.width(), window.height()) != (1366, 768):
            found.append(f"{place}: the window grew to {window.size().toTuple()}")
        found += [f"{place}: {fault}" for fault in clipped(window)]
        if place == "checklist:first-hours":
            page = window.page("checklists")
            assert isinstance(page, ChecklistsPage)
            for item in page.items[:2]:
                item._buttons["no"].click()
            for _ in range(40):
                qapp.processEvents()
            found += [f"{place} answered: {fault}" for fault in clipped(window)]
            page.clear()
    window.set_zoom(1.0)
    assert found == [], "\n".join(found)
