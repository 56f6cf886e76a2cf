"""The time that is left until a moment, counted live; past it, the time that has gone since."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kzref.services.catalogue import Catalogue

NEAR = timedelta(hours=3)


class Countdown(QWidget):
    """A large clock with a line above and below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to count."""
        super().__init__(parent)
        self.setObjectName("card")
        self._above, self._clock, self._below = QLabel(), QLabel(), QLabel()
        self._clock.setProperty("role", "clock")
        self._below.setProperty("role", "quiet")
        layout = QVBoxLayout(self)
        layout.setSpacing(2)
        for label in (self._above, self._clock, self._below):
            label.setWordWrap(True)
            layout.addWidget(label)
        self._until: datetime | None = None
        self.hide()

    def count_to(self, until: datetime | None, title: str, words: Catalogue, now: datetime) -> None:
        """Count to this moment, or show nothing."""
        self._until = until
        self.setVisible(until is not None)
        if until is not None:
            self._above.setText(title)
            self._below.setText(words.moment(until))
            self.tick(words, now)

    def tick(self, words: Catalogue, now: datetime) -> None:
        """Show the time left at this moment."""
        if self._until is None:
            return
        left = self._until.astimezone(UTC) - now.astimezone(UTC)
        state = "over" if left < timedelta(0) else "near" if left < NEAR else "running"
        seconds = int(abs(left).total_seconds())
        text = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        if state == "over":
            text = words("clock.over", time=text)
        if self._clock.property("state") != state:
            self._clock.setProperty("state", state)
            self._clock.style().polish(self._clock)
        self._clock.setText(text)
        self._clock.setAccessibleName(f"{self._above.text()}: {text}")
