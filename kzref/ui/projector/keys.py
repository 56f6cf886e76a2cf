"""Takes the presenter's keys on both windows, and leaves to fields and lists the keys that are theirs."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QPlainTextEdit, QWidget
from typing_extensions import override

from kzref.ui.actions import ActionTable
from kzref.ui.pressed import pressed
from kzref.ui.projector.commands import PAGE

WHILE_TYPING = {"F8", "F1"}
OF_THE_FOCUS = {
    "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Space", "Return", "Tab",
    "Shift+Tab", "Backtab", "Shift+Backtab", "Backspace", "Del",
}  # fmt: skip


class Keys(QObject):
    """Watches the widgets of the presenter's window, and the public screen; `picked`: Return in the list."""

    picked = Signal()

    def __init__(
        self, presenter: QWidget, audience: QWidget, listing: QWidget, actions: ActionTable
    ) -> None:
        """Watch everything that is there now; `actions` has what the keys stand for."""
        super().__init__(presenter)
        self._presenter, self._audience, self._listing = presenter, audience, listing
        self._actions = actions
        for watched in (audience, *presenter.findChildren(QWidget)):
            watched.installEventFilter(self)

    def take(self, chords: tuple[str, ...]) -> bool:
        """Do what the key stands for; False where it stands for nothing."""
        action = self._actions.meant(chords, PAGE)
        if action is None or action.page != PAGE:
            return False
        action.act()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the public screen every key; elsewhere what the focus has no use for."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        chords = pressed(event)
        if watched is self._audience:
            return self.take(chords)
        if watched is self._listing and chords[-1] == "Return":
            self.picked.emit()
            return True
        is_field = isinstance(watched, QAbstractSpinBox | QPlainTextEdit)
        if chords[-1] == "Esc" and (is_field or watched is self._listing):
            self._presenter.setFocus()  # the talk goes on
            return True
        if is_field:
            return chords[-1] in WHILE_TYPING and self.take(chords)
        return chords[-1] not in OF_THE_FOCUS and self.take(chords)
