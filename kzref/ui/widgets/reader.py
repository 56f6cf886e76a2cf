"""The reading pane: rich text whose links lead to places inside kzref."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from kzref.ui.html.markup import target

HEADROOM = 48  # pixels of what stands above a place, left in view


class Reader(QTextBrowser):
    """Shows a page of HTML; `followed` tells which place a link leads to."""

    followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty pane with this accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
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

    def doSetSource(self, name: QUrl | str, type: object = None) -> None:
        """Never load anything: all content is given."""

    def _on_anchor_clicked(self, url: QUrl) -> None:
        place = target(url.toString(QUrl.ComponentFormattingOption.FullyDecoded))
        if place:
            self.followed.emit(place)
