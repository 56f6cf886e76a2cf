"""Panes side by side; one under another where there is no width; one at a time where there is no height."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kzref.ui.widgets.listing import Listing

HANDLE = 10  # pixels
BESIDE_WORDS = 26  # pixels of a button
LOW = 18  # lines of letters: panes that stand in less are shown one at a time


class Panes(QWidget):
    """Lies down or stands up by itself; a row of names turns from pane to pane on a low page."""

    turned = Signal()  # to lie, or to stand

    def __init__(self, *panes: QWidget, sizes: tuple[int, ...], letters: int) -> None:
        """Show the panes with these widths; the last one takes what is over.

        Args:
            panes: from left to right, or from top to bottom; each has an accessible name, itself or
                the first list or text in it.
            sizes: the widths to begin with; their ratio is kept for the heights.
            letters: how many letters wide it must be to lie.
        """
        super().__init__()
        self._letters, self._sizes, self._panes = letters, sizes, panes
        self._front = len(panes) - 1  # which one is shown where only one is
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._bar, self._names = QWidget(), [QPushButton() for _ in panes]
        names = QHBoxLayout(self._bar)
        names.setContentsMargins(0, 0, 0, 0)
        for number, (pane, name) in enumerate(zip(panes, self._names, strict=True)):
            self._splitter.addWidget(pane)
            names.addWidget(name)
            name.setCheckable(True)
            name.setAutoExclusive(True)  # for screen readers: one of several
            name.setProperty("role", "flat")
            name.clicked.connect(lambda _on, number=number: self._turn_to(number))
        names.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        column.addWidget(self._splitter, 1)
        self._bar.hide()
        self._splitter.setStretchFactor(len(panes) - 1, 1)
        self._splitter.setSizes(list(sizes))
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(HANDLE)
        self._follow_lists()

    def _follow_lists(self) -> None:
        """What was chosen in a list stands in the pane after it."""
        for number, pane in enumerate(self._panes[:-1]):
            lists = [pane] if isinstance(pane, Listing) else pane.findChildren(Listing)
            for one in lists:
                one.clicked.connect(lambda _at, number=number: self._turn_to(number + 1))
                one.activated.connect(lambda _at, number=number: self._turn_to(number + 1))

    def widget(self, number: int) -> QWidget:
        """A pane, counted from 0."""
        return self._panes[number]

    @property
    def lies(self) -> bool:
        """Whether the panes stand beside each other."""
        return self._splitter.orientation() is Qt.Orientation.Horizontal

    @property
    def shows_one(self) -> bool:
        """Whether there is height for one pane only."""
        return not self.lies and self.height() < LOW * self.fontMetrics().height()

    def bring(self, widget: QWidget) -> None:
        """Let that one be seen, if only one pane is."""
        for number, pane in enumerate(self._panes):
            if pane is widget or pane.isAncestorOf(widget):
                self._front = number
        self._show_panes()

    def _turn_to(self, number: int) -> None:
        if not self.shows_one:
            return
        self._front = number
        self._show_panes()
        main = _main(self._panes[number])
        if main is not None:
            main.setFocus()

    def _show_panes(self) -> None:
        one = self.shows_one
        for number, (pane, name) in enumerate(zip(self._panes, self._names, strict=True)):
            shown = not one or number == self._front
            if pane.isHidden() is shown:
                pane.setVisible(shown)
            name.setChecked(number == self._front)
            said = _said(pane)
            name.setText(said)
            name.setMinimumWidth(_width(name))
        if self._bar.isHidden() is one:
            self._bar.setVisible(one)

    @override
    def minimumSizeHint(self) -> QSize:
        """As small as it can be: standing up, one pane at a time."""
        hints = [pane.minimumSizeHint() for pane in self._panes]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how to stand before the panes are laid out."""
        self._choose()
        super().resizeEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Begin with what is read, not with the list, when the page comes back."""
        self._front = len(self._panes) - 1
        super().hideEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Choose anew when a pane needs another width: longer words, larger letters."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        others = sum(
            max(size, pane.minimumSizeHint().width()) + HANDLE
            for size, pane in zip(self._sizes[:-1], self._panes[:-1], strict=True)
        )
        least = others + self._panes[-1].minimumSizeHint().width()
        room = max(least, self._letters * self.fontMetrics().averageCharWidth())
        lies = self.width() >= room
        wanted = Qt.Orientation.Horizontal if lies else Qt.Orientation.Vertical
        is_turned = wanted is not self._splitter.orientation()
        if is_turned:
            self._splitter.setOrientation(wanted)
            self._splitter.setSizes(list(self._sizes))
        self._show_panes()
        if is_turned:
            self.turned.emit()


def _width(name: QPushButton) -> int:
    """What its words take when they are bold, as those of the shown pane are."""
    bold = QFont(name.font())
    bold.setBold(True)
    return QFontMetrics(bold).horizontalAdvance(name.text()) + BESIDE_WORDS


def _main(pane: QWidget) -> QWidget | None:
    """The list or the text that a pane is about."""
    if isinstance(pane, Listing | QTextBrowser):
        return pane
    found: QWidget | None = pane.findChild(Listing)
    return found or pane.findChild(QTextBrowser)


def _said(pane: QWidget) -> str:
    main = _main(pane)
    return pane.accessibleName() or (main.accessibleName() if main is not None else "")
