from datetime import date, timedelta
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzref.engine.legal_time import MonthRule, last_day_of_months
from kzref.engine.rulebook import Rulebook
from kzref.model.errors import InputError
from kzref.model.outcome import Outcome
from tests.engine.situations import ask, days

STARTS = st.dates(date(2015, 1, 1), date(2027, 12, 1))
CATEGORIES = st.sampled_from(("minor", "medium", "grave", "especially-grave"))
YES_NO = st.sampled_from(("yes", "no"))
once_read = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80
)


def custody(rulebook: Rulebook, first: date, category: str, **facts: str) -> Outcome:
    given_facts = {"detained_on": first.isoformat(), "category": category, **facts}
    return ask(rulebook, "custody-term", given_facts)


@once_read
@given(first=STARTS, category=CATEGORIES, group=YES_NO, terror=YES_NO, minor=YES_NO)
def test_no_reading_goes_beyond_eighteen_months_or_six_for_a_minor(
    rulebook: Rulebook, first: date, category: str, group: str, terror: str, minor: str
) -> None:
    outcome = custody(
        rulebook, first, category, criminal_group=group, terrorism=terror, minor=minor
    )
    longest = 6 if minor == "yes" else 18
    limit = last_day_of_months(first, longest, MonthRule.CORRESPONDING)
    for result in outcome.results:
        assert all(day <= limit for day in days(outcome, result.id))


@once_read
@given(first=STARTS, category=CATEGORIES, group=YES_NO)
def test_the_ladder_climbs_and_each_motion_precedes_the_end_it_counts_from(
    rulebook: Rulebook, first: date, category: str, group: str
) -> None:
    outcome = custody(rulebook, first, category, criminal_group=group)
    steps = [one.id for one in outcome.results if one.id.startswith("term_")]
    ends = [days(outcome, step)[0] for step in steps]
    assert ends == sorted(set(ends))
    for running, step in zip(ends, steps[1:], strict=False):
        name = step.removeprefix("term_")
        prosecutor = days(outcome, f"prosecutor_by_{name}")[0]
        court = days(outcome, f"court_by_{name}")[0]
        assert prosecutor < court < running


@once_read
@given(first=STARTS, category=CATEGORIES)
def test_a_later_start_never_ends_earlier(rulebook: Rulebook, first: date, category: str) -> None:
    next_day = first + timedelta(days=1)
    for step in ("term_2m", "term_9m"):
        ends = days(custody(rulebook, first, category), step)
        later = days(custody(rulebook, next_day, category), step)
        assert ends[0] <= later[0]
        assert ends[-1] <= later[-1]


@once_read
@given(first=STARTS, gap=st.integers(1, 400), length=st.integers(1, 30))
def test_each_earlier_day_shortens_every_step_by_exactly_one(
    rulebook: Rulebook, first: date, gap: int, length: int
) -> None:
    end = first - timedelta(days=gap)
    start = end - timedelta(days=length - 1)
    plain = custody(rulebook, first, "grave")
    less = custody(rulebook, first, "grave", earlier=f"{start}..{end}")
    for step in ("term_2m", "term_3m", "term_9m", "cap"):
        assert [day - timedelta(days=length) for day in days(plain, step)] == days(less, step)


@pytest.mark.parametrize(
    "earlier",
    [
        "2026-01-01..2026-01-20,2026-01-20..2026-01-31",
        "2026-01-01..2026-01-20,2026-01-05..2026-01-10",
        "2026-03-01..2026-03-10",
        "2026-03-01..2026-04-10",
    ],
)
def test_no_day_of_custody_counts_twice(rulebook: Rulebook, earlier: str) -> None:
    with pytest.raises(InputError):
        custody(rulebook, date(2026, 3, 10), "grave", earlier=earlier)


def test_lanes_of_the_ladder_follow_each_other_without_overlap(rulebook: Rulebook) -> None:
    outcome = custody(rulebook, date(2026, 3, 10), "especially-grave")
    lanes = [lane for lane in outcome.lanes if lane.group == "ladder"]
    assert [lane.id for lane in lanes] == [
        "term_2m",
        "term_3m",
        "term_9m",
        "term_12m",
        "term_18m",
    ]
    for lane, following in pairwise(lanes):
        assert following.start == lane.end + timedelta(days=1)


def test_a_calculation_takes_less_than_two_milliseconds(rulebook: Rulebook) -> None:
    best = 1.0
    for _ in range(20):
        start = perf_counter()
        custody(rulebook, date(2018, 3, 10), "grave", criminal_group="yes")
        best = min(best, perf_counter() - start)
    assert best < 0.002
