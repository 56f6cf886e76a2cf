"""What every page of the window has in common."""

from PySide6.QtWidgets import QWidget

from kzref.ui.context import Context


class Page(QWidget):
    """A page: built once, told in which language to speak, asked to open places it knows."""

    name = ""  # of the tab, and in the self-test

    def __init__(self, context: Context) -> None:
        """Build the page; `speak` follows at once."""
        super().__init__()
        self.context = context

    def speak(self) -> None:
        """Put all words on the page in the context's language."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the same place under the context's date and colours."""

    def open(self, place: str) -> bool:
        """Go to a place; False when it is not one of this page's."""
        raise NotImplementedError
