"""The bar above every page: the search box, the date of the law, the language, the colours."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from kzref.model.language import Language
from kzref.ui.context import Context
from kzref.ui.resources import dress
from kzref.ui.theme import Theme
from kzref.ui.widgets.day_picker import DayPicker

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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.addWidget(mark)
        row.addWidget(self.search, 1)
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
        self.search.setAccessibleName(words("search.name"))
        self.day.name(words("law.as_of_label"), words("law.today"), context.language)
        for language, button in self._languages.items():
            button.setChecked(language is context.language)
            button.setAccessibleName(words(f"language.{language.value}"))
            button.setToolTip(words(f"language.{language.value}"))
        is_light = context.theme is Theme.LIGHT
        dress(self._theme, "dark" if is_light else "light", context.inks.text)
        self._theme.setAccessibleName(words("theme.dark" if is_light else "theme.light"))
        self._theme.setToolTip(words("theme.dark" if is_light else "theme.light"))

    def focus_search(self) -> None:
        """Put the cursor into the search box, its text selected."""
        self.search.setFocus()
        self.search.selectAll()
