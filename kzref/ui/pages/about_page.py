"""Help and About."""

from PySide6.QtWidgets import QHBoxLayout

from kzref.model.card import Card
from kzref.services.cards import Report, run_cards
from kzref.ui.background import Background
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
        self._report: Report | None = None
        self._background = Background(self)
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(context.opened)
        self._background.ask(self._run_cards, self._on_cards)

    def speak(self) -> None:
        """Say everything in the language."""
        self._reader.setAccessibleName(self.context.words("tab.about"))
        self.refresh()

    def refresh(self) -> None:
        """Show the page in the context's colours."""
        self._reader.refresh(about_page(self.context, self._report))

    def _run_cards(self) -> Report:
        desk = self.context.desk
        return run_cards(desk.database.values(Card), desk.calculators.rulebook)

    def _on_cards(self, report: Report) -> None:
        self._report = report
        self.refresh()

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "about"
