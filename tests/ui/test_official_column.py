"""Official texts beside digests: each unit says whose words it has, and its ground is of one colour."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kzref.model.text import Language
from kzref.services.law.columns import Column, Layer
from kzref.ui.main_window import MainWindow
from kzref.ui.pages.article_pane import ArticlePane
from kzref.ui.pages.law_page import LawPage
from tests.ui.test_own_texts import NEW, stored

BOTH = (
    Column(layer=Layer.DIGEST, language=Language.RU),
    Column(layer=Layer.OFFICIAL, language=Language.RU),
)

DIGESTS = tuple(Column(layer=Layer.DIGEST, language=language) for language in Language)


def beside(window: MainWindow, folder: Path) -> ArticlePane:
    path = folder / "new.txt"
    path.write_text(NEW, encoding="utf-8")
    stored(window, path)
    window.context.speak(Language.RU)
    window.open("CPC 131(1)")
    page = window.page("law")
    assert isinstance(page, LawPage)
    page.article.choose_columns(BOTH)
    page.article.reader.complete()
    QApplication.processEvents()
    return page.article


def test_each_official_unit_is_signed(window: MainWindow, tmp_path: Path) -> None:
    shown = beside(window, tmp_path).reader.toPlainText().replace("\xa0", " ")
    assert " §  1. Ветер дует три часа" in shown
    assert " §  3. Ветер стихает" in shown
    assert "§ Русский: официальный текст" in shown
    assert shown.count("§") == 3  # and no digest is


def test_the_tint_leaves_no_patch_behind_words(window: MainWindow) -> None:
    window.open("CPC 131(1)")
    page = window.page("law")
    assert isinstance(page, LawPage)
    pane = page.article
    pane.choose_columns(DIGESTS)
    pane.reader.complete()
    pane.show_place(pane._unit("(4)"))
    found = pane.reader.document().find("не дольше 48 часов")
    assert found.hasSelection()
    ground = found.charFormat().background()
    is_bare = ground.style() is Qt.BrushStyle.NoBrush
    assert is_bare or ground.color() == QColor(window.context.inks.accent_soft)
