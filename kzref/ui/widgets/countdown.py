"""One running clock: the time left, large; until when; by what; under which provision.

Past its end it says so in a sentence and keeps every way open.
"""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kzref.services.calculations.clocks import RunningClock
from kzref.services.catalogue import Catalogue
from kzref.ui.html.markup import link, target

SIGNS = {"running": "▶", "near": "▲", "over": "■"}
LONG = 100 * 3600  # seconds: from here on days are shown


class Countdown(QWidget):
    """A card with a clock; `followed` when its provision is clicked."""

    followed = Signal(str)

    def __init__(self, clock: RunningClock, parent: QWidget | None = None) -> None:
        """Show this clock; `speak` follows."""
        super().__init__(parent)
        self.clock = clock
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._time, self._state = QLabel(), QLabel(), QLabel()
        self._until, self._lane, self._law = QLabel(), QLabel(), QLabel()
        self._passed = QLabel()
        self._time.setProperty("role", "clock")
        self._state.setProperty("role", "state")
        for label in (self._title, self._lane, self._law):
            label.setProperty("role", "quiet")
        for label in (self._title, self._law):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            label.linkActivated.connect(lambda href: self.followed.emit(target(href) or ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(3)
        for label in (
            self._title, self._time, self._state, self._passed, self._until, self._lane, self._law,
        ):  # fmt: skip
            label.setWordWrap(label is not self._time)
            layout.addWidget(label)
        self._details = (self._title, self._passed, self._until, self._lane, self._law)
        self._compact = False
        self._name = ""

    def speak(self, words: Catalogue, cited: tuple[tuple[str, str], ...]) -> None:
        """Say everything but the time; `cited` are the references with their citations."""
        clock = self.clock
        self._name = words(f"result.{clock.calculator}.{clock.result}")
        for label in (self._title, self._law):
            label.clear()  # the same words again would keep the links in the colour of the old theme
        self._title.setText(link(f"calc:{clock.calculator}", self._name))
        self._title.setAccessibleName(self._name)
        self._until.setText(words("clock.until", moment=words.word(clock.due)))
        self._lane.setText(words.say(clock.lane) if clock.lane else "")
        self._law.setText(" · ".join(link(*one) for one in cited))
        self._law.setAccessibleName(words("clock.law"))
        self._fold()

    def tick(self, words: Catalogue, now: datetime) -> None:
        """Show the time left at this moment."""
        state = self.clock.state(now)
        text = time_left(words, abs(self.clock.left(now).total_seconds()))
        is_long = " " in text
        if (
            self._time.property("long") != is_long
        ):  # days and hours: smaller, in two lines if need be
            self._time.setProperty("long", is_long)
            self._time.setWordWrap(is_long)
            self._time.style().polish(self._time)
        _put(self._time, f"−{text}" if state == "over" else text)
        _put(self._state, f"{SIGNS[state]} {words(f'clock.state.{state}')}")
        if state == "over":
            _put(self._passed, words("clock.passed", time=self._gone(words, now)))
        if self._time.property("state") != state:
            for label in (self._time, self._state):
                label.setProperty("state", state)
                label.style().polish(label)
            self._fold()
        self.setAccessibleName(
            f"{self._name}: {self._time.text()}, {self._until.text()}, {self._state.text()}"
        )

    def _gone(self, words: Catalogue, now: datetime) -> str:
        """How long ago it ended; days, where hours would be too many to grasp."""
        gone = -self.clock.left(now)
        seconds = gone.total_seconds()
        return time_left(words, seconds) if seconds >= LONG else words.duration(gone)

    def fold(self, *, compact: bool) -> None:
        """Show the time and its state only, or everything."""
        self._compact = compact
        self._fold()

    def _fold(self) -> None:
        for label in self._details:
            label.setVisible(not self._compact and bool(label.text()))
        if self._time.property("compact") != self._compact:
            self._time.setProperty("compact", self._compact)
            self._time.style().polish(self._time)


def time_left(words: Catalogue, seconds: float) -> str:
    """Hours, minutes and seconds; from a hundred hours on, days and hours."""
    whole = int(seconds)
    if whole >= LONG:
        return words("clock.days", days=whole // 86400, hours=whole // 3600 % 24)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
