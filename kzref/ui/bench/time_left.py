"""The first zone of the bench: the time left, 72 points high, and what ends then."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kzref.services.calculations.prompter import Clock
from kzref.services.catalogue import Catalogue
from kzref.ui.bench.look import label
from kzref.ui.widgets.countdown import time_left

ABOVE = 6  # pixels, over words; the large figures bring their own


class TimeLeft(QWidget):
    """Counts down; past the end it says in a sentence how long ago that was."""

    def __init__(self) -> None:
        """Build it without a clock."""
        super().__init__()
        self._shown: Clock | None = None
        self.title, self.said = label("title"), label("small")
        self.clock = label("clock", wraps=False)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self.title)
        beside.addWidget(self.said)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setSpacing(36)
        row.addWidget(self.clock)
        row.addLayout(beside, 1)

    def show_clock(self, clock: Clock | None, words: Catalogue, now: datetime) -> None:
        """Count down to this one, or say that none runs."""
        self._shown = clock
        self.title.setText(clock.title if clock else words("bench.no_clock"))
        others = (words("bench.or", value=other) for other in clock.others) if clock else ()
        self.said.setText("\n".join((clock.said, *others)) if clock else "")
        self.clock.setVisible(clock is not None)
        self.said.setVisible(clock is not None)
        self._leave_room(above=ABOVE)
        self.count(words, now)

    def height_in(self, width: int) -> int:
        """How high it is in this width, as of now."""
        layout = self.layout()
        assert layout is not None  # noqa: S101 - built with it
        layout.invalidate()
        return layout.minimumHeightForWidth(width)

    def count(self, words: Catalogue, now: datetime) -> None:
        """Show the time left at this moment."""
        if self._shown is None:
            return
        left = self._shown.until.astimezone(UTC) - now.astimezone(UTC)
        text = time_left(words, abs(left).total_seconds())
        over = left < timedelta(0)
        if self.clock.property("over") != over:  # then it is a sentence, not a running clock
            self.clock.setProperty("over", over)
            self.clock.style().polish(self.clock)
        self._leave_room(above=ABOVE if over else 0)
        self.clock.setText(words("bench.over", time=text) if over else text)
        self.clock.setAccessibleName(f"{self._shown.title}: {self.clock.text()}")

    def _leave_room(self, *, above: int) -> None:
        layout = self.layout()
        assert layout is not None  # noqa: S101 - built with it
        layout.setContentsMargins(0, above, 0, 0)
