"""The cards of `tests/cases/`, read as the compiler reads them."""

from pathlib import Path

from kzref.compiler.card_file import read_cards
from kzref.compiler.yaml_file import Fault
from kzref.model.card import Card

CASES = Path(__file__).resolve().parent / "cases"


def read_situations() -> tuple[Card, ...]:
    """Every card; a faulty file fails the test that asks."""
    faults: list[Fault] = []
    cards = tuple(read_cards(CASES, faults))
    assert not faults, "\n".join(map(str, faults))
    return cards
