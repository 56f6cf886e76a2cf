"""The line at the foot: what it cannot hold it leaves out from the beginning, and says when pointed at."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar

BETWEEN = " · "
MARGIN = 10  # pixels at either side


class StatusLine(QLabel):
    """Sentences in a row; the last one, that the texts are not official, is the last to go."""

    def __init__(self, bar: QStatusBar) -> None:
        """Put it into the bar, where passing messages take its place."""
        super().__init__()
        self._said = ""
        self.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.setMinimumWidth(1)  # never widens the window
        bar.setSizeGripEnabled(False)
        bar.addWidget(self, 1)
        bar.messageChanged.connect(lambda message: self.setVisible(not message))

    def say(self, said: str) -> None:
        """Show this, as much of it as there is room for."""
        self._said = said
        self.setToolTip(said)
        self.setAccessibleName(said)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, rest = self.width() - 2 * MARGIN, self._said
        while BETWEEN in rest and self.fontMetrics().horizontalAdvance(rest) > room:
            rest = rest.partition(BETWEEN)[2]
        self.setText(rest[:1].upper() + rest[1:])
