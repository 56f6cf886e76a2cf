from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzref.engine.legal_time import (
    MonthRule,
    after,
    before,
    elapsed,
    is_before,
    is_shown_twice,
    last_day_of_days,
    last_day_of_months,
    last_day_of_ordinary_term,
)
from kzref.model.calendar import WorkCalendar

ALMATY = ZoneInfo("Asia/Almaty")
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
NO_HOLIDAYS = WorkCalendar(known_from=date.min, known_until=date.max, days=())


def test_hours_are_physical_across_a_change_of_the_clock() -> None:
    start = datetime(2024, 2, 29, 15, tzinfo=ALMATY)
    end = after(start, Decimal(48))
    assert end.isoformat() == "2024-03-02T14:00:00+05:00"
    assert elapsed(start, end) == timedelta(hours=48)
    assert before(end, Decimal(48)) == start


def test_of_two_equal_wall_times_the_first_comes_before_the_second() -> None:
    first = datetime(2024, 2, 29, 23, 30, tzinfo=ALMATY)
    second = first.replace(fold=1)
    assert is_before(first, second)
    assert not is_before(second, first)
    assert is_shown_twice(first)
    assert not is_shown_twice(first - timedelta(hours=1))


@given(st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1)), st.integers(0, 100))  # noqa: DTZ001
def test_hours_are_monotone_and_invertible(naive: datetime, hours: int) -> None:
    start = naive.replace(tzinfo=UTC).astimezone(ALMATY)
    assert elapsed(start, after(start, Decimal(hours))) == timedelta(hours=hours)
    assert before(after(start, Decimal(hours)), Decimal(hours)).timestamp() == start.timestamp()


@pytest.mark.parametrize(
    ("first", "months", "protective", "corresponding"),
    [
        ("2026-03-10", 2, "2026-05-09", "2026-05-10"),
        ("2025-12-31", 2, "2026-02-28", "2026-02-28"),
        ("2023-12-29", 2, "2024-02-28", "2024-02-29"),
        ("2025-12-29", 2, "2026-02-28", "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
        ("2026-01-01", 9, "2026-09-30", "2026-10-01"),
        ("2026-12-01", 2, "2027-01-31", "2027-02-01"),
        ("2026-08-31", 6, "2027-02-28", "2027-02-28"),
    ],
)
def test_a_term_in_months(first: str, months: int, protective: str, corresponding: str) -> None:
    start = date.fromisoformat(first)
    assert last_day_of_months(start, months, MonthRule.PROTECTIVE) == date.fromisoformat(protective)
    assert last_day_of_months(start, months, MonthRule.CORRESPONDING) == date.fromisoformat(
        corresponding
    )


@given(DAYS, st.integers(1, 24))
def test_the_protective_end_is_the_corresponding_one_or_the_day_before(
    first: date, months: int
) -> None:
    protective = last_day_of_months(first, months, MonthRule.PROTECTIVE)
    corresponding = last_day_of_months(first, months, MonthRule.CORRESPONDING)
    assert corresponding - protective in {timedelta(0), timedelta(days=1)}
    assert first < protective


@given(DAYS, st.integers(1, 24), st.sampled_from(MonthRule))
def test_months_are_monotone_in_the_first_day(first: date, months: int, rule: MonthRule) -> None:
    next_day = first + timedelta(days=1)
    assert last_day_of_months(first, months, rule) <= last_day_of_months(next_day, months, rule)
    assert last_day_of_months(first, months, rule) < last_day_of_months(first, months + 1, rule)


@given(DAYS, st.integers(1, 60))
def test_counting_the_first_day_in_costs_a_day(first: date, days: int) -> None:
    assert last_day_of_days(first, days) == first + timedelta(days=days) - timedelta(days=1)
    ordinary = last_day_of_ordinary_term(first, days, NO_HOLIDAYS)
    assert ordinary.weekday() < 5
    assert timedelta(0) <= ordinary - (first + timedelta(days=days)) <= timedelta(days=2)
