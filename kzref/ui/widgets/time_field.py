"""The one field for times: reads a hurried hand, and is set forward and back by single keys.

Plus and minus, or the arrows, a minute; PgUp and PgDn an hour; with Shift a day; N now.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from kzref.engine.typed_time import nudged, plainly, typed_moment
from kzref.services.catalogue import Catalogue
from kzref.ui.keys import chords
from kzref.ui.widgets.digit_line import DigitLine

if TYPE_CHECKING:
    from kzref.ui.widgets.time_wheels import TimeWheels

HOUR, DAY = 60, 24 * 60  # minutes
_STEPS = {"+": 1, "=": 1, "Up": 1, "-": -1, "Down": -1, "PgUp": HOUR, "PgDown": -HOUR}
_DAYS = {"Shift+Up": 1, "Shift+Down": -1, "Shift+PgUp": 1, "Shift+PgDown": -1}
OPENS = "Alt+Down"  # as a list is opened by key
TARGET = 44  # pixels: what a finger hits
PADDING = 10  # pixels that the style leaves at the right
_OF_THE_FORM = {"M", "G"}  # in no word that is a time
_YEARS = (
    "201",
    "202",
)  # 2026 may be an hour or the beginning of 2026-11-23: a minus goes on typing


class TimeField(DigitLine):
    """A line to type a time into; `asked` passes on the keys of the form: M minor, G ground."""

    asked = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """`now` gives the present moment in the zone of the form."""
        super().__init__(parent)
        self._now = now
        self._words: Catalogue | None = None
        self.wheels: TimeWheels | None = None
        self.opener = QPushButton("▾", self)  # for a finger; a key does it, too
        self.opener.setProperty("role", "flat")
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.setCursor(Qt.CursorShape.ArrowCursor)
        self.opener.clicked.connect(self.open_wheels)
        self.setTextMargins(0, 0, TARGET - PADDING, 0)

    def speak(self, words: Catalogue) -> None:
        """Name the button in the language."""
        self._words = words
        self.opener.setAccessibleName(words("wheels.open"))
        self.opener.setToolTip(words("wheels.open"))

    def open_wheels(self) -> None:
        """Set the time by large buttons, beginning with what stands in the field, else with now."""
        from kzref.ui.widgets.time_wheels import TimeWheels  # noqa: PLC0415 - when first asked for

        if self._words is None:
            return
        now = self._now()
        typed = typed_moment(self.text(), self.typed_at(now).astimezone(now.tzinfo))
        if self.wheels is not None:
            self.wheels.deleteLater()
        self.wheels = TimeWheels(  # of the window: the look of the form's own buttons is another
            self.window(), self._words, typed or now, lambda moment: self.setText(plainly(moment))
        )
        self.wheels.open_under(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right edge, as high as the field."""
        super().resizeEvent(event)
        self.opener.setGeometry(self.width() - TARGET, 0, TARGET, self.height())

    def set_now(self) -> None:
        """Enter the present minute."""
        self.setText(plainly(self._now()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge what stands in the field; everything else is typed."""
        meant = chords(
            QKeySequence(event.key()).toString(),
            event.modifiers().value & ~Qt.KeyboardModifier.KeypadModifier.value,
            scan=event.nativeScanCode(),
            virtual=event.nativeVirtualKey(),
            platform=QGuiApplication.platformName(),
        )
        if not any(self._nudge(chord) for chord in meant):
            super().keyPressEvent(event)

    def _nudge(self, chord: str) -> bool:
        typed = "" if self.hasSelectedText() else self.text().strip()
        if chord == "N" and not typed:
            self.set_now()
            return True
        if chord in _OF_THE_FORM and not typed.startswith("-"):  # -30m counts minutes
            self.asked.emit(chord)
            return True
        if chord == OPENS:
            self.open_wheels()
            return True
        minutes, days = _STEPS.get(chord, 0), _DAYS.get(chord, 0)
        now = self._now()
        moment = typed_moment(self.text(), self.typed_at(now).astimezone(now.tzinfo))
        if moment is None or not (minutes or days):
            return False
        if chord == "-" and len(typed) == len("2026") and typed.startswith(_YEARS):
            return False
        self.setText(plainly(nudged(moment, minutes=minutes, days=days)))
        return True
