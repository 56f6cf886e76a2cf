"""The reading pane: rich text whose links lead to places inside kzref."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from kzref.ui.html.markup import target

HEADROOM = 48  # pixels of what stands above a place, left in view
ORDINARY = "содержание под стражей до суда"  # letters as wide as those of a text usually are


class Reader(QTextBrowser):
    """Shows a page of HTML; `followed` tells which place a link leads to."""

    followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty pane with this accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self._measure = 0
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_page(self, html: str, *, anchor: str | None = None) -> None:
        """Show a page from its top, or from an anchor in it."""
        self.setHtml(html)
        if anchor:
            self.scrollToAnchor(anchor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - HEADROOM)

    def refresh(self, html: str) -> None:
        """Show the same page anew where the reader was."""
        place = self.verticalScrollBar().value()
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    def limit_lines(self, letters: int) -> None:
        """Let lines be no longer than about so many letters; 0 lets them fill the pane."""
        self._measure = letters
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short in a pane of another width."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The same when the letters become larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Leave free at the right what lines of the greatest length do not need."""
        letter = self.fontMetrics().horizontalAdvance(ORDINARY) / len(ORDINARY)
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        free = max(round(room - self._measure * letter), 0) if self._measure else 0
        if self.viewportMargins().right() != free:
            self.setViewportMargins(0, 0, free, 0)

    def doSetSource(self, name: QUrl | str, type: object = None) -> None:
        """Never load anything: all content is given."""

    def _on_anchor_clicked(self, url: QUrl) -> None:
        place = target(url.toString(QUrl.ComponentFormattingOption.FullyDecoded))
        if place:
            self.followed.emit(place)
