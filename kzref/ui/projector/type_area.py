"""Sets text large: lines short enough for the eye, whole lines on every page, nothing cut off."""

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from kzref.ui.resources import FAMILY

LINE = 60  # letters at most, so that the eye finds the next line
LEADING = 100.0  # per cent of the font's own spacing, which is wide
WHOLE = 0.7  # of a page: a longer paragraph is torn rather than leave so much of a page empty
FEW = 3.2  # letters high: two lines, which look lost at the end or the beginning of a page
MANY = 3  # pages: among more of them a short last one is not worth the time
SHORTER = (1, 0.92, 0.84, 0.76, 0.68)  # of the height of a page
HUGE = 2  # beside the body
LONGEST = 0.8  # of the line, for the longest bar
_UNITS = "|".join(
    (
        "hour", "day", "month", "year", "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
        "час", "сут", "дн", "день", "мес", "год", "лет", r"г\.", r"ч\b", "янв", "фев", "март", "апр",
        "ма[йя]", "июн", "июл", "авг", "сент", "окт", "нояб", "дек",
        "сағ", "тәул", "күн", "ай", "жыл", r"ж\.", "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр",
        "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    )
)  # fmt: skip
"""Beginnings of what is counted, and of the names of months."""
_TOGETHER = (
    (re.compile(rf"\b(\d{{1,4}}) (?=(?:{_UNITS}))", re.IGNORECASE), "\\1\u00a0"),
    (re.compile(r"(?<=\d) (?=УП?К\b|КоАП|МРП|АЕК|MCI)"), "\u00a0"),
    (re.compile(r"(?<=\d)\u00a0([^\W\d_]+) (?=(?:19|20)\d\d\b)"), "\u00a0\\1\u00a0"),  # 5 May 2026
    (re.compile(r"(?<=\b[A-ZА-ЯӘҒҚҢӨҰҮҺІ]\.) |(?<=\b[A-ZА-ЯӘҒҚҢӨҰҮҺІ]\.,) "), "\u00a0"),  # names
    (re.compile(r"(?<=\d[ \u00a0]ж\.) (?=\d)| (?=\(\w{2,3}\))"), "\u00a0"),  # day and weekday
    (re.compile(r"\b(ҚК|ҚПК|ҚАК|ӘҚБтК|CC|CPC) (?=\d)"), "\\1\u00a0"),
    (re.compile(r"\b(art|para|ст|ч|п|абз)\. (?=\d)", re.IGNORECASE), "\\1.\u00a0"),
    (re.compile(r"№ (?=\d)"), "№\u00a0"),
    (re.compile(r"(?<=\d)-(?=[^\W\d_])"), "-\u2060"),  # 131-бап
)
"""What is not torn at the end of a line: a number and its unit, a number and its ending."""
_LAST = re.compile(r"(?<=\S{3}) (\S{1,6})$")  # a short word is not left alone on the last line
_FIRST, _NARROWER = 0.94, 0.97  # of the width in which average letters fill the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph with its look; its size and the gap above are measured in letters of the body."""

    text: str
    scale: float = 1.0
    is_bold: bool = False
    gap: float = 0.5  # above it, beside the body's size
    bar: float | None = None  # of the longest bar; the text stands at its end


class TypeArea:
    """Passages set in one column, cut into pages; draw any page anywhere.

    Its *units* are what a presenter points at: sentences, numbered through the whole text; a bar
    belongs to the line above it.
    """

    def __init__(
        self,
        passages: tuple[Passage, ...],
        *,
        size: QSizeF,
        pixels: int,
        line: int = LINE,
        leading: float = LEADING,
    ) -> None:
        """Set them in letters of this many pixels, in an area of this size."""
        self.passages, self._pixels, self._leading = passages, pixels, leading
        self._height = max(size.height(), pixels * 2.0)
        self.width = min(size.width(), _FIRST * line * self._average_letter())
        self._document = self._set()
        while self.longest_line > line and self.width > pixels * 8:
            self.width *= _NARROWER
            self._document = self._set()
        self._cut()

    @property
    def document(self) -> QTextDocument:
        """The text as it is set."""
        return self._document

    @property
    def page_height(self) -> float:
        """How much of it one page holds."""
        return self._height

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return max(1, self._document.pageCount())

    @property
    def height(self) -> float:
        """How high the whole text is, were it on one page."""
        return self._document.documentLayout().documentSize().height()

    @property
    def longest_line(self) -> int:
        """How many letters the longest line holds, small print aside."""
        found, block = 0, self._document.begin()
        for passage in self.passages:
            if passage.scale < 1:
                block = block.next()
                continue
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start = line.textStart()
                found = max(found, len(block.text()[start : start + line.textLength()].strip()))
            block = block.next()
        return found

    @property
    def widest_word(self) -> float:
        """How wide the widest line is: more than `width` would be cut off."""
        return self._document.idealWidth()

    def draw(self, painter: QPainter, left: float, top: float, page: int, ink: str) -> None:
        """Draw one page, counted from 0."""
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextCharFormat()
        look.setForeground(QColor(ink))
        cursor.mergeCharFormat(look)
        painter.save()
        painter.translate(left, top - page * self._height)
        self._draw_bars(painter, page, ink)
        self._document.drawContents(
            painter, QRectF(0, page * self._height, self.width + 4, self._height)
        )
        painter.restore()

    def _draw_bars(self, painter: QPainter, page: int, ink: str) -> None:
        block = self._document.begin()
        for passage in self.passages:
            if passage.bar is not None:
                line = block.layout().lineAt(0)
                top = block.layout().position().y() + line.y()
                if page * self._height <= top < (page + 1) * self._height:
                    thick = line.height() * 0.62
                    at = QRectF(0, top + (line.height() - thick) / 2, self._long(passage), thick)
                    painter.fillRect(at, QColor(ink))
            block = block.next()

    def _long(self, passage: Passage) -> float:
        """How long a bar is; one of nothing is still a stroke."""
        return max(self._pixels * 0.12, (passage.bar or 0) * self.width * LONGEST)

    def _average_letter(self) -> float:
        """How wide a letter of the body is, in this text."""
        text = "".join(passage.text for passage in self.passages if passage.scale >= 1) or "x"
        return QFontMetricsF(letters(self._pixels)).horizontalAdvance(text) / len(text)

    def _cut(self) -> None:
        """Cut into pages; on shorter ones, where the last would hold a line or two and no more."""
        whole, pages = self._height, 0
        for share in SHORTER:
            self._height = whole * share
            self._document = self._set()
            self._keep_whole()
            pages = pages or self.pages
            is_fit = self.pages == 1 or (self.pages == pages and not self._is_last_bare())
            if is_fit:
                return
            if pages > MANY:
                self._keep_last()
                return
        self._height = whole
        self._document = self._set()
        self._keep_whole()
        self._keep_last()

    def _keep_last(self) -> None:
        """Begin the last page with the whole last paragraph, where it would hold an end of it and no more."""
        block = self._document.lastBlock()
        box = self._document.documentLayout().blockBoundingRect(block)
        is_torn = box.top() // self._height < (box.bottom() - 1) // self._height
        if is_torn and self._is_last_bare() and box.height() <= self._height:
            _turn(block)

    def _is_last_bare(self) -> bool:
        return self.height - (self.pages - 1) * self._height < FEW * self._pixels

    def _keep_whole(self) -> None:
        """Begin a page with a paragraph that would be torn, and leave a bar under its own line."""
        measured = self._document.documentLayout()
        block = self._document.begin().next().next()  # the title is never left alone
        while block.isValid():
            after = block.next()
            box = measured.blockBoundingRect(block)
            number = after.blockNumber() if after.isValid() else 0
            if number and self.passages[number].bar is not None:
                box = box.united(measured.blockBoundingRect(after))
            first, last = (int(y // self._height) for y in (box.top(), box.bottom() - 1))
            here = (first + 1) * self._height - box.top()
            is_kept = box.height() <= self._height * WHOLE or here < FEW * self._pixels
            if first != last and is_kept:
                _turn(block)
            block = after

    def _set(self) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        for number, passage in enumerate(self.passages):
            block, look = QTextBlockFormat(), QTextCharFormat()
            block.setLineHeight(
                self._leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            block.setTopMargin(self._pixels * passage.gap if number else 0)
            if passage.bar is not None:
                block.setLeftMargin(self._long(passage) + self._pixels * 0.4)
            look.setFont(letters(round(self._pixels * passage.scale), is_bold=passage.is_bold))
            if number:
                cursor.insertBlock(block, look)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(look)
            is_huge = passage.scale > HUGE  # then one word may be all that a line has room for
            cursor.insertText(passage.text if is_huge else held(passage.text), look)
        document.setPageSize(QSizeF(self.width, self._height))
        document.documentLayout().documentSize()  # lays the lines out now, to be measured
        return document


def _turn(block: QTextBlock) -> None:
    """Begin a page with it."""
    turned = block.blockFormat()
    turned.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(turned)


def held(text: str) -> str:
    """The text with what belongs together held together."""
    for pattern, bound in _TOGETHER:
        text = pattern.sub(bound, text)
    return _LAST.sub("\u00a0\\1", text)


def letters(pixels: int, *, is_bold: bool = False) -> QFont:
    """The bundled font in this size."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, pixels))
    font.setBold(is_bold)
    return font


@lru_cache(maxsize=24)
def typeset(
    passages: tuple[Passage, ...],
    width: float,
    height: float,
    pixels: int,
    line: int = LINE,
    leading: float = LEADING,
) -> TypeArea:
    """The same text in the same room is set once."""
    return TypeArea(passages, size=QSizeF(width, height), pixels=pixels, line=line, leading=leading)
