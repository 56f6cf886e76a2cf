"""Everything has a name, is reached by Tab, shows its focus, and has room for longer words."""

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kzref.model.language import Language
from kzref.model.message import Argument
from kzref.services.catalogue import Catalogue
from kzref.ui.main_window import TABS, MainWindow

INTERACTIVE = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit,
)  # fmt: skip
PAGES = ("start", *TABS, "results")
FACTS = "calc:police-detention?detained_at=2026-11-20T23:40&protocol_at=2026-11-21T05:00"


def interactive(window: MainWindow) -> Iterator[QWidget]:
    """What one can act on now, without the inner parts of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit
        )
        if isinstance(widget, INTERACTIVE) and widget.isVisible() and not inner:
            yield widget


def called(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"


@pytest.mark.parametrize("language", list(Language))
def test_everything_has_a_name(window: MainWindow, language: Language) -> None:
    window.context.speak(language)
    window.open(FACTS)
    nameless = []
    for page in PAGES:
        window.show_page(page)
        for widget in interactive(window):
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name).strip():
                nameless.append(f"{page}: {called(widget)} in {called(widget.parentWidget())}")
    assert nameless == []


def test_tab_reaches_everything(window: MainWindow) -> None:
    window.open(FACTS)
    missed = []
    for page in PAGES:
        window.show_page(page)
        chain, widget = set(), window.nextInFocusChain()
        while widget not in chain and widget is not None:
            chain.add(widget)
            widget = widget.nextInFocusChain()
        missed += [
            f"{page}: {called(widget)}"
            for widget in interactive(window)
            if widget.isEnabled()
            and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and not (widget in chain and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        ]
    assert missed == []


def test_focus_is_seen(window: MainWindow, qapp: QApplication) -> None:
    window.open(FACTS)
    unseen = []
    window.activateWindow()
    for page in PAGES:
        window.show_page(page)
        looked: set[type] = set()
        for widget in interactive(window):
            if type(widget) in looked or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            looked.add(type(widget))
            window.setFocus()
            qapp.processEvents()
            without = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            if widget.hasFocus() and widget.grab().toImage() == without:
                unseen.append(f"{page}: {called(widget)}")
    assert unseen == []


@pytest.mark.parametrize("language", list(Language))
def test_words_half_as_long_again_have_room(
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    """A translation may be two fifths longer than the one at hand."""
    plain = Catalogue._said

    def longer(self: Catalogue, key: str, arguments: Mapping[str, Argument]) -> str:
        said = plain(self, key, arguments)
        return said if key.startswith("hint.") else said + " " + "ж" * (len(said) * 2 // 5)

    monkeypatch.setattr(Catalogue, "_said", longer)
    window.resize(1366, 768)
    window.context.language = language
    window.context.language_changed.emit()
    window.open(FACTS)
    clipped = []
    for page in PAGES:
        window.show_page(page)
        qapp.processEvents()
        assert window.width() == 1366
        for widget in window.findChildren(QWidget):
            fixed = isinstance(widget, QAbstractButton) or (
                isinstance(widget, QLabel) and not widget.wordWrap() and widget.minimumWidth() != 1
            )
            if fixed and widget.isVisible() and widget.sizeHint().width() > widget.width() + 1:
                clipped.append(f"{page}: {called(widget)}: {widget.text()}")  # type: ignore[attr-defined]
    assert clipped == []
