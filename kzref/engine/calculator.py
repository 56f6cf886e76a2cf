"""What a calculator is: its spec, and a pure function from facts and law to an outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from kzref.engine.draft import Draft
from kzref.engine.facts import Facts
from kzref.engine.rulebook import Rulebook
from kzref.model.outcome import CalculatorSpec, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How the facts are to be judged.

    `as_of` None means the law of the day that the facts call for (procedure: the day of the act;
    criminal law: the day of the offence); a date means "what if the law were that of ...".
    """

    now: datetime
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """A calculator: `rule` fills in the draft; everything else is the same for all of them.

    `law_day` names the day whose law governs the facts; None: they name no day, so the law is that
    of the question's own day.
    """

    spec: CalculatorSpec
    law_day: Callable[[Facts], date | None]
    rule: Callable[[Draft], None]

    def calculate(self, facts: Facts, rulebook: Rulebook, question: Question) -> Outcome:
        """The outcome of these facts.

        Raises:
            InputError: a fact is missing, impossible, or lies before the law that is known.
        """
        own_day = self.law_day(facts)
        as_of = question.as_of or own_day or question.now.date()
        draft = Draft(spec=self.spec, facts=facts, rulebook=rulebook, as_of=as_of, now=question.now)
        if own_day is not None and own_day != as_of:
            draft.caution("caution.counterfactual", as_of=as_of, day=own_day)
        self.rule(draft)
        return draft.outcome()
