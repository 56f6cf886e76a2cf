"""How the presenter's window is laid out: the list, the slide with what can be set, the notes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout

if TYPE_CHECKING:
    from kzref.ui.projector.presenter import Presenter


LIST = 0  # the column of the list of decks
FEW = 3  # buttons in a line where there is little width
WIDE = 140  # letters: in less, three columns are too narrow to be read


def lay_out(presenter: "Presenter", own: QPlainTextEdit) -> None:
    """Put everything in its place; `own` are the notes typed during the talk."""
    presenter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view = presenter.view
    view.clock.setProperty("role", "title")
    for quiet in (presenter.private, presenter.help, view.step):
        quiet.setProperty("role", "quiet")
    for long in (presenter.help, presenter.private, view.state, view.step):
        long.setWordWrap(True)
    own.setMaximumHeight(90)
    presenter.listing.setMinimumWidth(150)
    view.notes.setMinimumHeight(60)
    middle, right, grid = QVBoxLayout(), QVBoxLayout(), QGridLayout(presenter)
    top = QHBoxLayout()
    top.addWidget(view.step, 1)
    top.addWidget(view.clock)
    _put_buttons(presenter, abreast=len(presenter.buttons))
    middle.addLayout(top)
    middle.addWidget(view.now)
    middle.addWidget(view.state)
    middle.addLayout(presenter.rows)
    middle.addWidget(presenter.panels, 1)
    middle.addWidget(presenter.help)
    for widget in (
        view.next_name, view.next, presenter.private, view.notes, own,
    ):  # fmt: skip
        right.addWidget(widget)
    grid.addWidget(presenter.listing, 0, LIST)
    grid.addLayout(middle, 0, LIST + 1)
    grid.addLayout(right, 0, LIST + 2)
    grid.setColumnStretch(LIST, 1)
    grid.setColumnStretch(LIST + 2, 1)


def share_width(presenter: "Presenter") -> None:
    """Where the letters leave no width for three columns, the list is one of the tabs."""
    grid, panels = presenter.layout(), presenter.panels
    is_narrow = presenter.width() < WIDE * presenter.fontMetrics().averageCharWidth()
    if is_narrow is panels.holds(presenter.listing) or not isinstance(grid, QGridLayout):
        return
    if is_narrow:
        panels.hold(presenter.listing)
    else:
        panels.let_go(presenter.listing)
        grid.addWidget(presenter.listing, 0, LIST)
        presenter.listing.show()
        presenter.listing.lower()  # the map of keys may lie over the window
    _put_buttons(presenter, abreast=FEW if is_narrow else len(presenter.buttons))
    grid.setColumnStretch(LIST, int(not is_narrow))


def _put_buttons(presenter: "Presenter", *, abreast: int) -> None:
    for number, button in enumerate(presenter.buttons.values()):
        presenter.rows.addWidget(button, number // abreast, number % abreast)
