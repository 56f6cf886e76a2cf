"""Compares what the user imported with what the edition was checked against, and says so quietly.

Two questions: does a note of the imported text name an amending law later than the text that a
provision was verified against; and does the imported provision still carry the figure of ours.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kzref.engine.figures_in_words import figures
from kzref.model.errors import InputError
from kzref.model.law import Verified
from kzref.model.message import Message
from kzref.model.own_text import Amendment
from kzref.model.parameter import Parameter
from kzref.model.pinpoint import Pinpoint
from kzref.model.text import Language
from kzref.services.library import Library
from kzref.services.official_text import Official
from kzref.services.own_library import OwnLibrary
from kzref.store.reference_db import ReferenceDb

_REDACTION: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_LANGUAGES: Final = (Language.RU, Language.KK)


class CurrencyGuard:
    """The own library against the edition."""

    def __init__(self, database: ReferenceDb, library: Library, own: OwnLibrary) -> None:
        """Compare these; nothing is read before a question is asked."""
        self._database = database
        self._library = library
        self._own = own

    def warnings(self, place: Pinpoint) -> tuple[Message, ...]:
        """What a reader of this provision must know; empty when nothing was imported or differs."""
        if place.article is None or not self._own.texts(self._library.instruments[place.key].id):
            return ()
        return (*self._amended(place), *self._differing(place))

    def later_amendments(self, place: Pinpoint) -> tuple[Amendment, ...]:
        """Amendments of a provision by laws later than the text it was verified against."""
        try:
            provision = self._library.provision(place, date.max).provision
        except InputError:
            return ()
        checked = verified_through(provision.verified)
        official = self._newest(place)
        if checked is None or official is None:
            return ()
        return tuple(one for one in official.amendments if one.adopted > checked)

    def _amended(self, place: Pinpoint) -> Iterator[Message]:
        seen = set()
        for one in self.later_amendments(place):
            if one.law not in seen:
                seen.add(one.law)
                yield Message(
                    "own.guard.amended",
                    {
                        "law": one.law or Message("own.guard.no_number"),
                        "adopted": one.adopted,
                        "citation": str(place),
                    },
                )

    def _differing(self, place: Pinpoint) -> Iterator[Message]:
        """Parameters of exactly this provision whose figure its imported text does not carry."""
        for parameter in self._database.values(Parameter):
            held = parameter.history[-1] if parameter.history else None
            if held is None or held.value is None or held.reference != str(place):
                continue
            official = self._newest(place)
            if (
                official is None
                or official.place != place
                or _day_of(official) < held.in_force_from
            ):
                continue
            printed = [one for one in figures(official.text) if one.unit is parameter.unit]
            if printed and all(one.value != held.value for one in printed):
                yield Message(
                    "own.guard.figure",
                    {
                        "citation": str(place),
                        "label": parameter.label,
                        "ours": held.value,
                        "printed": tuple(one.value for one in printed),
                    },
                )

    def _newest(self, place: Pinpoint) -> Official | None:
        for language in _LANGUAGES:
            try:
                return self._own.official(place, date.max, language)
            except InputError:
                continue
        return None


def verified_through(verified: Verified | None) -> date | None:
    """The day up to which the text that a record was checked against carries amendments.

    The id of a text ends with the day of its redaction (`cpc-ru-2026-01-03`); without one, the day
    on which it was read counts.
    """
    if verified is None:
        return None
    if named := _REDACTION.search(verified.against):
        try:
            return date(*map(int, named.groups()))
        except ValueError:
            pass
    return verified.on


def _day_of(official: Official) -> date:
    return official.source.redaction or date.max
