"""Changes of the law that were already adopted and begin on a known day: said before it, doubted after it."""

from collections.abc import Iterable, Iterator
from datetime import date

from kzref.model.law import AmendingLaw
from kzref.model.message import Message
from kzref.model.pinpoint import Pinpoint


def has_come(laws: Iterable[AmendingLaw], place: Pinpoint, as_of: date) -> bool:
    """Whether a change that the edition has no text of has begun by this day."""
    return any(came(laws, place, as_of))


def came(laws: Iterable[AmendingLaw], place: Pinpoint, as_of: date) -> Iterator[tuple[str, date]]:
    """The changes that have begun by this day and that the edition has no text of."""
    return _coming(laws, place, until=as_of)


def announced(laws: Iterable[AmendingLaw], place: Pinpoint, as_of: date) -> tuple[Message, ...]:
    """What is to be said of a place on a day: that it will change, or that it may have."""
    return tuple(
        Message(
            "law.may_have_changed" if day <= as_of else "law.will_change", {"law": law, "day": day}
        )
        for law, day in _coming(laws, place)
    )


def _coming(
    laws: Iterable[AmendingLaw], place: Pinpoint, *, until: date = date.max
) -> Iterator[tuple[str, date]]:
    for law in laws:
        for later in law.later:
            if later.on <= until and any(
                _touch(place, Pinpoint.parse(one)) for one in later.provisions
            ):
                yield law.id, later.on


def _touch(one: Pinpoint, other: Pinpoint) -> bool:
    """Whether one lies in the other: a change of a point changes its article, too."""
    if one.article is None or (one.key, one.article) != (other.key, other.article):
        return False
    shorter, longer = sorted((one.units, other.units), key=len)
    return longer[: len(shorter)] == shorter
