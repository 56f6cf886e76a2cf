"""Runs the test cards of the edition on this machine: the calculators prove themselves to the user."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from kzref.engine.calculator import Question
from kzref.engine.facts import Facts
from kzref.engine.registry import calculator
from kzref.engine.rulebook import Rulebook
from kzref.model.card import Card
from kzref.model.errors import InputError
from kzref.model.message import Value
from kzref.model.outcome import Outcome

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)  # of cards that do not give their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A card that did not come out as expected."""

    card: Card
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How many cards came out as expected, and which did not."""

    passed: int
    failures: tuple[Failure, ...]


def run_cards(cards: Iterable[Card], rulebook: Rulebook) -> Report:
    """Run every card on this law."""
    passed, failures = 0, []
    for card in cards:
        found = difference(card, rulebook)
        if found is None:
            passed += 1
        else:
            failures.append(Failure(card=card, found=found))
    return Report(passed=passed, failures=tuple(failures))


def difference(card: Card, rulebook: Rulebook) -> str | None:
    """What comes out instead of what the card expects, or None when it comes out right."""
    try:
        outcome = calculate(card, rulebook)
    except InputError as refusal:
        key = refusal.message.key
        return None if key == card.error else f"refused: {key}"
    if card.error is not None:
        return "not refused"
    values = {one.id: [spelled(r.value) for r in one.readings] for one in outcome.results}
    for name, expected in card.expected.items():
        found = values.get(name)
        if found != (None if expected is None else list(expected)):
            return f"{name}: {found}"
    cautions = tuple(caution.message.key for caution in outcome.cautions)
    if card.cautions is not None and cautions != card.cautions:
        return f"cautions: {', '.join(cautions)}"
    return None


def calculate(card: Card, rulebook: Rulebook) -> Outcome:
    """What the calculator says about the situation of a card.

    Raises:
        InputError: the calculator refuses it.
    """
    tool = calculator(card.calculator)
    written = {name: value or "" for name, value in card.facts.items()}
    question = Question(now=card.now or NOW, as_of=card.as_of)
    return tool.calculate(Facts.read(tool.spec, written), rulebook, question)


def spelled(value: Value) -> str | None:
    """A value as cards write it: minutes with their offset, hours and minutes, plain numbers."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case timedelta():
            hours, minutes = divmod(int(value.total_seconds()) // 60, 60)
            return f"{hours}:{minutes:02}"
        case Decimal():
            return format(value.normalize(), "f")
        case _:
            return str(value)
