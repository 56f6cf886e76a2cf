"""A test card: a situation with the answer that a lawyer expects, run on the user's own machine."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class CardStatus(StrEnum):
    """Where the expected answer comes from."""

    STRICT = "strict"  # follows from the text
    CONVENTION = "convention"
    INTERPRETATION = "interpretation"


class Why(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why the answer is right, and where that stands."""

    text: str
    reference: str


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One situation: facts and expected values as they are written, the defence's reading first."""

    name: str
    calculator: str
    status: CardStatus
    facts: dict[str, str | None]
    as_of: date | None = None
    now: datetime | None = None
    expected: dict[str, tuple[str | None, ...] | None] = {}
    cautions: tuple[str, ...] | None = None
    error: str | None = None
    why: Why

    @property
    def id(self) -> str:
        """The card's name among all calculators."""
        return f"{self.calculator}: {self.name}"
