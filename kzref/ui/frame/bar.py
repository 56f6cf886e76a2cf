"""The bar above every page: the search box, the date of the law, the language, the colours."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kzref.model.language import Language
from kzref.ui.context import Context
from kzref.ui.resources import dress
from kzref.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kzref.ui.widgets.day_picker import DayPicker

SLASHES = frozenset("/.№")  # what the key of the search types in the three layouts
ICON = 22  # pixels at the usual size of letters
LANGUAGES = {Language.KK: "ҚАЗ", Language.RU: "РУС", Language.EN: "ENG"}


class SearchField(QLineEdit):
    """The search box: the key that leads to it is not typed into it, nor in place of all its text."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Type, unless it is the key of the search, pressed once more than needed."""
        is_begun = self.text() != self.selectedText()
        if is_begun or event.text() not in SLASHES or not self._leads_here(event):
            super().keyPressEvent(event)

    @staticmethod
    def _leads_here(event: "QKeyEvent") -> bool:
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - seldom needed

        from kzref.ui.keys import chords  # noqa: PLC0415 - seldom needed

        return "/" in chords(
            event.text(),
            event.modifiers().value,
            scan=event.nativeScanCode(),
            virtual=event.nativeVirtualKey(),
            platform=QGuiApplication.platformName(),
        )


class TopBar(QWidget):
    """Tells what was asked for; decides nothing."""

    home = Signal()
    spoken = Signal(Language)
    recoloured = Signal()
    picked = Signal(date)  # the day of the law

    def __init__(self, context: Context) -> None:
        """Build the parts, without words yet."""
        super().__init__()
        self._context = context
        self.setObjectName("bar")
        self.search = SearchField()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self._day: DayPicker | None = None
        self._written_day = QLabel()  # a field for dates is slow to build
        self._is_narrow = False
        self._languages = {language: QPushButton(short) for language, short in LANGUAGES.items()}
        self._theme = QPushButton()
        self._theme.setProperty("role", "flat")
        mark = QPushButton("kzref")
        mark.setObjectName("mark")
        mark.clicked.connect(self.home)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 7, 12, 7)
        self._grid.addWidget(mark, 0, 0)
        self._grid.addWidget(self.search, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self._row = row = QHBoxLayout()
        self._grid.addLayout(row, 0, 2)
        row.addWidget(self._written_day)
        group = QButtonGroup(self)
        for language, button in self._languages.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)  # for screen readers: one of several
            button.setProperty("role", "flat")
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _on, language=language: self.spoken.emit(language))
        row.addWidget(self._theme)
        self._theme.clicked.connect(self.recoloured)
        context.afterwards.add(self.build_day)

    def build_day(self) -> None:
        """Put the field for the day of the law where its date stands."""
        from kzref.ui.widgets.day_picker import DayPicker  # noqa: PLC0415 - after the first look

        if self._day is None:
            self._day = day = DayPicker(self._context.as_of)
            day.fold(narrow=self._is_narrow)
            self._speak_day(day)
            self._row.replaceWidget(self._written_day, day)
            self._written_day.hide()
            day.picked.connect(self.picked)
            day.today_button.clicked.connect(lambda: self.picked.emit(self._context.today))

    def show_day(self) -> None:
        """Show the day whose law is shown."""
        context = self._context
        if self._day is not None:
            self._day.show_day(context.as_of, is_today=context.is_as_of_today)
        else:
            label = context.words("law.as_of_label")
            self._written_day.setText(f"{label}  {context.as_of:%d.%m.%Y}")

    def _speak_day(self, day: "DayPicker") -> None:
        context = self._context
        day.name(context.words("law.as_of_label"), context.words("law.today"), context.language)
        day.show_day(context.as_of, is_today=context.is_as_of_today)

    def speak(self, context: Context) -> None:
        """Name the parts, and draw them in the colours of the theme."""
        words = context.words
        self.search.setPlaceholderText(words("search.hint"))
        self.search.setToolTip(words("search.hint"))
        self.search.setAccessibleName(words("search.name"))
        if self._day is not None:
            self._speak_day(self._day)
        self.show_day()
        for language, button in self._languages.items():
            button.setChecked(language is context.language)
            button.setAccessibleName(words(f"language.{language.value}"))
            button.setToolTip(words(f"language.{language.value}"))
        looks = list(Theme)
        following = looks[(looks.index(context.theme) + 1) % len(looks)].value
        side = round(ICON * context.zoom)
        self._theme.setIconSize(QSize(side, side))
        ink = context.inks.text
        context.afterwards.add(lambda: dress(self._theme, following, ink, side))
        self._theme.setAccessibleName(words(f"theme.{following}"))
        self._theme.setToolTip(words(f"theme.{following}"))

    def fold(self, *, narrow: bool) -> None:
        """Give the search box a line of its own where there is little width."""
        if narrow:
            self._grid.addWidget(self.search, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self.search, 0, 1)
        self._is_narrow = narrow
        if self._day is not None:
            self._day.fold(narrow=narrow)

    def focus_search(self) -> None:
        """Put the cursor into the search box, its text selected."""
        self.search.setFocus()
        self.search.selectAll()
