"""The reading pane: rich text whose links lead to places inside kzref.

A long page comes in parts (`html/markup.parts`): the first of them are laid out at once, the others
while nothing else is to be done. Whoever asks what stands on the page gets the whole of it.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from kzref.ui.html.escaping import escape
from kzref.ui.html.markup import target
from kzref.ui.slices import Slices

if TYPE_CHECKING:  # loaded with the first link that is followed
    from PySide6.QtCore import QUrl

HEADROOM = 48  # pixels of what stands above a place, left in view
ORDINARY = "содержание под стражей до суда"  # letters as wide as those of a text usually are
AT_ONCE = 0.02  # seconds of laying out before the first screenful is shown


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
        self._slices = Slices(self)
        self._anchor = ""  # gone to as soon as it is laid out
        self._depth = 0  # how far down to go as soon as there is so much
        self._has_anchor = False
        self._is_held = False  # nothing is drawn until the place is there
        self._marked: tuple[int, int, str] | None = None  # selected before, to be again
        self.verticalScrollBar().actionTriggered.connect(self._on_moved)

    def show_page(self, page: str | Iterable[str], *, anchor: str | None = None) -> None:
        """Show a page from its top, or from an anchor in it.

        The page is one text, or its parts in order, each of them a page in itself.
        """
        self._marked = None
        self._show(page, anchor=anchor or "", depth=0)

    def refresh(self, page: str | Iterable[str]) -> None:
        """Show the same page anew where the reader was; what was selected is, if it reads the same."""
        self.hold()
        self._show(page, anchor=self._anchor, depth=self.scrolled)

    def hold(self) -> None:
        """Remember where the reader is, and what is selected: before the letters change."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._marked = (cursor.anchor(), cursor.position(), cursor.selectedText())

    @property
    def scrolled(self) -> int:
        """How far down the reader is, or will be as soon as so much is laid out."""
        return self._depth or self.verticalScrollBar().value()

    def scroll_to(self, depth: int) -> None:
        """Go so far down, as soon as there is so much."""
        self._anchor, self._depth = "", depth
        if depth:
            self._arrive()
        else:
            self.verticalScrollBar().setValue(0)

    def complete(self) -> None:
        """Lay out all that is left of the page."""
        self._slices.finish()

    def let_go(self) -> None:
        """Drop a page that is about to be shown anew: new letters would lay it out in vain."""
        self.hold()
        anchor, depth = self._anchor, self.scrolled
        self._slices.stop()
        self.clear()
        self._anchor, self._depth = anchor, depth

    # --- laying out

    def _show(self, page: str | Iterable[str], *, anchor: str, depth: int) -> None:
        self._slices.stop()
        self._anchor, self._depth, self._has_anchor = anchor, depth, False
        parts = iter((page,) if isinstance(page, str) else page)
        first = next(parts, "")
        self._look_for_anchor(first)
        if not isinstance(page, str) and (anchor or depth) and self.isVisible():
            self.viewport().setUpdatesEnabled(False)  # the page before, until the place is there
            self._is_held = True
        self.setHtml(first)
        seconds = AT_ONCE if anchor or depth or self.isVisible() else 0
        self._slices.begin(self._laid(parts), then=self._arrive, at_once=seconds)

    def _laid(self, parts: Iterator[str]) -> Iterator[None]:
        for part in parts:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertHtml(part)
            self._look_for_anchor(part)
            yield

    def _look_for_anchor(self, part: str) -> None:
        if self._anchor and f'name="{escape(self._anchor)}"' in part:
            self._has_anchor = True

    def _arrive(self) -> None:
        """Go where the page is to be shown from, as far as it is laid out."""
        bar, is_whole = self.verticalScrollBar(), not self._slices.is_at_work
        if self._anchor:
            if self._has_anchor or is_whole:
                self._go_to(self._anchor)
            is_there = is_whole or (self._has_anchor and self._is_laid_below())
        elif self._depth:
            bar.setValue(self._depth)
            is_there = is_whole or bar.maximum() >= self._depth
        else:
            is_there = True
        if is_there:
            self._on_moved()
        if is_whole and self._marked is not None:
            self._mark_again(*self._marked)

    def _is_laid_below(self) -> bool:
        """Whether so much of the page stands that going to the anchor has led there."""
        bar = self.verticalScrollBar()
        return bar.value() + HEADROOM < bar.maximum()

    def _mark_again(self, start: int, end: int, text: str) -> None:
        """Select what was selected; other words, or a selection made since, stay as they are."""
        self._marked = None
        cursor = self.textCursor()
        if cursor.hasSelection() or max(start, end) >= self.document().characterCount():
            return
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == text:
            bar = self.verticalScrollBar()
            depth = bar.value()
            self.setTextCursor(cursor)
            bar.setValue(depth)  # selecting has gone to it

    def _go_to(self, anchor: str) -> None:
        super().scrollToAnchor(anchor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - HEADROOM)

    def _on_moved(self, _action: int = 0) -> None:
        """The reader is where it was to go, or goes elsewhere by hand."""
        self._anchor, self._depth = "", 0
        if (
            self._is_held
        ):  # else a plain widget is not asked for: PySide loads every kind of it then
            self.viewport().setUpdatesEnabled(True)
            self._is_held = False

    # --- the whole of the page

    def toPlainText(self) -> str:  # noqa: N802 - Qt's name
        """The words of the whole page."""
        self.complete()
        return super().toPlainText()

    def toHtml(self) -> str:  # noqa: N802 - Qt's name
        """The whole page as HTML."""
        self.complete()
        return super().toHtml()

    def scrollToAnchor(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Go to an anchor, wherever on the page it is."""
        self.complete()
        super().scrollToAnchor(name)

    def limit_lines(self, letters: int) -> None:
        """Let lines be no longer than about so many letters; 0 lets them fill the pane."""
        self._measure = letters
        self._fit()

    def width_for(self, letters: int) -> int:
        """How wide the pane is that has lines of about so many letters, in pixels."""
        around = self.width() - self.contentsRect().width()
        return round(letters * self._letter) + around + self.verticalScrollBar().sizeHint().width()

    @property
    def _letter(self) -> float:
        return self.fontMetrics().horizontalAdvance(ORDINARY) / len(ORDINARY)

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
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        free = max(round(room - self._measure * self._letter), 0) if self._measure else 0
        if self.viewportMargins().right() != free:
            self.setViewportMargins(0, 0, free, 0)

    def doSetSource(self, name: "QUrl | str", type: object = None) -> None:
        """Never load anything: all content is given."""

    def _on_anchor_clicked(self, url: "QUrl") -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - as needed

        place = target(url.toString(QUrl.ComponentFormattingOption.FullyDecoded))
        if place:
            self.followed.emit(place)
