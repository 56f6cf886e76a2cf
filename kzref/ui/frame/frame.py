"""The pages and what stands around them: the bar above, the tabs, the running clocks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kzref.ui.context import Context
from kzref.ui.frame.bar import TopBar
from kzref.ui.frame.rail import TabRail
from kzref.ui.frame.shelf import Shelf

if TYPE_CHECKING:  # loaded when first needed
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from kzref.ui.frame.clock_rail import ClockRail
    from kzref.ui.frame.notice import Notice
    from kzref.ui.widgets.find_bar import FindBar

CRAMPED = 860  # pixels at the usual size of letters: below, the search box has its own line
WIDE = 1500  # pixels at the usual size of letters: below, the tabs show no words beside clocks
NARROW = 1180  # pixels at the usual size of letters: below, the rails show no words


class Frame(QWidget):
    """Gives every part its place and, where the window is narrow, less of it."""

    followed = Signal(str)  # the law of a running clock

    def __init__(self, context: Context) -> None:
        """Build what the first look needs; the rest finds its place when it comes."""
        super().__init__()
        self.setObjectName("desk")
        self._context = context
        self.bar, self.rail, self.shelf = TopBar(context), TabRail(), Shelf(context)
        self.shelf.turned.connect(self.rail.mark)
        context.wardrobe.dress(self.bar)
        context.wardrobe.dress(self.rail, "#rail", "QPushButton")
        self.clock_rail: ClockRail | None = None
        self.notice: Notice | None = None
        self.find_bar: FindBar | None = None
        self.middle = QHBoxLayout()
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(0)
        self.middle.addWidget(self.rail)
        self.middle.addWidget(self.shelf, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addLayout(self.middle, 1)
        context.clocks.changed.connect(self._on_clocks_changed)

    def speak(self) -> "Iterator[None]":
        """Say everything in the language and the colours of the context, part by part."""
        self.bar.speak(self._context)
        yield
        self.rail.speak(self._context)
        if self.isVisible():  # else it is arranged when it is shown
            self.arrange()
        yield
        if self.find_bar is not None:
            self.find_bar.speak(self._context.words)
        if self.clock_rail is not None:
            self.clock_rail.speak()
            yield
        self.shelf.renew(words=True)

    def arrange(self) -> None:
        """Give the pages what width they need before the rails."""
        letters = max(1.0, self._context.zoom)
        narrow = self.width() < NARROW * letters
        self.bar.fold(narrow=self.width() < CRAMPED * letters)
        clocks = self.clock_rail is not None and bool(self._context.clocks.all)
        beside_clocks = clocks and self.width() < WIDE * letters
        self.rail.fold(icons_only=narrow or beside_clocks, zoom=self._context.zoom)
        if self.clock_rail is not None:
            self.clock_rail.arrange(narrow=narrow)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fold the rails where the window is narrow."""
        super().resizeEvent(event)
        self.arrange()

    def put_notice(self) -> "Notice":
        """The line under the bar, built now if it was not yet."""
        from kzref.ui.frame.notice import Notice  # noqa: PLC0415 - seldom needed

        if self.notice is None:
            self.notice = Notice()
            self._context.wardrobe.dress(self.notice)
            self._column.insertWidget(1, self.notice)
        return self.notice

    def find_here(self) -> None:
        """Open the bar that finds words in the page in front."""
        from kzref.ui.widgets.find_bar import FindBar  # noqa: PLC0415 - as needed
        from kzref.ui.widgets.reader import Reader  # noqa: PLC0415 - loaded with the first page

        if self.find_bar is None:
            self.find_bar = FindBar()
            self._context.wardrobe.dress(self.find_bar)
            self._context.escape.closes(self.find_bar.close_if_open)
            self.find_bar.speak(self._context.words)
            self._column.addWidget(self.find_bar)
        reader = self.shelf.front.findChild(Reader) if self.shelf.front is not None else None
        if reader is not None:
            self.find_bar.open_over(reader, self._context.inks)

    def _on_clocks_changed(self) -> None:
        """Build the rail of clocks with the first clock; from then on it follows by itself."""
        from kzref.ui.frame.clock_rail import ClockRail  # noqa: PLC0415 - not before a clock runs

        if self.clock_rail is None and self._context.clocks.all:
            self.clock_rail = rail = ClockRail(self._context)
            self._context.wardrobe.dress(rail)
            self.middle.addWidget(rail)
            rail.followed.connect(self.followed)
            rail.rebuild()
        self.arrange()
