"""Practical checklists: questions with their law; what is answered "no" is collected to be asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.model.practice import Checklist, ChecklistItem
from kzref.model.sheet import Sheet
from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.pages.page import Page
from kzref.ui.slices import Slices
from kzref.ui.widgets.check_item import ANSWERS, CheckItem
from kzref.ui.widgets.chooser import Chooser
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.reader import Reader
from kzref.ui.widgets.save_row import SaveRow, pdf_of, word_of

LISTING, WIDE = 44, 150  # letters across: of the list, and of a page that has room for it
DRAFT, DRAFT_LOW = 7, 6  # lines of letters
AT_ONCE = 0.02  # seconds of making questions before the first are shown
TALL = 40  # lines of letters: on a lower page the draft is folded until it is asked for
FEW = 18  # lines of letters: on a lower page the questions need them


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, and when."""

    said: str
    at: datetime


class ChecklistsPage(Page):
    """Lists for the first hours, the remand hearing, an allegation of torture, and others."""

    name = "checklists"

    def __init__(self, context: Context) -> None:
        """Build the pane of lists and an empty sheet."""
        super().__init__(context)
        self._lists = {checklist.id: checklist for checklist in context.desk.checklists}
        self._current = next(iter(self._lists), "")
        self._shown = ""  # the list that the cards hold
        self._cards: list[CheckItem] = []  # of this list, and those that a longer one needed
        self._items: list[CheckItem] = []  # as far as they have their words
        self._making = Slices(self)
        self._answers: dict[tuple[str, str], Answer] = {}  # kept in memory only: nothing is written
        self._listing, self._chooser = Listing("checklists", flat=True), Chooser()
        self._row = SaveRow(context, ("print", "docx", "motion", "clear"))
        self._tally, self._help = QLabel(), QLabel()
        self._tally.setWordWrap(True)
        self._help.setWordWrap(True)
        self._help.setProperty("role", "quiet")
        self._draft, self._fold = Reader("draft"), QPushButton()
        self._fold.setCheckable(True)
        self._fold.clicked.connect(self._on_folded)
        self._missing = 0  # answered no
        self._is_open: bool | None = None  # the draft; None: where the page is high enough
        self._draft.followed.connect(context.opened)
        self._build()
        self._listing.chosen.connect(self._chooser.choose)
        self._chooser.chosen.connect(self._on_chosen)
        context.actions.add(
            Action(
                id="checklist.next", label="lectern.action.next_list", keys=("J",), page=self.name,
                act=lambda: self._chooser.step(1),
            ),
            Action(
                id="checklist.previous", label="lectern.action.previous_list", keys=("K",),
                page=self.name, act=lambda: self._chooser.step(-1),
            ),
            Action(
                id="checklist.draft", label="lectern.action.draft", keys=("T",), page=self.name,
                act=self._fold.click,
            ),
        )  # fmt: skip
        self._row.buttons["print"].clicked.connect(lambda: self._save("pdf"))
        self._row.buttons["docx"].clicked.connect(lambda: self._save("docx"))
        self._row.buttons["motion"].clicked.connect(self._save_motion)
        self._row.buttons["clear"].clicked.connect(self.clear)

    def _build(self) -> None:
        """Questions that scroll, and below them what they come to; on a low page all of it scrolls."""
        self._area, self._sheet_of_items, self._foot = QScrollArea(), QWidget(), QWidget()
        self._sheet_of_items.setObjectName("sheet")
        self._intro = QLabel()
        self._intro.setProperty("role", "quiet")
        self._intro.setWordWrap(True)
        questions = QVBoxLayout(self._sheet_of_items)
        questions.addWidget(self._intro)
        questions.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tally = QHBoxLayout()
        tally.addWidget(self._fold)
        tally.addWidget(self._tally, 1)
        tally.addWidget(self._help, 1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._draft)
        foot.addLayout(tally)
        foot.addWidget(self._row)
        inside = QWidget()
        inside.setObjectName("sheet")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._sheet_of_items)
        self._inside.addStretch(1)
        self._inside.addWidget(self._foot)
        self._area.setWidget(inside)
        self._listing.hide()
        self._column = QVBoxLayout()
        self._column.addWidget(self._chooser)
        self._column.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.addWidget(self._listing)
        row.addLayout(self._column, 1)

    @property
    def place(self) -> str:
        """The list that is open."""
        return f"checklist:{self._current}"

    def speak(self) -> None:
        """Name everything and show the same list anew."""
        self._listing.setAccessibleName(self.context.words("tab.checklists"))
        self._chooser.setAccessibleName(self.context.words("tab.checklists"))
        entries = tuple(
            Entry(place=checklist.id, label=self.context.text(checklist.title))
            for checklist in self._lists.values()
        )
        for lists in (self._listing, self._chooser):
            lists.fill(entries)
            lists.choose(self._current, silently=True)
        self._row.speak()
        self._help.setText(self.context.words("checklist.keys"))
        self._draft.setAccessibleName(self.context.words("motion.title"))
        self._show()

    def refresh(self) -> None:
        """Show the same list in the context's colours."""
        self._show()

    def open(self, place: str) -> bool:
        """Go to a checklist (`checklist:first-hours`)."""
        kind, _, name = place.partition(":")
        if kind != "checklist" or name not in self._lists:
            return False
        self._chooser.choose(name)
        return True

    def _on_chosen(self, name: str) -> None:
        self._current = name
        self._listing.choose(name, silently=True)
        self._show()

    def _show(self) -> None:
        """Put the open list on the cards there are: new ones are made only where they are too few."""
        checklist = self._lists.get(self._current)
        if checklist is None:
            return
        place, is_other = self._area.verticalScrollBar().value(), self._shown != self._current
        has_focus = self._sheet_of_items.isAncestorOf(QApplication.focusWidget() or self)
        self._shown, self._items = self._current, []
        if is_other:  # else the words of the same questions change where they stand
            if has_focus:
                self._area.setFocus()
            for card in self._cards:
                card.hide()
        self._intro.setText(self.context.text(checklist.intro))
        steps = self._put(checklist, 0 if is_other else place)
        self._making.begin(steps, at_once=AT_ONCE if self.isVisible() else 0)
        self._sum_up()
        if is_other and has_focus:
            self.take_focus()

    @property
    def items(self) -> list[CheckItem]:
        """The questions of the open list, all of them."""
        self._making.finish()
        return self._items

    def _put(self, checklist: Checklist, place: int) -> Iterator[None]:
        """The questions one by one, for each takes some milliseconds; then go back to the place."""
        for number, item in enumerate(checklist.items):
            if number == len(self._cards):
                self._cards.append(self._card())
                yield
            card = self._cards[number]
            self._say(card, checklist, number + 1, item)
            card.show()
            self._items.append(card)
            yield
        for card in self._cards[len(checklist.items) :]:
            card.hide()
        self._area.verticalScrollBar().setValue(place)

    def _card(self) -> CheckItem:
        """A new card below the others, with no question yet."""
        card = CheckItem(self._sheet_of_items)
        card.hide()
        card.answered.connect(lambda item, said: self._on_answered(card, item, said))
        card.left.connect(lambda by: self._go(card, by))
        card.followed.connect(self._on_followed)
        column = cast("QVBoxLayout", self._sheet_of_items.layout())
        column.insertWidget(column.count() - 1, card)
        return card

    def _say(self, card: CheckItem, checklist: Checklist, number: int, item: ChecklistItem) -> None:
        words = self.context.words
        condition = f" ({words(f'condition.{item.only_if.value}')})" if item.only_if else ""
        law = " · ".join(
            markup.link(reference, self.context.cite(reference))
            for reference in (*item.provisions, *item.standard)
        )
        card.say(
            item.id,
            f"{number}. {self.context.text(item.text)}{condition}",
            self.context.text(item.ask),
            f'<span style="color:{self.context.inks.quiet}">→ </span>{law}',
            {answer: words(f"answer.{answer}") for answer in ANSWERS},
        )
        self._show_answer(card, (checklist.id, item.id))

    def _on_answered(self, widget: CheckItem, item: str, said: str) -> None:
        """Keep the answer with its time, or forget it."""
        where = (self._current, item)
        if said:
            self._answers[where] = Answer(said, self.context.now)
        else:
            self._answers.pop(where, None)
        self._show_answer(widget, where)
        self._sum_up()

    def _show_answer(self, widget: CheckItem, where: tuple[str, str]) -> None:
        given = self._answers.get(where)
        at = f"{given.at.astimezone():%H:%M}" if given else ""
        widget.show_answer(given.said if given else "", at)

    def _go(self, widget: CheckItem, by: int) -> None:
        """To the next question, or the one before."""
        at = self.items.index(widget) + by
        if 0 <= at < len(self.items):
            self.items[at].setFocus()
            self._area.ensureWidgetVisible(self.items[at])

    @property
    def said(self) -> dict[str, str]:
        """The answers of the open list, by item."""
        return {
            item: answer.said
            for (name, item), answer in self._answers.items()
            if name == self._current
        }

    def clear(self) -> None:
        """Forget the answers of the open list."""
        for where in [where for where in self._answers if where[0] == self._current]:
            del self._answers[where]
        self._show()

    def _sum_up(self) -> None:
        """Count the answers, and collect what was answered no."""
        words, said, checklist = self.context.words, self.said, self._lists[self._current]
        counts = {one: sum(answer == one for answer in said.values()) for one in ANSWERS}
        self._tally.setText(
            words("checklist.tally", **counts, open=len(checklist.items) - len(said))
        )
        missing = [item for item in checklist.items if said.get(item.id) == "no"]
        self._row.buttons["motion"].setEnabled(bool(missing))
        self._row.buttons["clear"].setEnabled(bool(said))
        self._missing = len(missing)
        self._show_draft()
        points = "".join(
            f"<p>{number}. {escape(self.context.text(item.ask))} "
            + " · ".join(markup.link(one, self.context.cite(one)) for one in item.provisions)
            + "</p>"
            for number, item in enumerate(missing, 1)
        )
        heading = f"<p><b>{escape(words('motion.asked'))}:</b></p>"
        self._draft.refresh(markup.page(heading + points, self.context.inks))

    def _on_folded(self) -> None:
        self._is_open = self._fold.isChecked()
        self._show_draft()

    def _show_draft(self) -> None:
        """The draft, or one line with its count: a low page is for the questions."""
        is_open = self._lines >= TALL if self._is_open is None else self._is_open
        self._fold.setVisible(bool(self._missing))
        self._fold.setChecked(is_open)
        mark = "▾" if is_open else "▸"
        self._fold.setText(f"{mark} {self.context.words('lectern.draft', count=self._missing)}")
        self._draft.setVisible(is_open and bool(self._missing))

    @override
    def take_focus(self) -> None:
        """The first question without an answer."""
        if not self._items:
            self._making.advance(AT_ONCE)
        made = (item for item in self._items if not item.answer)
        first = next(made, None) or next((item for item in self.items if not item.answer), None)
        if first is not None:
            first.setFocus()

    @override
    def spare(self, lines: int) -> None:
        """The questions before the help."""
        metrics, is_low = self.fontMetrics(), lines < FEW
        self._help.setVisible(not is_low)
        self._draft.setFixedHeight((DRAFT_LOW if is_low else DRAFT) * metrics.height())
        holder = self._inside if is_low else self._column
        if holder.indexOf(self._foot) < 0:
            holder.addWidget(self._foot)
        self._show_draft()
        self._listing.setVisible(self.width() >= WIDE * metrics.averageCharWidth())
        self._listing.setFixedWidth(LISTING * metrics.averageCharWidth())

    @override
    def sheet(self) -> Callable[[], Sheet]:
        """The list on paper with the ticks it has now."""
        checklist, wording, said = self._lists[self._current], self.context.wording, self.said

        def made() -> Sheet:
            from kzref.services.sheets.checklist import checklist_sheet  # noqa: PLC0415 - as needed

            return checklist_sheet(wording, checklist, said)

        return made

    def _save(self, form: str) -> None:
        work = pdf_of(self.sheet()) if form == "pdf" else word_of(self.sheet())
        self._row.save(f"{self._current}.{form}", work)

    def _save_motion(self) -> None:
        """The draft of a motion in Word, to be gone on with."""
        checklist, wording, said = self._lists[self._current], self.context.wording, self.said
        as_of = self.context.as_of

        def made() -> Sheet:
            from kzref.services.sheets.motion import motion_sheet  # noqa: PLC0415 - as needed

            return motion_sheet(wording, checklist, said, as_of)

        self._row.save(f"{checklist.id} {as_of}.docx", word_of(made))

    def _on_followed(self, href: str) -> None:
        if place := markup.target(href):
            self.context.opened.emit(place)
