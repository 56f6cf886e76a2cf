"""Puts the window together, and tells in a sentence why it cannot be."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kzref.model.errors import KzrefError
from kzref.model.language import Language
from kzref.paths import user_data
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.ui import theme
from kzref.ui.context import Context
from kzref.ui.main_window import MainWindow
from kzref.ui.resources import dress_window, install_font, load_font

if TYPE_CHECKING:
    from kzref.services.last_place import LastPlace

FRAME = 48  # pixels: the title that a desktop puts over a window
_STYLE = ("-style", "Fusion")  # asked for in words: the style as an object is slow to wrap


def preferred_language(last: str = "") -> Language:
    """`KZREF_LANG` when set, else that of the last session, else the system's, else Russian."""
    wanted = (os.environ.get("KZREF_LANG") or last or QLocale.system().name())[:2]
    return Language(wanted) if wanted in set(Language) else Language.RU


def new_application(arguments: Sequence[str]) -> QApplication:
    """The application, in the style that kzref's own dress is made for."""
    return QApplication([*arguments, *_STYLE])


def open_window(application: QApplication, language: Language | None = None) -> MainWindow:
    """The window over the bundled edition, not yet shown.

    Raises:
        DataError: the edition is missing or damaged.
    """
    application.setApplicationName("kzref")
    install_font(application)
    last = _last_place()
    context = Context(Desk(), language or preferred_language(last.language if last else ""))
    if last is not None and last.theme in set(theme.Theme):
        context.theme = theme.Theme(last.theme)
    if last is not None:
        context.zoom = min(3.0, max(0.5, last.zoom))
    context.inks = theme.apply(application, context.theme, context.zoom)
    context.wardrobe.change(theme.sheet(context.theme, context.zoom))
    window = MainWindow(context)
    if last is not None:
        window.resize(last.width, last.height)
        window.preferences.bring_back(last)
        context.afterwards.add(lambda: window.memory.bring_back(last))
    context.afterwards.add(lambda: dress_window(window, "law", context.inks.accent))
    context.afterwards.add(load_font)
    context.afterwards.add(lambda: _look_after(window))
    return window


def show_window(window: MainWindow) -> None:
    """Show it at its size, or over all of a screen that has no room for that and its frame."""
    room = window.screen().availableSize()
    is_small = room.width() < window.width() or room.height() < window.height() + FRAME
    if is_small and QGuiApplication.platformName() != "offscreen":  # which has a toy of a screen
        window.showMaximized()
    else:
        window.show()


def _look_after(window: MainWindow) -> None:
    from kzref.ui.ahead import load_ahead  # noqa: PLC0415 - after the first look
    from kzref.ui.watch import watch_over  # noqa: PLC0415 - after the first look

    watch_over(window)
    load_ahead(window.context)


def _last_place() -> "LastPlace | None":
    """Where the last session ended; most of what reads it is loaded only when there is something."""
    path = user_data() / "place.json"
    if not path.is_file():
        return None
    from kzref.services.last_place import read_last_place  # noqa: PLC0415 - not on the first start

    return read_last_place(path)


def tell_fault(error: KzrefError) -> None:
    """Say in a window of its own why kzref cannot start."""
    sentence = catalogue(preferred_language()).say(error.message)
    sys.stderr.write(sentence + "\n")
    if QGuiApplication.platformName() != "offscreen":
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - for this fault only

        QMessageBox.critical(None, "kzref", sentence)
