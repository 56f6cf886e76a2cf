"""Source documents: sections on the left, their paragraphs on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter

from kzref.model.document import Place
from kzref.ui.context import Context
from kzref.ui.html.documents import section_page
from kzref.ui.html.registers import REGISTERS, register_page
from kzref.ui.pages.page import Page
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.reader import Reader


class DocumentsPage(Page):
    """The source documents, digested."""

    name = "documents"

    def __init__(self, context: Context) -> None:
        """Build the two panes."""
        super().__init__(context)
        self._listing = Listing("documents")
        self._reader = Reader("section")
        self._place = self._first()
        self._register = ""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._listing)
        splitter.addWidget(self._reader)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([330, 900])
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(10)
        QHBoxLayout(self).addWidget(splitter)
        self._listing.chosen.connect(self._on_chosen)
        self._reader.followed.connect(context.opened)

    def _first(self) -> Place:
        document = next(iter(self.context.desk.library.documents.values()))
        return Place(document=document.id, section=document.sections[0].id, number="")

    @property
    def place(self) -> str:
        """The section, the place in it, or the register that is open."""
        return self._listed if self._register else f"{self._listed} {self._place.number}".strip()

    def speak(self) -> None:
        """Name the panes and show everything anew."""
        words = self.context.words
        self._listing.setAccessibleName(words("document.list"))
        self._reader.setAccessibleName(words("document.section"))
        entries = [
            Entry(
                place=document.id,
                label=self.context.text(document.short),
                hint=self.context.text(document.title),
                children=tuple(
                    Entry(
                        place=f"{document.id} {section.id}",
                        label=f"{section.id}  {self.context.text(section.title)}",
                    )
                    for section in document.sections
                ),
            )
            for document in self.context.desk.library.documents.values()
        ]
        entries.append(
            Entry(
                place="registers",
                label=words("register.all"),
                children=tuple(
                    Entry(place=f"{name}:", label=words(f"register.{name}")) for name in REGISTERS
                ),
            )
        )
        self._listing.fill(entries)
        self._listing.choose(self._listed, silently=True)
        self.refresh()

    def refresh(self) -> None:
        """Show the same section anew."""
        self._reader.refresh(self._page())

    def open(self, place: str) -> bool:
        """Go to a section or a place in it."""
        register, colon, name = place.partition(":")
        if colon and register in REGISTERS:
            self._register = register
            self._listing.choose(self._listed, silently=True)
            self._reader.show_page(self._page(), anchor=name or None)
            return True
        steps = place.split(" ")
        if steps[0] not in self.context.desk.library.documents or len(steps) > 3:  # noqa: PLR2004
            return False
        document = self.context.desk.library.documents[steps[0]]
        section = steps[1] if len(steps) > 1 else document.sections[0].id
        number = steps[2] if len(steps) > 2 else ""  # noqa: PLR2004 - document, section, number
        self._register = ""
        self._place = Place(document=document.id, section=section, number=number)
        self._listing.choose(self._listed, silently=True)
        self._reader.show_page(self._page(), anchor=number or None)
        return True

    def _on_chosen(self, place: str) -> None:
        self.open(place)

    @property
    def _listed(self) -> str:
        if self._register:
            return f"{self._register}:"
        return f"{self._place.document} {self._place.section}"

    def _page(self) -> str:
        if self._register:
            return register_page(self.context, self._register)
        library = self.context.desk.library
        document = library.documents[self._place.document]
        section = next(
            (one for one in document.sections if one.id == self._place.section),
            document.sections[0],
        )
        paragraphs = library.paragraphs(document.id, section.id)
        return section_page(self.context, document, section, paragraphs, self._place.number)
