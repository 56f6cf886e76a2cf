"""Deadlines as a calendar file: hours in UTC, which every calendar shows at the right local hour."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from kzref.model.sheet import Deadline

ALARMS = ("-PT24H", "-PT3H")


def ics_file(deadlines: Iterable[Deadline], *, now: datetime) -> bytes:
    """One event per deadline, with two alarms each.

    A deadline that is a whole day is an event of the day, and its alarms count from the day's end.
    """
    from icalendar import Alarm, Calendar, Event, vText  # noqa: PLC0415 - slow to import, seldom needed

    calendar = Calendar()
    calendar.add("prodid", "-//kzref//deadlines//EN")
    calendar.add("version", "2.0")
    for deadline in deadlines:
        event = Event()
        event.add("uid", deadline.id)
        event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
        event.add("summary", deadline.title)
        event.add("description", deadline.description)
        event.add("transp", "TRANSPARENT")
        due = deadline.due
        if isinstance(due, datetime):
            event.add("dtstart", due.astimezone(UTC))
        else:
            event.add("dtstart", due)
            event.add("dtend", due + timedelta(days=1))
        for before in ALARMS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", deadline.title)
            trigger = vText(before)
            if not isinstance(due, datetime):
                trigger.params["RELATED"] = "END"
            alarm.add("trigger", trigger)
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
