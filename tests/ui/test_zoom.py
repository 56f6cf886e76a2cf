"""Larger letters need more room and get it: nothing is cut off, the window does not grow."""

import pytest
from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.calculators_page import CalculatorsPage
from kzref.ui.widgets.panes import Panes

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
    lanes = page._pictures.lanes
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
        for button in window._tabs.values():
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
    window.set_zoom(3.0)
    qapp.processEvents()
    assert second.y() >= first.y() + first.height()
    window.set_zoom(1.0)
