"""Text at the lectern: as large as its room lets it be, never cut off."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.ui.projector.stage import IVORY, Stage
from kzref.ui.projector.type_area import Passage, TypeArea, typeset

POINT = 4 / 3  # pixels
LINE = 84  # letters at most: whoever speaks stands close
LEADING = 92.0  # per cent of the font's own spacing: a line more of the law on a low screen


class Spoken(QWidget):
    """Passages in the largest of the given sizes that fits; in the smallest, page by page."""

    pressed = Signal()
    fitted = Signal()  # to another room

    def __init__(self, sizes: tuple[int, ...]) -> None:
        """`sizes` are points, the largest first."""
        super().__init__()
        self._sizes = sizes
        self._passages: tuple[Passage, ...] = ()
        self._area: TypeArea | None = None
        self._stage: Stage = IVORY
        self.page = 0

    def say(self, passages: tuple[Passage, ...], stage: Stage) -> None:
        """Show these passages from their beginning."""
        if passages != self._passages:
            self.page = 0
        self._passages, self._stage, self._area = passages, stage, None
        self.setAccessibleName("\n".join(passage.text for passage in passages))
        self.update()

    @property
    def area(self) -> TypeArea:
        """The text as it is set for the room there is."""
        if self._area is None:
            self._area = self._fitted()
        return self._area

    @property
    def points(self) -> int:
        """The size in which it is set."""
        return next(
            (points for points in self._sizes if self._set(points).height <= self.height()),
            self._sizes[-1],
        )

    @staticmethod
    def height_of(passages: tuple[Passage, ...], points: int, width: int) -> int:
        """How high these would be in that size and width."""
        area = typeset(passages, width, 10_000, round(points * POINT), LINE, LEADING)
        return ceil(area.height)

    def turn(self) -> None:
        """To the next page, and from the last one to the first."""
        self.page = (self.page + 1) % self.area.pages
        self.update()

    def _set(self, points: int) -> TypeArea:
        pixels = round(points * POINT)
        return typeset(self._passages, self.width(), self.height(), pixels, LINE, LEADING)

    def _fitted(self) -> TypeArea:
        return self._set(self.points)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text anew."""
        self._area = None
        self.fitted.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch is as good as a key."""
        self.pressed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.area.draw(painter, 0, 0, self.page, self._stage.ink)
        painter.end()
