"""A list that the law fixes, and its history: articles of a code, rows of a table."""

from datetime import date

from msgspec import Struct

from kzref.model.law import Verified
from kzref.model.text import Text


class ListVersion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the list held from one day on.

    `assumed`: carried over from another text, because the text of this period was not read.
    `certain_from`: as in `DatedValue`.
    """

    in_force_from: date
    items: tuple[str, ...]
    reference: str
    amended_by: str | None = None
    note: Text | None = None
    assumed: bool = False
    certain_from: date | None = None


class DatedList(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list with its history, oldest first.

    Items are articles with their units (`"299(4)"`) or ids of other records; every one is written
    out, there are no ranges.
    """

    id: str
    label: Text
    history: tuple[ListVersion, ...]
    verified: Verified | None = None

    def on(self, day: date) -> ListVersion | None:
        """The version that held on that day, or None before the history begins."""
        held = [version for version in self.history if version.in_force_from <= day]
        return held[-1] if held else None

    def before(self, version: ListVersion) -> ListVersion | None:
        """The version before this one."""
        place = self.history.index(version)
        return self.history[place - 1] if place else None
