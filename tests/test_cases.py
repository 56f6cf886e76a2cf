"""Every situation of `tests/cases/` against its calculator, by the real law."""

import pytest

from kzref.engine.registry import CALCULATORS
from kzref.model.card import Card
from kzref.services.calculations.cards import difference
from tests.cards import read_situations
from tests.engine.law import read_law

ALL = read_situations()


@pytest.mark.parametrize("card", ALL, ids=[card.id for card in ALL])
def test_the_calculator_answers_as_the_case_says(card: Card) -> None:
    assert difference(card, read_law()) is None


def test_every_calculator_has_cases() -> None:
    assert {card.calculator for card in ALL} == {one.spec.id for one in CALCULATORS}


def test_case_names_are_unique_within_a_calculator() -> None:
    names = [card.id for card in ALL]
    assert len(names) == len(set(names))
