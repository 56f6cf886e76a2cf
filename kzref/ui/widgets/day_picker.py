"""Chooses the day whose law is shown, and makes any other day than today plain to see."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QPushButton, QWidget

from kzref.model.language import Language


class DayPicker(QWidget):
    """A label, a date field and a way back to today."""

    picked = Signal(date)

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        """Begin with this day."""
        super().__init__(parent)
        self._label = QLabel()
        self._field = QDateEdit(QDate(day.year, day.month, day.day))
        self._field.setCalendarPopup(True)
        self._field.setDisplayFormat("dd.MM.yyyy")
        self._field.setMinimumDate(QDate(1995, 1, 1))
        self._field.setMaximumDate(QDate(2099, 12, 31))
        self._label.setBuddy(self._field)
        self._today = QPushButton()
        self._today.setProperty("role", "flat")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._field, self._today):
            layout.addWidget(widget)
        self._field.dateChanged.connect(self._on_date_changed)

    @property
    def today_button(self) -> QPushButton:
        """The way back to today."""
        return self._today

    def name(self, label: str, today: str, language: Language) -> None:
        """Put words on it, and dates in the language's order."""
        self._label.setText(label)
        self._field.setAccessibleName(label)
        self._field.setToolTip(label)
        self._today.setText(today)
        locales = {Language.EN: "en_GB", Language.RU: "ru_KZ", Language.KK: "kk_KZ"}
        self._field.setLocale(QLocale(locales[language]))

    def fold(self, *, narrow: bool) -> None:
        """Leave the label out where there is little width; the field keeps its name."""
        self._label.setVisible(not narrow)

    def show_day(self, day: date, *, is_today: bool) -> None:
        """Show a day; the way back is offered only where there is one."""
        self._field.blockSignals(True)
        self._field.setDate(QDate(day.year, day.month, day.day))
        self._field.blockSignals(False)
        self._today.setVisible(not is_today)

    def _on_date_changed(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
