"""The lower zone of the bench: sentences to say aloud, never smaller than can be read standing.

Where three do not fit, their authorities are left to the keys 1-3; where that is not enough, the
next sentences are overleaf.
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
AUTHORITY = 0.68  # of the size of the sentence
BADGE, GAP = 46, 12  # pixels


class SayThis(QWidget):
    """Up to three sentences with their numbers; `pressed` tells which one was touched."""

    pressed = Signal(int)

    def __init__(self) -> None:
        """Build the rows, empty."""
        super().__init__()
        self.sentences = [Spoken(SIZES) for _ in range(COUNT)]
        self._badges = [label("badge") for _ in self.sentences]
        self._said: tuple[tuple[Passage, ...], ...] = ()
        self._numbered = True
        self._stage: Stage | None = None
        self._first = 0  # the first sentence of this page
        self._shown = 0  # how many are on it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for number, (badge, sentence) in enumerate(
            zip(self._badges, self.sentences, strict=True), 1
        ):
            badge.setText(str(number))
            badge.setFixedWidth(BADGE)
            badge.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            row = QHBoxLayout()
            row.setSpacing(GAP)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(sentence, 1)
            column.addLayout(row)
            sentence.pressed.connect(lambda number=number: self.pressed.emit(number))

    def show_sentences(self, said: Sequence[Sentence], words: Catalogue, stage: Stage) -> None:
        """Show these; without any, say that there are none. `fit` follows."""
        breach = f"{words('bench.breached').upper()}: "
        self._said = tuple(
            (
                Passage(text=f"{breach if one.is_breached else ''}{one.text}"),
                Passage(text=one.citation, scale=AUTHORITY, gap=0.0),
            )
            for one in said
        ) or ((Passage(text=words("bench.no_sentence")),),)
        self._numbered = bool(said)
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
        """Take the largest size in which all fit this room; in the smallest, leave things out."""
        if self._stage is None:
            return
        room = width - BADGE - GAP
        rest = self._said[self._first :]
        bare = tuple(passages[:1] for passages in rest)
        for said, points in (
            (rest, SIZES[0]),
            (rest, SIZES[1]),
            (rest, SIZES[2]),
            (bare, SIZES[2]),
        ):
            heights = [self._height(passages, points, room) for passages in said]
            if sum(heights) <= height:
                self._put(said, heights)
                return
        heights = [self._height(passages, SIZES[-1], room) for passages in bare]
        count = max((n for n in range(1, len(bare) + 1) if sum(heights[:n]) <= height), default=1)
        self._put(bare[:count], [min(one, height) for one in heights[:count]])

    def _height(self, passages: tuple[Passage, ...], points: int, width: int) -> int:
        return Spoken.height_of(passages, points, width) + 4

    def _put(self, said: Sequence[tuple[Passage, ...]], heights: Sequence[int]) -> None:
        stage = self._stage
        assert stage is not None  # noqa: S101 - `fit` asked
        self._shown = len(said)
        for number, (badge, spoken) in enumerate(zip(self._badges, self.sentences, strict=True)):
            at = number - self._first
            is_shown = 0 <= at < len(said)
            badge.setVisible(is_shown and self._numbered)
            spoken.setVisible(is_shown)
            if is_shown:
                spoken.setFixedHeight(heights[at])
                spoken.say(said[at], stage)
                full = self._said[number]
                spoken.setAccessibleName("\n".join(passage.text for passage in full))
