"""What a presenter points at on a slide: one sentence, lit so that it is seen in black and white too."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from kzref.ui.projector.stage import Stage
from kzref.ui.projector.type_area import TypeArea

_END = re.compile(r"(?<=\w\w[.;?!])\s+(?=[«(\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
"""Between sentences: after a word of two letters or more, before a capital one."""


class Unit(NamedTuple):
    """A stretch of the text, in positions of the document; the end is exclusive."""

    start: int
    end: int


def units(area: TypeArea) -> tuple[Unit, ...]:
    """Every sentence of the text, in order; a bar goes with the line above it."""
    found: list[Unit] = []
    block = area.document.begin()
    for passage in area.passages:
        start, text = block.position(), block.text()
        if passage.bar is not None and found:
            found[-1] = Unit(found[-1].start, start + len(text))
        else:
            begins = [0, *(match.end() for match in _END.finditer(text))]
            ends = [*(match.start() for match in _END.finditer(text)), len(text)]
            found += [Unit(start + a, start + b) for a, b in zip(begins, ends, strict=True)]
        block = block.next()
    return tuple(found)


def units_on(area: TypeArea, page: int) -> tuple[int, ...]:
    """The numbers of the units of which something stands on a page, counted from 0."""
    height = area.page_height
    return tuple(
        number
        for number, unit in enumerate(units(area))
        if any(page * height <= at.center().y() < (page + 1) * height for at in _lines(area, unit))
    )


def unit_at(area: TypeArea, point: QPointF, page: int) -> int | None:
    """The unit under a point of the area, or None beside the text."""
    at = QPointF(point.x(), point.y() + page * area.page_height)
    here = units_on(area, page)
    every = units(area)
    for number in here:
        if any(line.contains(at) for line in _lines(area, every[number])):
            return number
    return None


def light(
    painter: QPainter, area: TypeArea, origin: QPointF, page: int, unit: int, stage: Stage
) -> None:
    """Tint the unit, and draw a heavy line under it and beside it. Before the text is drawn."""
    every = units(area)
    if not 0 <= unit < len(every):
        return
    painter.save()
    painter.setClipRect(QRectF(0, origin.y(), painter.window().width(), area.page_height))
    painter.translate(origin.x(), origin.y() - page * area.page_height)
    lines = tuple(_lines(area, every[unit]))
    thick = lines[0].height() * 0.09 if lines else 0
    pen = QPen(QColor(stage.ink), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for line in lines:
        painter.fillRect(line, QColor(stage.lit))
        painter.drawLine(line.bottomLeft(), line.bottomRight())
    if lines:
        top, bottom, x = lines[0].top(), lines[-1].bottom(), -3 * thick
        painter.setPen(QPen(QColor(stage.ink), 2.5 * thick))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.restore()


def _lines(area: TypeArea, unit: Unit) -> Iterator[QRectF]:
    """Where the unit stands, line by line, in the coordinates of the whole text."""
    block = area.document.findBlock(unit.start)
    while block.isValid() and block.position() < unit.end:
        yield from _lines_of(block, unit)
        block = block.next()


def _lines_of(block: QTextBlock, unit: Unit) -> Iterator[QRectF]:
    layout = block.layout()
    corner = layout.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(unit.start - block.position(), line.textStart())
        last = min(unit.end - block.position(), line.textStart() + line.textLength())
        if first < last:
            left, right = (_across(line.cursorToX(at)) for at in (first, last))
            yield QRectF(corner.x() + left, corner.y() + line.y(), right - left, line.height())


def _across(found: object) -> float:
    """Qt tells the position beside the length; PySide gives both or the length alone."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
