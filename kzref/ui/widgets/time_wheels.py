"""A time set by a finger: day, hour and minute side by side, each with a large button up and down."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from kzref.engine.typed_time import nudged
from kzref.services.catalogue import Catalogue

MINUTE, HOUR, DAY = 1, 60, 24 * 60  # minutes
WHEELS = {"day": DAY, "hour": HOUR, "minute": MINUTE}
TARGET, WIDE = 56, 84  # pixels of a button
EXPANDING = QSizePolicy.Policy.Expanding
_SIGNS = {1: "▲", -1: "▼"}


class TimeWheels(QFrame):
    """Opens beside a field and closes at Esc, at Enter, or when something else is pressed.

    Arrows do by key what the buttons do: left and right choose a wheel, up and down turn it.
    """

    def __init__(
        self, parent: QWidget, words: Catalogue, moment: datetime, tell: Callable[[datetime], None]
    ) -> None:
        """Begin with this moment; `tell` is told each turn."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("overlay")
        self.setAccessibleName(words("wheels.open"))
        self._words, self._moment, self._tell = words, moment, tell
        self._wheel = "hour"
        self.values = {name: QLabel() for name in WHEELS}
        self.buttons: dict[tuple[str, int], QPushButton] = {}
        grid = QGridLayout(self)
        for column, name in enumerate(WHEELS):
            self._build(grid, column, name)
        self._said = QLabel()
        self._said.setWordWrap(True)
        grid.addWidget(self._said, 4, 0, 1, len(WHEELS))
        done = QPushButton(words("wheels.done"))
        done.setProperty("role", "main")
        done.setSizePolicy(EXPANDING, EXPANDING)
        done.clicked.connect(self.close)
        grid.addWidget(done, 5, 0, 1, len(WHEELS))
        for row in (1, 3, 5):  # the style has a least height of its own for buttons
            grid.setRowMinimumHeight(row, TARGET)
        for column in range(len(WHEELS)):
            grid.setColumnMinimumWidth(column, WIDE)
        self._show()

    def _build(self, grid: QGridLayout, column: int, name: str) -> None:
        called = QLabel(self._words(f"wheels.{name}"))
        called.setProperty("role", "quiet")
        value = self.values[name]
        value.setProperty("role", "title")
        for row, widget in ((0, called), (2, value)):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(widget, row, column)
        for row, by in ((1, 1), (3, -1)):
            button = self.buttons[name, by] = QPushButton(_SIGNS[by])
            button.setSizePolicy(EXPANDING, EXPANDING)
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{called.text()} {'+' if by > 0 else '−'}1")
            button.clicked.connect(lambda _on, name=name, by=by: self.turn(name, by))
            grid.addWidget(button, row, column)

    def turn(self, wheel: str, by: int) -> None:
        """Set one wheel forward or back; an hour after 23 is one of the next day."""
        self._wheel = wheel
        step = WHEELS[wheel] * by
        days, minutes = (by, 0) if wheel == "day" else (0, step)
        self._moment = nudged(self._moment, minutes=minutes, days=days)
        self._tell(self._moment)
        self._show()

    def _show(self) -> None:
        moment = self._moment
        told = {"day": f"{moment:%d.%m.%Y}", "hour": f"{moment:%H}", "minute": f"{moment:%M}"}
        for name, value in self.values.items():
            mark = "underline" if name == self._wheel else "none"
            value.setText(f'<span style="text-decoration:{mark}">{told[name]}</span>')
        self._said.setText(self._words.moment(moment))
        self.setAccessibleDescription(self._said.text())

    def open_under(self, field: QWidget) -> None:
        """Under the field, or over it where there is no room below; inside the screen."""
        size, room = self.sizeHint(), field.screen().availableGeometry()
        below = field.mapToGlobal(QPoint(0, field.height()))
        top = below.y()
        if top + size.height() > room.bottom():
            top = field.mapToGlobal(QPoint(0, 0)).y() - size.height()
        left = min(below.x(), room.right() - size.width())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by arrows; Enter is done, and so is Esc: what was set stays in the field."""
        names = list(WHEELS)
        at = names.index(self._wheel)
        match event.key():
            case Qt.Key.Key_Up:
                self.turn(self._wheel, 1)
            case Qt.Key.Key_Down:
                self.turn(self._wheel, -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                by = 1 if event.key() == Qt.Key.Key_Right else -1
                self._wheel = names[(at + by) % len(names)]
                self._show()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Escape:
                self.close()
            case _:
                super().keyPressEvent(event)
