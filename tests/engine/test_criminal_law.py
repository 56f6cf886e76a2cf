from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzref.engine.rulebook import Rulebook
from kzref.model.errors import InputError
from kzref.model.outcome import Currency, Favours, Outcome
from tests.engine.situations import ask, days

once_read = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100
)
CATEGORIES = ("misdemeanour", "minor", "medium", "grave", "especially-grave")
CRIMES = CATEGORIES[1:]


def numbers(outcome: Outcome, result_id: str) -> list[Decimal]:
    values = [reading.value for reading in outcome.result(result_id).readings]
    return [value for value in values if isinstance(value, Decimal)]


@once_read
@given(act=st.dates(date(2015, 1, 1), date(2026, 11, 1)), category=st.sampled_from(CATEGORIES))
def test_limitation_of_a_minor_is_never_longer_and_the_defence_comes_first(
    rulebook: Rulebook, act: date, category: str
) -> None:
    facts = {"category": category, "act_on": act.isoformat()}
    adult = days(ask(rulebook, "limitation", facts), "expires_on")
    minor = days(ask(rulebook, "limitation", {**facts, "minor": "yes"}), "expires_on")
    assert minor[-1] < adult[0]
    for found in (adult, minor):
        assert found[0] > act
        assert found == sorted(found)
        assert found[-1] - found[0] in (timedelta(0), timedelta(1))


@once_read
@given(act=st.dates(date(2015, 1, 1), date(2026, 11, 1)))
def test_a_graver_crime_is_barred_later(rulebook: Rulebook, act: date) -> None:
    found = [
        days(
            ask(rulebook, "limitation", {"category": one, "act_on": act.isoformat()}), "expires_on"
        )
        for one in CATEGORIES
    ]
    assert [one[0] for one in found] == sorted({one[0] for one in found})


@once_read
@given(
    first=st.dates(date(2016, 1, 1), date(2026, 12, 31)),
    months=st.integers(7, 360),
    category=st.sampled_from(CRIMES),
    minor=st.sampled_from(("yes", "no")),
)
def test_parole_comes_after_six_months_and_before_the_end(
    rulebook: Rulebook, first: date, months: int, category: str, minor: str
) -> None:
    facts = {"category": category, "term_months": str(months), "from": first.isoformat()}
    found = days(ask(rulebook, "parole", {**facts, "minor": minor}), "eligible_on")
    assert found == sorted(found)
    assert (found[0] - first).days >= 181
    assert (found[0] - first).days < months * 30.5


@once_read
@given(months=st.integers(1, 30), category=st.sampled_from(CRIMES))
def test_shares_are_exact_fractions(rulebook: Rulebook, months: int, category: str) -> None:
    facts = {"category": category, "term_months": str(months * 12), "from": "2026-01-01"}
    outcome = ask(rulebook, "parole", facts)
    share = {"minor": "1/3", "medium": "1/3", "grave": "1/2", "especially-grave": "2/3"}
    assert [one.value for one in outcome.result("share").readings] == [share[category]]
    for day in days(outcome, "eligible_on")[:1]:
        assert day.day == 1


@once_read
@given(held=st.integers(1, 3000), regime=st.sampled_from(("minimum", "medium", "maximum")))
def test_credit_is_never_less_than_the_bare_ratio_and_never_a_day_more(
    rulebook: Rulebook, held: int, regime: str
) -> None:
    outcome = ask(rulebook, "custody-credit", {"days": str(held), "regime": regime})
    ratio = {"minimum": Decimal(2), "medium": Decimal("1.5"), "maximum": Decimal(1)}[regime]
    found = numbers(outcome, "credit")
    assert found[-1] == held * ratio
    assert found[0] - found[-1] in (Decimal(0), Decimal("0.5"))
    assert found[0] == found[0].to_integral_value()


def test_a_custom_ratio_needs_no_institution(rulebook: Rulebook) -> None:
    for against in ("arrest", "restriction", "works", "fine"):
        assert numbers(ask(rulebook, "custody-credit", {"days": "3", "against": against}), "credit")


@once_read
@given(on=st.dates(date(2018, 7, 24), date(2026, 12, 31)), category=st.sampled_from(CRIMES))
def test_bail_in_tenge_is_bail_in_indices(rulebook: Rulebook, on: date, category: str) -> None:
    outcome = ask(rulebook, "bail", {"category": category, "on": on.isoformat()})
    index = numbers(ask(rulebook, "fine", {"mci": "100", "on": on.isoformat()}), "kzt")[0] / 100
    for edge in ("min", "max"):
        indices, tenge = numbers(outcome, f"{edge}_mci"), numbers(outcome, f"{edge}_kzt")
        assert tenge == [amount * index for amount in indices]
    assert outcome.currency is Currency.AMBER


def test_bail_rises_with_gravity_without_a_gap(rulebook: Rulebook) -> None:
    edges = []
    for facts in (
        {"category": "minor"},
        {"category": "medium", "intent": "negligent"},
        {"category": "medium", "intent": "intentional"},
        {"category": "grave"},
    ):
        outcome = ask(rulebook, "bail", {**facts, "on": "2026-05-10"})
        edges.append((numbers(outcome, "min_mci"), numbers(outcome, "max_mci")))
    for (_, upper), (lower, _) in pairwise(edges):
        assert upper == lower


def test_between_two_laws_the_lower_bail_is_the_reading_of_the_defence(rulebook: Rulebook) -> None:
    for category in CRIMES:
        outcome = ask(rulebook, "bail", {"category": category, "on": "2018-04-01"})
        first, second = outcome.result("min_mci").readings
        assert (first.favours, second.favours) == (Favours.DEFENCE, Favours.PROSECUTION)
        if isinstance(first.value, Decimal) and isinstance(second.value, Decimal):
            assert first.value < second.value


@once_read
@given(
    born=st.dates(date(1950, 1, 1), date(2012, 12, 31)),
    act=st.dates(date(2015, 1, 1), date(2026, 11, 1)),
)
def test_who_answers_for_sale_answers_for_theft_of_drugs(
    rulebook: Rulebook, born: date, act: date
) -> None:
    if born > act:
        return
    facts = {"born_on": born.isoformat(), "act_on": act.isoformat()}
    sale = ask(rulebook, "responsibility-age", {**facts, "article": "297"})
    theft = ask(rulebook, "responsibility-age", {**facts, "article": "298"})
    if sale.result("responsible").readings[0].value == "yes":
        assert theft.result("responsible").readings[0].value == "yes"
    birthday = (born.month, born.day) == (act.month, act.day) and act.year > born.year
    if birthday:
        assert len(sale.result("age").readings) == 2


@pytest.mark.parametrize(
    ("calculator_id", "facts"),
    [
        ("fine", {"mci": "0", "on": "2026-01-01"}),
        ("fine", {"mci": "-5", "on": "2026-01-01"}),
        ("fine", {"mci": "много", "on": "2026-01-01"}),
        ("custody-credit", {"days": "0", "regime": "full"}),
        ("custody-credit", {"days": "1.5", "regime": "full"}),
        ("custody-credit", {"days": "10"}),
        ("parole", {"category": "grave", "term_months": "0", "from": "2026-01-01"}),
        ("parole", {"category": "misdemeanour", "term_months": "10", "from": "2026-01-01"}),
        ("bail", {"category": "misdemeanour", "on": "2026-01-01"}),
        ("bail", {"category": "grave", "intent": "negligent", "on": "2026-01-01"}),
        ("limitation", {"category": "grave", "act_on": "2014-01-01"}),
        (
            "responsibility-age",
            {"born_on": "2026-01-02", "act_on": "2026-01-01", "article": "297"},
        ),
        ("responsibility-age", {"born_on": "2006-01-02", "act_on": "2026-01-01", "article": "?"}),
        ("custody-permitted", {"max_years": "31"}),
    ],
)
def test_nonsense_is_refused(rulebook: Rulebook, calculator_id: str, facts: dict[str, str]) -> None:
    with pytest.raises(InputError):
        ask(rulebook, calculator_id, facts)


def test_a_birthday_that_changes_no_answer_is_no_assumption(rulebook: Rulebook) -> None:
    """Fourteen or fifteen is the same to an article of which some parts count from fourteen."""
    birthday, day_after = (
        ask(
            rulebook,
            "responsibility-age",
            {"born_on": "2010-02-27", "act_on": act, "article": "188"},
        ).result("responsible")
        for act in ("2025-02-27", "2025-02-28")
    )
    assert [one.value for one in birthday.readings] == ["no", "yes"]
    assert all(one.assumption for one in birthday.readings)
    assert birthday.readings == day_after.readings
