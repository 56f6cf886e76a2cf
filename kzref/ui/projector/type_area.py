"""Sets text large: lines short enough for the eye, whole lines on every page, nothing cut off."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from kzref.ui.resources import FAMILY

LINE = 60  # letters at most, so that the eye finds the next line
LEADING = 100.0  # per cent of the font's own spacing, which is wide
_FIRST, _NARROWER = 0.94, 0.97  # of the width in which average letters fill the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph with its look; its size and the gap above are measured in letters of the body."""

    text: str
    scale: float = 1.0
    is_bold: bool = False
    gap: float = 0.5  # above it, beside the body's size


class TypeArea:
    """Passages set in one column, cut into pages; draw any page anywhere."""

    def __init__(
        self, passages: tuple[Passage, ...], *, size: QSizeF, pixels: int, line: int = LINE
    ) -> None:
        """Set them in letters of this many pixels, in an area of this size."""
        self._passages, self._pixels = passages, pixels
        self._height = max(size.height(), pixels * 2.0)
        self.width = min(size.width(), _FIRST * line * self._average_letter())
        self._document = self._set()
        while self.longest_line > line and self.width > pixels * 8:
            self.width *= _NARROWER
            self._document = self._set()

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
        for passage in self._passages:
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
        self._document.drawContents(
            painter, QRectF(0, page * self._height, self.width + 4, self._height)
        )
        painter.restore()

    def _average_letter(self) -> float:
        """How wide a letter of the body is, in this text."""
        text = "".join(passage.text for passage in self._passages if passage.scale >= 1) or "x"
        return QFontMetricsF(letters(self._pixels)).horizontalAdvance(text) / len(text)

    def _set(self) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        for number, passage in enumerate(self._passages):
            block, look = QTextBlockFormat(), QTextCharFormat()
            block.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            block.setTopMargin(self._pixels * passage.gap if number else 0)
            look.setFont(letters(round(self._pixels * passage.scale), is_bold=passage.is_bold))
            if number:
                cursor.insertBlock(block, look)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(look)
            cursor.insertText(passage.text, look)
        document.setPageSize(QSizeF(self.width, self._height))
        document.documentLayout().documentSize()  # lays the lines out now, to be measured
        return document


def letters(pixels: int, *, is_bold: bool = False) -> QFont:
    """The bundled font in this size."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, pixels))
    font.setBold(is_bold)
    return font


@lru_cache(maxsize=24)
def typeset(
    passages: tuple[Passage, ...], width: float, height: float, pixels: int, line: int = LINE
) -> TypeArea:
    """The same text in the same room is set once."""
    return TypeArea(passages, size=QSizeF(width, height), pixels=pixels, line=line)
