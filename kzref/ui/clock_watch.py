"""Notices a computer clock that cannot be right: the times left would be wrong with it. No Qt."""

import time
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzref.model.message import Message

JUMP = timedelta(seconds=90)  # corrections over the network are smaller


def steady_seconds() -> float:
    """A clock that nobody can set, and that goes on while the computer sleeps."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # Linux; macOS
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()  # Windows: counts sleep, too


class ClockWatch:
    """Compares the clock on the wall with the edition and with a clock that cannot be set."""

    def __init__(self, edition: date, wall: datetime, steady: float) -> None:
        """`edition` is the last day that the edition knows of; the present cannot lie before it."""
        self._edition = edition
        self._wall, self._steady = wall, steady

    def doubt(self, wall: datetime, steady: float) -> "Message | None":
        """What is wrong with the clock at this moment (aware), if anything."""
        from kzref.model.message import Message  # noqa: PLC0415 - not for the first look

        if wall.date() < self._edition - timedelta(days=1):  # a day for the zones
            return Message("clock.before_edition", {"now": wall, "day": self._edition})
        moved = (wall - self._wall) - timedelta(seconds=steady - self._steady)
        if abs(moved) < JUMP:
            return None
        key = "clock.moved_on" if moved > timedelta(0) else "clock.moved_back"
        return Message(key, {"by": abs(moved)})

    def accept(self, wall: datetime, steady: float) -> None:
        """The reader says that the clock is right now."""
        self._wall, self._steady = wall, steady
