"""The facts of a situation: written as text, read by kind, refused with the fault and the repair."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kzref.model.errors import InputError
from kzref.model.outcome import CalculatorSpec, FactKind, FactSpec

T = TypeVar("T")
_Day: TypeAlias = date  # inside the class `date` is the reader of that name

_YES = {"yes", "true", "1", "да", "иә"}
_NO = {"no", "false", "0", "нет", "жоқ"}
_DECIMAL = re.compile(r"(?=.*[0-9])[0-9]{0,12}(?:[.,][0-9]{0,12})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # a slip of the finger, not a fact, lies outside
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `start` to `end`, both included; `end` None: not ended."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Checked facts of one calculator. `given` holds what was written, in the order of the spec."""

    spec: CalculatorSpec
    given: Mapping[str, str]

    @classmethod
    def read(cls, spec: CalculatorSpec, written: Mapping[str, str]) -> "Facts":
        """Check written facts against the spec.

        Raises:
            InputError: a fact is unknown, missing, or cannot be read as its kind.
        """
        known = {fact.name: fact for fact in spec.facts}
        for name in written:
            if name not in known:
                raise InputError(
                    "fact.unknown", fact=name, calculator=spec.id, known=", ".join(known)
                )
        given = {name: written[name].strip() for name in known if written.get(name, "").strip()}
        facts = cls(spec, given)
        for fact in spec.facts:
            if fact.required and fact.name not in given:
                raise InputError("fact.missing", fact=fact.name)
            if fact.name in given:
                facts._check(fact)
        return facts

    def _check(self, fact: FactSpec) -> None:
        if reader := _READERS.get(fact.kind):
            reader(self, fact.name)

    def _spec(self, name: str) -> FactSpec:
        return next(fact for fact in self.spec.facts if fact.name == name)

    def has(self, name: str) -> bool:
        """Whether the fact was given."""
        return name in self.given

    def text(self, name: str) -> str | None:
        """The fact as written, or its default."""
        return self.given.get(name) or self._spec(name).default

    def choice(self, name: str) -> str | None:
        """One of the choices that the spec names, or the default."""
        value = self.text(name)
        choices = self._spec(name).choices
        if value is not None and value not in choices:
            raise InputError("fact.choice", fact=name, value=value, choices=", ".join(choices))
        return value

    def yes(self, name: str) -> bool:
        """A yes/no fact; no unless said."""
        value = (self.text(name) or "no").casefold()
        if value in _YES:
            return True
        if value in _NO:
            return False
        raise InputError("fact.yes_no", fact=name, value=value)

    def date(self, name: str) -> date | None:
        """A day of the calendar, or None when not given."""
        value = self.text(name)
        return None if value is None else _day(name, value)

    def moment(self, name: str) -> datetime | None:
        """A local moment in the zone of the facts (aware), or None when not given.

        An hour that the clock shows twice is read as the earlier one; one it skips is refused.
        """
        value = self.text(name)
        return None if value is None else _moment(name, value, self.zone)

    def required_date(self, name: str) -> _Day:
        """A day of the calendar that must be given."""
        return self._required(name, self.date(name))

    def required_moment(self, name: str) -> datetime:
        """A local moment that must be given."""
        return self._required(name, self.moment(name))

    def _required(self, name: str, value: T | None) -> T:
        if value is None:
            raise InputError("fact.missing", fact=name)
        return value

    def integer(self, name: str) -> int | None:
        """A whole number, not negative, or None when not given."""
        value = self.text(name)
        if value is None:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", value):
            raise InputError("fact.integer", fact=name, value=value)
        return int(value)

    def decimal(self, name: str) -> Decimal | None:
        """A number, not negative, with a point or a comma, or None when not given."""
        value = self.text(name)
        if value is None:
            return None
        if not _DECIMAL.fullmatch(value):
            raise InputError("fact.decimal", fact=name, value=value)
        return Decimal(value.replace(",", "."))

    def periods(self, name: str) -> tuple[Period, ...]:
        """Days `from..to`, separated by commas, in order of time and without overlap."""
        value = self.text(name)
        if value is None:
            return ()
        found = []
        for piece in value.split(","):
            start, dots, end = piece.strip().partition("..")
            if not dots:
                raise InputError("fact.periods", fact=name, value=piece.strip())
            first, last = _day(name, start), _day(name, end) if end else None
            if last is not None and last < first:
                raise InputError("fact.end_before_start", fact=name, start=first, end=last)
            found.append(Period(start=first, end=last))
        found.sort(key=lambda period: period.start)
        for earlier, later in pairwise(found):
            if earlier.end is None or later.start <= earlier.end:
                raise InputError("fact.overlap", fact=name, day=later.start)
        return tuple(found)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the facts."""
        name = self.given.get("zone", "Asia/Almaty")
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
            raise InputError("fact.unknown_zone", fact="zone", value=name) from fault


_READERS: Mapping[FactKind, Callable[[Facts, str], object]] = {
    FactKind.MOMENT: Facts.moment,
    FactKind.DATE: Facts.date,
    FactKind.YES_NO: Facts.yes,
    FactKind.CHOICE: Facts.choice,
    FactKind.INTEGER: Facts.integer,
    FactKind.DECIMAL: Facts.decimal,
    FactKind.ZONE: lambda facts, _name: facts.zone,
    FactKind.PERIODS: Facts.periods,
}


@lru_cache(maxsize=64)  # a calculation asks for the same fact several times
def _moment(name: str, value: str, zone: ZoneInfo) -> datetime:
    if not _MOMENT.fullmatch(value):
        raise InputError("fact.moment", fact=name, value=value)
    try:
        local = datetime.fromisoformat(value).replace(tzinfo=zone)
    except ValueError as fault:
        raise InputError("fact.moment", fact=name, value=value) from fault
    _check_year(name, local.year, value)
    if local.astimezone(UTC).astimezone(zone).replace(fold=0) != local:
        raise InputError("fact.skipped_hour", fact=name, value=value)
    return local


@lru_cache(maxsize=64)
def _day(name: str, value: str) -> date:
    if not _DATE.fullmatch(value):
        raise InputError("fact.date", fact=name, value=value)
    try:
        day = date.fromisoformat(value)
    except ValueError as fault:
        raise InputError("fact.date", fact=name, value=value) from fault
    _check_year(name, day.year, value)
    return day


def _check_year(name: str, year: int, value: str) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InputError("fact.year", fact=name, value=value, first=_FIRST_YEAR, last=_LAST_YEAR)
