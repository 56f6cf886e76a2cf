"""The questions of one checklist under one another: the whole list at a glance, the law of the current one."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from kzref.model.practice import Checklist, ChecklistItem
from kzref.services.catalogue import offset
from kzref.ui.checklists.answers import ANSWERS, Answer, Answers
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.listed import links
from kzref.ui.slices import Slices
from kzref.ui.widgets.check_item import CheckItem

AT_ONCE = 0.02  # seconds of making questions before the first are shown
PRESSED = 60  # milliseconds until a button of the mouse is looked at again


class Questions(QScrollArea):
    """Cards of one list. The one that has the keyboard, or had it last, shows its law."""

    answered = Signal(str, str)  # item and answer
    followed = Signal(str)

    def __init__(self, context: Context, answers: Answers) -> None:
        """Build the column without questions."""
        super().__init__()
        self._context, self._answers = context, answers
        self._checklist: Checklist | None = None
        self._cards: list[CheckItem] = []  # of this list, and those that a longer one needed
        self._said: list[CheckItem] = []  # as far as they have their words
        self._current: CheckItem | None = None
        self._making = Slices(self)
        self._is_small = self._is_dense = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside, self._intro = QWidget(), QLabel()
        self._inside.setObjectName("sheet")
        self._intro.setProperty("role", "quiet")
        self._intro.setWordWrap(True)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self._intro)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._pressed = QTimer(self)
        self._pressed.setSingleShot(True)
        self._pressed.setInterval(PRESSED)
        self._pressed.timeout.connect(self._follow)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @property
    def cards(self) -> list[CheckItem]:
        """The questions of the open list, all of them."""
        self._making.finish()
        return self._said

    def _make_room(self) -> None:
        """Give the cards their height at once: a turn later they would have been seen squeezed."""
        width = self._inside.width()
        needed = self._column.totalHeightForWidth(width)
        if self.isVisible() and needed > self._inside.height():
            self._inside.resize(width, needed)
        self._column.activate()

    def _keep_width(self, _least: int, most: int) -> None:
        """Nothing moves sideways under the mouse when the scroll bar comes or goes."""
        bar = self.verticalScrollBar().sizeHint().width()
        self._column.setContentsMargins(0, 0, 0 if most else bar, 0)

    def show_intro(self, is_shown: bool) -> None:  # noqa: FBT001 - the only thing it is told
        """Let the help scroll with the questions, where it has no place of its own."""
        self._intro.setVisible(is_shown)

    def show_list(self, checklist: Checklist, intro: str) -> None:
        """Put a list on the cards there are: new ones are made only where they are too few."""
        place, is_other = self.verticalScrollBar().value(), self._checklist is not checklist
        has_focus = self._inside.isAncestorOf(QApplication.focusWidget() or self)
        self._checklist, self._said = checklist, []
        if is_other:  # else the words of the same questions change where they stand
            self._current = None
            if has_focus:
                self.setFocus()
            for card in self._cards:
                card.hide()
        self._intro.setText(intro)
        steps = self._put(checklist, 0 if is_other else place, is_seen=self._sees_current)
        self._making.begin(steps, at_once=AT_ONCE if self.isVisible() else 0)
        if is_other and has_focus:
            self.take_focus()

    @property
    def _sees_current(self) -> bool:
        """Whether the reader has the current question before the eyes, or none yet."""
        return self._current is None or not self._current.visibleRegion().isEmpty()

    def _put(self, checklist: Checklist, place: int, *, is_seen: bool) -> Iterator[None]:
        """The questions one by one, for each takes some milliseconds; then go back to the place.

        Args:
            checklist: whose questions.
            place: how far it was scrolled.
            is_seen: the current question stays where it is seen, however large the letters become.
        """
        for number, item in enumerate(checklist.items):
            if number == len(self._cards):
                self._cards.append(self._card())
                yield
            card = self._cards[number]
            self._say(card, checklist, number + 1, item)
            card.show()
            self._make_room()  # what is shown shares the old height of all until then
            self._said.append(card)
            yield
        for card in self._cards[len(checklist.items) :]:
            card.hide()
        if self._current is None and self._said:
            self._open(next((card for card in self._said if not card.answer), self._said[0]))
        self.verticalScrollBar().setValue(place)
        if is_seen:
            QTimer.singleShot(0, self, self._see_current)

    def _card(self) -> CheckItem:
        """A new card below the others, with no question yet."""
        card = CheckItem(self._inside)
        card.hide()
        card.take_form(is_small=self._is_small, is_dense=self._is_dense)
        card.answered.connect(self.answered)
        card.left.connect(lambda by: self._go(card, by))
        card.grew.connect(self._make_room)
        card.followed.connect(self._on_followed)
        self._column.insertWidget(len(self._cards) + 1, card)
        return card

    def _say(self, card: CheckItem, checklist: Checklist, number: int, item: ChecklistItem) -> None:
        words = self._context.words
        condition = f" ({words(f'condition.{item.only_if.value}')})" if item.only_if else ""
        law = links(self._context, (*item.provisions, *item.standard))
        card.say(
            item.id,
            f"{number}. {self._context.text(item.text)}{condition}",
            self._context.text(item.ask),
            f'<span style="color:{self._context.inks.quiet}">→ </span>{law}',
            {answer: words(f"answer.{answer}") for answer in ANSWERS},
        )
        self._show_answer(card, self._answers.at(checklist, item.id))

    def show_answers(self) -> None:
        """Show what is answered now."""
        if self._checklist is not None:
            for card, item in zip(self.cards, self._checklist.items, strict=True):
                self._show_answer(card, self._answers.at(self._checklist, item.id))

    def _go(self, card: CheckItem, by: int) -> None:
        """To the next question, or the one before."""
        at = self.cards.index(card) + by
        if 0 <= at < len(self.cards):
            self.cards[at].setFocus()

    def _follow(self) -> None:
        """Unfold the question that has the keyboard; nothing moves while a button is pressed on it."""
        focused = QApplication.focusWidget()
        if focused is None or not self._inside.isAncestorOf(focused):
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._pressed.start()
            return
        card = next(
            (one for one in self._said if one is focused or one.isAncestorOf(focused)), None
        )
        if card is not None and card is not self._current:
            self._open(card)

    def _open(self, card: CheckItem) -> None:
        before, self._current = self._current, card
        if before is not None:
            before.unfold(unfolded=False)
        card.unfold(unfolded=True)
        QTimer.singleShot(0, self, self._see_current)

    def _see_current(self) -> None:
        if self._current is not None and self._current.hasFocus():
            self.ensureWidgetVisible(self._current, 0, 8)

    def take_focus(self) -> None:
        """The first question without an answer takes the keyboard."""
        if not self._said:
            self._making.advance(AT_ONCE)
        made = (card for card in self._said if not card.answer)
        first = next(made, None) or next((card for card in self.cards if not card.answer), None)
        if first is not None:
            first.setFocus()

    def take_form(self, *, is_small: bool, is_dense: bool) -> None:
        """Smaller letters with less air, and lower answers: a low page shows the whole list then."""
        self._is_small, self._is_dense = is_small, is_dense
        for card in self._cards:
            card.take_form(is_small=is_small, is_dense=is_dense)

    def take_in(self, widget: QWidget) -> None:
        """Let a widget scroll with the questions, below them."""
        if self._column.indexOf(widget) < 0:
            self._column.addWidget(widget)

    def _on_followed(self, href: str) -> None:
        if place := markup.target(href):
            self.followed.emit(place)

    def _show_answer(self, card: CheckItem, given: Answer | None) -> None:
        """Show an answer and its time, and let a screen reader say it with the keys that change it."""
        words, said = self._context.words, given.said if given else ""
        at = f"{given.at.astimezone():%H:%M}" if given else ""
        zone = offset(given.at.astimezone()) if given else ""
        card.show_answer(said, at, zone and words("keyboard.answered", time=f"{at} ({zone})"))
        spoken = f"{words(f'answer.{said}')} {at} ({zone}). " if said else ""
        keys = words("checklist.keys").replace(
            "\N{NO-BREAK SPACE}", " "
        )  # they are heard, not laid out
        card.setAccessibleDescription(spoken + keys)
