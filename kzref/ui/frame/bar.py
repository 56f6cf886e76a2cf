"""The bar above every page: the search box, the date of the law, the language, the colours."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kzref.model.language import Language
from kzref.ui.context import Context
from kzref.ui.resources import dress
from kzref.ui.theme import Theme
from kzref.ui.widgets.day_picker import DayPicker

ICON = 22  # pixels at the usual size of letters
LANGUAGES = {Language.KK: "ҚАЗ", Language.RU: "РУС", Language.EN: "ENG"}


class TopBar(QWidget):
    """Tells what was asked for; decides nothing."""

    home = Signal()
    spoken = Signal(Language)
    recoloured = Signal()

    def __init__(self, context: Context) -> None:
        """Build the parts, without words yet."""
        super().__init__()
        self.setObjectName("bar")
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.day = DayPicker(context.as_of)
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
        row = QHBoxLayout()
        self._grid.addLayout(row, 0, 2)
        row.addWidget(self.day)
        group = QButtonGroup(self)
        for language, button in self._languages.items():
            button.setCheckable(True)
            button.setProperty("role", "flat")
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _on, language=language: self.spoken.emit(language))
        row.addWidget(self._theme)
        self._theme.clicked.connect(self.recoloured)

    def speak(self, context: Context) -> None:
        """Name the parts, and draw them in the colours of the theme."""
        words = context.words
        self.search.setPlaceholderText(words("search.hint"))
        self.search.setToolTip(words("search.hint"))
        self.search.setAccessibleName(words("search.name"))
        self.day.name(words("law.as_of_label"), words("law.today"), context.language)
        for language, button in self._languages.items():
            button.setChecked(language is context.language)
            button.setAccessibleName(words(f"language.{language.value}"))
            button.setToolTip(words(f"language.{language.value}"))
        looks = list(Theme)
        following = looks[(looks.index(context.theme) + 1) % len(looks)].value
        side = round(ICON * context.zoom)
        self._theme.setIconSize(QSize(side, side))
        dress(self._theme, following, context.inks.text, side)
        self._theme.setAccessibleName(words(f"theme.{following}"))
        self._theme.setToolTip(words(f"theme.{following}"))

    def fold(self, *, narrow: bool) -> None:
        """Give the search box a line of its own where there is little width."""
        if narrow:
            self._grid.addWidget(self.search, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self.search, 0, 1)
        self.day.fold(narrow=narrow)

    def focus_search(self) -> None:
        """Put the cursor into the search box, its text selected."""
        self.search.setFocus()
        self.search.selectAll()
