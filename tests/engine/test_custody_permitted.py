from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzref.engine.custody.custody_permitted import CIRCUMSTANCES
from kzref.engine.rulebook import Rulebook
from kzref.model.outcome import Favours, Outcome
from tests.engine.situations import ask

ORDER = ("no", "exceptionally", "yes", "gravity-alone")
DAYS = st.dates(date(2017, 7, 15), date(2026, 11, 23))
once_read = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120
)


def permitted(rulebook: Rulebook, **facts: str) -> Outcome:
    return ask(rulebook, "custody-permitted", facts)


def values(outcome: Outcome) -> list[str]:
    return [str(reading.value) for reading in outcome.result("permitted").readings]


@once_read
@given(years=st.integers(1, 20), on=DAYS, circumstance=st.sampled_from(sorted(CIRCUMSTANCES)))
def test_a_circumstance_never_takes_custody_away(
    rulebook: Rulebook, years: int, on: date, circumstance: str
) -> None:
    facts = {"max_years": str(years), "on": on.isoformat()}
    without = values(permitted(rulebook, **facts))
    given_it = values(permitted(rulebook, **facts, **{circumstance: "yes"}))
    assert ORDER.index(given_it[0]) >= ORDER.index(without[0])
    assert ORDER.index(given_it[-1]) >= ORDER.index(without[-1])


@once_read
@given(years=st.integers(0, 5), on=DAYS, fled=st.sampled_from(("yes", "no")))
def test_a_minor_is_never_held_for_five_years_or_less(
    rulebook: Rulebook, years: int, on: date, fled: str
) -> None:
    outcome = permitted(rulebook, max_years=str(years), on=on.isoformat(), minor="yes", fled=fled)
    assert values(outcome) == ["no"]


@once_read
@given(years=st.integers(1, 20), on=DAYS)
def test_readings_go_from_least_custody_to_most(rulebook: Rulebook, years: int, on: date) -> None:
    for article in ("297", "99", "120"):
        outcome = permitted(rulebook, max_years=str(years), on=on.isoformat(), article=article)
        found = values(outcome)
        assert found == sorted(set(found), key=ORDER.index)
        if len(found) > 1:
            readings = outcome.result("permitted").readings
            assert readings[0].favours is Favours.DEFENCE
            assert all(reading.assumption is not None for reading in readings)


@pytest.mark.parametrize("flag", ["misdemeanour", "category"])
def test_a_misdemeanour_is_never_a_case_of_custody(rulebook: Rulebook, flag: str) -> None:
    value = "yes" if flag == "misdemeanour" else "misdemeanour"
    everything = dict.fromkeys(CIRCUMSTANCES, "yes")
    outcome = permitted(rulebook, max_years="1", on="2026-11-20", **{flag: value}, **everything)
    assert values(outcome) == ["no"]


def test_the_article_alone_tells_years_and_category(rulebook: Rulebook) -> None:
    assert values(permitted(rulebook, article="300", part="1", minor="yes")) == ["no"]
    assert values(permitted(rulebook, article="302", part="1")) == ["yes"]
    assert values(permitted(rulebook, article="286", part="4")) == ["gravity-alone"]
