"""Where there is little room: panes keep their names, what mends a file and what can be shown stay at hand."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kzref.ui.main_window import MainWindow
from kzref.ui.pages.import_page import ImportPage
from kzref.ui.widgets.panes import Panes
from tests.ui.test_own_texts import OLD


@pytest.fixture
def low(window: MainWindow, tmp_path: Path) -> Iterator[ImportPage]:
    """The page that brings texts, with one in it, at 300 per cent on a small screen."""
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    window.resize(1366, 768)
    window.show()
    window.bring([tmp_path / "old.txt"])
    page = window.page("import")
    assert isinstance(page, ImportPage)
    begun = monotonic()
    while not page.queue.items or page.queue.is_busy:
        assert monotonic() - begun < 60
        QApplication.processEvents()
    window.set_zoom(3.0)
    QApplication.processEvents()
    yield page
    window.set_zoom(1.0)


def test_each_pane_has_its_name_where_one_is_shown(low: ImportPage) -> None:
    panes = low.findChild(Panes)
    assert panes is not None
    assert panes.shows_one
    said = [one.text() for one in panes._bar.findChildren(QPushButton)]
    assert said == ["Files", "What was understood"]


def test_a_file_can_be_mended_where_one_thing_is_shown(low: ImportPage) -> None:
    assert low._reader.isVisible()
    assert not low._mending.isVisible()
    low.buttons["mend"].click()
    assert low._mending.form.isVisible()
    assert low._mending.marks.isVisible()
    assert not low._reader.isVisible()
    low.buttons["mend"].click()
    assert low._reader.isVisible()


def test_the_presenter_finds_the_list_in_a_narrow_window(window: MainWindow) -> None:
    next(action for action in window.context.actions if action.id == "project").act()
    presenter = window.showing.presenter
    assert presenter is not None
    presenter.resize(1900, 1000)
    QApplication.processEvents()
    assert not presenter.panels.holds(presenter.listing)
    presenter.resize(900, 700)
    QApplication.processEvents()
    assert presenter.panels.holds(presenter.listing)
    assert presenter.panels.tabText(0) == "What to show"
    presenter.resize(1900, 1000)
    QApplication.processEvents()
    assert not presenter.panels.holds(presenter.listing)
    assert presenter.listing.isVisible()
    window.set_zoom(2.0)
    QApplication.processEvents()
    assert presenter.panels.tabBar().font().pointSize() == presenter.font().pointSize()
    window.set_zoom(1.0)
    presenter.close_if_open()


def test_the_line_at_the_foot_keeps_what_matters_most(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    whole = window.status.text()
    assert whole == window.status.toolTip()
    window.status.setFixedWidth(420)
    QApplication.processEvents()
    assert whole.endswith(window.status.text()[1:])
    assert window.status.text()[0].isupper()  # a sentence all the same
    assert window.status.text() != whole
    window.statusBar().showMessage("saved")
    QApplication.processEvents()
    assert not window.status.isVisible()
    window.statusBar().clearMessage()
    assert window.status.isVisible()
