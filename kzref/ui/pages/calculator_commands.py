"""What is done by key on the page of calculators: enter times and grounds, turn and copy the answer."""

from kzref.ui.actions import Action
from kzref.ui.context import Context
from kzref.ui.pages.answer_pane import AnswerPane
from kzref.ui.pages.facts_pane import FactsPane
from kzref.ui.widgets.panes import Panes
from kzref.ui.widgets.time_field import TimeField

PAGE = "calculators"


class CalculatorHand:
    """Serves the facts and the answer, which stand in these panes."""

    def __init__(
        self, context: Context, panes: Panes, facts: FactsPane, answer: AnswerPane
    ) -> None:
        """Add the keys."""
        self._panes, self._facts = panes, facts
        context.actions.add(
            Action(id="calc.now", label="action.calc.now", keys=("N",), page=PAGE, act=self.enter_now),
            Action(
                id="calc.copy", label="action.calc.copy", keys=("C",), page=PAGE, act=answer.copy,
                available=lambda: answer.outcome is not None,
            ),
            Action(
                id="calc.minor", label="lectern.action.minor", keys=("M",), page=PAGE,
                act=lambda: facts.form.turn_minor() and None,
                available=lambda: "minor" in facts.form.names,
            ),
            Action(
                id="calc.ground", label="lectern.action.ground", keys=("G",), page=PAGE,
                act=self.go_to_ground,
            ),
            Action(
                id="calc.trace", label="lectern.action.trace", keys=("T",), page=PAGE,
                act=answer.turn_trace, available=lambda: bool(answer.law),
            ),
            Action(
                id="calc.next", label="lectern.action.next", keys=("J",), page=PAGE,
                act=lambda: facts.chooser.step(1),
            ),
            Action(
                id="calc.previous", label="lectern.action.previous", keys=("K",), page=PAGE,
                act=lambda: facts.chooser.step(-1),
            ),
        )  # fmt: skip

    def enter_now(self) -> None:
        """Enter the present minute as the first time that is asked for, and go there."""
        field = next(iter(self._facts.form.findChildren(TimeField)), None)
        if field is not None:
            self._panes.bring(field)
            field.set_now()
            field.setFocus()

    def go_to_ground(self) -> None:
        """Go to the grounds of the form."""
        self._panes.bring(self._facts.form)
        self._facts.form.go_to_choice()
