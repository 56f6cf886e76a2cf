"""The tabs under the slide: clock, what if, vote, handouts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget
from typing_extensions import override

from kzref.ui.context import Context
from kzref.ui.projector.conductor import Conductor
from kzref.ui.projector.panels.clock_panel import ClockPanel
from kzref.ui.projector.panels.handout_panel import HandoutPanel
from kzref.ui.projector.panels.law_panel import ASKED, LawPanel
from kzref.ui.projector.panels.vote_panel import VotePanel

LINES = 4  # of letters under the tabs, before the slide becomes smaller


class Panels(QTabWidget):
    """Shows what is set, and brings the tab to the front to which a command belongs."""

    def __init__(self, context: Context) -> None:
        """Build the four."""
        super().__init__()
        self._context = context
        self.clock, self.law, self.vote = ClockPanel(), LawPanel(), VotePanel()
        self.handout = HandoutPanel(context)
        panels: dict[str, QWidget] = {
            "clock": self.clock, "law": self.law, "vote": self.vote, "handout": self.handout,
        }  # fmt: skip
        self._pages = {name: _scrolled(panel) for name, panel in panels.items()}
        for page in self._pages.values():
            self.addTab(page, "")

    @override
    def sizeHint(self) -> QSize:
        """A few lines: the slide is given its room first, and this takes what is over."""
        least = self.minimumSizeHint()
        lines = LINES * self.fontMetrics().height()
        return least.expandedTo(QSize(0, self.tabBar().sizeHint().height() + lines))

    def speak(self) -> None:
        """Name the tabs in the language; the rest is said with what is shown."""
        words = self._context.words
        self.setTabText(
            0, words("rooms.presenter.decks")
        )  # where the list is a tab, it is the first
        for name, page in self._pages.items():
            self.setTabText(self.indexOf(page), words(f"workshop.panel.{name}"))
        self.handout.speak()

    def hold(self, listing: QWidget) -> None:
        """Show the list of what can be shown as the first tab."""
        self.insertTab(0, listing, self._context.words("rooms.presenter.decks"))

    def holds(self, listing: QWidget) -> bool:
        """Whether that list is one of the tabs."""
        return self.indexOf(listing) >= 0

    def let_go(self, listing: QWidget) -> None:
        """Be without the list again."""
        self.removeTab(self.indexOf(listing))

    def show_staging(self, conductor: Conductor) -> None:
        """Show what is set for the deck in hand."""
        words, staging = self._context.words, conductor.staging
        self.clock.show_clock(staging.clock, staging.moment, words)
        self.vote.show_votes(staging.options, staging.tallies, words)
        self.handout.show_scenario(staging.scenario)
        for name, is_there in {"clock": staging.clock, "vote": staging.options}.items():
            self.setTabVisible(self.indexOf(self._pages[name]), bool(is_there))
        today = staging.decks.as_of
        self.law.show_day(
            staging.day or today,
            today,
            words,
            side=staging.side,
            is_shown=conductor.talk.aside is not None,
            told=words(conductor.told) if conductor.told else "",
        )

    def follow(self, command: str) -> None:
        """Bring to the front what a key has changed."""
        if command in {"clock", "later", "earlier", "hour_later", "hour_earlier"}:
            self.setCurrentWidget(self._pages["clock"])
        elif command in ASKED:
            self.setCurrentWidget(self._pages["law"])
        elif "vote" in command:
            self.setCurrentWidget(self._pages["vote"])

    def show_handouts(self) -> None:
        """Bring the handouts to the front, ready to be saved by Return."""
        self.setCurrentWidget(self._pages["handout"])
        self.handout.row.buttons["pair"].setFocus()


def _scrolled(panel: QWidget) -> QScrollArea:
    """A panel that scrolls where larger letters leave no height for all of it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    for ground in (area.viewport(), panel):  # that of the tabs is seen
        ground.setAutoFillBackground(False)
    return area
