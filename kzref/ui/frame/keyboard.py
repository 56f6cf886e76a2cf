"""Turns key presses into actions of the table, in any layout, and leaves typing alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from kzref.ui.actions import Action, ActionTable
from kzref.ui.keys import ALT, CONTROL, META, chords

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_PRESSING = ("Space", "Return", "Enter")


class Keyboard(QObject):
    """Asked by the window before a key goes to the widget in focus.

    Qt first offers every key to the widget in focus (`ShortcutOverride`), and a field in which one
    types takes what it can type. What nobody took comes up to the window; when the table knows it, the
    key press that follows is swallowed and the action is done instead.
    """

    def __init__(self, table: ActionTable, front: Callable[[], str], parent: QObject) -> None:
        """`front` names the page in front."""
        super().__init__(parent)
        self._table, self._front = table, front
        self._platform = QGuiApplication.platformName()
        self._pending: Action | None = None

    def takes(self, event: "QKeyEvent") -> bool:
        """Whether the table has an action for this key now; if so it is done at the key press."""
        name = QKeySequence(event.key()).toString()
        held = event.modifiers().value
        if not held & (CONTROL | ALT | META) and self._belongs_to_focus(name):
            return False
        action = self._table.meant(
            chords(
                name,
                held,
                scan=event.nativeScanCode(),
                virtual=event.nativeVirtualKey(),
                platform=self._platform,
            ),
            self._front(),
        )
        application = QApplication.instance()
        if action is None or application is None:
            return False
        self._pending = action
        application.installEventFilter(self)  # for one key press only: a filter sees every event
        return True

    @staticmethod
    def _belongs_to_focus(name: str) -> bool:
        focus: QWidget | None = QApplication.focusWidget()
        if isinstance(focus, QComboBox):
            return len(name) == 1 or name in _PRESSING
        return isinstance(focus, QAbstractButton) and name in _PRESSING

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the key press that was promised to an action, and do it."""
        del watched
        if event.type() is not QEvent.Type.KeyPress:
            return False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        action, self._pending = self._pending, None
        if action is not None:
            action.act()
        return action is not None
