"""How the presenter's window is laid out: the list, the slide with what can be set, the notes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout

if TYPE_CHECKING:
    from kzref.ui.projector.presenter import Presenter


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
    top, row = QHBoxLayout(), QHBoxLayout()
    top.addWidget(view.step, 1)
    top.addWidget(view.clock)
    for button in presenter.buttons.values():
        row.addWidget(button)
    middle.addLayout(top)
    middle.addWidget(view.now)
    middle.addWidget(view.state)
    middle.addLayout(row)
    middle.addWidget(presenter.panels, 1)
    middle.addWidget(presenter.help)
    for widget in (
        view.next_name, view.next, presenter.private, view.notes, own,
    ):  # fmt: skip
        right.addWidget(widget)
    grid.addWidget(presenter.listing, 0, 0)
    grid.addLayout(middle, 0, 1)
    grid.addLayout(right, 0, 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(2, 1)
