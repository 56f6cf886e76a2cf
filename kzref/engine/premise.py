"""What must be assumed where the law leaves a choice, and whom the assumption serves."""

from collections.abc import Sequence
from dataclasses import dataclass

from kzref.model.outcome import Favours, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """One assumption and the side that would make it."""

    message: Message
    favours: Favours


def assumption(premises: Sequence[Premise]) -> Message | None:
    """The premises of a reading as one sentence; None when the law leaves no choice."""
    if not premises:
        return None
    whole = premises[0].message
    for premise in premises[1:]:
        whole = Message("reading.both", {"first": whole, "second": premise.message})
    return whole


def favours(premises: Sequence[Premise]) -> Favours:
    """Whom a reading serves; nobody in particular when its premises pull apart."""
    sides = {premise.favours for premise in premises} - {Favours.NEUTRAL}
    return sides.pop() if len(sides) == 1 else Favours.NEUTRAL
