"""How the presenter's window is laid out: the list, the slide with what can be set, the notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kzref.services.catalogue import Catalogue
from kzref.ui.projector.panels.panels import Panels
from kzref.ui.projector.talk_view import TalkView
from kzref.ui.widgets.listing import Listing

BUTTONS = ("back", "forward", "freeze", "blank", "close")
KEYS = (
    "step", "point", "freeze", "blank", "clock", "what_if", "votes", "handouts", "decks", "all", "end",
)  # fmt: skip
TURNED = ("freeze", "blank")  # those that stay down until they are pressed again
GAP = 12  # pixels more between the columns than between their parts
LIST = 0  # the column of the list of decks
FEW = 3  # buttons in a line where there is little width
WIDE = 140  # letters: in less, three columns are too narrow to be read


class DeskLayout:
    """The list, the buttons, the notes, and their places in the window."""

    def __init__(self, window: QWidget, view: TalkView, panels: Panels) -> None:
        """Build and place everything."""
        self._window, self._panels = window, panels
        self.listing = Listing("decks")
        self.buttons = {name: QPushButton() for name in BUTTONS}
        for name in TURNED:
            self.buttons[name].setCheckable(True)
        self.own = QPlainTextEdit()  # notes typed during the talk
        self._private, self._help = QLabel(), QLabel()
        self._rows, self._grid = QGridLayout(), QGridLayout(window)
        window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view.clock.setProperty("role", "title")
        for quiet in (self._private, self._help, view.step):
            quiet.setProperty("role", "quiet")
        for long in (self._help, self._private, view.state, view.step):
            long.setWordWrap(True)
        self.own.setMaximumHeight(90)
        self.own.setTabChangesFocus(True)
        self.listing.setMinimumWidth(150)
        view.notes.setMinimumHeight(60)
        self._grid.addWidget(self.listing, 0, LIST)
        self._grid.addLayout(self._middle(view), 0, LIST + 1)
        self._grid.addLayout(self._right(view), 0, LIST + 2)
        self._grid.setColumnStretch(LIST, 1)
        self._grid.setColumnStretch(LIST + 2, 1)

    def _middle(self, view: TalkView) -> QVBoxLayout:
        top, middle = QHBoxLayout(), QVBoxLayout()
        top.addWidget(view.step, 1)
        top.addWidget(view.clock)
        self._put_buttons(abreast=len(self.buttons))
        middle.addLayout(top)
        middle.addWidget(view.now)
        middle.addWidget(view.state)
        middle.addLayout(self._rows)
        middle.addWidget(self._panels, 1)
        middle.addWidget(self._help)
        middle.setContentsMargins(GAP, 0, GAP, 0)
        return middle

    def _right(self, view: TalkView) -> QVBoxLayout:
        right = QVBoxLayout()
        for widget in (view.next_name, view.next, self._private, view.notes, self.own):
            right.addWidget(widget)
        return right

    def speak(self, words: Catalogue) -> None:
        """Name everything."""
        for name, button in self.buttons.items():
            button.setText(words(f"projector.{name}"))
        self._private.setText(words("projector.private"))
        self.own.setPlaceholderText(words("projector.own_notes"))
        self.own.setAccessibleName(words("projector.own_notes"))
        self.listing.setAccessibleName(words("projector.choose"))

    def show_state(self, *, is_frozen: bool, is_blank: bool) -> None:
        """Leave down the buttons of what is on."""
        for name, is_on in zip(TURNED, (is_frozen, is_blank), strict=True):
            self.buttons[name].setChecked(is_on)

    def show_keys(self, words: Catalogue, options: int, *, has_clock: bool) -> None:
        """Name the keys that do something for what is shown: votes only for so many options."""
        silent = {"votes": not options, "clock": not has_clock}
        named = (
            words(f"keyboard.presenter.{name}", count=options).replace(" ", "\N{NO-BREAK SPACE}")
            for name in KEYS
            if not silent.get(name)
        )
        self._help.setText("   ".join(named))

    def choose(self) -> None:
        """To the list, ready for arrows and Return."""
        if self._panels.holds(self.listing):
            self._panels.setCurrentWidget(self.listing)
        self.listing.setFocus()

    def share_width(self) -> None:
        """Where the letters leave no width for three columns, the list is one of the tabs."""
        self._panels.tabBar().setFont(self._window.font())  # Qt does not always hand a new size on
        letter = self._window.fontMetrics().averageCharWidth()
        is_narrow = self._window.width() < WIDE * letter
        if is_narrow is self._panels.holds(self.listing):
            return
        if is_narrow:
            self._panels.hold(self.listing)
        else:
            self._panels.let_go(self.listing)
            self._grid.addWidget(self.listing, 0, LIST)
            self.listing.show()
            self.listing.lower()  # the map of keys may lie over the window
        self._put_buttons(abreast=FEW if is_narrow else len(self.buttons))
        self._grid.setColumnStretch(LIST, int(not is_narrow))
        self._grid.setColumnStretch(LIST + 1, 2 if is_narrow else 0)  # a third is for the notes

    def _put_buttons(self, *, abreast: int) -> None:
        for number, button in enumerate(self.buttons.values()):
            self._rows.addWidget(button, number // abreast, number % abreast)
