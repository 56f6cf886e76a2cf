"""The answer of a calculation: what was found, its drawings, and the way to paper; or why there is none."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kzref.model.outcome import Outcome
from kzref.services.calculations.prompter import Prompter
from kzref.ui.context import Context
from kzref.ui.html import markup
from kzref.ui.html.escaping import escape
from kzref.ui.html.outcome import TRACE, outcome_page
from kzref.ui.pictures.beside_answer import BesideAnswer
from kzref.ui.widgets.outcome_saver import OutcomeSaver
from kzref.ui.widgets.reader import Reader

LONG = 8000  # letters of HTML: such an answer is not seen whole, and would be measured in vain


class AnswerPane(QWidget):
    """Shows one outcome; `followed` tells of its links."""

    followed = Signal(str)

    def __init__(self, context: Context) -> None:
        """Build it without an answer."""
        super().__init__()
        self._context = context
        self.outcome: Outcome | None = None  # the whole answer, which can be copied and saved
        self._shown: Outcome | None = None  # the same, or what holds of it
        self._without = ""  # the fact that it leaves out
        self._counted = False  # whether the arithmetic is unfolded
        self._wished: bool | None = None  # whether it is to be; None: where there is room for it
        self.refusal = QLabel()
        self.refusal.setProperty("role", "fault")
        self.refusal.setWordWrap(True)
        self.reader, self.pictures, self.saver = (
            Reader("answer"),
            BesideAnswer(),
            OutcomeSaver(context),
        )
        self.reader.followed.connect(self._on_followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.refusal)
        column.addWidget(self.reader, 1)
        column.addWidget(self.pictures)
        column.addWidget(self.saver)
        self.refusal.hide()

    def speak(self) -> None:
        """Name everything in the language."""
        name = self._context.words("calc.answer")
        self.setAccessibleName(name)
        self.reader.setAccessibleName(name)
        self.saver.speak()

    def show_outcome(self, outcome: Outcome) -> None:
        """Answer."""
        self.outcome, self._without = outcome, ""
        self._show(outcome)

    def show_without(self, outcome: Outcome, fact: str) -> None:
        """Show what holds without a fact that has to be mended first: it is neither copied nor saved."""
        self.outcome, self._without = None, fact
        self._show(outcome)

    def _show(self, outcome: Outcome) -> None:
        context = self._context
        self._shown = outcome
        self.refusal.hide()
        code = context.desk.calculators.certificate(outcome)
        self.pictures.show_outcome(outcome, context.today, context.words, context.inks)
        self._lay_out(outcome, code)
        self.saver.show_outcome(self.outcome, code)
        self._tell(self._in_words(outcome) if outcome.results else "")

    def _lay_out(self, outcome: Outcome, code: str) -> None:
        """Show the page; the arithmetic unfolded where it was asked for, or where all of it is seen."""

        def refresh(*, counted: bool) -> bool:
            self._counted = counted
            page = outcome_page(
                self._context, outcome, code, counted=counted, without=self._without
            )
            self.reader.refresh(page)
            if len(page) > LONG:
                return False
            height = self.reader.document().size().height()  # 0 before it is laid out
            return 0 < height <= self.reader.viewport().height()

        if refresh(counted=bool(self._wished)) and self._wished is None:
            refresh(counted=True) or refresh(counted=False)

    def show_nothing(self, sentence: str, below: str = "", *, refusal: str = "") -> None:
        """Say what is missing, or what was refused; `below` is HTML."""
        context = self._context
        self.outcome = self._shown = None
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self.pictures.show_outcome(None, context.today, context.words, context.inks)
        self.reader.show_page(markup.page(f"<p>{escape(sentence)}</p>{below}", context.inks))
        self.saver.show_outcome(None, "")
        self._tell("")

    def turn_trace(self) -> None:
        """Unfold the arithmetic, or fold it."""
        self._wished = not self._counted
        if self._shown is not None:
            self._show(self._shown)

    def copy(self) -> None:
        """Put the first answer, with its law, on the clipboard."""
        if self.outcome is not None and self.outcome.results:
            self._context.clipboard.copy(self._in_words(self.outcome))

    def _in_words(self, outcome: Outcome) -> str:
        """The first answer with its readings and their law, a line for each."""
        context, first = self._context, outcome.results[0]
        words = context.words
        lines = [words(f"result.{outcome.calculator}.{first.id}")]
        prompter = Prompter(wording=context.wording, as_of=outcome.as_of)
        for reading in first.readings:
            law = ", ".join(context.cite(one) for one in prompter.authorities(outcome, reading))
            lines.append(f"{words.value(reading.value, of=first.id)} ({law})")
            if reading.assumption is not None and len(first.readings) > 1:
                lines[-1] += f": {words.say(reading.assumption)}"
        return "\n".join(lines)

    def _tell(self, said: str) -> None:
        """Let a screen reader speak the answer when it changes, and again when it is asked for."""
        if said != self.reader.accessibleDescription():
            self.reader.setAccessibleDescription(said)
            if said and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.reader, said))

    @property
    def law(self) -> str:
        """The law of the first answer."""
        readings = self._shown.results[0].readings if self._shown else ()
        return next((one for reading in readings for one in reading.references), "")

    def _on_followed(self, place: str) -> None:
        if place == TRACE:
            self.turn_trace()
        else:
            self.followed.emit(place)
