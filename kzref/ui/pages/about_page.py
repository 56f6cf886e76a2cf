"""Help and About."""

from PySide6.QtWidgets import QHBoxLayout

from kzref.ui.context import Context
from kzref.ui.html.about import about_page
from kzref.ui.html.health import FORGET, FORGET_SURELY, KEEP
from kzref.ui.pages.page import READS, Page
from kzref.ui.resources import has_every_letter
from kzref.ui.theme import MEASURE
from kzref.ui.watch import look_now
from kzref.ui.widgets.reader import Reader


class AboutPage(Page):
    """What this edition is, whether this copy is whole, and how to use the window."""

    name = "about"
    kinds = READS

    def __init__(self, context: Context) -> None:
        """Build the pane."""
        super().__init__(context)
        self._reader = Reader("about")
        self._reader.limit_lines(MEASURE)
        self._asking = False
        self._has_letters = has_every_letter()
        QHBoxLayout(self).addWidget(self._reader)
        self._reader.followed.connect(self._follow)
        context.checked.connect(self.refresh)
        if context.health is None:
            look_now(context)

    def speak(self) -> None:
        """Say everything in the language."""
        self._reader.setAccessibleName(self.context.words("tab.about"))
        self.refresh()

    def refresh(self) -> None:
        """Show the page in the context's colours."""
        self._reader.refresh(
            about_page(self.context, has_letters=self._has_letters, asking=self._asking)
        )

    def _follow(self, place: str) -> None:
        """A link: the removal of the user's files asks once more; any other leads away."""
        if place not in {FORGET, FORGET_SURELY, KEEP}:
            self.context.opened.emit(place)
            return
        self._asking = place == FORGET
        if place == FORGET_SURELY:
            from kzref.services.own.files import forget  # noqa: PLC0415 - seldom

            self.context.desk.let_go()
            forget()
        self.refresh()

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "about"
