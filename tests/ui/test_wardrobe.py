"""Every part of the windows is dressed, and what is hidden not before it is shown."""

import re

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kzref.ui import theme
from kzref.ui.frame.rail import TABS
from kzref.ui.main_window import MainWindow
from kzref.ui.resources import SIZE
from kzref.ui.theme import INKS, Theme
from kzref.ui.wardrobe import Wardrobe


def undressed(window: QWidget) -> set[str]:
    """Widgets of which neither they nor anything around them has a style sheet."""
    found = set()
    for widget in window.findChildren(QWidget):
        around: QWidget | None = widget
        while around is not None and not around.styleSheet():
            around = around.parentWidget()
        if around is None:
            found.add(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found


def test_nothing_is_forgotten(window: MainWindow) -> None:
    for name in TABS:
        window.show_page(name)
    window.open("CPC 131")
    window.search("131")
    window.page("results")
    window.sheets.toggle_map("law")
    window.sheets.open_palette("law")
    window.sheets.hide_everything()
    window.frame.find_here()
    window.frame.put_notice()
    window.open("calc:police-detention?detained_at=2026-11-22T23:40&protocol_at=2026-11-23T05:00")
    window.showing.open_bench()
    presenter = window.showing.project()
    assert undressed(window) == {"Frame desk", "Shelf"}  # which show nothing of their own
    assert undressed(presenter) == set()
    presenter.close_if_open()


def test_what_is_hidden_waits(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    seen, hidden = QLabel("seen"), QLabel("hidden")
    hidden.hide()
    wardrobe = Wardrobe(window)
    wardrobe.change("QLabel { color: red }")
    for part in (seen, hidden):
        column.addWidget(part)
        wardrobe.dress(part)
    window.show()
    wardrobe.change("QLabel { color: blue }")
    assert "blue" in seen.styleSheet()
    assert "red" in hidden.styleSheet()
    assert not wardrobe.is_stale(seen)
    assert wardrobe.is_stale(hidden)
    hidden.show()
    assert "blue" in hidden.styleSheet()
    assert not wardrobe.is_stale(hidden)


def test_a_part_may_have_the_rules_of_its_kinds_alone(qtbot: QtBot) -> None:
    button = QPushButton("of the rail")
    qtbot.addWidget(button)
    wardrobe = Wardrobe(button)
    wardrobe.change(theme.sheet(Theme.DARK))
    wardrobe.dress(button, "QPushButton")
    sheet = button.styleSheet()
    assert "QPushButton:hover {" in sheet
    assert "* { outline" in sheet
    assert "QToolTip {" in sheet
    assert "QLineEdit" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_a_part_has_every_rule_that_it_needs(window: MainWindow) -> None:
    for name in TABS:
        window.show_page(name)
    window.search("131")
    window.page("results")
    parts = (window.statusBar(), window.frame.rail, *window.pages.values())
    missing = {
        (type(part).__name__, type(widget).__name__, selector)
        for part in parts
        for selector in selectors(theme.sheet(Theme.LIGHT))
        for widget in (part, *part.findChildren(QWidget))
        if selector not in part.styleSheet() and may_select(selector, widget)
    }
    assert missing == set()


def selectors(sheet: str) -> list[str]:
    """Every selector of a style sheet that names a kind of widget or one by name."""
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    heads = re.findall(r"([^{}]+)\{", rules)
    return [one.strip() for head in heads for one in head.split(",") if one.strip() != "*"]


def may_select(selector: str, widget: QWidget) -> bool:
    """Whether kind, name and role, last in the selector, are those of the widget."""
    last = selector.rpartition(" ")[2]
    kind, name = re.match(r"(\w*)(?:#(\w+))?", last).groups()  # type: ignore[union-attr]
    role = re.search(r'\[role="(\w+)"\]', last)
    return (
        widget.inherits(kind)
        and name in {None, widget.objectName()}
        and (role is None or role[1] == widget.property("role"))
    )


def test_a_page_behind_has_the_colours_and_letters_when_it_comes(
    window: MainWindow, qapp: QApplication
) -> None:
    window.show()
    window.show_page("law")
    window.show_page("about")
    window.set_theme(Theme.DARK)
    window.set_zoom(2.0)
    assert window.context.wardrobe.is_stale(window.pages["law"])
    law = window.show_page("law")
    filter_ = law.findChild(QLineEdit, "filter")
    assert filter_ is not None
    qapp.processEvents()
    assert filter_.palette().color(QPalette.ColorRole.Text).name() == INKS[Theme.DARK].text
    assert filter_.font().pointSize() == 2 * SIZE
    window.set_zoom(1.0)
    window.set_theme(Theme.LIGHT)
