"""Up to which law a record of the edition was checked, and which amending laws it knows of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kzref.model.dated_list import DatedList
from kzref.model.law import Provision, Verified
from kzref.model.parameter import Parameter

_REDACTION: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The day up to which amendments were seen, and the laws that the record names itself."""

    through: date
    laws: frozenset[str | None]


def checked_version(provision: Provision) -> Checked | None:
    """How far the digest of a provision was checked; None: never."""
    return _checked(provision.verified, (one.amended_by for one in provision.versions))


def checked_figure(record: Parameter | DatedList) -> Checked | None:
    """How far a figure or a list was checked; None: never, which every answer says already."""
    return _checked(record.verified, (one.amended_by for one in record.history))


def _checked(verified: Verified | None, laws: Iterable[str | None]) -> Checked | None:
    through = verified_through(verified)
    return None if through is None else Checked(through=through, laws=frozenset(filter(None, laws)))


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
