"""An answer is red from the day on which a law without a text in the edition changed what carries it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as replaced

from kzref.engine.rulebook import Rulebook
from kzref.model.law import Later
from kzref.model.outcome import Currency, Outcome
from tests.engine.situations import ask

DAY = date(2026, 11, 1)
LAW = "210-VIII"


def changing(rulebook: Rulebook, *places: str, on: date = DAY) -> Rulebook:
    """The real law, with a change of these places to come."""
    law = replaced(rulebook.laws[LAW], later=(Later(on=on, provisions=places),))
    return replace(rulebook, laws={**rulebook.laws, LAW: law})


def detained(rulebook: Rulebook, day: str = "2026-11-20") -> Outcome:
    return ask(rulebook, "police-detention", {"detained_at": f"{day}T23:40"})


def overtaken(outcome: Outcome) -> list[tuple[str, ...]]:
    return [one.references for one in outcome.cautions if one.message.key == "caution.overtaken"]


@pytest.mark.parametrize("place", ["CPC 131(4)", "CPC 131", "CPC 131(4)(5)"])
def test_a_change_of_a_provision_that_carries_the_answer_makes_it_red(
    rulebook: Rulebook, place: str
) -> None:
    outcome = detained(changing(rulebook, place))
    assert outcome.currency is Currency.RED
    assert outcome.cautions[0].message.arguments == {"law": LAW, "day": DAY}
    assert "CPC 131(4)" in outcome.cautions[0].references
    assert outcome.results == detained(rulebook).results


@pytest.mark.parametrize("places", [("CPC 7(33-1)",), ("CPC 193(1)(5)", "CPC 302(1)(3-1)"), ()])
def test_a_change_of_anything_else_is_nothing_to_it(
    rulebook: Rulebook, places: Iterable[str]
) -> None:
    outcome = detained(changing(rulebook, *places))
    assert outcome == detained(rulebook)
    assert outcome.currency is Currency.OK


def test_before_its_day_nothing_is_said(rulebook: Rulebook) -> None:
    changed = changing(rulebook, "CPC 131(4)", on=date(2026, 11, 21))
    assert overtaken(detained(changed)) == []
    assert overtaken(detained(changed, "2026-11-21")) != []


def test_one_law_is_named_once_with_everything_that_it_changed(rulebook: Rulebook) -> None:
    named = overtaken(detained(changing(rulebook, "CPC 131(4)", "CPC 131(3)")))
    assert len(named) == 1
    assert {"CPC 131(4)", "CPC 131(3)"} <= set(named[0])


def test_beyond_the_horizon_an_answer_stays_amber_where_no_law_has_changed_it(
    rulebook: Rulebook,
) -> None:
    outcome = detained(rulebook, "2027-01-10")
    assert outcome.currency is Currency.AMBER
    assert overtaken(outcome) == []
