"""The drawings that stand above an answer: the fan of readings, the lanes, the ladder."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kzref.model.outcome import Outcome
from kzref.services.catalogue import Catalogue
from kzref.ui.pictures.fan import Fan
from kzref.ui.pictures.ladder import GROUP, Ladder
from kzref.ui.theme import Inks
from kzref.ui.widgets.lanes import LanesView


class BesideAnswer(QWidget):
    """Shows of a calculation what people would rather look at; nothing where there is nothing."""

    def __init__(self) -> None:
        """Begin with nothing to draw."""
        super().__init__()
        self.fan, self.lanes, self.ladder = Fan(), LanesView(), Ladder()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for picture in (self.fan, self.lanes, self.ladder):
            column.addWidget(picture)

    def show_outcome(
        self, outcome: Outcome | None, today: date, words: Catalogue, inks: Inks
    ) -> None:
        """Draw what this calculation has."""
        lanes = outcome.lanes if outcome is not None else ()
        beside = tuple(one for one in lanes if one.group != GROUP)
        self.fan.show_outcome(outcome, words, inks)
        # a bar alone says nothing that the answer does not: it has nothing to be compared with
        self.lanes.show_lanes(beside if len(lanes) > 1 else (), words, inks)
        self.ladder.show_lanes(lanes, today, words, inks)
