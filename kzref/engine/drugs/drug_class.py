"""Which class of the size table an amount falls into, and whether the edges leave doubt.

Russian headings: small "from ... to ... inclusive", large "over ... to ... inclusive", especially
large "over". Table IV counts plants, and its figure is enough by itself.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from kzref.engine.premise import Premise
from kzref.model.outcome import Favours, Message
from kzref.model.substance import Substance

CULTIVATION, PRECURSORS = "IV", "III"

_GAP_OPEN = Premise(message=Message("drug-size.gap_open"), favours=Favours.DEFENCE)
_GAP_LARGE = Premise(message=Message("drug-size.gap_large"), favours=Favours.PROSECUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizing:
    """A class with the edges that make it, and what must be assumed for it."""

    value: str  # none, below, small, large, especially-large
    row: Substance | None
    least: Decimal | None = None
    most: Decimal | None = None
    premises: tuple[Premise, ...] = ()

    def given(self, premise: Premise) -> "Sizing":
        """The same class under one more premise, which is told first."""
        return replace(self, premises=(premise, *self.premises))


def sizings(row: Substance, amount: Decimal) -> tuple[Sizing, ...]:
    """The class of so much of it, in the unit of the row; two where the table leaves a gap."""
    if row.table == CULTIVATION:
        return (_cultivated(row, amount),)
    small, large, most = row.small, row.large, row.especially_large.min
    if most is not None and amount > most:
        return (Sizing(value="especially-large", row=row, least=most),)
    if large.max is not None and amount > large.max:
        return (
            Sizing(value="none", row=row, least=large.max, most=most, premises=(_GAP_OPEN,)),
            Sizing(value="large", row=row, least=large.min, most=most, premises=(_GAP_LARGE,)),
        )
    if large.min is not None and amount > large.min:
        return (Sizing(value="large", row=row, least=large.min, most=large.max),)
    if small.min is not None and small.max is not None and amount >= small.min:
        return (Sizing(value="small", row=row, least=small.min, most=small.max),)
    return (Sizing(value="below", row=row, most=small.min if small.min else large.min),)


def is_lower_edge_of_large(row: Substance, amount: Decimal) -> bool:
    """Whether the Kazakh heading ("from") and the Russian one ("over") part at this amount."""
    return row.table != CULTIVATION and row.small.max is not None and amount == row.large.min


def _cultivated(row: Substance, plants: Decimal) -> Sizing:
    if row.large.min is not None and plants >= row.large.min:
        return Sizing(value="large", row=row, least=row.large.min)
    return Sizing(value="below", row=row, most=row.large.min)
