"""Larger letters, other colours, another size of the window: in whatever order they come, all stands alike."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzref.ui import slices
from kzref.ui.background import wait
from kzref.ui.checklists import questions
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.checklists_page import ChecklistsPage
from kzref.ui.slices import Slices
from kzref.ui.theme import Theme
from kzref.ui.widgets.choice_box import ChoiceBox

PLACES = (
    "CPC 131(4)", "checklist:first-hours", "calc:police-detention", "own:", "import:",
    "search:131",
)  # fmt: skip
MOMENT = 150  # milliseconds: longer than any of the window's own short waits
STILL_MOVING = 40  # moments at most


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Until nothing is at work and all parts stand where they stood a moment before."""
    qtbot.waitUntil(lambda: not any(one.is_at_work for one in window.findChildren(Slices)))
    wait()
    before: dict[str, tuple[int, ...]] = {}
    for _ in range(STILL_MOVING):
        qtbot.wait(MOMENT)
        now = stands(window)
        if now == before:
            return
        before = now


def stands(window: QWidget) -> dict[str, tuple[int, ...]]:
    """Where every part is that is seen; the inner parts of Qt's own widgets count as these."""
    found: dict[str, tuple[int, ...]] = {}

    def look(widget: QWidget, path: str) -> None:
        for number, child in enumerate(widget.children()):
            if isinstance(child, QWidget) and not child.isWindow():
                name = f"{path}/{type(child).__name__}{number}"
                if child.isVisible() and not child.objectName().startswith("qt_"):
                    found[name] = child.geometry().getRect()  # type: ignore[assignment]  # four numbers
                look(child, name)

    look(window, "")
    return found


@pytest.mark.parametrize("place", PLACES)
def test_colours_move_nothing(window: MainWindow, qtbot: QtBot, place: str) -> None:
    window.resize(1366, 768)
    if place.startswith("search:"):
        window.search(place.removeprefix("search:"))
        qtbot.waitUntil(lambda: window.current == "results", timeout=20_000)
    else:
        window.open(place)
    settle(window, qtbot)
    window.set_zoom(3.0)
    settle(window, qtbot)
    before = stands(window)
    for theme in (Theme.LIGHT, Theme.DARK):
        window.set_theme(theme)
        window.context.afterwards.finish()
        settle(window, qtbot)
        assert stands(window) == before
    window.resize(1500, 900)
    settle(window, qtbot)
    window.resize(1366, 768)
    settle(window, qtbot)
    assert stands(window) == before
    window.set_zoom(1.0)
    window.set_theme(Theme.LIGHT)


def test_no_question_is_squeezed_while_others_come(
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "SLICE", 0)
    monkeypatch.setattr(questions, "AT_ONCE", 1e-9)
    window.resize(1366, 768)
    window.set_zoom(3.0)
    page = window.show_page("checklists")
    assert isinstance(page, ChecklistsPage)
    making, said = page._questions._making, page._questions._said
    turns = 0
    while making.is_at_work:
        qapp.processEvents()
        turns += 1
        assert [
            (card._id, card.height(), card.heightForWidth(card.width()))
            for card in said
            if card.isVisible() and card.height() < card.heightForWidth(card.width())
        ] == []
    assert turns > len(said) > 0
    window.set_zoom(1.0)


def test_the_picture_in_the_presenters_window_fits_where_it_stands(
    window: MainWindow, qapp: QApplication
) -> None:
    window.showing.project()
    presenter = window.showing.presenter
    assert presenter is not None
    presenter.resize(1366, 768)
    window.set_zoom(2.0)
    for theme in (Theme.LIGHT, Theme.DARK):
        window.set_theme(theme)
        for _ in range(20):
            qapp.processEvents()
        assert presenter.size().toTuple() == (1366, 768)
        for picture in (presenter.view.now, presenter.view.next):
            drawn, room = picture.pixmap().size(), picture.size()
            assert drawn.width() <= room.width()
            assert drawn.height() <= room.height()
            assert drawn.width() == room.width() or drawn.height() == room.height()
        assert presenter.view.now.height() > 200
    presenter.close_if_open()
    window.set_zoom(1.0)
    window.set_theme(Theme.LIGHT)


def test_a_choice_that_is_cut_short_says_so(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["short", "a name of an act that has many words and then some more"])
    box.resize(200, 40)
    box.show()
    assert box.shown == "short"
    box.setCurrentIndex(1)
    assert box.shown.endswith("…")
    assert box.fontMetrics().horizontalAdvance(box.shown) < 200 - 10
    box.resize(900, 40)
    assert box.shown == box.currentText()
