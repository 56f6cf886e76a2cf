"""The left rail: the tabs, numbered like their keys."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from kzref.ui.context import Context
from kzref.ui.resources import dress

TABS = ("law", "calculators", "checklists", "recommendations", "documents", "about")
ICONS = {
    "law": "law", "calculators": "clock", "checklists": "checklist", "recommendations": "ask",
    "documents": "document", "about": "about",
}  # fmt: skip
LED_TO = {"own": "documents", "import": "documents"}
"""From which tab one comes to a page that has none."""

ICON = 22  # pixels
AROUND = 46  # pixels beside a name: its edge, its padding, and between it and the icon
WIDTH = 188  # pixels, at the usual size of letters


class TabRail(QWidget):
    """A button per tab; `chosen` tells which was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Build the buttons, without words yet."""
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(2)
        self.buttons = {name: QPushButton() for name in TABS}
        self._names: dict[str, str] = {}
        self._icons_only = False
        self._group = QButtonGroup(self)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)  # for screen readers: one of several
            button.setProperty("role", "tab")
            button.setIconSize(QSize(ICON, ICON))
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _on, name=name: self.chosen.emit(name))
        column.addStretch(1)

    def speak(self, context: Context) -> None:
        """Name the tabs, and draw them in the colours of the theme."""
        for number, (name, button) in enumerate(self.buttons.items(), 1):
            self._names[name] = said = context.words(f"tab.{name}")
            button.setText("" if self._icons_only else f"  {said}")
            button.setAccessibleName(said)
            button.setToolTip(f"{said}  ·  {number}")
        ink, side = context.inks.text, round(ICON * context.zoom)
        # before the first layout: pages laid out beside another width are laid out twice
        self._take_width(side, context.zoom)
        for name in self.buttons:
            context.afterwards.add(partial(self._dress, name, ink, side))

    def _dress(self, name: str, ink: str, side: int) -> None:
        dress(self.buttons[name], ICONS[name], ink, side)

    def mark(self, page: str) -> None:
        """Show which tab is in front; none, when the page has no tab and none leads to it."""
        page = LED_TO.get(page, page)
        self._group.setExclusive(page in self.buttons)
        for name, button in self.buttons.items():
            button.setChecked(name == page)

    def button(self, page: str) -> QPushButton:
        """The tab of a page; the first one for a page that has none."""
        return self.buttons[LED_TO.get(page, page) if page in {*TABS, *LED_TO} else TABS[0]]

    def _widest(self) -> int:
        """What the longest name takes when its tab is in front; the same whichever that is."""
        button = self.buttons[TABS[0]]
        button.ensurePolished()
        bold = QFont(button.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        return max(
            (metrics.horizontalAdvance(f"  {name}") for name in self._names.values()), default=0
        )

    def fold(self, *, icons_only: bool, zoom: float) -> None:
        """Make room for larger letters; where the window is narrow, show only what is drawn."""
        side = round(ICON * zoom)
        for name, button in self.buttons.items():
            button.setIconSize(QSize(side, side))
            button.setText("" if icons_only else f"  {self._names.get(name, '')}")
        self._icons_only = icons_only
        self._take_width(side, zoom)

    def _take_width(self, side: int, zoom: float) -> None:
        usual = round(WIDTH * max(1.0, 0.3 + 0.7 * zoom))
        needed = side + 34 if self._icons_only else max(usual, self._widest() + side + AROUND)
        self.setFixedWidth(needed)
