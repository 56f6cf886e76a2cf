"""The answers that calculators give to the facts of a situation, in words, under the law of a day."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache

from kzref.model.errors import KzrefError
from kzref.model.outcome import Outcome, Result
from kzref.model.practice import Variant
from kzref.services.calculations.calculators import Calculators
from kzref.services.catalogue import Catalogue


class Answers:
    """Runs variants; an answer that cannot be given says why, in its place."""

    def __init__(self, calculators: Calculators, words: Catalogue) -> None:
        """Speak with these words."""
        self._calculators, self._words = calculators, words
        self._run = lru_cache(maxsize=64)(self._reckon)

    def of(self, variant: Variant, day: date) -> dict[str, str]:
        """Every answer by the name of its question, the name in the words too."""
        outcome = self._outcome(variant, day)
        if isinstance(outcome, KzrefError):
            return {"": self._words.say(outcome.message)}
        return {
            result.id: self._answered(self._named(outcome, result), self._said(result))
            for result in outcome.results
        }

    def rules(self, variant: Variant, days: Iterable[date]) -> tuple[str, ...]:
        """The legal numbers and lists on which the answers of these days rest."""
        outcomes = (self._outcome(variant, day) for day in days)
        return tuple(
            dict.fromkeys(
                rule.partition("@")[0]
                for outcome in outcomes
                if isinstance(outcome, Outcome)
                for rule in outcome.rules
            )
        )

    def _outcome(self, variant: Variant, day: date) -> "Outcome | KzrefError":
        return self._run(variant.calculator, tuple(variant.facts.items()), day)

    def _reckon(
        self, calculator: str, facts: tuple[tuple[str, str], ...], day: date
    ) -> "Outcome | KzrefError":
        now = datetime.combine(day, time(), tzinfo=UTC)
        try:
            return self._calculators.run(calculator, dict(facts), now=now, as_of=day)
        except KzrefError as fault:
            return fault

    @staticmethod
    def _answered(name: str, said: str) -> str:
        """A name with its value; a question with its answer."""
        return f"{name} {said}" if name.endswith("?") else f"{name}: {said}"

    def _named(self, outcome: Outcome, result: Result) -> str:
        return self._words(f"result.{outcome.calculator}.{result.id}")

    def _said(self, result: Result) -> str:
        """The readings of a result, whom each serves where there are several."""
        words, several = self._words, len(result.readings) > 1
        return "; ".join(
            words.value(one.value, of=result.id)
            + (f" ({words(f'favours.{one.favours.value}')})" if several else "")
            for one in result.readings
        )
