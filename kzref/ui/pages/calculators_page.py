"""Calculators: which one, its facts, and the answer with its law, its arithmetic and a live clock.

A wide page has the list of calculators beside it; on another one the title is the list.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from kzref.model.errors import KzrefError
from kzref.model.message import Message
from kzref.model.outcome import Outcome
from kzref.model.sheet import Sheet
from kzref.services.calculations.clocks import running_clocks
from kzref.services.calculations.held import what_holds
from kzref.services.calculations.prompter import Prompter
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.pages.answer_pane import AnswerPane
from kzref.ui.pages.calculator_commands import PAGE, CalculatorHand
from kzref.ui.pages.facts_pane import FactsPane
from kzref.ui.pages.page import Page
from kzref.ui.widgets.fact_form import FactForm
from kzref.ui.widgets.listing import Entry
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.side_list import SideList

LISTING = 36  # letters across
LONGEST = 40  # letters of what was typed, where a sentence tells it
FEW = 22  # lines of letters: on a lower page the answer needs them all
AS_TYPED = {
    "fact.date": "calc.unread_date",
    "fact.moment": "calc.unread_moment",
    "fact.periods": "calc.unread_periods",
}
"""Refusals that show how the form wants a time; the command line wants it otherwise."""


class CalculatorsPage(Page):
    """Terms of detention and custody, and what else can be reckoned."""

    name = PAGE

    def __init__(self, context: Context) -> None:
        """Build the list, the facts and the answer."""
        super().__init__(context)
        self._listing = SideList(LISTING)
        self.facts, self.answer = FactsPane(context), AnswerPane(context)
        self._work = Panes(self.facts, self.answer, sizes=(366, 644), letters=74)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        row = QHBoxLayout(self)
        row.addWidget(self._listing)
        row.addWidget(self._work, 1)
        self._listing.chosen.connect(self.facts.chooser.choose)
        self.facts.chooser.chosen.connect(self._on_chosen)
        self.facts.edited.connect(self._soon.start)
        self._soon.timeout.connect(self._calculate)
        self._work.turned.connect(lambda: self.spare(self._lines))
        self.answer.followed.connect(self.context.opened)
        self._hand = CalculatorHand(context, self._work, self.facts, self.answer)

    @property
    def form(self) -> FactForm:
        """The form of the chosen calculator."""
        return self.facts.form

    @property
    def place(self) -> str:
        """The calculator that is open."""
        return f"calc:{self.facts.current}"

    def speak(self) -> None:
        """Name everything and say the answer in the language."""
        words = self.context.words
        entries = tuple(
            Entry(place=calculator.spec.id, label=words(f"calc.{calculator.spec.id}.title"))
            for calculator in self.context.desk.calculators.all
        )
        self._listing.fill(words("tab.calculators"), entries)
        self._listing.choose(self.facts.current)
        self.answer.speak()
        self.facts.speak(entries)
        self._calculate()

    def refresh(self) -> None:
        """Calculate anew under the context's date."""
        self._calculate()

    def forget(self) -> None:
        """Empty every form."""
        self.facts.forget()
        self._calculate()

    def open(self, place: str) -> bool:
        """Go to a calculator (`calc:police-detention`), with facts after a question mark."""
        kind, _, rest = place.partition(":")
        name, _, facts = rest.partition("?")
        if kind != "calc" or name not in self.facts.chooser.places():
            return False
        self.facts.chooser.choose(name)
        if facts:
            self.form.enter(dict(fact.split("=", 1) for fact in facts.split("&")))
            self._calculate()
            self._work.bring(self.answer if self.answer.outcome else self.form)
        return True

    @property
    @override
    def source(self) -> str:
        """The law of the first answer."""
        return self.answer.law

    @override
    def take_focus(self) -> None:
        """The fact that has to be mended, or the first that is asked for; with an answer, the answer."""
        first = self.answer.reader if self.answer.outcome else self.form.first()
        if first is not None:
            self._work.bring(first)
            first.setFocus()

    @override
    def spare(self, lines: int) -> None:
        """The answer before its drawings, the facts before what introduces them."""
        self.answer.pictures.setVisible(lines >= (FEW if self._work.lies else 2 * FEW))
        self.facts.intro.setVisible(lines >= FEW)
        if self.answer.outcome is not None:
            self._soon.start()  # in another room the arithmetic may stand open
        stood = self._listing.isVisibleTo(self)
        self._listing.fit(self)
        stands = self._listing.isVisibleTo(self)
        if stood != stands and self.facts.current and self.answer.outcome is None:
            self._calculate()  # the others are named beside an empty form where no list stands

    @override
    def sheet(self) -> "Callable[[], Sheet] | None":
        """The sheet of the calculation that is shown."""
        return self.answer.saver.sheet()

    def _on_chosen(self, place: str) -> None:
        self._listing.choose(place)
        self.facts.show_form(place)
        self._calculate()

    def _calculate(self) -> None:
        """Answer on the interface thread: a calculation takes a millisecond or two."""
        context, form, current = self.context, self.form, self.facts.current
        form.echo(context.words, context.now)
        written = form.written(context.now)
        missing = [f.name for f in form.spec.facts if f.required and f.name not in written]
        if missing:
            form.blame("", "")
            context.clocks.set(current, ())
            self.answer.show_nothing(self._asked_for("calc.needs", missing), self._meanwhile())
            return
        as_of = None if context.is_as_of_today else context.as_of
        calculators, now = context.desk.calculators, context.now
        with suppress(KzrefError):  # what is being typed cannot be read yet: the clocks go on
            self._run_clocks(calculators.run(current, written, now=now))
        try:
            outcome = calculators.run(current, written, now=now, as_of=as_of)
        except KzrefError as refusal:
            self._refuse(refusal, written)
            return
        form.blame("", "")
        self.answer.show_outcome(outcome)

    def _refuse(self, refusal: KzrefError, written: dict[str, str]) -> None:
        """Say the fault where the fact is, and show what holds without it."""
        context, current = self.context, self.facts.current
        as_of = None if context.is_as_of_today else context.as_of
        calculators, now = context.desk.calculators, context.now
        held = what_holds(calculators, current, written, refusal, now=now, as_of=as_of)
        self.form.blame(held.fact, self._told(refusal) if held.fact else "")
        if not held.fact:
            said = self._told(refusal) if written else ""
            self.answer.show_nothing("", self._meanwhile(), refusal=said)
            return
        if held.outcome is None:
            mend = self._asked_for("answer.mend", [held.fact])
            self.answer.show_nothing(mend, self._meanwhile())
            return
        self.answer.show_without(held.outcome, held.fact)
        if not context.clocks.run_for(current):
            self._run_clocks(held.outcome)

    def _asked_for(self, key: str, facts: list[str]) -> str:
        words = self.context.words
        return words(key, facts=tuple(words(f"fact.{name}") for name in facts))

    def _told(self, refusal: KzrefError) -> str:
        """The refusal, naming the fact as the form names it."""
        words, arguments = self.context.words, dict(refusal.message.arguments)
        fact = arguments.get("fact")
        for name, value in arguments.items():
            if isinstance(value, str):
                arguments[name] = _briefly(value)
        if isinstance(fact, str) and words.knows(f"fact.{fact}"):
            arguments["fact"] = words("calc.fact_named", name=_briefly(words(f"fact.{fact}")))
            if "value" in arguments and fact in self.form.names:  # as it was typed
                typed = self.form.typed(fact)
                arguments["value"] = _briefly(typed) if typed else arguments["value"]
        key = refusal.message.key
        return words.say(Message(AS_TYPED.get(key, key), arguments))

    def _meanwhile(self) -> str:
        """The other calculators, each with its question; where their list stands, what this one answers."""
        words, spec = self.context.words, self.form.spec
        if self._listing.isVisibleTo(self):
            found = (escape(words(f"result.{spec.id}.{result}")) for result in spec.results)
            items = "".join(f"<li>{one}</li>" for one in found)
            return markup.heading(words("answer.will_say"), 3) + f"<ul>{items}</ul>"
        lines = "".join(
            f"<p>{markup.link(f'calc:{name}', words(f'calc.{name}.title'))}<br>"
            f"{markup.quiet(escape(words(f'calc.{name}.intro')), self.context.inks)}</p>"
            for name in self.facts.chooser.places()
            if name != self.facts.current
        )
        return markup.heading(words("lectern.other_calculators"), 3) + lines

    def _run_clocks(self, outcome: Outcome) -> None:
        """Let the clocks run by the law of the day of the facts, whatever day's law is being read."""
        context = self.context
        prompter = Prompter(wording=context.wording, as_of=outcome.as_of)
        clocks = running_clocks(
            outcome,
            self.form.zone,
            lambda reading: prompter.authorities(outcome, reading),
            context.now,
        )
        context.clocks.set(outcome.calculator, clocks)


def _briefly(typed: str) -> str:
    """What was typed or pasted, in one line, short enough for a sentence."""
    shown = "".join(letter for letter in " ".join(typed.split()) if letter.isprintable())
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1].rstrip()}…"
