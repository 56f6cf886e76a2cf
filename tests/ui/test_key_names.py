"""Keys are named as on the keyboard, hints name only keys that do something, and nothing stays blank."""

import pytest
from PySide6.QtWidgets import QApplication

from kzref.model.language import Language
from kzref.services.catalogue import catalogue
from kzref.ui.frame.key_names import written
from kzref.ui.main_window import MainWindow
from kzref.ui.projector.commands import KEYS


@pytest.mark.parametrize(
    ("chord", "named"),
    [("Return", "Enter"), ("Shift+Right", "Shift+→"), ("PgDown", "PgDn"), ("+", "+"), ("J", "J"),
     ("Ctrl++", "Ctrl++"), ("Ctrl+Shift+C", "Ctrl+Shift+C")],
)  # fmt: skip
def test_keys_are_named_as_on_the_keyboard(chord: str, named: str) -> None:
    assert written(chord, catalogue(Language.KK)) == named


def test_the_space_bar_has_its_name_in_each_language() -> None:
    names = [written("Space", catalogue(language)) for language in Language]
    assert len(set(names)) == len(list(Language))


def test_no_name_of_the_program_is_shown(window: MainWindow) -> None:
    window.context.speak(Language.RU)
    window.open("CPC 131")
    window.sheets.toggle_map("law")
    assert window.sheets._map is not None
    shown = window.sheets._map._reader.toPlainText()
    assert "Пробел" in shown
    for name in ("Space", "Return", "Left", "Right"):
        assert name not in shown.replace("PgDn", "")


def test_palette_says_that_nothing_fits(window: MainWindow, qapp: QApplication) -> None:
    window.sheets.open_palette("law")
    palette = window.sheets._palette
    assert palette is not None
    palette._field.setText("qqqzzzxxw")
    qapp.processEvents()
    assert palette._list.count() == 0
    assert palette._none.isVisible()
    assert "Ctrl+K" in palette._none.text()
    palette._field.setText("")
    qapp.processEvents()
    assert palette._list.isVisible()
    assert not palette._none.isVisible()


def test_the_presenter_is_told_of_keys_that_do_something(window: MainWindow) -> None:
    presenter = window.showing.project()
    assert {"vote.4", "what_if", "clock"} <= KEYS.keys()
    presenter._open("scenario:friday-evening-hours")
    options = len(presenter.conductor.staging.options)
    assert options == 4
    assert f"1-{options}\N{NO-BREAK SPACE}" in presenter._desk._help.text()
    assert "C\N{NO-BREAK SPACE}clock" in presenter._desk._help.text()
    presenter._open("checklist:first-hours")
    assert "vote" not in presenter._desk._help.text()
    assert "clock" not in presenter._desk._help.text()
    presenter.close_if_open()
