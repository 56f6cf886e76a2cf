"""Where the days of a history lie on a strip of so many pixels, and which day lies at a place."""

from dataclasses import dataclass
from datetime import date, timedelta

from kzref.services.law.history import History

MARGIN = 14
SNAP = 6  # pixels within which a turn attracts the handle


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """From the first to the last day drawn, over the width of the strip."""

    first: date
    last: date
    width: int  # pixels of the whole strip

    @staticmethod
    def over(history: History | None, days: tuple[date, ...], width: int) -> "TimeAxis":
        """An axis that has room for the history and for these days."""
        known = list(days)
        if history is not None:
            known += [turn.day for turn in history.turns]
            known += history.redactions
        first, last = min(known), max(known)
        room = timedelta(days=max((last - first).days // 18, 40))
        return TimeAxis(first=first - room, last=last + room, width=width)

    def x_of(self, day: date) -> float:
        """Where a day lies, in pixels."""
        room = self.width - 2 * MARGIN
        return MARGIN + room * (day - self.first).days / max((self.last - self.first).days, 1)

    def day_at(self, x: float, history: History | None) -> date:
        """The day at a place; a turn nearby attracts."""
        for turn in history.turns if history else ():
            if abs(self.x_of(turn.day) - x) <= SNAP:
                return turn.day
        share = (x - MARGIN) / max(self.width - 2 * MARGIN, 1)
        days = (self.last - self.first).days
        return self.first + timedelta(days=round(days * min(max(share, 0.0), 1.0)))
