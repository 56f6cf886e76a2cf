"""Terms of custody in months, read both ways until a court says which way is right.

CPC 48(5) counts the first day in; CPC 48(4) ends a month on the date that corresponds to the first
day. Read together, the term ends the day before that date (the protective reading); read by itself,
CPC 48(4) ends it on that date. Terms of custody never move off a day on which nobody works.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kzref.engine.legal_time import MonthRule, days_before, last_day_of_months
from kzref.engine.premise import Premise, assumption, favours
from kzref.model.outcome import Favours, Message, Reading

_SIDES = {
    MonthRule.PROTECTIVE: Favours.DEFENCE,
    MonthRule.CORRESPONDING: Favours.PROSECUTION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day of a term under one reading."""

    on: date
    premises: tuple[Premise, ...] = ()

    def less(self, days: int) -> "LastDay":
        """The same reading, so many days earlier."""
        return LastDay(on=days_before(self.on, days), premises=self.premises)

    def given(self, premise: Premise) -> "LastDay":
        """The same day, under one more premise, which is told first."""
        return LastDay(on=self.on, premises=(premise, *self.premises))


def last_days(first: date, months: int, *, served: int = 0) -> tuple[LastDay, ...]:
    """The last days of a term whose first day counts, less days served before; earliest first.

    One day when both rules agree. A term used up before `first` ends on the day before it.
    """
    found = {
        rule: max(
            last_day_of_months(first, months, rule) - timedelta(days=served),
            first - timedelta(days=1),
        )
        for rule in MonthRule
    }
    if len(set(found.values())) == 1:
        return (LastDay(on=found[MonthRule.PROTECTIVE]),)
    return tuple(
        LastDay(
            on=day, premises=(Premise(message=Message(f"months.{rule}"), favours=_SIDES[rule]),)
        )
        for rule, day in found.items()
    )


def readings(days: Iterable[LastDay], label: Message, *references: str) -> tuple[Reading, ...]:
    """These days as readings of a result."""
    return tuple(
        Reading(
            value=day.on,
            label=label,
            assumption=assumption(day.premises),
            favours=favours(day.premises),
            references=(*references, "CPC 48(4)", "CPC 48(5)"),
        )
        for day in days
    )
