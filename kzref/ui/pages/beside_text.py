"""The place beside a text: the margin comes where the lines leave room for it, and goes where they do not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kzref.services.law.library import ProvisionView
from kzref.ui.context import Context
from kzref.ui.theme import MEASURE
from kzref.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from kzref.ui.pages.margin_pane import Margin

LEAST, MOST = 36, 62  # letters of a line that a margin must have, and may have


class BesideText(QObject):
    """Holds the margin of a pane; `changed` when it came or went, `followed` for a link in it."""

    changed = Signal()
    followed = Signal(str)

    def __init__(self, pane: QWidget, context: Context, reader: Reader, row: QHBoxLayout) -> None:
        """Watch the width and the letters of the pane; the margin is made when there is first room."""
        super().__init__(pane)
        self._pane, self._context, self._reader, self._row = pane, context, reader, row
        self.margin: Margin | None = None
        self.is_single = True  # one column of text: more of them leave no room
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

    def show_view(self, view: ProvisionView | None) -> None:
        """Tell of this provision; of none while the page shows no text of the edition."""
        if self.margin is not None and self.is_open:
            self.margin.follow(view)

    def fit(self) -> None:
        """Show or hide the margin, as wide as the lines of the text leave room for."""
        free = self._pane.width() - self._reader.width_for(MEASURE) - self._row.spacing()
        letter = self._pane.fontMetrics().averageCharWidth()
        is_wide = self.is_single and free >= LEAST * letter
        if is_wide and self.margin is None:
            from kzref.ui.pages.margin_pane import Margin  # noqa: PLC0415 - on a wide window only

            self.margin = Margin(self._context)
            self.margin.hide()
            self._row.addWidget(self.margin)
            self.margin.followed.connect(self.followed)
            self.margin.speak()
        if self.margin is None:
            return
        self.margin.setFixedWidth(max(min(free, MOST * letter), 1))
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
