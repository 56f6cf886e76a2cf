"""The right half of the law page: an article with its history, its columns, its changes."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from kzref.model.errors import InputError
from kzref.model.message import Message
from kzref.model.pinpoint import Pinpoint
from kzref.services.law.columns import Column, Layer, offered
from kzref.ui.context import Context
from kzref.ui.html.law import article_page
from kzref.ui.html.units import CITING, WHOLE, anchor
from kzref.ui.pages.article_history import ArticleHistory
from kzref.ui.pages.article_view import article_view, day_said
from kzref.ui.pages.beside_text import BesideText, Width
from kzref.ui.pages.noted_pane import NotedPane
from kzref.ui.reading_hand import ReadingHand
from kzref.ui.theme import MEASURE
from kzref.ui.widgets.note_pane import NotePane
from kzref.ui.widgets.place_line import PlaceLine
from kzref.ui.widgets.reading_bar import ReadingBar
from kzref.ui.widgets.time_strip import TimeStrip
from kzref.ui.widgets.unit_reader import UnitReader

if TYPE_CHECKING:
    from kzref.services.law.library import ProvisionView
    from kzref.ui.pages.margin_pane import Margin

CHANGES = "changes:"
NOTE = "note-open:"
MARGIN = Width(least=36, most=62)


class ArticlePane(NotedPane):
    """Shows the article of a place; `went` tells when the reader chose another unit in it."""

    went = Signal(str)
    told = Signal(str)

    def __init__(self, context: Context, place: Pinpoint) -> None:
        """Build the pane; nothing is shown before `speak`."""
        super().__init__(context)
        self.place = place
        self.compared: date | None = None  # the earlier day, while two are compared
        self._chosen: tuple[Column, ...] = ()  # empty: the digest in the language of the window
        self.bar = ReadingBar(context)
        self.strip = TimeStrip()
        self.history = ArticleHistory(context, self.strip)
        self.where = PlaceLine()
        self.reader = UnitReader("article")
        self.hand = ReadingHand(context, self.reader, self._unit)
        self.notes = NotePane(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(self.where)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reader, 1)
        column.addLayout(row, 1)
        self.beside = BesideText(self, self.reader, row, MARGIN, lambda: _margin(context))
        column.addWidget(self.notes)
        self.bar.chosen.connect(self.choose_columns)
        self.bar.toggled.connect(lambda _on: self.toggle_changes())
        self.bar.compared.connect(self.compare_from)
        self.strip.picked.connect(context.set_as_of)
        self.strip.compared.connect(self.compare_from)
        self.beside.changed.connect(self.refresh)
        for followed in (self.reader.followed, self.beside.followed):
            followed.connect(self._on_followed)
        self.hand.told.connect(self.told)
        self.notes.closed.connect(self.reader.setFocus)
        context.notebook.told.connect(self.told)

    # --- showing

    def speak(self) -> None:
        """Name the parts in the language."""
        self.reader.setAccessibleName(self.context.words("law.article"))
        self.bar.speak()
        self.notes.speak()
        self.beside.speak()

    def show_place(self, place: Pinpoint) -> None:
        """Go to a provision, from its top."""
        before, self.place = self.place, place
        is_near = (before.key, before.article) == (place.key, place.article)
        is_shown = is_near and self.compared is None and not self._is_stale
        self.compared = None
        self.hand.close_look()
        if not self.notes.isHidden():
            self.notes.show_place(str(place))
        if not (is_shown and self._move_tint(before, place)):
            self._is_stale = False
            self.reader.show_page(self._page(), anchor=place.at or None)

    def _move_tint(self, before: Pinpoint, place: Pinpoint) -> bool:
        """Choose another unit of the page that is shown: cheaper than laying it out anew."""
        inks, reader = self.context.inks, self.reader
        here, there = anchor(before.at), anchor(place.at)
        if not reader.isVisible() or not {here, there} <= set(reader.units):
            return False
        view = self._view
        if view is None:
            return False
        self.history.show(view, view.pinpoint.at if self.place.at else "", self.compared)
        self._name_place(view)
        self.beside.show_place(str(view.pinpoint))
        reader.tint(here, inks.paper, inks.line)
        reader.tint(there, inks.accent_soft, inks.accent)
        reader.bring_to_top(there)
        return True

    @override
    def _show_anew(self) -> None:
        """The same place under the context's date, language and colours."""
        self.reader.refresh(self._page())

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown."""
        return self._chosen or (Column(layer=Layer.DIGEST, language=self.context.language),)

    def choose_columns(self, columns: tuple[Column, ...]) -> None:
        """Show these columns from now on; the language of the window alone means: follow it."""
        follows = (Column(layer=Layer.DIGEST, language=self.context.language),)
        self._chosen = () if columns == follows else columns
        self.compared = None
        self.beside.is_wanted = len(self.columns) == 1
        self.beside.fit()
        self.refresh()

    def _page(self) -> str | Iterator[str]:
        context = self.context
        self.reader.inks = context.inks
        self.reader.limit_lines(MEASURE if len(self.columns) == 1 else 0)
        view = self._view
        if view is None:
            self.strip.forget()  # it shows the history of another article
            self._name_place(None)
            self.beside.show_place("")
            return self._not_in_edition()
        self.history.show(view, view.pinpoint.at if self.place.at else "", self.compared)
        self._name_place(view)
        available = offered(context.desk.own_library, view.instrument)
        self._chosen = tuple(column for column in self._chosen if column in available)
        self.beside.is_wanted = len(self.columns) == 1
        self.beside.show_place(str(view.pinpoint))
        self.bar.show_columns(available, self.columns)
        self.bar.show_compared(self.compared)
        if self.compared is not None:
            return self.history.changes(view, self.compared)
        shown = article_view(context, view, self.place, self.columns, beside=self.beside.is_open)
        return article_page(context, shown)

    @property
    def _view(self) -> "ProvisionView | None":
        """The provision of the place on the day; None where the edition has nothing of it."""
        try:
            return self.context.desk.library.provision(self.place, self.context.as_of)
        except InputError:
            return None

    def _not_in_edition(self) -> str:
        """The article as the reader has brought it, else that the edition does not have it."""
        from kzref.ui.html.own_only import own_only_page  # noqa: PLC0415 - seldom needed

        context = self.context
        missing = Message("citation.not_in_edition", {"citation": str(self.place)})
        return own_only_page(context, self.place) or f"<p>{context.words.say(missing)}</p>"

    def _name_place(self, view: "ProvisionView | None") -> None:
        """Say over the text where one is: it stays when the head of the article is scrolled away."""
        context = self.context
        title = context.text(view.article.title) if view is not None else ""
        day = day_said(context, view, self.compared)
        self.where.show_place(context.cite(str(self.place)), title, day)
        self.reader.setAccessibleDescription(self.where.said)

    # --- history

    def toggle_changes(self) -> None:
        """Compare the chosen day with the version before it, or go back to the text."""
        self.compared = None if self.compared is not None else self._day_before()
        self.reader.show_page(self._page(), anchor="" if self.compared else self.place.at)

    def compare_from(self, earlier: date) -> None:
        """Compare the chosen day with this one."""
        self.compared = earlier
        self.refresh()

    def _day_before(self) -> date:
        view = self._view
        if view is None:
            return self.context.as_of
        return self.history.day_before(view, view.pinpoint.at if self.place.at else "")

    # --- units, citations, looks

    def step(self, by: int) -> None:
        """Choose the next unit (1) or the one before (-1)."""
        self.catch_up()
        units = self.reader.units
        if not units or self.compared is not None:
            return
        at = units.index(anchor(self.place.at)) if anchor(self.place.at) in units else -1
        unit = units[min(max(at + by, 0), len(units) - 1)]
        self.went.emit(str(self._unit(unit)))

    def copy_citation(self, *, quoting: bool = False) -> None:
        """Copy the citation of the chosen unit; with its words when they are quoted."""
        self.hand.copy_citation(self.place, quoting=quoting)

    def copy_wording(self) -> None:
        """Copy the words of the chosen unit, named as what they are."""
        self.hand.copy_wording(self.place)

    def _unit(self, at: str) -> Pinpoint:
        if at == WHOLE:
            return Pinpoint(key=self.place.key, article=self.place.article)
        tail = at if at.startswith("(") else f" {at}"
        return Pinpoint.parse(f"{self.place.key} {self.place.article}{tail}")

    def peek_chosen(self) -> None:
        """Look at the link that the keyboard is on, else at what the chosen unit cites first."""
        margin = self.beside.margin
        if margin is not None and margin.hasFocus():
            margin.hand.peek_at(None, "")
        else:
            self.hand.peek_at(self._first_cited(), anchor(self.place.at))

    @property
    def is_peeking(self) -> bool:
        """Whether a look is open and has the keyboard."""
        margin = self.beside.margin
        return self.hand.is_looking or (margin is not None and margin.hand.is_looking)

    def go_to_citing(self) -> None:
        """Go to who cites the unit, beside the text; without a margin, down to who cites the article."""
        self.catch_up()
        if self.beside.margin is not None and self.beside.is_open:
            self.beside.margin.go_to_citing()
            return
        self.reader.scrollToAnchor(CITING)
        self.reader.setFocus()

    def _first_cited(self) -> str | None:
        view = self._view
        return next(iter(view.provision.cites), None) if view is not None else None

    # --- notes

    def write_note(self) -> None:
        """Open the note on the chosen unit."""
        self.notes.open_at(str(self.place))

    def mark(self) -> None:
        """Set a bookmark on the chosen unit, or take it away."""
        self.context.notebook.mark(str(self.place))

    def _on_followed(self, link: str) -> None:
        if link.startswith(CHANGES):
            self.went.emit(link.removeprefix(CHANGES))
            self.toggle_changes()
        elif link.startswith(NOTE):
            self.notes.open_at(link.removeprefix(NOTE))
        elif not self.context.notebook.follow(link):
            self.context.opened.emit(link)


def _margin(context: Context) -> "Margin":
    from kzref.ui.pages.article_beside import article_margin  # noqa: PLC0415 - on a wide window only

    return article_margin(context)
