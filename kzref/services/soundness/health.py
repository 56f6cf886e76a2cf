"""What kzref finds out about itself while it runs: its files, the lawyers' cards, the clocks."""

from dataclasses import dataclass

from kzref.model.card import Card
from kzref.model.errors import KzrefError
from kzref.services.calculations.cards import Report, run_cards
from kzref.services.desk import Desk
from kzref.services.soundness.integrity import Integrity
from kzref.services.soundness.selftest import clock_change_is_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The findings; `cards` is None when the database cannot be read."""

    integrity: Integrity
    cards: Report | None
    clocks: bool

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return (
            self.integrity.intact
            and self.cards is not None
            and not self.cards.failures
            and self.clocks
        )


def look(desk: Desk) -> Health:
    """Look at everything; some tenths of a second."""
    return Health(integrity=desk.integrity, cards=_cards(desk), clocks=clock_change_is_known())


def _cards(desk: Desk) -> Report | None:
    try:
        report = run_cards(desk.database.values(Card), desk.calculators.rulebook)
    except KzrefError:
        return None
    desk.calculators.forget_substances()  # few ask for one
    return report
