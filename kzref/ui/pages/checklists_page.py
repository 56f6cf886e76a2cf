"""Practical checklists: questions with their law; what is answered "no" is collected to be asked for."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kzref.model.practice import Checklist, ChecklistItem
from kzref.model.sheet import Sheet
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.pages.page import Page
from kzref.ui.widgets.check_item import ANSWERS, CheckItem
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.save_row import SaveRow, pdf_of, word_of


class ChecklistsPage(Page):
    """Lists for the first hours, the remand hearing, an allegation of torture, and others."""

    name = "checklists"

    def __init__(self, context: Context) -> None:
        """Build the pane of lists and an empty sheet."""
        super().__init__(context)
        self._lists = {checklist.id: checklist for checklist in context.desk.checklists}
        self._current = next(iter(self._lists), "")
        self._answers: dict[tuple[str, str], str] = {}  # kept in memory only: nothing is written
        self._listing = Listing("checklists", flat=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._row = SaveRow(context, ("print", "docx"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._row)
        QHBoxLayout(self).addWidget(Panes(self._listing, right, sizes=(270, 960), letters=62))
        self._listing.chosen.connect(self._on_chosen)
        self._row.buttons["print"].clicked.connect(lambda: self._save("pdf"))
        self._row.buttons["docx"].clicked.connect(lambda: self._save("docx"))

    @property
    def place(self) -> str:
        """The list that is open."""
        return f"checklist:{self._current}"

    def speak(self) -> None:
        """Name everything and show the same list anew."""
        self._listing.setAccessibleName(self.context.words("tab.checklists"))
        self._listing.fill(
            Entry(place=checklist.id, label=self.context.text(checklist.title))
            for checklist in self._lists.values()
        )
        self._listing.choose(self._current, silently=True)
        self._row.speak()
        self._show()

    def refresh(self) -> None:
        """Show the same list in the context's colours."""
        self._show()

    def open(self, place: str) -> bool:
        """Go to a checklist (`checklist:first-hours`)."""
        kind, _, name = place.partition(":")
        if kind != "checklist" or name not in self._lists:
            return False
        self._listing.choose(name)
        return True

    def _on_chosen(self, name: str) -> None:
        self._current = name
        self._show()

    def _show(self) -> None:
        checklist = self._lists.get(self._current)
        if checklist is None:
            return
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(self._sheet(checklist))
        self._area.verticalScrollBar().setValue(place)

    def _sheet(self, checklist: Checklist) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        title, intro = QLabel(self.context.text(checklist.title)), QLabel()
        title.setProperty("role", "title")
        intro.setText(self.context.text(checklist.intro))
        intro.setProperty("role", "quiet")
        for label in (title, intro):
            label.setWordWrap(True)
            column.addWidget(label)
        for number, item in enumerate(checklist.items, 1):
            column.addWidget(self._item(checklist, number, item))
        column.addStretch(1)
        return sheet

    def _item(self, checklist: Checklist, number: int, item: ChecklistItem) -> CheckItem:
        words = self.context.words
        widget = CheckItem(item.id)
        condition = f" ({words(f'condition.{item.only_if.value}')})" if item.only_if else ""
        law = " · ".join(
            markup.link(reference, self.context.cite(reference))
            for reference in (*item.provisions, *item.standard)
        )
        widget.say(
            f"{number}. {self.context.text(item.text)}{condition}",
            self.context.text(item.ask),
            f'<span style="color:{self.context.inks.quiet}">→ </span>{law}',
            {answer: words(f"answer.{answer}") for answer in ANSWERS},
        )
        widget.show_answer(self._answers.get((checklist.id, item.id)))
        widget.answered.connect(
            lambda item_id, answer: self._answers.__setitem__((checklist.id, item_id), answer)
        )
        widget.followed.connect(self._on_followed)
        return widget

    def _save(self, form: str) -> None:
        """Put the list on paper with the ticks it has now."""
        checklist, wording = self._lists[self._current], self.context.wording
        answers = {
            item: answer for (name, item), answer in self._answers.items() if name == checklist.id
        }

        def sheet() -> Sheet:
            from kzref.services.sheets.checklist import checklist_sheet  # noqa: PLC0415 - as needed

            return checklist_sheet(wording, checklist, answers)

        work = pdf_of(sheet) if form == "pdf" else word_of(sheet)
        self._row.save(f"{checklist.id}.{form}", work)

    def _on_followed(self, href: str) -> None:
        if place := markup.target(href):
            self.context.opened.emit(place)
