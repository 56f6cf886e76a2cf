"""Taking a text out of the user's library: asked first, done, and taken back while it is still said."""

from collections.abc import Callable

from kzref.model.errors import KzrefError
from kzref.model.own_text import OwnText
from kzref.ui.context import Context
from kzref.ui.html import own_texts
from kzref.ui.own.asking import Asking


class Removal:
    """Asks in `asking`; `went` is told the place to go to, before the others hear of the change."""

    def __init__(self, context: Context, asking: Asking, went: Callable[[str], None]) -> None:
        """Nothing is asked yet."""
        self._context, self._asking, self._went = context, asking, went

    def ask(self, text: OwnText) -> None:
        """Ask whether this one is to go."""
        words = self._context.words
        day = own_texts.redaction_of(self._context, text)
        self._asking.ask(
            words("own.page.delete", title=text.title, redaction=day),
            words("own.button.delete"), words("own.button.keep"),
            lambda: self._delete(text),
        )  # fmt: skip

    def _delete(self, text: OwnText) -> None:
        words, own = self._context.words, self._context.desk.own_library
        if not self._tried(lambda: own.delete(text, self._context.now)):
            return
        self._went("own:")
        self._context.own_changed.emit()
        self._asking.ask(
            words("own.page.deleted", title=text.title), words("own.button.undo"),
            words("own.button.close"), lambda: self._restore(text),
        )  # fmt: skip

    def _restore(self, text: OwnText) -> None:
        if self._tried(lambda: self._context.desk.own_library.restore(text)):
            self._went(f"own:{text.id}")
            self._context.own_changed.emit()

    def _tried(self, act: Callable[[], object]) -> bool:
        """Whether it could be done; why not is said where the question was."""
        try:
            act()
        except KzrefError as error:
            words = self._context.words
            close = words("own.button.close")
            self._asking.ask(words.say(error.message), close, close, lambda: None)
            return False
        return True
