"""A reading pane that shows the user's notes beside the text, and keeps them up to date."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.context import Context


class NotedPane(QWidget):
    """Follows the notebook; while the pane is not in front, it waits until it is."""

    def __init__(self, context: Context) -> None:
        """Listen to the notebook of the window."""
        super().__init__()
        self.context = context
        self._is_stale = False
        context.notebook.changed.connect(self._on_notes_changed)

    def refresh(self) -> None:
        """Show the same place anew."""
        raise NotImplementedError

    def _on_notes_changed(self) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()
