"""One running clock: the time left, large; what ends and when; by what it is counted; one provision.

More unfolds on Enter or a click, and stands in the tooltip. Past its end it says in a sentence what
follows from that, and keeps every way open.
"""

import re
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kzref.services.calculations.clocks import RunningClock
from kzref.services.catalogue import Catalogue
from kzref.ui.html.markup import link, target

HOURS = "88:88:88"
SPARED = 0.98  # of the room: letters are as wide as whole dots
PROBE = 100.0  # points, to measure by
_DIGIT = re.compile(r"\d")
SIGNS = {"running": "▶", "near": "▲", "over": "■"}
LONG = 100 * 3600  # seconds: from here on days are shown
MOTIONS = {
    "police-detention": "checklist:first-hours",
    "administrative-detention": "checklist:administrative-cover",
}
"""Where what is missing becomes a motion; for custody, the list of the remand hearing."""
OTHER_MOTION = "checklist:remand-hearing"
_PLAIN = "<style>a {text-decoration:none}</style>"


class Countdown(QWidget):
    """A card with a clock; `followed` when its provision, its calculation or the motion is asked for."""

    followed = Signal(str)

    def __init__(self, clock: RunningClock, parent: QWidget | None = None) -> None:
        """Show this clock; `speak` follows."""
        super().__init__(parent)
        self.clock = clock
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._time, self._state = QLabel(), QLabel(), QLabel()
        self._until, self._lane, self._law = QLabel(), QLabel(), QLabel()
        self._passed, self._motion = QLabel(), QPushButton()
        self._time.setProperty("role", "clock")
        self._state.setProperty("role", "state")
        self._lane.setProperty("role", "quiet")
        for label in (self._title, self._law):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter on the card unfolds them
            label.linkActivated.connect(lambda href: self.followed.emit(target(href) or ""))
        self._motion.clicked.connect(
            lambda: self.followed.emit(MOTIONS.get(clock.calculator, OTHER_MOTION))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(2)
        for widget in (
            self._title, self._time, self._state, self._until, self._lane, self._passed,
            self._law, self._motion,
        ):  # fmt: skip
            if isinstance(widget, QLabel):
                widget.setWordWrap(widget is not self._time)
            layout.addWidget(widget)
        self._details = (
            self._title, self._passed, self._until, self._lane, self._law, self._motion
        )  # fmt: skip
        self._compact, self._more, self._is_over = False, False, False
        self._is_first = True  # of the clocks of one limit
        self._room, self._most = 0, 0.0
        self._fitted = ("", 0, 0.0)  # for which digits and which room the time was sized
        self._name = ""
        self._side = self._counted = self._start = ""
        self._cited: tuple[tuple[str, str], ...] = ()

    def speak(
        self, words: Catalogue, cited: tuple[tuple[str, str], ...], *, with_title: bool
    ) -> None:
        """Say everything but the time.

        Args:
            words: the language.
            cited: the references with their citations, the foremost first; none: its law stands
                under the clock above.
            with_title: what ends; the clock above may have said so.
        """
        clock = self.clock
        self._cited, self._is_first = cited, with_title
        self._name = words(f"result.{clock.calculator}.{clock.result}")
        for label in (self._title, self._law):
            label.clear()  # the same words again would keep the links in the colour of the old theme
        title = link(f"calc:{clock.calculator}", self._name) if with_title else ""
        self._title.setText(_PLAIN + title if title else "")
        self._title.setAccessibleName(self._name)
        due = clock.due
        self._until.setText(
            words("clock.until", moment=due)
            if isinstance(due, datetime)
            else words("value.until_midnight", day=due)
        )
        self._counted = words.say(clock.lane) if clock.lane else ""
        self._side = words.say(clock.side) if clock.side else ""
        self._start = words.say(clock.start) if clock.start else ""
        self._law.setAccessibleName(words("clock.law"))
        self._motion.setText(words("lectern.motion"))
        self.setToolTip(
            "\n".join(filter(None, (self._name, self._until.text(), self._counted, self._law_of())))
        )
        self._show_more()
        self._fold()

    def _law_of(self) -> str:
        return " · ".join(citation for _reference, citation in self._cited)

    def _show_more(self) -> None:
        """All of its law and of what it is counted by, or the foremost only."""
        self._lane.setText(self._counted if self._more or not self._side else "")
        shown = self._cited if self._more else self._cited[:1]
        links = " · ".join(link(*one) for one in shown)
        rest = len(self._cited) - len(shown)
        self._law.setText(f"{_PLAIN}{links}{f' · +{rest}' if rest else ''}" if links else "")

    def turn(self) -> None:
        """Show all its law, or the foremost provision only."""
        self._more = not self._more
        self._show_more()
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
        self._size()
        said = [words(f"clock.state.{state}"), self._side]
        if self._compact:  # what it counts by stands nowhere else
            said.append(self._start)
        between = "\n" if self._compact else " · "
        _put(self._state, f"{SIGNS[state]} {between.join(filter(None, said))}")
        if state == "over":
            passed = words("clock.passed", time=self._gone(words, now))
            _put(self._passed, f"{passed} {self._follows(words)}".strip())
        if self._time.property("state") != state:
            self._is_over = state == "over"
            for label in (self._time, self._state):
                label.setProperty("state", state)
                label.style().polish(label)
            self._fold()
        self.setAccessibleName(
            f"{self._name}: {self._time.text()}, {self._until.text()}, {self._state.text()}"
        )

    def _follows(self, words: Catalogue) -> str:
        """What the law makes of it: the first sentence, all of them on demand; the clock above said it."""
        said = words.say(self.clock.follows) if self.clock.follows else ""
        if not (self._is_first or self._more):
            return ""
        return said if self._more else said.partition(". ")[0].rstrip(".") + "." if said else ""

    def _gone(self, words: Catalogue, now: datetime) -> str:
        """How long ago it ended; days, where hours would be too many to grasp."""
        gone = -self.clock.left(now)
        seconds = gone.total_seconds()
        return time_left(words, seconds) if seconds >= LONG else words.duration(gone)

    def fold(self, *, compact: bool, room: int = 0, most: float = 0.0) -> None:
        """Show the time and its state only, or everything.

        Args:
            compact: the time and its state only.
            room: pixels that the time has; unfolded it is as large as they allow.
            most: points that it never exceeds.
        """
        self._compact, self._room, self._most = compact, room, most
        self._fold()
        self._size()

    def _size(self) -> None:
        """As large as the room allows; the same for every time of so many digits."""
        shown = self._time.text()
        digits = _DIGIT.sub("8", shown) if " " in shown else shown[: shown[:1] == "−"] + HOURS
        wanted = ("" if self._compact else digits, self._room, self._most)
        if wanted == self._fitted:
            return
        self._fitted = wanted
        if not wanted[0] or not self._room:
            self._time.setStyleSheet("")
            return
        font = QFont(self._time.font())
        font.setBold(True)
        font.setPointSizeF(PROBE)
        wide = QFontMetricsF(font).horizontalAdvance(digits)
        size = min(self._most, SPARED * PROBE * self._room / wide)
        self._time.setStyleSheet(f"font-size: {size:.1f}pt")

    def _fold(self) -> None:
        for widget in self._details:
            is_told = self._is_over or widget not in {self._motion, self._passed}
            is_told = is_told and (self._is_first or widget is not self._motion)
            widget.setVisible(not self._compact and is_told and bool(widget.text()))
        if self._time.property("compact") != self._compact:
            self._time.setProperty("compact", self._compact)
            self._time.style().polish(self._time)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space: more, or less."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.turn()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole card is one large target."""
        self.turn()


def time_left(words: Catalogue, seconds: float) -> str:
    """Hours, minutes and seconds; from a hundred hours on, days and hours."""
    whole = int(seconds)
    if whole >= LONG:
        return words("clock.days", days=whole // 86400, hours=whole // 3600 % 24)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
