"""The public screen: draws a finished slide, and has no way to anything else."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kzref.model.slide import PublicSlide
from kzref.ui.projector.pointer import light, unit_at, units_on
from kzref.ui.projector.stage import IVORY, Stage
from kzref.ui.projector.type_area import LINE, MANY, Passage, TypeArea, held, letters, typeset

BODY = 0.04  # of the height of the screen: 32 points at 1080 lines
LARGER = (2.0, 1.75, 1.5, 1.25, 1.12)  # where there is room for it
PAGED = (1.4, 1.25, 1.12)  # where it takes several pages, or would fill one in the smallest letters
NARROW = 0.4  # of its height: the width of a narrow letter
SMALL, TITLE, FIGURE, NOTICE = 0.58, 1.12, 2.6, 0.8  # beside the body


class Audience(QWidget):
    """A slide, page by page, as large as the screen lets it be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty screen."""
        super().__init__(parent)
        self._slide: PublicSlide | None = None
        self._area: TypeArea | None = None
        self._page = 0
        self._lit: int | None = None
        self._stage: Stage = IVORY
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def slide(self) -> PublicSlide | None:
        """What is on the screen; None when it is blank."""
        return self._slide

    def show_slide(self, slide: PublicSlide | None, page: int = 0) -> None:
        """Show a page of a slide, counted from 0; None: an empty screen."""
        if slide is not None and type(slide) is not PublicSlide:
            raise TypeError("the public screen shows public slides only")
        if (slide, page) != (self._slide, self._page):
            self._lit = None
        self._slide, self._page = slide, page
        self._area = None
        self.setAccessibleName("" if slide is None else slide.title)
        said = () if slide is None else (slide.notice, *slide.paragraphs)
        self.setAccessibleDescription("\n".join(filter(None, said)))
        self.update()

    @property
    def lit(self) -> int | None:
        """Which unit of the slide is pointed at."""
        return self._lit

    def light(self, unit: int | None) -> None:
        """Point at a unit of the slide, by its number; None: at nothing."""
        if unit != self._lit:
            self._lit = unit
            self.update()

    @property
    def units(self) -> tuple[int, ...]:
        """The numbers of the units on the page that is shown."""
        return () if self._slide is None else units_on(self.area, self._shown_page)

    def unit_at(self, point: QPointF) -> int | None:
        """The unit under a point of the screen."""
        left, top, _, _ = self._edges()
        if self._slide is None:
            return None
        return unit_at(self.area, point - QPointF(left, top), self._shown_page)

    @property
    def _shown_page(self) -> int:
        return min(self._page, self.area.pages - 1)

    def set_stage(self, stage: Stage) -> None:
        """Change the colours."""
        self._stage = stage
        self.update()

    @property
    def pages(self) -> int:
        """How many pages the slide takes on a screen of this size."""
        return 1 if self._slide is None else self.area.pages

    @property
    def area(self) -> TypeArea:
        """The text of the slide as it is set for this size."""
        if self._area is None:
            self._area = self._compose()
        return self._area

    @property
    def body(self) -> int:
        """The height of the letters in pixels."""
        return max(8, -int(-self.height() * BODY // 1))

    def _compose(self) -> TypeArea:
        slide = self._slide
        passages: tuple[Passage, ...] = ()
        if slide is not None:
            passages = (
                *(
                    (Passage(text=slide.figure, scale=FIGURE, is_bold=True),)
                    if slide.figure
                    else ()
                ),
                Passage(text=slide.title, scale=TITLE, is_bold=True),
                *_body(slide),
            )
        left, top, right, bottom = self._edges()
        room = (right - left, bottom - top)
        long = sum(len(passage.text) for passage in passages)
        for larger in LARGER:
            pixels = self.body * larger
            line = min(LINE, room[0] / (pixels * NARROW))
            if long > line * room[1] / pixels:
                continue  # not even lines of the greatest length would hold it
            area = typeset(passages, *room, round(self.body * larger))
            if area.pages == 1 and area.widest_word <= room[0]:
                return area
        return self._paged(passages, room, long)

    def _paged(
        self, passages: tuple[Passage, ...], room: tuple[float, float], long: int
    ) -> TypeArea:
        """In the largest letters that take no more pages than the smallest, or two."""
        least = typeset(passages, *room, self.body)
        most = max(2, least.pages)
        if most > MANY:
            return least  # to set a long text twice takes long, and gains little
        for larger in PAGED:
            pixels = round(self.body * larger)
            line = min(LINE, room[0] / (pixels * NARROW))
            if long * pixels > line * room[1] * most:
                continue  # it would take more
            area = typeset(passages, *room, pixels)
            if area.pages <= most and area.widest_word <= room[0]:
                return area
        return least

    def _edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the text."""
        side, small = self.width() * 0.06, self.body * SMALL
        return (
            side,
            small * 4.2 + self._notice_height(),
            self.width() - side,
            self.height() - small * 2.2 - self._source_height(),
        )

    def _source_height(self) -> float:
        text = self._slide.source if self._slide else ""
        return self._wrapped(text, letters(round(self.body * SMALL)))

    def _notice_height(self) -> float:
        """The band of the notice, with the gap below it."""
        if self._slide is None or not self._slide.notice:
            return 0
        return self._wrapped(self._slide.notice, self._notice_letters) + self.body * 0.9

    @property
    def _notice_letters(self) -> QFont:
        return letters(round(self.body * NOTICE), is_bold=True)

    def _wrapped(self, text: str, font: QFont) -> float:
        room = QRectF(0, 0, self.width() * 0.88, 10_000)
        flags = Qt.TextFlag.TextWordWrap.value
        return QFontMetricsF(font).boundingRect(room, flags, held(text)).height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text anew."""
        self._area = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the kicker above, the text, the source below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), QColor(self._stage.ground))
        slide = self._slide
        if slide is not None:
            left, top, right, bottom = self._edges()
            page = self._shown_page
            if self._lit is not None:
                origin = QPointF(left, top)
                light(painter, self.area, origin, page, self._lit, self._stage)
            self.area.draw(painter, left, top, page, self._stage.ink)
            self._draw_frame(painter, slide, (left, top, right, bottom), page)
            self._draw_notice(painter, slide.notice, left, right)
        painter.end()

    def _draw_notice(self, painter: QPainter, notice: str, left: float, right: float) -> None:
        """White on black, or the other way round: not to be missed, and not by its colour."""
        if not notice:
            return
        small, high = self.body * SMALL, self._notice_height() - self.body * 0.6
        band = QRectF(0, small * 3.4, self.width(), high)
        painter.fillRect(band, QColor(self._stage.ink))
        painter.setFont(self._notice_letters)
        painter.setPen(QColor(self._stage.ground))
        text = QRectF(left, band.top(), right - left, high)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(text, flags, held(notice))

    def _draw_frame(
        self,
        painter: QPainter,
        slide: PublicSlide,
        edges: tuple[float, float, float, float],
        page: int,
    ) -> None:
        left, _, right, bottom = edges
        small = self.body * SMALL
        painter.setFont(letters(round(small), is_bold=True))
        painter.setPen(QColor(self._stage.quiet))
        above = QRectF(left, small * 1.1, right - left, small * 2)
        mark = f"{page + 1} / {self.area.pages}" if self.area.pages > 1 else ""
        room = right - left - painter.fontMetrics().horizontalAdvance(mark) - small
        kicker = painter.fontMetrics().elidedText(
            slide.kicker, Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, kicker)
        painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, mark)
        painter.setPen(QPen(QColor(self._stage.line), max(1.0, small * 0.08)))
        painter.drawLine(int(left), int(small * 3.4), int(right), int(small * 3.4))
        painter.setFont(letters(round(small)))
        painter.setPen(QColor(self._stage.quiet))
        below = QRectF(left, bottom + small * 0.8, right - left, self._source_height() + 2)
        painter.drawText(below, Qt.TextFlag.TextWordWrap.value, held(slide.source))


def _body(slide: PublicSlide) -> tuple[Passage, ...]:
    """The paragraphs; with tallies, each above its bar."""
    if not slide.tallies:
        return tuple(Passage(text=text) for text in slide.paragraphs)
    counts = tuple(map(int, slide.tallies))
    most = max(*counts, 1)
    found: list[Passage] = []
    for text, count in zip(slide.paragraphs, counts, strict=True):
        found.append(Passage(text=text))
        found.append(Passage(text=str(count), is_bold=True, gap=0, bar=count / most))
    return tuple(found)
