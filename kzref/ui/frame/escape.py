"""Esc: closes what is open, the newest first, or leaves a field, and loses nothing; twice at once, it hides all."""

from collections.abc import Callable
from time import monotonic

TWICE = 0.6  # seconds between the two presses


class Escape:
    """Knows what can be closed; whoever opens something adds how to close it."""

    def __init__(self) -> None:
        """Begin with nothing to close."""
        self._closers: list[Callable[[], bool]] = []
        self._leave: Callable[[], object] = lambda: None
        self._hide: Callable[[], object] = lambda: None
        self._last = float("-inf")

    def closes(self, closer: Callable[[], bool]) -> None:
        """Ask this at Esc, before those added earlier; it tells whether there was anything to close."""
        self._closers.insert(0, closer)

    def leaves(self, leave: Callable[[], object]) -> None:
        """Do this when there is nothing to close."""
        self._leave = leave

    def hides(self, hide: Callable[[], object]) -> None:
        """Do this when Esc is pressed twice."""
        self._hide = hide

    def press(self) -> None:
        """Esc was pressed."""
        now = monotonic()
        if now - self._last < TWICE:
            self._last = float("-inf")
            self._hide()
            return
        self._last = now
        for closer in self._closers:
            if closer():
                return
        self._leave()
