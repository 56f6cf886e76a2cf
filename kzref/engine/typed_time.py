"""Reads a time as a hurried hand types it: `1003 2140`, `10.03.26 21:40`, `2140`, `-3h`, `now`.

The numeric pad alone is enough: `10032140` or `1003.2140`.
The result is always echoed to the reader in words, with weekday and offset, so that a swapped day
and month cannot pass unseen. Days come before months, as in Kazakhstan.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

_NOW = {"now", "сейчас", "қазір", "казир"}
_BACK = re.compile(r"-\s*(\d{1,3})\s*(h|ч|с|сағ|m|min|м|мин)", re.IGNORECASE)
_HOURS = {"h", "ч", "с", "сағ"}
_CLOCK = r"(?P<hour>\d{1,2}):?(?P<minute>\d{2})"
_DAY = r"(?P<day>\d{1,2})(?P<dot>[./])(?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?"
_COMPACT_DAY = r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})?"
_ISO_DAY = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_DAYS = tuple(re.compile(pattern) for pattern in (_ISO_DAY, _DAY, _COMPACT_DAY))
_MOMENTS = tuple(
    re.compile(rf"{pattern}[t ,]+{_CLOCK}(?::\d{{2}})?")
    for pattern in (_ISO_DAY, _DAY, _COMPACT_DAY)
)
_TODAY = re.compile(_CLOCK)
_DIGITS = re.compile(
    r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})?[.,]?(?P<hour>\d{2})(?P<minute>\d{2})"
)
_BETWEEN = re.compile(r"\s*(?:\.\.|–|—)\s*|\s+-\s*|(?<=\.\d{4})-|(?<=^\d{4})-(?=\d{4})")
_DAY_AND_FOUR = re.compile(r"\d{8}")
_YEARS_AROUND = 10
_MIDNIGHT = (24, 0)


def typed_moment(text: str, now: datetime) -> datetime | None:
    """The moment meant, to the minute, in the zone of `now`; None when it cannot be read.

    `24:00`, as protocols have it, is the midnight that ends the day.
    `10032026` is not read: the end may be an hour or a year.
    """
    text = text.strip().casefold()
    if _DAY_AND_FOUR.fullmatch(text) and abs(int(text[4:]) - now.year) <= _YEARS_AROUND:
        return None
    if text in _NOW:
        return now.replace(second=0, microsecond=0)
    if back := _BACK.fullmatch(text):
        count = int(back[1])
        gone = timedelta(hours=count) if back[2] in _HOURS else timedelta(minutes=count)
        zone = now.tzinfo
        # physical hours: through UTC, so that a change of the clock is not counted
        return (now.astimezone(None) - gone).astimezone(zone).replace(second=0, microsecond=0)
    try:
        if clock := _TODAY.fullmatch(text):
            return _at(now.date(), clock, now)
        for pattern in (*_MOMENTS, _DIGITS):
            if match := pattern.fullmatch(text):
                return _at(_day(match, now.date()), match, now)
    except ValueError:
        return None
    return None


def nudged(moment: datetime, *, minutes: int = 0, days: int = 0) -> datetime:
    """A moment set forward or back: minutes are physical time, days keep the hour on the wall."""
    later = (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)
    return later + timedelta(days=days)


def plainly(moment: datetime) -> str:
    """A moment as it would be typed in full, `10.03.2026 21:40`; `typed_moment` reads it back."""
    return f"{moment:%d.%m.%Y %H:%M}"


def typed_day(text: str, today: date) -> date | None:
    """The day meant; None when it cannot be read. Without a year: the year of today."""
    text = text.strip().casefold()
    if text in _NOW:
        return today
    for pattern in _DAYS:
        if match := pattern.fullmatch(text):
            try:
                return _day(match, today)
            except ValueError:
                return None
    return None


def typed_periods(text: str, today: date) -> tuple[tuple[date, date | None], ...] | None:
    """Stretches of days, `10.01.2026 – 01.02.2026, 0103 - 0503`; None when they cannot be read.

    An end may be missing (`10.01.2026 –`): the stretch goes on.
    """
    found = []
    for piece in re.split(r"[,;]", text.strip().rstrip(",;")):
        first, *rest = _BETWEEN.split(piece.strip(), maxsplit=1)
        start = typed_day(first, today)
        end = typed_day(rest[0], today) if rest and rest[0].strip() else None
        if start is None or not rest or (rest[0].strip() and end is None):
            return None
        found.append((start, end))
    return tuple(found)


def plain_periods(periods: Iterable[tuple[date, date | None]]) -> str:
    """Stretches as they would be typed in full; `typed_periods` reads them back."""
    return ", ".join(
        f"{start:%d.%m.%Y} – {f'{end:%d.%m.%Y}' if end else ''}".strip() for start, end in periods
    )


def _at(day: date, match: re.Match[str], now: datetime) -> datetime:
    hour, minute = int(match["hour"]), int(match["minute"])
    if (hour, minute) == _MIDNIGHT:
        day, hour = day + timedelta(days=1), 0
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo)


def _day(match: re.Match[str], today: date) -> date:
    year = match["year"]
    century = 2000 if year and len(year) == 2 else 0  # noqa: PLR2004 - yy
    return date(century + int(year) if year else today.year, int(match["month"]), int(match["day"]))
