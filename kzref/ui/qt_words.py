"""What Qt says by itself, in the language of the window: menus of fields, dialogs of printing and of files."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from kzref.model.language import Language
from kzref.ui.context import Context


class QtWords(QObject):
    """Follows the language of the window; where Qt's own sentences are missing it speaks English."""

    def __init__(self, context: Context, parent: QObject) -> None:
        """Speak the language of now."""
        super().__init__(parent)
        self._context = context
        self._words: QTranslator | None = None
        context.language_changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        if self._words is not None:
            QCoreApplication.removeTranslator(self._words)
            self._words = None
        language = self._context.language
        if language is Language.EN:
            return
        words = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load(f"qtbase_{language.value}", folder):
            QCoreApplication.installTranslator(words)
            self._words = words
