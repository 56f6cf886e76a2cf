"""What of an answer still holds when a fact cannot be used: which fact that is, and the answer without it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from kzref.model.errors import InputError, KzrefError
from kzref.model.outcome import CalculatorSpec, FactKind, Outcome
from kzref.services.calculations.calculators import Calculators

_CHOSEN: Final = {FactKind.YES_NO, FactKind.CHOICE, FactKind.ZONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a refusal leaves standing.

    Attributes:
        fact: the fact that has to be mended; empty when it cannot be said which.
        outcome: the answer without it; None: there is no answer without it.
    """

    fact: str = ""
    outcome: Outcome | None = None


def what_holds(
    calculators: Calculators, calculator_id: str, written: Mapping[str, str], refusal: KzrefError,
    *, now: datetime, as_of: date | None = None,
) -> Held:  # fmt: skip
    """The answer to the same facts without the one that was refused.

    A refusal that names no fact is about the first one that can be left out and without which there
    is an answer: what was typed sooner than what was chosen.
    """
    if not isinstance(refusal, InputError):
        return Held()
    spec = calculators.get(calculator_id).spec
    named = refusal.message.arguments.get("fact")
    if not (isinstance(named, str) and named in written):
        named = ""
    for name in [named] if named else _dispensable(spec, written):
        rest = {one: value for one, value in written.items() if one != name}
        with suppress(InputError):
            return Held(
                fact=name, outcome=calculators.run(calculator_id, rest, now=now, as_of=as_of)
            )
    return Held(fact=named)


def _dispensable(spec: CalculatorSpec, written: Mapping[str, str]) -> Iterator[str]:
    facts = [one for one in spec.facts if one.name in written and not one.required]
    yield from (one.name for one in facts if one.kind not in _CHOSEN)
    yield from (one.name for one in facts if one.kind in _CHOSEN)
