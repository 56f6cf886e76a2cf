"""The place beside a text: the margin comes where the lines leave room for it, and goes where they do not."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kzref.ui.theme import MEASURE
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from kzref.ui.pages.margin_pane import Margin


class Width(NamedTuple):
    """How many letters of a line a margin must have, and may have."""

    least: int
    most: int


class BesideText(QObject):
    """Holds the margin of a pane; `changed` when it came or went, `followed` for a link in it."""

    changed = Signal()
    followed = Signal(str)

    def __init__(
        self,
        pane: QWidget,
        reader: Reader,
        row: QHBoxLayout,
        width: Width,
        margin: Callable[[], "Margin"],
    ) -> None:
        """Watch the width and the letters of the pane; the margin is made when there is first room."""
        super().__init__(pane)
        self._pane, self._reader, self._row = pane, reader, row
        self._width, self._made = width, margin
        self.margin: Margin | None = None
        self.is_wanted = True  # several columns leave no room, and nothing found needs none
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit)
        pane.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the margin is shown."""
        return self.margin is not None and not self.margin.isHidden()

    def speak(self) -> None:
        """Name the margin in the language."""
        if self.margin is not None:
            self.margin.speak()

    def show_place(self, place: str) -> None:
        """Tell of this place; of none while the page shows nothing of the edition."""
        if self.margin is not None and self.is_open:
            self.margin.follow(place)

    def fit(self) -> None:
        """Show or hide the margin, as wide as the lines of the text leave room for."""
        around = self._row.contentsMargins()
        room = self._pane.width() - around.left() - around.right() - self._row.spacing()
        free = room - self._reader.width_for(MEASURE)
        letter = self._pane.fontMetrics().averageCharWidth()
        is_wide = self.is_wanted and free >= self._width.least * letter
        if is_wide and self.margin is None:
            self.margin = self._made()
            self.margin.hide()
            self._row.addWidget(self.margin)
            self.margin.followed.connect(self.followed)
            self.margin.speak()
        if self.margin is None:
            return
        self.margin.setFixedWidth(max(min(free, self._width.most * letter), 1))
        if is_wide is self.margin.isHidden():
            self.margin.setVisible(is_wide)
            self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            # when the pane has its letters and its width: the reader's place is found only then
            if self._pane.isVisible():
                self._fitting.start()
            else:
                self.fit()
        return False
