"""A legal number and its history: which value held on which day, by which provision."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from kzref.model.law import Verified
from kzref.model.text import Text


class Unit(StrEnum):
    """What a parameter counts."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    MCI = "mci"
    TENGE = "tenge"
    PERCENT = "percent"
    GRAM = "gram"
    RATIO = "ratio"
    COUNT = "count"


class DatedValue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value from one day on; `value` None: not in force, or not known (the note says which).

    `assumed`: carried back from a later text, because the text of this period was not read.
    `certain_from`: where it is not settled which of several laws brought the value, the day from
    which it certainly held; until then the value before it may still have been the law.
    """

    in_force_from: date
    value: Decimal | None
    reference: str
    amended_by: str | None = None
    note: Text | None = None
    assumed: bool = False
    certain_from: date | None = None

    @property
    def number(self) -> Decimal:
        """The value where there is one.

        Raises:
            ValueError: not in force, or not known.
        """
        if self.value is None:
            raise ValueError(f"no value from {self.in_force_from} on: {self.reference}")
        return self.value


class Parameter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A legal number with its history, oldest first."""

    id: str
    label: Text
    unit: Unit
    history: tuple[DatedValue, ...]
    verified: Verified | None = None

    def on(self, day: date) -> DatedValue | None:
        """The dated value that held on that day, or None before the history begins."""
        for value in reversed(self.history):
            if value.in_force_from <= day:
                return value
        return None

    def rival(self, day: date) -> DatedValue | None:
        """The former value, where on that day it is not settled whether it had given way."""
        value = self.on(day)
        if value is None or value.certain_from is None or day >= value.certain_from:
            return None
        place = self.history.index(value)
        return self.history[place - 1] if place else None
