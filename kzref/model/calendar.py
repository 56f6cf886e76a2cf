"""Working days: dated rows of days off and of transferred days, each with its source."""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from kzref.model.text import Text


class DayKind(StrEnum):
    """Why a day differs from the ordinary week."""

    HOLIDAY = "holiday"
    TRANSFERRED = "transferred"  # a day off moved here
    OBSERVED = "observed"  # off because a holiday fell on a weekend
    WORKING = "working"  # a weekend day declared a working day


class SpecialDay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day that is off, or a weekend day that is not."""

    on: date
    kind: DayKind
    name: Text | None = None
    source: str


class WorkCalendar(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days off of a country; outside `known_from`..`known_until` only weekends are known."""

    country: str = "kz"
    known_from: date
    known_until: date
    days: tuple[SpecialDay, ...]

    def is_known(self, day: date) -> bool:
        """Whether the days off around that day are recorded."""
        return self.known_from <= day < self.known_until

    def is_working(self, day: date) -> bool:
        """Whether courts and offices work on that day, as far as recorded."""
        special = next((special for special in self.days if special.on == day), None)
        if special is not None:
            return special.kind is DayKind.WORKING
        return day.weekday() < 5  # noqa: PLR2004 - Saturday is 5

    def next_working(self, day: date) -> date:
        """The day itself when it is a working day, else the next one that is."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day
