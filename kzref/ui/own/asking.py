"""A question asked once, in place, and the way back after it: no box in front of the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class Asking(QWidget):
    """A sentence with a button or two; hidden while there is nothing to ask."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setObjectName("card")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.yes, self.no = QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self._act: Callable[[], object] | None = None
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.hide)
        self.hide()

    def ask(self, sentence: str, yes: str, no: str, act: Callable[[], object]) -> None:
        """Ask; `act` is done when the answer is yes."""
        self.said.setText(sentence)
        self.yes.setText(yes)
        self.no.setText(no)
        self._act = act
        self.show()
        self.no.setFocus()

    def _on_yes(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
