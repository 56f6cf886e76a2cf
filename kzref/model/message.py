"""Sentences before they are said: a key of `resources/translations` and its arguments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

from kzref.model.text import Text

Value: TypeAlias = str | int | bool | Decimal | date | datetime | timedelta | None
Argument: TypeAlias = "Value | Message | Text | tuple[Argument, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said in the reader's language."""

    key: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
