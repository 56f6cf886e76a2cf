"""Above the article: which columns are shown, and the way to what changed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kzref.model.text import Language
from kzref.services.law.columns import Column, Layer
from kzref.ui.context import Context
from kzref.ui.widgets.day_picker import DayPicker
from kzref.ui.widgets.steady_button import SteadyButton

MOST = 3  # columns that fit beside each other
SHORT = {Language.KK: "ҚАЗ", Language.RU: "РУС", Language.EN: "ENG"}


class ReadingBar(QWidget):
    """`chosen` tells the columns wanted, `compared` the earlier day, `toggled` whether to compare."""

    chosen = Signal(tuple)
    compared = Signal(date)
    toggled = Signal(bool)

    def __init__(self, context: Context) -> None:
        """Build the bar without columns."""
        super().__init__()
        self._context = context
        self._label = QLabel()
        self._label.setProperty("role", "quiet")
        self._earlier = DayPicker(context.as_of)
        self.changes = SteadyButton()
        self._buttons: dict[Column, QPushButton] = {}
        self._shown: tuple[Column, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self._row.addWidget(self._earlier)
        self._row.addWidget(self.changes)
        self._earlier.hide()
        self._earlier.picked.connect(self.compared)
        self.changes.clicked.connect(self.toggled)

    def speak(self) -> None:
        """Name the parts."""
        words = self._context.words
        self._label.setText(words("reading.columns"))
        self.changes.setText(words("reading.changes"))
        self.changes.setToolTip("D")
        self._earlier.name(words("reading.changes.from"), "", self._context.language)
        for column, button in self._buttons.items():
            self._name(column, button)

    def show_columns(self, offered: tuple[Column, ...], shown: tuple[Column, ...]) -> None:
        """Offer these columns, with those that are shown pressed."""
        self._shown = shown
        if tuple(self._buttons) != offered:
            for button in self._buttons.values():
                self._row.removeWidget(button)
                button.hide()  # until Qt deletes it
                button.deleteLater()
            self._buttons = {}
            for place, column in enumerate(offered, 1):
                self._buttons[column] = button = QPushButton()
                button.setCheckable(True)
                button.setProperty("role", "flat")
                self._name(column, button)
                button.clicked.connect(lambda _on, column=column: self.toggle(column))
                self._row.insertWidget(place, button)
        for column, button in self._buttons.items():
            button.setChecked(column in shown)

    def show_compared(self, earlier: date | None) -> None:
        """Whether two days are compared, and which is the earlier."""
        self.changes.setChecked(earlier is not None)
        self._earlier.setVisible(earlier is not None)
        if earlier is not None:
            self._earlier.show_day(earlier, is_today=True)

    def toggle(self, column: Column) -> None:
        """Show a column or hide it; the last one stays, and of too many the first gives way."""
        is_shown = column in self._shown
        others = [one for one in self._shown if one != column]
        wanted = (others or [column]) if is_shown else [*others[-(MOST - 1) :], column]
        self.chosen.emit(tuple(one for one in self._buttons if one in wanted))

    def _name(self, column: Column, button: QPushButton) -> None:
        words = self._context.words
        language = words(f"language.{column.language.value}")
        name = words(f"reading.column.{column.layer.value}", language=language)
        mark = "" if column.layer is Layer.DIGEST else "§ "
        button.setText(mark + SHORT[column.language])
        button.setToolTip(name)
        button.setAccessibleName(words("reading.columns.toggle", column=name))
