"""The right rail: the running clocks. It never scrolls away; while nothing runs, it takes no room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from kzref.ui.context import Context
from kzref.ui.theme import TYPE
from kzref.ui.widgets.countdown import Countdown

WIDTH, COMPACT = 282, 136  # pixels, at the usual size of letters
WIDEST, SHARE = (
    348,
    0.206,
)  # pixels, and of the width of the window: where there is room, for 48 points


BESIDE = 50  # pixels of the rail that the time does not have: edges, and the bar where it scrolls


class ClockRail(QWidget):
    """A card per clock, and a button that folds the rail."""

    followed = Signal(str)

    def __init__(self, context: Context) -> None:
        """Build it hidden."""
        super().__init__()
        self.setObjectName("clocks")
        self._context = context
        self._cards: list[Countdown] = []
        self._narrow = False  # the window has little room
        self._folded: bool | None = None  # what the reader chose, if anything
        self._button = QPushButton()
        self._button.setProperty("role", "flat")
        self._inside = QWidget()
        self._inside.setObjectName("sheet")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(8, 0, 8, 8)
        self._column.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(self._area, 1)
        self._button.clicked.connect(self.toggle)
        context.clocks.changed.connect(self.rebuild)
        context.ticked.connect(self._tick)
        self.hide()

    @property
    def is_folded(self) -> bool:
        """Whether only the times are shown."""
        return self._narrow if self._folded is None else self._folded

    @property
    def cards(self) -> tuple[Countdown, ...]:
        """The clocks as they are shown."""
        return tuple(self._cards)

    def toggle(self) -> None:
        """Fold or unfold."""
        self._folded = not self.is_folded
        self.arrange(narrow=self._narrow)

    def arrange(self, *, narrow: bool) -> None:
        """Take as much width as there is use and room for."""
        self._narrow = narrow
        context, folded = self._context, self.is_folded
        words, wide = context.words, max(1.0, 0.3 + 0.7 * context.zoom)
        roomy = min(max(WIDTH * wide, SHARE * self.window().width()), WIDEST * wide)
        self.setFixedWidth(round(COMPACT * wide if folded else roomy))
        label = words("clock.unfold" if folded else "clock.fold")
        self._button.setText("‹" if folded else f"{words('clock.title')}  ›")
        self._button.setAccessibleName(label)
        self._button.setToolTip(label)
        for card in self._cards:
            card.fold(compact=folded, room=self.width() - BESIDE, most=TYPE["clock"] * context.zoom)
        self._tick()

    def speak(self) -> None:
        """Say everything in the language."""
        self.setAccessibleName(self._context.words("clock.title"))
        for card in self._cards:
            self._say(card)
        self._tick()
        self.arrange(narrow=self._narrow)

    def rebuild(self) -> None:
        """Show the clocks that run now."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()  # at once; it is deleted when the window is idle
            card.deleteLater()
        self._cards = [Countdown(clock) for clock in self._context.clocks.all]
        for number, card in enumerate(self._cards):
            self._column.insertWidget(number, card)
            card.followed.connect(self.followed)
        self.setVisible(bool(self._cards))
        self.speak()

    def _say(self, card: Countdown) -> None:
        """What the clock above has said already is not said again."""
        context = self._context
        number = self._cards.index(card)
        above = self._cards[number - 1].clock if number else None
        clock = card.clock
        is_new = above is None or (above.calculator, above.result) != (
            clock.calculator,
            clock.result,
        )
        cited: tuple[tuple[str, str], ...] = ()
        if is_new or above is None or above.references != clock.references:
            cited = tuple((one, context.cite(one)) for one in clock.references)
        card.speak(context.words, cited, with_title=is_new)

    def _tick(self) -> None:
        now = self._context.now
        for card in self._cards:
            card.tick(self._context.words, now)
