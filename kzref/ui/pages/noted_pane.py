"""A reading pane that shows the user's notes beside the text, and is made anew only when it is seen."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.context import Context


class NotedPane(QWidget):
    """Follows the notebook, the language and the day; while it is not in front, it waits until it is.

    When it comes to the front its frame stands first and the text follows at the next turn.
    """

    def __init__(self, context: Context) -> None:
        """Listen to the notebook of the window."""
        super().__init__()
        self.context = context
        self._is_stale = False
        context.notebook.changed.connect(self.refresh)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.catch_up)

    def refresh(self) -> None:
        """Show the same place anew, now or as soon as the pane is seen."""
        self._is_stale = True
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Show what should be shown, if it is not."""
        if self._is_stale:
            self._is_stale = False
            self._show_anew()

    def _show_anew(self) -> None:
        raise NotImplementedError

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._soon.start()
