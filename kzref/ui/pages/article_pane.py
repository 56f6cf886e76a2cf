"""The right half of the law page: an article with its history, its columns, its changes."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzref.model.errors import InputError
from kzref.model.pinpoint import Pinpoint
from kzref.services.columns import Column, Layer, in_columns, offered
from kzref.services.history import History, history
from kzref.services.library import ProvisionView
from kzref.ui import history_words
from kzref.ui.context import Context
from kzref.ui.html.law import article_page
from kzref.ui.html.units import CITING, WHOLE, ArticleView, anchor
from kzref.ui.pages.law_commands import add_law_commands
from kzref.ui.widgets.reading_bar import ReadingBar
from kzref.ui.widgets.time_strip import TimeStrip
from kzref.ui.widgets.unit_reader import UnitReader

if TYPE_CHECKING:
    from kzref.services.quoting import Quoting
    from kzref.ui.widgets.peek import Peek

CHANGES = "changes:"


class ArticlePane(QWidget):
    """Shows the article of a place; `went` tells when the reader chose another unit in it."""

    went = Signal(str)
    told = Signal(str)

    def __init__(self, context: Context, place: Pinpoint) -> None:
        """Build the pane; nothing is shown before `speak`."""
        super().__init__()
        self.context = context
        self.place = place
        self.compared: date | None = None  # the earlier day, while two are compared
        self._chosen: tuple[Column, ...] = ()  # empty: the digest in the language of the window
        self._peek: Peek | None = None
        self.bar = ReadingBar(context)
        self.strip = TimeStrip()
        self.reader = UnitReader("article")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(self.reader, 1)
        self.bar.chosen.connect(self.choose_columns)
        self.bar.toggled.connect(lambda _on: self.toggle_changes())
        self.bar.compared.connect(self.compare_from)
        self.strip.picked.connect(context.set_as_of)
        self.strip.compared.connect(self.compare_from)
        self.reader.followed.connect(self._on_followed)
        self.reader.lit.connect(lambda unit: self.reader.light(unit, self._citation(unit)))
        self.reader.cited.connect(lambda unit: self.copy_citation(self._unit(unit)))
        self.reader.peeked.connect(lambda place, at: self.peek(place, at, take=False))
        self.reader.unpeeked.connect(self.close_peek)
        add_law_commands(self)

    # --- showing

    def speak(self) -> None:
        """Name the parts in the language."""
        self.reader.setAccessibleName(self.context.words("law.article"))
        self.bar.speak()

    def show_place(self, place: Pinpoint) -> None:
        """Go to a provision, from its top."""
        self.place = place
        self.compared = None
        self.close_peek()
        self.reader.show_page(self._page(), anchor=place.at or None)

    def refresh(self) -> None:
        """Show the same place under the context's date, language and colours."""
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
        self.refresh()

    def _page(self) -> str:
        context = self.context
        self.reader.inks = context.inks
        try:
            view = context.desk.library.provision(self.place, context.as_of)
        except InputError as error:
            return f"<p>{context.words.say(error.message)}</p>"
        self._show_history(view)
        available = offered(context.desk.own_library, view.instrument)
        self._chosen = tuple(column for column in self._chosen if column in available)
        self.bar.show_columns(available, self.columns)
        self.bar.show_compared(self.compared)
        if self.compared is not None:
            return self._changes(view, self.compared)
        return article_page(context, self._view(view))

    def _view(self, view: ProvisionView) -> ArticleView:
        context, library = self.context, self.context.desk.library
        whole = Pinpoint(key=view.instrument.key, article=view.article.article)
        own = context.desk.own_library
        columns = in_columns(own, view.instrument, view.article, context.as_of, self.columns)
        warnings = context.desk.currency_guard.warnings(whole)
        return ArticleView(
            instrument=view.instrument,
            article=view.article,
            chosen=self.place,
            columns=columns,
            hazards=library.hazards_on(whole),
            warnings=tuple(context.words.say(one) for one in warnings),
        )

    # --- history

    def _show_history(self, view: ProvisionView) -> None:
        past = self._history(view)
        self.strip.show_history(past, self.context.inks, history_words.labels(past))
        self.strip.show_days(self.context.as_of, self.context.today, self.compared)
        name = history_words.name(self.context, past)
        self.strip.say(name, history_words.description(self.context, past))

    def _history(self, view: ProvisionView) -> History:
        texts = self.context.desk.own_library.texts(view.instrument.id)
        redactions = tuple(sorted({text.redaction for text in texts if text.redaction}))
        return history(
            self.context.desk.library,
            view.instrument,
            view.article,
            view.pinpoint.at if self.place.at else "",
            redactions,
        )

    def toggle_changes(self) -> None:
        """Compare the chosen day with the version before it, or go back to the text."""
        self.compared = None if self.compared is not None else self._day_before()
        self.refresh()
        self.reader.verticalScrollBar().setValue(0)

    def compare_from(self, earlier: date) -> None:
        """Compare the chosen day with this one."""
        self.compared = earlier
        self.refresh()

    def _day_before(self) -> date:
        """The last day of the version before the one of the chosen day; else of what follows."""
        try:
            view = self.context.desk.library.provision(self.place, self.context.as_of)
        except InputError:
            return self.context.as_of
        past = self._history(view)
        begun = [turn.day for turn in past.turns if turn.day <= self.context.as_of]
        return begun[-1] - timedelta(days=1) if len(begun) > 1 else self.context.as_of

    def _changes(self, view: ProvisionView, earlier: date) -> str:
        from kzref.services.changes import (  # noqa: PLC0415 - when first compared
            digest_changes,
            official_changes,
        )
        from kzref.ui.html.changes import changes_page  # noqa: PLC0415 - when first compared

        context, days = self.context, (earlier, self.context.as_of)
        official = official_changes(context.desk.own_library, view.pinpoint, days, context.language)
        shown = official or digest_changes(view.instrument, view.article, days, context.language)
        return changes_page(context, shown, context.text(view.article.title))

    # --- units, citations, looks

    def step(self, by: int) -> None:
        """Choose the next unit (1) or the one before (-1)."""
        units = self.reader.units
        if not units or self.compared is not None:
            return
        at = units.index(anchor(self.place.at)) if anchor(self.place.at) in units else -1
        unit = units[min(max(at + by, 0), len(units) - 1)]
        self.went.emit(str(self._unit(unit)))

    def copy_citation(self, place: Pinpoint | None = None, *, quoting: bool = False) -> None:
        """Put the citation of a place, or of the chosen one, on the clipboard; with its words too."""
        place = place or self.place
        quoted = self._quoting
        self._copy(quoted.quotation(place) if quoting else quoted.citation(place))

    def copy_wording(self) -> None:
        """Put the words of the chosen unit on the clipboard, named as what they are."""
        self._copy(self._quoting.wording(self.place))

    @property
    def _quoting(self) -> "Quoting":
        from kzref.services.quoting import Quoting  # noqa: PLC0415 - when first quoted

        context = self.context
        return Quoting(desk=context.desk, language=context.language, as_of=context.as_of)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.context.words("reading.copied", text=text.replace("\n", " ")))

    def _unit(self, at: str) -> Pinpoint:
        if at == WHOLE:
            return Pinpoint(key=self.place.key, article=self.place.article)
        tail = at if at.startswith("(") else f" {at}"
        return Pinpoint.parse(f"{self.place.key} {self.place.article}{tail}")

    def _citation(self, at: str) -> str:
        return self.context.cite(str(self._unit(at)))

    def peek(self, place: str, at: QPoint, *, take: bool = True) -> None:
        """Show a look at a place beside the text."""
        from kzref.services.glance import glance  # noqa: PLC0415 - when first peeked
        from kzref.ui.widgets.peek import Peek  # noqa: PLC0415 - when first peeked

        context = self.context
        seen = glance(context.desk, place, context.language, context.as_of)
        if seen is None:
            return
        if self._peek is None:
            self._peek = Peek(self)
            self._peek.followed.connect(context.opened)
            self._peek.closed.connect(self.reader.setFocus)
            context.escape.closes(self._peek.close_if_open)
        self._peek.show_glance(seen, context.words, at, take=take)

    def peek_chosen(self) -> None:
        """Look at the link that the keyboard is on, else at what the chosen unit cites first."""
        link = self.reader.focused_link() or self._first_cited()
        if link:
            self.peek(link, self.reader.link_point())

    @property
    def is_peeking(self) -> bool:
        """Whether a look is open and has the keyboard."""
        return self._peek is not None and self._peek.hasFocus()

    def go_to_citing(self) -> None:
        """Go down to who cites the article."""
        self.reader.scrollToAnchor(CITING)
        self.reader.setFocus()

    def close_peek(self) -> None:
        """Close the look, if there is one."""
        if self._peek is not None:
            self._peek.hide()

    def _first_cited(self) -> str | None:
        try:
            view = self.context.desk.library.provision(self.place, self.context.as_of)
        except InputError:
            return None
        return next(iter(view.provision.cites), None)

    def _on_followed(self, place: str) -> None:
        if place.startswith(CHANGES):
            self.went.emit(place.removeprefix(CHANGES))
            self.toggle_changes()
        else:
            self.context.opened.emit(place)
