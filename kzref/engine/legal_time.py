"""How the codes count time: hours of police detention, months of custody, days of other terms.

Hours run in physical time, so that a change of the clock adds or hides none (CPC 48(5)). The last
day of a term is always the last day that is still in it; a term in days or months ends at 24:00 of
that day (CPC 48(4)).
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from kzref.model.calendar import WorkCalendar


class MonthRule(StrEnum):
    """How a term in months ends when its first day counts (CPC 48(4) and 48(5) leave it open)."""

    PROTECTIVE = "protective"  # the first day is in, so the corresponding date is out
    CORRESPONDING = "corresponding"  # the corresponding date is the last day


def after(moment: datetime, hours: Decimal) -> datetime:
    """The moment so many physical hours later, in the zone of the given one."""
    return (moment.astimezone(UTC) + timedelta(hours=float(hours))).astimezone(moment.tzinfo)


def before(moment: datetime, hours: Decimal) -> datetime:
    """The moment so many physical hours earlier, in the zone of the given one."""
    return after(moment, -hours)


def midnight_after(moment: datetime) -> datetime:
    """The end of the day of the moment, 24:00 on the wall."""
    return datetime.combine(moment.date() + timedelta(days=1), time(), tzinfo=moment.tzinfo)


def elapsed(start: datetime, end: datetime) -> timedelta:
    """Physical time from one moment to another; negative when `end` comes first."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def is_before(first: datetime, second: datetime) -> bool:
    """Whether one moment precedes another in physical time, whatever the clocks on the wall say."""
    return first.astimezone(UTC) < second.astimezone(UTC)


def is_shown_twice(moment: datetime) -> bool:
    """Whether the local clock shows this hour twice because it was set back."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def last_day_of_months(first: date, months: int, rule: MonthRule) -> date:
    """The last day of a term in months whose first day counts.

    A month that lacks the corresponding date ends the term on its last day (CPC 48(4)). Under the
    protective rule a term from the 10th ends on the 9th, and one from the 1st with the month before.
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    corresponding = date(year, month + 1, 1)
    ordinal = first.day if rule is MonthRule.CORRESPONDING else first.day - 1
    if ordinal == 0:
        return corresponding - timedelta(days=1)
    return corresponding.replace(day=min(ordinal, monthrange(year, month + 1)[1]))


def last_day_of_days(first: date, days: int) -> date:
    """The last day of a term in days whose first day counts (custody, house arrest: CPC 48(5))."""
    return first + timedelta(days=days - 1)


def last_day_of_ordinary_term(day: date, days: int, calendar: WorkCalendar) -> date:
    """The last day of any other term in days.

    The first day is out (CPC 48(2)); a last day on which nobody works gives way to the next working
    day (CPC 48(4)).
    """
    return calendar.next_working(day + timedelta(days=days))


def days_before(last_day: date, days: int) -> date:
    """The latest day on which something due so many days before the end of a term is in time.

    The code has no rule for counting backwards; calendar days are taken off the last day.
    """
    return last_day - timedelta(days=days)
