"""Source documents: sections on the left, their paragraphs on the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from kzref.engine.citations.section_names import section_number
from kzref.model.document import Place
from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.html.registers import REGISTERS
from kzref.ui.pages.page import Page
from kzref.ui.pages.section_pane import SectionPane
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from kzref.model.sheet import Sheet

ALL = "registers"  # the group of what runs across the documents


class DocumentsPage(Page):
    """The source documents, digested."""

    name = "documents"

    def __init__(self, context: Context) -> None:
        """Build the two panes."""
        super().__init__(context)
        self._listing = Listing("documents")
        self.section = SectionPane(context, self._first())
        QHBoxLayout(self).addWidget(
            Panes(self._listing, self.section, sizes=(330, 900), letters=62)
        )
        self._listing.chosen.connect(self._on_chosen)
        context.own_changed.connect(self.refresh)
        context.actions.add(
            Action(
                id="documents.list", label="lists.action.documents", keys=("L",), page=self.name,
                act=self._listing.setFocus,
            )
        )  # fmt: skip

    def _first(self) -> Place:
        document = next(iter(self.context.desk.library.documents.values()))
        return Place(document=document.id, section=document.sections[0].id, number="")

    @property
    def place(self) -> str:
        """The section, the place in it, or the register that is open."""
        if self.section.register:
            return self._listed
        return f"{self._listed} {self.section.place.number}".strip()

    @override
    def sheet(self) -> "Callable[[], Sheet] | None":
        """The paragraph that is open."""
        place, wording, as_of = self.section.place, self.context.wording, self.context.as_of
        if self.section.register or not place.number:
            return None

        def made() -> "Sheet":
            from kzref.services.sheets.place import place_sheet  # noqa: PLC0415 - as needed

            return place_sheet(wording, place, as_of)

        return made

    def speak(self) -> None:
        """Name the panes and show everything anew."""
        words = self.context.words
        self._listing.setAccessibleName(words("document.list"))
        entries = [
            Entry(
                place=document.id,
                label=self.context.text(document.short),
                hint=self.context.text(document.title),
                children=tuple(
                    Entry(
                        place=f"{document.id} {section.id}",
                        label=f"{section_number(section.id)}  {self.context.text(section.title)}".strip(),
                        number=section_number(section.id),
                        title=self.context.text(section.title),
                    )
                    for section in document.sections
                ),
            )
            for document in self.context.desk.library.documents.values()
        ]
        entries.append(
            Entry(
                place=ALL,
                label=words("register.all"),
                children=tuple(
                    Entry(place=f"{name}:", label=words(f"register.{name}")) for name in REGISTERS
                ),
            )
        )
        entries.append(Entry(place="own:", label=words("own.page.title")))
        self._listing.fill(entries)
        self._listing.choose(self._listed, silently=True)
        self.section.speak()

    def refresh(self) -> None:
        """Show the same section anew."""
        self.section.refresh()

    def open(self, place: str) -> bool:
        """Go to a section or a place in it."""
        register, colon, name = place.partition(":")
        if colon and register in REGISTERS:
            self.section.show_register(register, name)
            self._listing.choose(self._listed, silently=True)
            return True
        steps = place.split(" ")
        if steps[0] not in self.context.desk.library.documents or len(steps) > 3:  # noqa: PLR2004
            return False
        document = self.context.desk.library.documents[steps[0]]
        section = steps[1] if len(steps) > 1 else document.sections[0].id
        number = steps[2] if len(steps) > 2 else ""  # noqa: PLR2004 - document, section, number
        self.section.show_place(Place(document=document.id, section=section, number=number))
        self._listing.choose(self._listed, silently=True)
        return True

    def _on_chosen(self, place: str) -> None:
        if place in self.context.desk.library.documents or place == ALL:
            return  # the heading of a group opens and closes it
        if not self.open(place):  # the user's own texts have a page of their own
            self.context.opened.emit(place)

    @property
    def _listed(self) -> str:
        if self.section.register:
            return f"{self.section.register}:"
        return f"{self.section.place.document} {self.section.place.section}"
