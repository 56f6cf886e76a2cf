"""A line under the bar for what the reader must know before relying on anything: a wrong clock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    settled = Signal()

    def __init__(self) -> None:
        """Build it hidden."""
        super().__init__()
        self.setObjectName("notice")
        self._sentence, self._button = QLabel(), QPushButton()
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "fault")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        self._button.clicked.connect(self.settled)
        self.hide()

    @property
    def said(self) -> str:
        """What it says now."""
        return self._sentence.text() if not self.isHidden() else ""

    def say(self, sentence: str, button: str) -> None:
        """Say this, with a button that settles it; nothing, when the sentence is empty."""
        if sentence != self._sentence.text():
            self._sentence.setText(sentence)
            self._button.setText(button)
        self.setVisible(bool(sentence))
