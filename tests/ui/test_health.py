"""The window looks after itself: a fault of its files is said where it is seen, and the rest works."""

import os
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kzref import paths
from kzref.model.text import Language
from kzref.paths import user_data
from kzref.ui import resources
from kzref.ui.html.health import FORGET, FORGET_SURELY
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.about_page import AboutPage
from kzref.ui.start import open_window
from kzref.ui.watch import look_now
from kzref.ui.widgets.reader import Reader


def about(window: MainWindow) -> AboutPage:
    page = window.show_page("about")
    assert isinstance(page, AboutPage)
    return page


def said(page: AboutPage) -> str:
    return "\n".join(reader.toPlainText() for reader in page.findChildren(Reader))


def test_about_says_who_vouches_for_this_copy(window: MainWindow, qtbot: QtBot) -> None:
    page = about(window)
    qtbot.waitUntil(lambda: window.context.health is not None, timeout=20_000)
    for language in Language:
        window.context.speak(language)
        words = window.context.words
        for key in ("integrity.unsigned", "health.clocks", "health.letters"):
            assert words(key) in said(page)
        health = window.context.health
        assert health is not None
        assert health.cards is not None
        total = health.cards.passed
        assert words("about.cards", passed=total, total=total) in said(page)
    warning = window.findChild(QLabel, "unsound")
    assert warning is not None
    assert warning.isHidden()


@pytest.mark.parametrize(
    "name", ["translations/en.mo", "resources/styles/kzref.qss", "resources/icons/law.svg", "index/index.json"]
)  # fmt: skip
def test_the_window_opens_without_a_file_and_names_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "bundle"
    shutil.copytree(paths.bundled(), folder, copy_function=os.link)
    (folder / name).unlink()
    monkeypatch.setenv("KZREF_BUNDLE", str(folder))
    resources.icon.cache_clear()
    resources.style_sheet.cache_clear()
    window = open_window(qapp, Language.EN)
    window.show()
    look_now(window.context)
    qtbot.waitUntil(lambda: window.context.health is not None, timeout=20_000)
    window.context.afterwards.finish()  # what is known before the window watches is said all the same
    warning = window.findChild(QLabel, "unsound")
    assert warning is not None
    assert name in warning.text() or name in warning.toolTip()
    assert name in said(about(window))
    window.open("calc:police-detention?detained_at=2026-11-20T23:40")
    assert window.current == "calculators"
    window.context.stop()
    window.close()
    window.deleteLater()
    resources.icon.cache_clear()
    resources.style_sheet.cache_clear()


def test_one_action_removes_what_kzref_wrote_after_asking_once(window: MainWindow) -> None:
    user_data().mkdir(parents=True)
    library = user_data() / "library.db"
    library.write_bytes(b"")
    page = about(window)
    reader = page.findChild(Reader)
    assert reader is not None
    assert str(library) in said(page)
    reader.followed.emit(FORGET)
    assert library.exists()
    assert window.context.words("forget.yes") in said(page)
    with patch("pathlib.Path.unlink", side_effect=PermissionError(13, "not allowed")):
        reader.followed.emit(FORGET_SURELY)
    assert library.exists()
    assert "could not be removed" in said(page)
    assert "not allowed" in said(page)
    reader.followed.emit(FORGET_SURELY)
    assert not library.exists()
    assert "could not be removed" not in said(page)


def test_the_edition_stands_beside_the_help_where_there_is_width(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.show()
    page = about(window)
    QApplication.processEvents()
    heading = window.context.words("about.private")
    help_pane, edition = page.findChildren(Reader)
    assert heading in edition.toPlainText()
    assert heading not in help_pane.toPlainText()
    window.set_zoom(2.0)
    QApplication.processEvents()
    assert not edition.isVisible()
    assert heading in help_pane.toPlainText()
    window.set_zoom(1.0)
