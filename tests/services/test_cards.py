"""A calculator whose card fails is locked; the others go on answering."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest

from kzref.model.card import Card
from kzref.model.errors import DataError
from kzref.services.calculations.calculators import Calculators
from kzref.services.calculations.cards import run_cards
from kzref.services.desk import Desk

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LIMIT = "police-detention.general"


def test_every_card_of_the_edition_passes(desk: Desk) -> None:
    report = run_cards(desk.database.values(Card), desk.calculators.rulebook)
    assert [f"{one.card.id}: {one.found}" for one in report.failures] == []
    assert report.passed >= 150


def test_wrong_parameter_locks_its_calculator_alone(desk: Desk) -> None:
    calculators = Calculators(desk.database)
    rulebook = calculators.rulebook
    limit = rulebook.parameters[LIMIT]
    history = tuple(msgspec.structs.replace(dated, value=Decimal(96)) for dated in limit.history)
    wrong = {**rulebook.parameters, LIMIT: msgspec.structs.replace(limit, history=history)}
    calculators.rulebook = replace(rulebook, parameters=wrong)
    with pytest.raises(DataError) as locked:
        calculators.run("police-detention", {"detained_at": "2026-11-20T23:40"}, now=NOW)
    assert locked.value.message.key == "calc.locked"
    assert calculators.run("questioning", {}, now=NOW).results
