"""Panes side by side; one under another where the letters leave too little width for that."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

HANDLE = 10  # pixels


class Panes(QSplitter):
    """A splitter that lies down or stands up by itself."""

    turned = Signal()  # to lie, or to stand

    def __init__(self, *panes: QWidget, sizes: tuple[int, ...], letters: int) -> None:
        """Show the panes with these widths; the last one takes what is over.

        Args:
            panes: from left to right, or from top to bottom.
            sizes: the widths to begin with; their ratio is kept for the heights.
            letters: how many letters wide it must be to lie.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self._letters, self._sizes, self._panes = letters, sizes, panes
        for pane in panes:
            self.addWidget(pane)
        self.setStretchFactor(len(panes) - 1, 1)
        self.setSizes(list(sizes))
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE)

    @property
    def lies(self) -> bool:
        """Whether the panes stand beside each other."""
        return self.orientation() is Qt.Orientation.Horizontal

    @override
    def minimumSizeHint(self) -> QSize:
        """As small as it can be standing up."""
        hints = [pane.minimumSizeHint() for pane in self._panes]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how to stand before the panes are laid out."""
        self._choose()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Choose anew when a pane needs another width: longer words, larger letters."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        others = sum(
            max(size, pane.minimumSizeHint().width()) + HANDLE
            for size, pane in zip(self._sizes[:-1], self._panes[:-1], strict=True)
        )
        least = others + self._panes[-1].minimumSizeHint().width()
        room = max(least, self._letters * self.fontMetrics().averageCharWidth())
        lies = self.width() >= room
        wanted = Qt.Orientation.Horizontal if lies else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.setSizes(list(self._sizes))
            self.turned.emit()
