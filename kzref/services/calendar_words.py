"""Days, months and numbers as a language writes them; the names and forms are in `calendar.po`.

They are those of the Unicode CLDR, with which a test compares them. Babel, which has them too, takes
9 MB of memory for the three languages and is slow where a page shows hundreds of days.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

Words = Callable[..., str]
"""The sentence of a key with its arguments."""


def day(words: Words, value: date) -> str:
    """A day, as `22 November 2026`."""
    return words("calendar.day", day=value.day, **_month(words, value), year=str(value.year))


def weekday(words: Words, value: date) -> str:
    """A day of the week, short, as `Sun`."""
    return _named(words("calendar.weekdays"), value.weekday())


def month(words: Words, value: date) -> str:
    """A month, as `November 2026`."""
    return words("calendar.month", **_month(words, value), year=str(value.year))


def years(words: Words, first: date, last: date) -> str:
    """A stretch of whole years, as `2009–2012`."""
    if first.year == last.year:
        return str(first.year)
    return words("calendar.years", first=str(first.year), last=str(last.year))


def months(words: Words, first: date, last: date) -> str:
    """A stretch of whole months, as `January – March 2020`."""
    if (first.year, first.month) == (last.year, last.month):
        return month(words, first)
    names = words("calendar.months_of_stretch")
    start, end = (_named(names, one.month - 1) for one in (first, last))
    if first.year == last.year:
        return words("calendar.months_of_year", first=start, last=end, year=str(last.year))
    return words(
        "calendar.months_of_years",
        first=start, first_year=str(first.year), last=end, last_year=str(last.year),
    )  # fmt: skip


def number(words: Words, value: "Decimal") -> str:
    """A number with the marks of the language; no digits are added or lost but zeros at the end."""
    whole, mark, rest = f"{value.normalize():,f}".partition(".")
    whole = whole.replace(",", words("calendar.thousands"))
    return whole + words("calendar.decimal_mark") + rest if mark else whole


def _month(words: Words, value: date) -> dict[str, str]:
    """The name of a month beside a day, and alone."""
    return {
        "month": _named(words("calendar.months"), value.month - 1),
        "alone": _named(words("calendar.months_alone"), value.month - 1),
    }


def _named(names: str, at: int) -> str:
    """The name at a place of a list; its number where the translations are missing."""
    listed = names.split()
    return listed[at] if at < len(listed) else str(at + 1)
