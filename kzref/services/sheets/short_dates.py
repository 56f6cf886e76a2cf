"""Sentences with dates in figures: on paper the days themselves are said in words where they are answers."""

from datetime import date, datetime
from functools import cache

from typing_extensions import override

from kzref.model.language import Language
from kzref.services.catalogue import Catalogue, offset


class ShortDates(Catalogue):
    """The same sentences, with `20.11.2026 23:40` in them."""

    @override
    def day(self, value: date) -> str:
        """A day in figures."""
        return f"{value:%d.%m.%Y}"

    @override
    def moment(self, value: datetime) -> str:
        """A moment in figures with its offset."""
        return f"{self.day(value)} {value:%H:%M} ({offset(value)})"


@cache
def short_dates(language: Language) -> ShortDates:
    """The bundled sentences of a language, opened once."""
    return ShortDates(language)
