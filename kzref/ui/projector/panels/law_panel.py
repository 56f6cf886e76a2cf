"""Chooses the other day whose law is compared."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLabel, QPushButton, QWidget

from kzref.services.catalogue import Catalogue
from kzref.services.workshop.what_if import Side

ASKED = ("next_change", "previous_change", "what_if", "side")
LABELS = {"next_change": "next", "previous_change": "previous"}


class LawPanel(QWidget):
    """A date and four buttons; `picked` tells the day, `asked` the name of what a button does."""

    picked = Signal(date)
    asked = Signal(str)

    def __init__(self) -> None:
        """Build it; `show_day` fills it."""
        super().__init__()
        self.field = QDateEdit()
        self.field.setDisplayFormat("dd.MM.yyyy")
        self.field.setCalendarPopup(True)
        self.field.setMinimumDate(QDate(1995, 1, 1))
        self.field.setMaximumDate(QDate(2099, 12, 31))
        self._label, self.said = QLabel(), QLabel()
        self._label.setBuddy(self.field)
        self.said.setWordWrap(True)
        self.buttons = {name: QPushButton() for name in ASKED}
        grid = QGridLayout(self)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.buttons["what_if"], 0, 2)
        for column, name in enumerate(("previous_change", "next_change", "side")):
            grid.addWidget(self.buttons[name], 1, column)
        grid.addWidget(self.said, 2, 0, 1, 3)
        grid.setRowStretch(3, 1)
        self.field.dateChanged.connect(
            lambda day: self.picked.emit(date(day.year(), day.month(), day.day()))
        )
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on, name=name: self.asked.emit(name))

    def show_day(
        self, day: date, today: date, words: Catalogue, *, side: Side, is_shown: bool, told: str
    ) -> None:
        """Show the chosen day, without telling anybody; `told` is what could not be found."""
        self._label.setText(words("workshop.law.day"))
        self.field.setAccessibleName(words("workshop.law.day"))
        self.field.blockSignals(True)
        self.field.setDate(QDate(day.year, day.month, day.day))
        self.field.blockSignals(False)
        for name, label in LABELS.items():
            self.buttons[name].setText(words(f"workshop.law.{label}"))
        self.buttons["what_if"].setText(words(f"workshop.law.{'hide' if is_shown else 'show'}"))
        self.buttons["side"].setText(f"{words(f'workshop.law.{side.value}')} (T)")
        self.buttons["side"].setEnabled(is_shown)
        self.said.setText(told or words("workshop.law.compared", day=today))
