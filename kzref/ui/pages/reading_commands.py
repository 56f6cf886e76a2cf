"""What can be done by key on a page of citable units, of law or of documents."""

from typing import Protocol

from kzref.ui.actions import Action
from kzref.ui.context import Context


class Reading(Protocol):
    """A page, or a part of one, with a chosen unit."""

    context: Context

    def step(self, by: int) -> None:
        """Choose the next unit (1) or the one before (-1)."""

    def peek_chosen(self) -> None:
        """Look at the link in focus, or at the first place that the unit refers to."""

    @property
    def is_peeking(self) -> bool:
        """Whether a look is open and has the keyboard."""

    def copy_citation(self, *, quoting: bool = False) -> None:
        """Copy the citation of the chosen unit."""

    def copy_wording(self) -> None:
        """Copy its words."""

    def write_note(self) -> None:
        """Open the note on it."""

    def mark(self) -> None:
        """Set a bookmark on it, or take it away."""


def add_reading_commands(reading: Reading, page: str) -> None:
    """Put what every such page does into the table."""
    context = reading.context
    context.actions.add(
        Action(
            id=f"{page}.next", label="action.reading.next", keys=("J", "E"), page=page,
            act=lambda: reading.step(1),
        ),
        Action(
            id=f"{page}.before", label="action.reading.before", keys=("K", "Q"), page=page,
            act=lambda: reading.step(-1),
        ),
        Action(
            id=f"{page}.peek", label="action.reading.peek", keys=("Space",), page=page,
            act=reading.peek_chosen, available=lambda: not reading.is_peeking,
        ),
        Action(
            id=f"{page}.cite", label="action.reading.cite", keys=("Ctrl+Shift+C", "W"), page=page,
            act=reading.copy_citation,
        ),
        Action(
            id=f"{page}.quote", label="action.reading.quote", keys=("Ctrl+Alt+Shift+C",),
            page=page, act=lambda: reading.copy_citation(quoting=True),
        ),
        Action(
            id=f"{page}.copy", label="action.reading.copy", keys=("C",), page=page,
            act=reading.copy_wording,
        ),
        Action(
            id=f"{page}.note", label="action.note", keys=("M", "Ctrl+M"), page=page,
            act=reading.write_note,
        ),
        Action(
            id=f"{page}.bookmark", label="action.bookmark", keys=("Ctrl+D",), page=page,
            act=reading.mark,
        ),
        Action(
            id=f"{page}.note.undo", label="action.note.undo", keys=("Ctrl+Shift+Z",), page=page,
            act=context.notebook.undo, available=lambda: context.notebook.can_undo,
        ),
        Action(
            id="notes.all", label="action.note.all", act=lambda: context.opened.emit("note:")
        ),
    )  # fmt: skip
