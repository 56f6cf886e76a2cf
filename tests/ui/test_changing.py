"""A change of the whole window takes several turns of the event loop, and none of them is seen half done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzref.model.language import Language
from kzref.ui import slices
from kzref.ui.main_window import MainWindow
from kzref.ui.theme import INKS, Theme


class _Painted(QObject):
    """Writes down what the event loop painted: each turn a list of widgets."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.turns: list[set[str]] = [set()]
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.turns[-1].add(type(watched).__name__)
        return False

    def turn(self) -> None:
        self.turns.append(set())
        QApplication.processEvents()


@pytest.fixture
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """One step for each turn of the event loop."""
    monkeypatch.setattr(slices, "SLICE", 0)


@pytest.fixture
def painted(qapp: QApplication) -> Iterator[_Painted]:
    watch = _Painted(qapp)
    yield watch
    qapp.removeEventFilter(watch)


def _act(window: MainWindow, action: str) -> None:
    next(one for one in window.context.actions if one.id == action).act()


@pytest.mark.usefixtures("_slow")
@pytest.mark.parametrize("action", ["theme", "zoom.in", "language"])
def test_nothing_half_changed_is_painted(
    window: MainWindow, qtbot: QtBot, painted: _Painted, action: str
) -> None:
    window.open("CPC 131")
    qtbot.wait(300)
    _act(window, action)
    painted.turns.clear()
    while window.changing.is_at_work:
        painted.turn()
    assert len(painted.turns) > 1
    assert not any(painted.turns[:-1])  # in the last of them the window is let paint
    qtbot.waitUntil(lambda: {"TopBar", "UnitReader"} <= set().union(*painted.turns))
    assert not window.changing.is_at_work
    _act(window, "zoom.usual")
    window.set_theme(Theme.LIGHT)


@pytest.mark.usefixtures("_slow")
def test_a_change_within_a_change_loses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.open("CPC 131")
    for action in ("theme", "language", "zoom.in", "language"):
        _act(window, action)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not window.changing.is_at_work)
    assert window.updatesEnabled()
    assert window.context.theme is Theme.DARK
    assert window.context.language is Language.RU
    assert window.context.zoom == pytest.approx(1.1)
    search = window.bar.search
    assert search.placeholderText() == window.context.words("search.hint")
    assert search.palette().color(QPalette.ColorRole.Text).name() == INKS[Theme.DARK].text
    window.set_zoom(1.0)
    window.set_theme(Theme.LIGHT)


@pytest.mark.usefixtures("_slow")
def test_a_step_that_fails_leaves_the_window_seen(window: MainWindow) -> None:
    def steps() -> Iterator[None]:
        yield
        raise ValueError("a step")

    window.changing.begin(steps())
    assert not window.updatesEnabled()
    with pytest.raises(ValueError, match="a step"):
        window.changing.finish()
    assert window.updatesEnabled()
    assert not window.changing.is_at_work
