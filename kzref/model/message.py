"""Sentences before they are said: a key of `resources/translations` and its arguments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # what sentences can hold is not loaded for those that do not
    from datetime import date, datetime, timedelta
    from decimal import Decimal

    from kzref.model.text import Text

Value: TypeAlias = "str | int | bool | Decimal | date | datetime | timedelta | None"
Argument: TypeAlias = "Value | Message | Text | tuple[Argument, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said in the reader's language."""

    key: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
