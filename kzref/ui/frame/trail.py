"""The way back: where the reader was before, page by page, each with its scroll."""

from typing import NamedTuple

LONGEST = 200  # stops that are kept


class Stop(NamedTuple):
    """A place on the way, to come back to."""

    page: str
    place: str
    scroll: int


class Trail:
    """The stops so far; the newest is the first to come back to."""

    def __init__(self) -> None:
        """Begin with no stop."""
        self._stops: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Remember a place that is being left; the same place twice is one stop."""
        if not self._stops or self._stops[-1] != stop:
            self._stops.append(stop)
            del self._stops[:-LONGEST]

    def back(self) -> Stop | None:
        """The place before, which is then no longer on the way; None at the beginning."""
        return self._stops.pop() if self._stops else None

    def __len__(self) -> int:
        """How many stops there are."""
        return len(self._stops)
