"""The right half of the documents page: a section of a document, or a register across them."""

from collections.abc import Iterator

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kzref.engine.citations.section_names import WHOLE, section_name
from kzref.model.document import Place
from kzref.model.errors import InputError
from kzref.model.reference import Citable
from kzref.services.law.verbatim import printed_section
from kzref.ui.context import Context
from kzref.ui.html.documents import section_page
from kzref.ui.html.registers import register_page
from kzref.ui.pages.noted_pane import NotedPane
from kzref.ui.pages.reading_commands import add_reading_commands
from kzref.ui.reading_hand import ReadingHand
from kzref.ui.theme import MEASURE
from kzref.ui.widgets.note_files import NoteFiles
from kzref.ui.widgets.note_pane import NotePane
from kzref.ui.widgets.place_line import PlaceLine
from kzref.ui.widgets.unit_reader import UnitReader

NOTES = "note"
WIDE = 140  # letters across: a pane that shows two columns of text
LONG = {"event": 110, "substance": 130}  # letters in a line of what stands in columns of its own
FEW = 14  # lines of letters: what stands under the notes takes the rest of a lower pane


class SectionPane(NotedPane):
    """Shows the section of a place, or a register."""

    def __init__(self, context: Context, place: Place) -> None:
        """Build the pane; nothing is shown before `speak`."""
        super().__init__(context)
        self.place = place
        self.register = ""
        self._is_wide = False
        self.where = PlaceLine()
        self.reader = UnitReader("section")
        self.hand = ReadingHand(context, self.reader, self._unit)
        self.notes = NotePane(context)
        self.files = NoteFiles(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.where)
        column.addWidget(self.reader, 1)
        column.addWidget(self.notes)
        column.addWidget(self.files)
        self.reader.followed.connect(self._on_followed)
        self.notes.closed.connect(self.reader.setFocus)
        self.hand.told.connect(self.files.say)
        context.notebook.told.connect(self.files.say)
        add_reading_commands(self, "documents")
        context.actions.add(
            *self.files.commands("documents", available=lambda: self.register == NOTES)
        )

    def speak(self) -> None:
        """Name the parts and show everything anew."""
        self.reader.setAccessibleName(self.context.words("document.section"))
        self.notes.speak()
        self.files.speak()
        self.refresh()

    @override
    def _show_anew(self) -> None:
        """The same place where the reader was."""
        self.reader.refresh(self._page())

    def show_place(self, place: Place) -> None:
        """Go to a section or a place in it."""
        self.place, self.register = place, ""
        self.hand.close_look()
        self._turn_notes()
        self._is_stale = False
        self.reader.show_page(self._page(), anchor=place.number or None)

    def show_register(self, name: str, anchor: str) -> None:
        """Go to a register, or a record in it."""
        self.register = name
        self.hand.close_look()
        self._turn_notes()
        self._is_stale = False
        self.reader.show_page(self._page(), anchor=anchor or None)

    def _page(self) -> str | Iterator[str]:
        self.reader.inks = self.context.inks
        is_wide = self._is_wide
        if self.register:
            self.reader.limit_lines(LONG.get(self.register, 0))
        else:
            self.reader.limit_lines(2 * MEASURE if is_wide else MEASURE)
        self._show_files()
        if self.register:
            self._name_place(self.context.words(f"register.{self.register}"), "")
            return register_page(self.context, self.register, is_wide=is_wide)
        library = self.context.desk.library
        document = library.documents[self.place.document]
        section = next(
            (one for one in document.sections if one.id == self.place.section),
            document.sections[0],
        )
        name = section_name(section.id, self.context.language) if section.id != WHOLE else ""
        place = ", ".join(filter(None, (self.context.text(document.short), name)))
        if self.place.number:
            place = self.context.cite(str(self.place))
        self._name_place(place, self.context.text(section.title))
        paragraphs = library.paragraphs(document.id, section.id)
        verbatim = printed_section(self.context.desk.own_library, document.id, section.id)
        return section_page(
            self.context,
            document,
            section,
            paragraphs,
            self.place.number,
            verbatim,
            is_wide=is_wide,
        )

    def _show_files(self) -> None:
        """The notes before what takes them along: a low pane leaves that to the palette."""
        is_low = self.height() < FEW * self.fontMetrics().height()
        self.files.show_buttons(self.register == NOTES and not is_low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands under the notes only where there is height for it; two columns where they have room."""
        super().resizeEvent(event)
        self._show_files()
        is_wide = self.width() >= WIDE * self.fontMetrics().averageCharWidth()
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self.refresh()

    def _name_place(self, place: str, title: str) -> None:
        """Say over the text where one is: it stays when the head is scrolled away."""
        self.where.show_place(place, title)
        self.reader.setAccessibleDescription(self.where.said)

    # --- units

    def step(self, by: int) -> None:
        """Choose the next paragraph (1) or the one before (-1)."""
        self.catch_up()
        units = self.reader.units
        if not units or self.register:
            return
        at = units.index(self.place.number) if self.place.number in units else -1
        place = self._unit(units[min(max(at + by, 0), len(units) - 1)])
        if place is not None:
            self.show_place(place)

    def _unit(self, anchor: str) -> Place | None:
        if self.register:
            return None
        return Place(document=self.place.document, section=self.place.section, number=anchor)

    @property
    def chosen(self) -> Citable | None:
        """The chosen place, or the first of the section; None in a register."""
        if self.register:
            return None
        units = self.reader.units
        return self.place if self.place.number else self._unit(units[0]) if units else None

    def peek_chosen(self) -> None:
        """Look at the link in focus, or at the first place that the paragraph refers to."""
        self.hand.peek_at(self._first_cited(), self.place.number)

    @property
    def is_peeking(self) -> bool:
        """Whether a look is open and has the keyboard."""
        return self.hand.is_looking

    def _first_cited(self) -> str | None:
        chosen = self.chosen
        if not isinstance(chosen, Place):
            return None
        try:
            return next(iter(self.context.desk.library.paragraph(chosen).cites), None)
        except InputError:
            return None

    def copy_citation(self, *, quoting: bool = False) -> None:
        """Copy the citation of the chosen paragraph."""
        if self.chosen is not None:
            self.hand.copy_citation(self.chosen, quoting=quoting)

    def copy_wording(self) -> None:
        """Copy its words."""
        if self.chosen is not None:
            self.hand.copy_wording(self.chosen)

    # --- notes

    def write_note(self) -> None:
        """Open the note on the chosen paragraph."""
        if self.chosen is not None:
            self.notes.open_at(str(self.chosen))

    def mark(self) -> None:
        """Set a bookmark on it, or take it away."""
        if self.chosen is not None:
            self.context.notebook.mark(str(self.chosen))

    def _turn_notes(self) -> None:
        if not self.notes.isHidden():
            if self.chosen is None:
                self.notes.leave()
            else:
                self.notes.show_place(str(self.chosen))

    def _on_followed(self, link: str) -> None:
        if link.startswith("note-open:"):
            self.notes.open_at(link.partition(":")[2])
        elif not self.context.notebook.follow(link):
            self.context.opened.emit(link)
