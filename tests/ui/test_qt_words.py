"""Qt's own menus speak the language of the window."""

from PySide6.QtWidgets import QLineEdit

from kzref.model.language import Language
from kzref.ui.main_window import MainWindow

COPY = {Language.EN: "Copy", Language.RU: "Копировать", Language.KK: "Көшіру"}


def test_menu_of_a_field_follows_the_language(window: MainWindow) -> None:
    for language in (Language.RU, Language.KK, Language.EN, Language.RU):
        window.context.speak(language)
        field = QLineEdit("131")
        said = [
            action.text().replace("&", "") for action in field.createStandardContextMenu().actions()
        ]
        assert any(name.startswith(COPY[language]) for name in said), (language, said)
    window.context.speak(Language.EN)
