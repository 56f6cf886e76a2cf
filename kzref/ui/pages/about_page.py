"""Help and About."""

from PySide6.QtWidgets import QHBoxLayout

from kzref.ui.context import Context
from kzref.ui.html.about import about_page
from kzref.ui.pages.page import Page
from kzref.ui.widgets.reader import Reader


class AboutPage(Page):
    """What this edition is and how to use the window."""

    name = "about"

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = Reader("about")
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(context.opened)

    def speak(self) -> None:
        """Say everything in the language."""
        self._reader.setAccessibleName(self.context.words("tab.about"))
        self.refresh()

    def refresh(self) -> None:
        """Show the page in the context's colours."""
        self._reader.refresh(about_page(self.context))

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "about"
