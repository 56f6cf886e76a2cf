"""Ask a calculator as the tests need it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from kzref.engine.calculator import Question
from kzref.engine.facts import Facts
from kzref.engine.registry import calculator
from kzref.engine.rulebook import Rulebook
from kzref.model.outcome import Outcome

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def ask(
    rulebook: Rulebook,
    calculator_id: str,
    facts: Mapping[str, str],
    *,
    now: datetime = NOW,
    as_of: date | None = None,
) -> Outcome:
    """The outcome of these facts."""
    tool = calculator(calculator_id)
    return tool.calculate(Facts.read(tool.spec, facts), rulebook, Question(now=now, as_of=as_of))


def moments(outcome: Outcome, result_id: str) -> list[datetime]:
    """The readings of a result that are moments."""
    values = [reading.value for reading in outcome.result(result_id).readings]
    return [value for value in values if isinstance(value, datetime)]


def days(outcome: Outcome, result_id: str) -> list[date]:
    """The readings of a result that are days."""
    values = [reading.value for reading in outcome.result(result_id).readings]
    return [value for value in values if isinstance(value, date)]
