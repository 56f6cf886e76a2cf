"""The fan of readings: from one beginning a ray to each answer that the law leaves open."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from typing_extensions import override

from kzref.model.outcome import Favours, Outcome, Reading, Result
from kzref.services.catalogue import FIRST_DAYS, Catalogue
from kzref.ui.pictures.picture import EDGE, Picture, seconds
from kzref.ui.theme import Inks

FAN, LEAST = 0.36, 0.14  # of the width, at most and at least; the words stand to the right


@dataclass(frozen=True, slots=True, kw_only=True)
class Ray:
    """A reading: where it ends, whom it serves, and the words for it."""

    end: float
    favours: Favours
    text: str


class Fan(Picture):
    """A ray for each reading; its head is a dot, a square or a diamond by whom it serves."""

    _rays: tuple[Ray, ...] = ()
    _start = 0.0
    _title = ""  # of what; empty where the answer above begins with it

    def show_outcome(self, outcome: Outcome | None, words: Catalogue, inks: Inks) -> None:
        """Draw the readings of the first answer that has several, all of them dates."""
        result = _forked(outcome)
        self._rays = ()
        title = ""
        if outcome is not None and result is not None:
            title = words(f"result.{outcome.calculator}.{result.id}")
            rays = (_ray(reading, words, result.id) for reading in result.readings)
            self._rays = tuple(sorted(rays, key=lambda ray: ray.end))
            start = min((seconds(lane.start) for lane in outcome.lanes), default=None)
            first, last = self._rays[0].end, self._rays[-1].end
            self._start = first - (last - first) if start is None else min(start, first)
        self._title = title if outcome is not None and result is not outcome.results[0] else ""
        self.draw_rows(
            len(self._rays) + bool(self._title),
            words("picture.fan", title=title),
            tuple(ray.text for ray in self._rays),
            inks,
        )

    @property
    def words_at(self) -> float:
        """Where the words begin: further left where they are long, before any of them is cut."""
        metrics = QFontMetricsF(self.heading)
        widest = max((metrics.horizontalAdvance(ray.text) for ray in self._rays), default=0)
        wide = self.width()
        return min(FAN * wide, max(LEAST * wide, wide - widest - 2 * EDGE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rays from the left, their words at the right."""
        if not self._rays:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words_at = self.words_at
        wide = words_at - 4 * EDGE
        last = self._rays[-1].end
        # a little of the beginning is enough: what matters is how far the readings are apart
        first = max(self._start, last - 4 * (last - self._rays[0].end or 1))
        scale = wide / max(last - first, 1)
        top = EDGE + (self.row if self._title else 0)
        self._draw_title(painter)
        origin = QPointF(2 * EDGE, top + len(self._rays) * self.row / 2)
        for number, ray in enumerate(self._rays):
            middle = top + (number + 0.5) * self.row
            head = QPointF(2 * EDGE + max((ray.end - first) * scale, 4 * EDGE), middle)
            ink = QColor(self._ink(ray))
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ink)
            painter.drawLine(origin, head)
            _draw_head(painter, head, ray.favours)
            room = QRectF(words_at, middle - self.row / 2,
                          self.width() - words_at - EDGE, self.row)  # fmt: skip
            painter.setPen(QColor(self.inks.text))
            painter.setFont(self.heading if ray.favours is Favours.DEFENCE else self.font())
            text = painter.fontMetrics().elidedText(
                ray.text, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(QPen(QColor(self.inks.text), 2))
        painter.setBrush(QColor(self.inks.paper))
        painter.drawEllipse(origin, 4, 4)
        painter.end()

    def _draw_title(self, painter: QPainter) -> None:
        """What it is that the rays lead to."""
        wide = self.width() - 2 * EDGE
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, wide)
        painter.setPen(QColor(self.inks.text))
        painter.drawText(QRectF(EDGE, EDGE, wide, self.row), Qt.AlignmentFlag.AlignVCenter, title)

    def _ink(self, ray: Ray) -> str:
        return {
            Favours.DEFENCE: self.inks.good,
            Favours.PROSECUTION: self.inks.bad,
            Favours.NEUTRAL: self.inks.quiet,
        }[ray.favours]


def _draw_head(painter: QPainter, at: QPointF, favours: Favours) -> None:
    size = 5.0
    match favours:
        case Favours.DEFENCE:
            painter.drawEllipse(at, size, size)
        case Favours.PROSECUTION:
            painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
        case Favours.NEUTRAL:
            painter.drawPolygon(
                QPolygonF([QPointF(at.x() + dx * size, at.y() + dy * size)
                           for dx, dy in ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0))])
            )  # fmt: skip


def _forked(outcome: Outcome | None) -> Result | None:
    for result in outcome.results if outcome is not None else ():
        values = {reading.value for reading in result.readings}
        if len(values) > 1 and all(isinstance(value, date) for value in values):
            return result
    return None


def _ray(reading: Reading, words: Catalogue, of: str) -> Ray:
    assert isinstance(reading.value, date)  # noqa: S101 - `_forked` chooses no other
    value = reading.value
    short = f"{value:%d.%m.%Y}"
    if isinstance(value, datetime):
        short = f"{value:%d.%m.%Y %H:%M}"
    elif of not in FIRST_DAYS:  # nothing is over on the day on which something begins
        short = words("picture.until", day=short)
    return Ray(
        end=seconds(reading.value),
        favours=reading.favours,
        text=f"{short} · {words(f'favours.{reading.favours.value}')}",
    )
