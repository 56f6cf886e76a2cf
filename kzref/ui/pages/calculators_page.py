"""Calculators: which one, its facts, and the answer with its law, its arithmetic and a live clock.

A wide page has the list of calculators beside it; on another one the title is the list.
"""

from collections.abc import Callable
from contextlib import suppress
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.model.errors import KzrefError
from kzref.model.message import Message
from kzref.model.outcome import Outcome
from kzref.model.sheet import Sheet
from kzref.services.calculations.clocks import running_clocks
from kzref.services.calculations.prompter import Prompter
from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.outcome import TRACE, outcome_page
from kzref.ui.pages.page import Page
from kzref.ui.pictures.beside_answer import BesideAnswer
from kzref.ui.widgets.chooser import Chooser
from kzref.ui.widgets.fact_form import FactForm
from kzref.ui.widgets.listing import Entry, Listing
from kzref.ui.widgets.outcome_saver import OutcomeSaver
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.reader import Reader
from kzref.ui.widgets.time_field import TimeField

LISTING = 40  # letters across
WIDE = 150  # letters across: from here on the list stands beside the facts
FEW = 22  # lines of letters: on a lower page the answer needs them all
AS_TYPED = {"fact.date": "calc.unread_date", "fact.moment": "calc.unread_moment"}
"""Refusals that show how the form wants a time; the command line wants it otherwise."""


class CalculatorsPage(Page):
    """Terms of detention and custody, and what else can be reckoned."""

    name = "calculators"

    def __init__(self, context: Context) -> None:
        """Build the three panes; a form is built when its calculator is first chosen."""
        super().__init__(context)
        self._listing, self._chooser = Listing("calculators", flat=True), Chooser()
        self._forms: dict[str, FactForm] = {}
        self._current = context.desk.calculators.all[0].spec.id
        self._intro, self._fault = QLabel(), QLabel()
        self._counted = False  # whether the arithmetic is unfolded
        self._pictures = BesideAnswer()
        self._reader = Reader("answer")
        self._outcome: Outcome | None = None
        self._saver = OutcomeSaver(context)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        self._build()
        self._listing.chosen.connect(self._chooser.choose)
        self._chooser.chosen.connect(self._on_chosen)
        self._soon.timeout.connect(self._calculate)
        self._reader.followed.connect(self._on_followed)
        self._add_actions()

    def _add_actions(self) -> None:
        context = self.context
        context.actions.add(
            Action(id="calc.now", label="action.calc.now", keys=("N",), page=self.name, act=self._now),
            Action(
                id="calc.copy", label="action.calc.copy", keys=("C",), page=self.name,
                act=self._copy, available=lambda: self._outcome is not None,
            ),
            Action(
                id="calc.minor", label="lectern.action.minor", keys=("M",), page=self.name,
                act=lambda: self.form.turn_minor() and None,
                available=lambda: "minor" in self.form.names,
            ),
            Action(
                id="calc.ground", label="lectern.action.ground", keys=("G",), page=self.name,
                act=self._go_to_ground,
            ),
            Action(
                id="calc.trace", label="lectern.action.trace", keys=("T",), page=self.name,
                act=self._turn_trace, available=lambda: self._outcome is not None,
            ),
            Action(
                id="calc.next", label="lectern.action.next", keys=("J",), page=self.name,
                act=lambda: self._chooser.step(1),
            ),
            Action(
                id="calc.previous", label="lectern.action.previous", keys=("K",), page=self.name,
                act=lambda: self._chooser.step(-1),
            ),
        )  # fmt: skip

    def _now(self) -> None:
        """Enter the present minute as the first time that is asked for, and go there."""
        field = next(iter(self.form.findChildren(TimeField)), None)
        if field is not None:
            self._work.bring(field)
            field.set_now()
            field.setFocus()

    def _go_to_ground(self) -> None:
        self._work.bring(self.form)
        self.form.go_to_choice()

    def _copy(self) -> None:
        """Put the first answer, with its law, on the clipboard."""
        if self._outcome is None or not self._outcome.results:
            return
        words, first = self.context.words, self._outcome.results[0]
        lines = [words(f"result.{self._outcome.calculator}.{first.id}")]
        for reading in first.readings:
            law = ", ".join(self.context.cite(one) for one in reading.references)
            lines.append(f"{words.value(reading.value, of=first.id)} ({law})")
            if reading.assumption is not None and len(first.readings) > 1:
                lines[-1] += f": {words.say(reading.assumption)}"
        self.context.clipboard.copy("\n".join(lines))

    def _build(self) -> None:
        self._intro.setProperty("role", "quiet")
        self._fault.setProperty("role", "fault")
        for label in (self._intro, self._fault):
            label.setWordWrap(True)
        self._form_area = QScrollArea()
        self._form_area.setWidgetResizable(True)
        self._form_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self._chooser)
        column.addWidget(self._intro)
        column.addWidget(self._form_area)
        self._answer = right = QWidget()
        answers = QVBoxLayout(right)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.addWidget(self._fault)
        answers.addWidget(self._reader, 1)
        answers.addWidget(self._pictures)
        answers.addWidget(self._saver)
        self._work = work = Panes(middle, right, sizes=(390, 620), letters=74)
        work.turned.connect(lambda: self.spare(self._lines))
        row = QHBoxLayout(self)
        row.addWidget(self._listing)
        self._listing.hide()
        row.addWidget(work, 1)

    @property
    def place(self) -> str:
        """The calculator that is open."""
        return f"calc:{self._current}"

    def speak(self) -> None:
        """Name everything and say the answer in the language."""
        words = self.context.words
        self._listing.setAccessibleName(words("tab.calculators"))
        self._reader.setAccessibleName(words("calc.answer"))
        self._facts.setAccessibleName(words("lectern.facts"))
        self._answer.setAccessibleName(words("calc.answer"))
        self._saver.speak()
        entries = tuple(
            Entry(place=calculator.spec.id, label=words(f"calc.{calculator.spec.id}.title"))
            for calculator in self.context.desk.calculators.all
        )
        self._chooser.setAccessibleName(words("tab.calculators"))
        self._listing.fill(entries)
        self._chooser.fill(entries)
        self._listing.choose(self._current, silently=True)
        self._chooser.choose(self._current, silently=True)
        for form in self._forms.values():
            form.speak(words)
        self._show_form()

    def refresh(self) -> None:
        """Calculate anew under the context's date."""
        self._calculate()

    def forget(self) -> None:
        """Empty every form."""
        for form in self._forms.values():
            form.enter({})
        self._calculate()

    def open(self, place: str) -> bool:
        """Go to a calculator (`calc:police-detention`), with facts after a question mark."""
        kind, _, rest = place.partition(":")
        name, _, facts = rest.partition("?")
        if kind != "calc" or name not in self._chooser.places():
            return False
        self._chooser.choose(name)
        if facts:
            self.form.enter(dict(fact.split("=", 1) for fact in facts.split("&")))
            self._calculate()
            self._work.bring(self._reader if self._outcome else self.form)
        return True

    @property
    @override
    def source(self) -> str:
        """The law of the first answer."""
        readings = self._outcome.results[0].readings if self._outcome else ()
        return next((one for reading in readings for one in reading.references), "")

    @property
    def form(self) -> FactForm:
        """The form of the chosen calculator."""
        if self._current not in self._forms:
            form = FactForm(self.context.desk.calculators.get(self._current).spec)
            form.speak(self.context.words)
            form.edited.connect(self._soon.start)
            self._forms[self._current] = form
        return self._forms[self._current]

    @override
    def take_focus(self) -> None:
        """The first time that is asked for; with an answer, the answer."""
        first = self.form.first() if self._outcome is None else self._reader
        if first is not None:
            self._work.bring(first)
            first.setFocus()

    @override
    def spare(self, lines: int) -> None:
        """The answer before its drawings, the facts before what introduces them."""
        self._pictures.setVisible(lines >= (FEW if self._work.lies else 2 * FEW))
        self._intro.setVisible(lines >= FEW)
        letters = self.width() // self.fontMetrics().averageCharWidth()
        self._listing.setVisible(letters >= WIDE)
        self._listing.setFixedWidth(LISTING * self.fontMetrics().averageCharWidth())

    @override
    def sheet(self) -> "Callable[[], Sheet] | None":
        """The sheet of the calculation that is shown."""
        return self._saver.sheet()

    def _on_chosen(self, place: str) -> None:
        self._current = place
        self._listing.choose(place, silently=True)
        self._show_form()

    def _show_form(self) -> None:
        words = self.context.words
        self._intro.setText(words(f"calc.{self._current}.intro"))
        if self._form_area.widget() is not self.form:
            self._form_area.takeWidget()
            self._form_area.setWidget(self.form)
        self._form_area.setMinimumWidth(self.form.minimumSizeHint().width() + 24)
        self._calculate()

    def _calculate(self) -> None:
        """Answer on the interface thread: a calculation takes a millisecond or two."""
        context, form = self.context, self.form
        form.echo(context.words, context.now)
        written = form.written(context.now)
        missing = [f for f in form.spec.facts if f.required and f.name not in written]
        self._fault.hide()
        if missing:
            names = tuple(context.words(f"fact.{fact.name}") for fact in missing)
            context.clocks.set(self._current, ())
            self._show_nothing(context.words("calc.needs", facts=names), with_others=True)
            return
        as_of = None if context.is_as_of_today else context.as_of
        calculators, now = context.desk.calculators, context.now
        with suppress(KzrefError):  # what is being typed cannot be read yet: the clocks go on
            self._run_clocks(calculators.run(self._current, written, now=now))
        try:
            outcome = calculators.run(self._current, written, now=now, as_of=as_of)
        except KzrefError as error:
            self._show_nothing("")
            if written:
                self._fault.setText(self._told(error))
                self._fault.show()
            return
        self._show_outcome(outcome)

    def _told(self, error: KzrefError) -> str:
        """The refusal, naming the fact as the form names it."""
        words, arguments = self.context.words, dict(error.message.arguments)
        fact = arguments.get("fact")
        if isinstance(fact, str) and words.knows(f"fact.{fact}"):
            arguments["fact"] = words("calc.fact_named", name=words(f"fact.{fact}"))
        key = error.message.key
        return words.say(Message(AS_TYPED.get(key, key), arguments))

    def _show_nothing(self, sentence: str, *, with_others: bool = False) -> None:
        self._outcome = None
        self._pictures.show_outcome(None, self.context.today, self.context.words, self.context.inks)
        others = self._others() if with_others else ""
        self._reader.show_page(markup.page(f"<p>{escape(sentence)}</p>{others}", self.context.inks))
        self._saver.show_outcome(None, "")

    def _others(self) -> str:
        """The other calculators, each with its question; nothing where their list stands."""
        words = self.context.words
        if self._listing.isVisibleTo(self):
            return ""
        lines = "".join(
            f"<p>{markup.link(f'calc:{name}', words(f'calc.{name}.title'))}<br>"
            f"{markup.quiet(escape(words(f'calc.{name}.intro')), self.context.inks)}</p>"
            for name in self._chooser.places()
            if name != self._current
        )
        return markup.heading(words("lectern.other_calculators"), 3) + lines

    def _on_followed(self, place: str) -> None:
        if place == TRACE:
            self._turn_trace()
        else:
            self.context.opened.emit(place)

    def _turn_trace(self) -> None:
        """Unfold the arithmetic, or fold it."""
        self._counted = not self._counted
        if self._outcome is not None:
            self._show_outcome(self._outcome)

    def _run_clocks(self, outcome: Outcome) -> None:
        """Let the clocks run by the law of the day of the facts, whatever day's law is being read."""
        context = self.context
        prompter = Prompter(wording=context.wording, as_of=outcome.as_of)
        clocks = running_clocks(
            outcome, self.form.zone, lambda reading: prompter.authorities(outcome, reading)
        )
        context.clocks.set(outcome.calculator, clocks)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        context = self.context
        words = context.words
        self._pictures.show_outcome(outcome, context.today, words, context.inks)
        code = context.desk.calculators.certificate(outcome)
        self._reader.refresh(outcome_page(context, outcome, code, counted=self._counted))
        self._saver.show_outcome(outcome, code)
