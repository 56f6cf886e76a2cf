"""Puts the window together, and tells in a sentence why it cannot be."""

import os
import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kzref.model.errors import KzrefError
from kzref.model.language import Language
from kzref.services.catalogue import catalogue
from kzref.services.desk import Desk
from kzref.ui import theme
from kzref.ui.context import Context
from kzref.ui.main_window import MainWindow
from kzref.ui.resources import dress_window, install_font
from kzref.ui.watch import watch_over


def preferred_language() -> Language:
    """`KZREF_LANG` when set, else the language of the system, else Russian."""
    wanted = (os.environ.get("KZREF_LANG") or QLocale.system().name())[:2]
    return Language(wanted) if wanted in set(Language) else Language.RU


def open_window(application: QApplication, language: Language | None = None) -> MainWindow:
    """The window over the bundled edition, not yet shown.

    Raises:
        DataError: the edition is missing or damaged.
    """
    application.setApplicationName("kzref")
    application.setStyle("Fusion")
    install_font(application)
    context = Context(Desk(), language or preferred_language())
    context.inks = theme.apply(application, context.theme)
    window = MainWindow(context)
    watch_over(window)
    dress_window(window, "law", context.inks.accent)
    return window


def tell_fault(error: KzrefError) -> None:
    """Say in a window of its own why kzref cannot start."""
    sentence = catalogue(preferred_language()).say(error.message)
    sys.stderr.write(sentence + "\n")
    if QGuiApplication.platformName() != "offscreen":
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - for this fault only

        QMessageBox.critical(None, "kzref", sentence)
