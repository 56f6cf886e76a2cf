"""The monthly calculation index of a day, and amounts in indices as money."""

from datetime import date
from decimal import Decimal

from kzref.engine.draft import Draft

_INDEX = "mci"


def tenge(draft: Draft, indices: Decimal, day: date) -> Decimal:
    """So many indices of that day in tenge.

    Raises:
        InputError: the index of that day is not known.
    """
    return indices * index_on(draft, day)


def index_on(draft: Draft, day: date) -> Decimal:
    """The index of that day in tenge; one raised within the year is doubted out loud.

    Raises:
        InputError: the index of that day is not known.
    """
    index = draft.dated(_INDEX, day)
    start = index.in_force_from
    if (start.month, start.day) != (1, 1):
        before = draft.rulebook.parameters[_INDEX].on(date(start.year, 1, 1))
        draft.doubt(
            "fine.raised_within_year",
            "CC 41(1)",
            since=start,
            index=index.number,
            before=before.number if before else Decimal(0),
        )
    return index.number
