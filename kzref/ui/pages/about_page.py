"""Help and About."""

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from kzref.model.errors import KzrefError
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.about import edition_part, help_part
from kzref.ui.html.health import FORGET, FORGET_SURELY, KEEP
from kzref.ui.pages.page import READS, Page
from kzref.ui.resources import has_every_letter
from kzref.ui.theme import MEASURE
from kzref.ui.watch import look_now
from kzref.ui.widgets.reader import Reader

TWO = 112  # letters: a page as wide shows the help and the edition beside each other


class AboutPage(Page):
    """How to use the window, what this edition is, and whether this copy is whole."""

    name = "about"
    kinds = READS

    def __init__(self, context: Context) -> None:
        """Build the panes."""
        super().__init__(context)
        self._reader, self._edition = Reader("about"), Reader("edition")
        self._asking, self._fault = False, ""
        self._has_letters = has_every_letter()
        row = QHBoxLayout(self)
        for pane in (self._reader, self._edition):
            pane.limit_lines(MEASURE)
            pane.followed.connect(self._follow)
            row.addWidget(pane, 1)
        self._edition.hide()
        context.checked.connect(self.refresh)
        if context.health is None:
            look_now(context)

    def speak(self) -> None:
        """Say everything in the language."""
        self._reader.setAccessibleName(self.context.words("tab.about"))
        self._edition.setAccessibleName(self.context.words("about.edition"))
        self.refresh()

    @override
    def spare(self, lines: int) -> None:
        """Stand the edition beside the help, or under it where there is no width."""
        if self._is_wide is self._edition.isHidden():
            self._edition.setVisible(self._is_wide)
            self.refresh()

    @property
    def _is_wide(self) -> bool:
        return self.width() > TWO * self.fontMetrics().averageCharWidth()

    def refresh(self) -> None:
        """Show the page in the context's colours."""
        context, inks = self.context, self.context.inks
        told = help_part(context)
        edition = edition_part(
            context, has_letters=self._has_letters, asking=self._asking, fault=self._fault
        )
        is_beside = not self._edition.isHidden()
        self._reader.refresh(markup.page(told if is_beside else told + edition, inks))
        self._edition.refresh(markup.page(edition if is_beside else "", inks))

    def _follow(self, place: str) -> None:
        """A link: the removal of the user's files asks once more; any other leads away."""
        if place not in {FORGET, FORGET_SURELY, KEEP}:
            self.context.opened.emit(place)
            return
        self._asking, self._fault = place == FORGET, ""
        if place == FORGET_SURELY:
            from kzref.services.own.files import forget  # noqa: PLC0415 - seldom

            self.context.desk.let_go()
            try:
                forget()
            except KzrefError as fault:
                self._fault = self.context.words.say(fault.message)
        self.refresh()

    def open(self, place: str) -> bool:
        """Only the page itself."""
        return place == "about"
