"""Where the presenter enters how many hands were raised for each option."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from kzref.services.catalogue import Catalogue

MOST = 5  # options that a vote may have: as many as are told apart by a raised hand
HANDS = 999
ABREAST = 2  # options in a line
WITHOUT_BUTTONS = "QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none }"
"""Digits, arrows and the wheel do; `NoButtons` would leave no room for the number in a styled box."""


class VotePanel(QWidget):
    """A number for each option; `counted` tells the option, counted from 0, and its hands."""

    counted = Signal(int, int)

    def __init__(self) -> None:
        """Build it without options."""
        super().__init__()
        self._names = [QLabel() for _ in range(MOST)]
        self.boxes = [QSpinBox() for _ in range(MOST)]
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("role", "quiet")
        grid = QGridLayout(self)
        grid.setVerticalSpacing(2)
        for number, (name, box) in enumerate(zip(self._names, self.boxes, strict=True)):
            box.setRange(0, HANDS)
            box.setMinimumSize(72, 36)
            name.setWordWrap(True)
            box.setStyleSheet(WITHOUT_BUTTONS)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            name.setBuddy(box)
            row, column = divmod(number, ABREAST)
            grid.addWidget(box, row, 2 * column)
            grid.addWidget(name, row, 2 * column + 1)
            box.valueChanged.connect(lambda hands, at=number: self.counted.emit(at, hands))
        grid.addWidget(self.said, MOST, 0, 1, 2 * ABREAST)
        for column in range(ABREAST):
            grid.setColumnStretch(2 * column + 1, 1)
        grid.setRowStretch(MOST + 1, 1)

    def show_votes(self, options: Sequence[str], tallies: Sequence[int], words: Catalogue) -> None:
        """Show what was counted, without telling anybody."""
        for number, (name, box) in enumerate(zip(self._names, self.boxes, strict=True)):
            is_there = number < len(options)
            name.setVisible(is_there)
            box.setVisible(is_there)
            if is_there:
                name.setText(options[number])
                box.setAccessibleName(options[number])
                box.blockSignals(True)
                box.setValue(tallies[number])
                box.blockSignals(False)
        key = "keys" if options else "none"
        self.said.setText(words(f"workshop.vote.{key}", count=len(options)))
