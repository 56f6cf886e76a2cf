"""What of an answer still holds when one of its facts is refused."""

from datetime import UTC, datetime

import pytest

from kzref.model.errors import InputError
from kzref.services.calculations.held import Held, what_holds
from kzref.services.desk import Desk

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DETAINED = {"detained_at": "2026-11-22T23:40"}


def held(desk: Desk, calculator: str, facts: dict[str, str]) -> Held:
    with pytest.raises(InputError) as refused:
        desk.calculators.run(calculator, facts, now=NOW)
    return what_holds(desk.calculators, calculator, facts, refused.value, now=NOW)


@pytest.mark.parametrize(
    ("facts", "guilty"),
    [
        ({"protocol_at": "2026-11-21T05:00"}, "protocol_at"),
        ({"protocol_at": "2026-11-23T05:00", "delivered_at": "2026-11-20T05:00"}, "delivered_at"),
        ({"protocol_at": "soon", "minor": "yes"}, "protocol_at"),
        ({"admin_from": "2026-11-23T05:00"}, "admin_from"),
    ],
)
def test_the_answer_is_that_of_the_other_facts(
    desk: Desk, facts: dict[str, str], guilty: str
) -> None:
    found = held(desk, "police-detention", DETAINED | facts)
    rest = {name: value for name, value in facts.items() if name != guilty}
    assert found.fact == guilty
    assert found.outcome == desk.calculators.run("police-detention", DETAINED | rest, now=NOW)


def test_a_choice_can_be_at_fault(desk: Desk) -> None:
    facts = {"category": "grave", "intent": "negligent", "on": "2026-11-20"}
    assert held(desk, "bail", facts).fact == "intent"


def test_without_a_required_fact_nothing_is_answered(desk: Desk) -> None:
    found = held(desk, "police-detention", {"detained_at": "yesterday"})
    assert found == Held(fact="detained_at")


def test_of_two_refused_facts_none_is_blamed_alone(desk: Desk) -> None:
    facts = {"protocol_at": "2026-11-21T05:00", "delivered_at": "2026-11-20T05:00"}
    assert held(desk, "police-detention", DETAINED | facts) == Held()
