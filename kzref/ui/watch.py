"""Looks after the start, in the background, whether this copy is sound; says so when it is not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QLabel

from kzref.ui.background import Background
from kzref.ui.context import Context

if TYPE_CHECKING:
    from kzref.services.soundness.health import Health
    from kzref.ui.main_window import MainWindow

DELAY = 2500  # milliseconds after the window: first the user, then the housekeeping


def watch_over(window: "MainWindow") -> None:
    """Look once, a moment after the window is shown; a fault is said in the status bar."""
    context = window.context
    label = QLabel()
    label.setObjectName("unsound")
    label.hide()
    window.statusBar().addPermanentWidget(label)

    def speak() -> None:
        if context.health is not None and not context.health.sound:
            _warn(label, context, context.health)

    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: look_now(context))
    timer.timeout.connect(_keep_dialogs_at_home)
    timer.start(DELAY)
    for change in (context.checked, context.language_changed, context.theme_changed):
        change.connect(speak)
    speak()  # whoever opened Help at once has looked before


def _keep_dialogs_at_home() -> None:
    """Qt's file dialog remembers folders, whose names may be a client's: in kzref's own folder only."""
    from kzref.paths import user_data  # noqa: PLC0415 - slow for the first look

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(user_data()))


def look_now(context: Context) -> None:
    """Look in the background, once; the findings go to the context."""

    def found(health: "Health") -> None:
        context.health = health
        context.checked.emit()

    if context.health is None:
        Background(context).ask(lambda: _look(context), found)


def _look(context: Context) -> "Health":
    from kzref.services.soundness.health import look  # noqa: PLC0415 - not needed for the first page

    return look(context.desk)


def _warn(label: QLabel, context: Context, health: "Health") -> None:
    words, inks = context.words, context.inks
    intact = health.integrity.intact
    label.setText(words("health.unsound") if intact else words.say(health.integrity.message))
    label.setToolTip("\n".join(health.integrity.faulty))
    label.setAccessibleName(label.text())
    label.setStyleSheet(f"background: {inks.bad_soft}; color: {inks.bad}; padding: 2px 8px")
    label.show()
