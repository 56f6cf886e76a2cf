"""The lower zone of the bench: sentences to say aloud, never smaller than can be read standing.

Beneath each stands its authority, for a judge asks for the article at once. Where an authority is
longer than its line, its first provision stands for it ("+2"); where the sentences do not all fit,
the next ones are overleaf.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kzref.services.calculations.prompter import Sentence
from kzref.services.catalogue import Catalogue
from kzref.ui.bench.look import label
from kzref.ui.bench.spoken import Spoken
from kzref.ui.projector.stage import Stage
from kzref.ui.projector.type_area import Passage

SIZES = (32, 30, 28)  # points
COUNT = 3
BADGE, GAP = 46, 12  # pixels
BETWEEN = 4  # pixels, below each
SLACK = 4  # pixels: a line that ends with its page would go overleaf


class SayThis(QWidget):
    """Up to three sentences with their numbers; `pressed` tells which one was touched."""

    pressed = Signal(int)

    def __init__(self) -> None:
        """Build the rows, empty."""
        super().__init__()
        self.sentences = [Spoken(SIZES) for _ in range(COUNT)]
        self.authorities = [label("authority", wraps=False) for _ in range(COUNT)]
        self._badges = [label("badge") for _ in range(COUNT)]
        self._said: tuple[Passage, ...] = ()
        self._carried: tuple[Sentence, ...] = ()  # what is said, with what carries it
        self._stage: Stage | None = None
        self._first = 0  # the first sentence of this page
        self._shown = 0  # how many are on it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for number in range(COUNT):
            column.addLayout(self._row(number))

    def _row(self, number: int) -> QHBoxLayout:
        badge, sentence = self._badges[number], self.sentences[number]
        badge.setText(str(number + 1))
        badge.setFixedWidth(BADGE)
        badge.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(sentence)
        both.addWidget(self.authorities[number])
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(both, 1)
        sentence.pressed.connect(lambda: self.pressed.emit(number + 1))
        return row

    def show_sentences(
        self, said: Sequence[Sentence], words: Catalogue, stage: Stage, *, beside: bool = True
    ) -> None:
        """Show these; without any, say that there are none `beside` a rule. `fit` follows."""
        breach = f"{words('bench.breached').upper()}: "
        self._carried = tuple(said)
        self._said = tuple(
            Passage(text=f"{breach if one.is_breached else ''}{one.text}") for one in said
        ) or (Passage(text=words("bench.no_sentence") if beside else ""),)
        self._stage, self._first = stage, 0

    @property
    def page(self) -> tuple[int, int, int]:
        """The first and the last sentence on this page, and how many there are."""
        return self._first + 1, self._first + self._shown, len(self._said)

    def turn(self, width: int, height: int) -> None:
        """To the sentences that did not fit, and back to the first."""
        after = self._first + self._shown
        self._first = after if after < len(self._said) else 0
        self.fit(width, height)

    def fit(self, width: int, height: int) -> None:
        """Take the largest size in which all fit this room; in the smallest, leave some overleaf."""
        if self._stage is None:
            return
        room = width - BADGE - GAP
        rest, beneath = self._said[self._first :], BETWEEN + self._line
        heights: list[int] = []
        for points in SIZES:
            heights = [Spoken.height_of((one,), points, room) + SLACK for one in rest]
            if sum(heights) + beneath * len(heights) <= height:
                self._put(heights, room)
                return
        fitting = (n for n in range(1, len(rest)) if sum(heights[:n]) + beneath * n <= height)
        count = max(fitting, default=1)
        self._put([min(one, height - beneath) for one in heights[:count]], room)

    @property
    def _line(self) -> int:
        """The height of an authority."""
        self.authorities[0].ensurePolished()
        return self.authorities[0].fontMetrics().height() if self._carried else 0

    def _put(self, heights: Sequence[int], width: int) -> None:
        """Show so many sentences from the first of this page on, each of its height."""
        stage = self._stage
        assert stage is not None  # noqa: S101 - `fit` asked
        self._shown = len(heights)
        for number, (spoken, authority) in enumerate(
            zip(self.sentences, self.authorities, strict=True)
        ):
            is_shown = 0 <= number - self._first < len(heights)
            carried = self._carried[number] if is_shown and self._carried else None
            self._badges[number].setVisible(carried is not None)
            authority.setVisible(carried is not None)
            spoken.setVisible(is_shown)
            if is_shown:
                spoken.setFixedHeight(heights[number - self._first])
                spoken.say((self._said[number],), stage)
            if carried is not None:
                authority.ensurePolished()
                has_room = authority.fontMetrics().horizontalAdvance(carried.citation) <= width
                authority.setText(carried.citation if has_room else carried.brief)
                spoken.setAccessibleName(f"{self._said[number].text}\n{carried.citation}")
