"""The recorded days off, against the public data set from which they were taken."""

from datetime import date, timedelta

import holidays

from kzref.engine.rulebook import Rulebook
from kzref.model.calendar import DayKind


def test_every_day_agrees_with_the_holidays_package(rulebook: Rulebook) -> None:
    calendar = rulebook.calendar
    years = range(calendar.known_from.year, calendar.known_until.year)
    oracle = holidays.country_holidays("KZ", years=years)
    day = calendar.known_from
    differing = []
    while day < calendar.known_until:
        if calendar.is_working(day) != oracle.is_working_day(day):
            differing.append(day)
        day += timedelta(days=1)
    assert differing == []


def test_days_ascend_and_each_has_its_source(rulebook: Rulebook) -> None:
    days = [special.on for special in rulebook.calendar.days]
    assert days == sorted(set(days))
    assert all(special.source for special in rulebook.calendar.days)
    assert all(
        (special.on.weekday() >= 5) == (special.kind is DayKind.WORKING)
        for special in rulebook.calendar.days
        if special.kind is not DayKind.HOLIDAY
    )


def test_what_is_not_recorded_is_not_claimed(rulebook: Rulebook) -> None:
    assert rulebook.calendar.is_known(date(2027, 12, 31))
    assert not rulebook.calendar.is_known(date(2028, 1, 1))
    assert not rulebook.calendar.is_known(date(2014, 12, 31))
